"""A long text in parts that a browser can show: cut between lines, and inside a line only where one is too long."""

MOST_LINES = 4000
MOST_CODE_POINTS = 400_000
"""A part has no more."""


def parted(text: str, most: int = MOST_CODE_POINTS, lines: int = MOST_LINES) -> list[tuple[int, int]]:
    """The parts of a text as code-point offsets: at least one, each beginning where the one before ends."""
    found = []
    begin = 0
    while True:
        end = _end(text, begin, most, lines)
        found.append((begin, end))
        if end == len(text):
            return found
        begin = end


def _end(text: str, begin: int, most: int, lines: int) -> int:
    """Where the part that begins here ends: behind its last line end that is near enough."""
    reach = min(begin + most, len(text))
    at = begin
    for _ in range(lines):
        after = text.find("\n", at, reach) + 1
        if not after:
            return reach if reach == len(text) or at == begin else at
        at = after
    return at


def part_of(parts: list[tuple[int, int]], at: int) -> int:
    """The number of the part in which an offset stands, from zero."""
    return next((n for n, (_, end) in enumerate(parts) if at < end), len(parts) - 1)
