"""Reading the commands of a page, and writing their outputs back into it.

A block that is run is fenced as ``console`` (or ``console fails``, where a command is meant to end in an error). A line
that begins with ``$ `` is a command, goes on in lines that begin with ``>``, and the rest is what it prints. Before a
block, ``<!-- first N lines -->`` keeps N lines of each output and puts ``...`` for the rest.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = (
    "README.md",
    "README.ko.md",
    "docs/README.md",
    "docs/architecture.md",
    "docs/builds.md",
    "docs/explorer.md",
    "docs/inputs.md",
    "docs/judgements.md",
    "docs/questions.md",
    "docs/tour.md",
    "docs/words-and-rules.md",
)
_BLOCK = re.compile(
    r"(?:<!-- first (?P<first>\d+) lines -->\n)?```console(?P<fails> fails)?\n(?P<body>.*?)^```$", re.M | re.S
)


@dataclass
class Step:
    """One command, the lines that the page shows for it, how many of them are kept, and whether it is to fail."""

    command: str
    shown: list[str] = field(default_factory=list)
    first: int | None = None
    fails: bool = False

    def cut(self, printed: list[str]) -> list[str]:
        """The printed lines as the page should show them."""
        lines = "\n".join(line.rstrip() for line in printed).rstrip("\n").splitlines()
        return lines if self.first is None or len(lines) <= self.first else [*lines[: self.first], "..."]


def steps(page: str) -> list[Step]:
    """The commands of a page's text, in order."""
    return [step for block in _BLOCK.finditer(page) for step in _steps_of(block)]


def _steps_of(block: re.Match[str]) -> list[Step]:
    found: list[Step] = []
    for line in block["body"].splitlines():
        if line.startswith("$ "):
            found.append(Step(line[2:], [], int(block["first"]) if block["first"] else None, bool(block["fails"])))
        elif found and (line == ">" or line.startswith("> ")) and not found[-1].shown:
            found[-1].command += "\n" + line[2:]
        elif found:
            found[-1].shown.append(line)
        else:
            raise ValueError(f"a console block must begin with a command, not with {line!r}")
    return found


def with_outputs(page: str, told: list[Step]) -> str:
    """The page with the outputs of ``told``, the same steps with fresh lines."""
    rest = iter(told)

    def filled(block: re.Match[str]) -> str:
        lines = []
        for _ in _steps_of(block):
            step = next(rest)
            first, *more = step.command.splitlines()
            lines += [f"$ {first}", *(f"> {line}".rstrip() for line in more), *step.shown]
        return block[0].replace(block["body"], "\n".join(lines) + "\n", 1)

    return _BLOCK.sub(filled, page)


def links(page: str) -> list[str]:
    """Targets of the page's links into the repository, without their anchors."""
    found = re.findall(r"\]\(([^)\s]+)\)", page)
    return [t.split("#")[0] for t in found if not re.match(r"[a-z]+:", t) and t.split("#")[0]]
