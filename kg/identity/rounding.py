"""Rounded sums: when a sum is the round form of an exact one."""

_PLAIN_DIGITS = (2, 3)
_APPROXIMATE = 0.06
_ROUNDEST = 0.02


def digits(value: int) -> int:
    """How many digits a sum is told with: 48,000,000,000 has two."""
    return len(str(value).rstrip("0")) if value else 0


def rounds(value: int, exact: int, *, approximate: bool = False) -> bool:
    """Whether ``value`` is ``exact`` rounded.

    A plain sum must be the exact one rounded, up or down, to its own two or three digits; one of a single digit must
    be as near as two in a hundred. One that is said to be approximate (약, 여, 가량) may be six in a hundred off.
    """
    if value == exact or value <= 0 or exact <= 0 or digits(value) >= digits(exact):
        return False
    if approximate:
        return abs(value - exact) <= _APPROXIMATE * exact
    count = digits(value)
    if count not in _PLAIN_DIGITS or len(str(value)) != len(str(exact)):
        return count == 1 and abs(value - exact) <= _ROUNDEST * exact
    unit = 10 ** (len(str(exact)) - count)
    return value in ((2 * exact + unit) // (2 * unit) * unit, exact // unit * unit)
