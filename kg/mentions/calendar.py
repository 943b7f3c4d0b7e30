"""Reckoning with days, weeks, months and years. Points in time are ISO strings of three precisions: 2026, 2026-03,
2026-03-11."""

from calendar import monthrange
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


def day(year: int, month: int, number: int) -> date | None:
    """The day, or None where the calendar has none (30 February)."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def add_months(start: date, months: int) -> date:
    """The same day so many months on, or the last day of a shorter month."""
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(min(max(index, 12), 9999 * 12 + 11), 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def monday(of: date) -> date:
    """The Monday of a day's week; weeks run Monday to Sunday."""
    return of - timedelta(days=of.weekday())


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth Monday (weekday 0) … Sunday (6) of a month; nth -1 is the last."""
    if nth < 0:
        end = last_day(year, month)
        return end - timedelta(days=(end.weekday() - weekday) % 7)
    first = date(year, month, 1)
    found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return found if found.month == month else None


def nth_week(start: date, end: date, nth: int) -> date:
    """The Monday of the nth week of the month or year from ``start`` to ``end``; the first week is the one with the
    first Thursday, nth -1 the week of the last Thursday."""
    if nth < 0:
        thursday = end - timedelta(days=(end.weekday() - 3) % 7)
        return thursday - timedelta(days=3)
    thursday = start + timedelta(days=(3 - start.weekday()) % 7)
    return thursday - timedelta(days=3) + timedelta(days=7 * (nth - 1))


def first_of(iso: str) -> date:
    """The first day of a point in time of any precision."""
    parts = [int(p) for p in iso.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def last_of(iso: str) -> date:
    """The last day of a point in time of any precision."""
    parts = [int(p) for p in iso.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    return last_day(parts[0], parts[1]) if len(parts) == 2 else date(*parts)


def add_working_days(start: date, days: int) -> date:
    """So many days on, Saturdays and Sundays not counted."""
    place, step = start, 1 if days > 0 else -1
    while days:
        place += ONE_DAY * step
        if place.weekday() < 5:
            days -= step
    return place
