"""robots.txt as RFC 9309 has it: the group of our name, else that of all; the longest rule that fits decides."""

import re
from typing import NamedTuple

NAME = "regional-ai-kg"
MOST_BYTES = 500_000


class Rules(NamedTuple):
    """What a robots.txt tells us: rules as path patterns with whether they allow, and seconds between requests."""

    paths: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def allows(self, path: str) -> bool:
        """Whether a path (with its query) may be fetched."""
        best = max(((len(p), allow) for p, allow in self.paths if _fits(p, path)), default=(0, True))
        return best[1] or path == "/robots.txt"


ALL = Rules()
NOTHING = Rules((("/", False),))


def rules_of(text: str, name: str = NAME) -> Rules:
    """The rules of a robots.txt for a crawler of that name."""
    groups: dict[str, tuple[list[tuple[str, bool]], list[float]]] = {}
    agents: list[str] = []
    in_rules = False
    for line in text.splitlines():
        key, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        key = key.lower()
        if key == "user-agent":
            agents = [value.lower()] if in_rules else [*agents, value.lower()]
            in_rules = False
            groups.setdefault(value.lower(), ([], []))
        elif key in ("allow", "disallow", "crawl-delay"):
            in_rules = True
            for agent in agents:
                if key == "crawl-delay":
                    groups[agent][1].extend([float(value)] if re.fullmatch(r"\d{1,4}(?:\.\d+)?", value) else [])
                elif value:
                    groups[agent][0].append((value, key == "allow"))
    ours = next((groups[agent] for agent in groups if agent != "*" and agent and agent in name), groups.get("*"))
    return Rules(tuple(ours[0]), max(ours[1], default=0.0)) if ours else ALL


def _fits(pattern: str, path: str) -> bool:
    end = pattern.endswith("$")
    parts = (pattern[:-1] if end else pattern).split("*")
    if len(parts) > 20:
        return True
    return re.match(".*".join(map(re.escape, parts)) + ("$" if end else ""), path) is not None
