"""Sums as Koreans write them."""

_STEPS = ((10**12, "조"), (10**8, "억"), (10**4, "만"))


def won(value: float | str, currency: str = "KRW") -> str:
    """A sum in 조, 억 and 만, to the won: 26400000000 → 264억원, 120000000 → 1억 2,000만원."""
    left = int(float(value))
    if currency != "KRW":
        return f"{left:,} {currency}"
    parts = []
    for size, name in _STEPS:
        count, left = divmod(left, size)
        if count:
            parts.append(f"{count:,}{name}")
    if left or not parts:
        parts.append(f"{left:,}")
    return " ".join(parts) + "원"
