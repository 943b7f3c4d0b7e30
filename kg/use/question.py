"""Named questions: SPARQL files whose header describes their parameters, each a line ``VALUES ?name { UNDEF }``.

A header line ``# region (region, required): a region's name`` declares a parameter; its kind says how a word
becomes a term. Serialised terms go into the VALUES block and nowhere else, so a file runs as it is on any endpoint.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from kg.errors import UserError
from kg.graph.store import GraphStore
from kg.patterns import regex
from kg.use.names import find_things

FOLDER = Path(__file__).parent / "questions"
_HEADER = regex(r"^# (?P<name>\w+) \((?P<kind>\w+)(?P<rest>[^)]*)\): (?P<about>.+)$", re.M)
_XSD = "http://www.w3.org/2001/XMLSchema#"
_CONCEPT = "https://w3id.org/regional-ai-policy/id/theme/"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a question; ``kind`` is year, date, text, theme, any, or a kind of thing."""

    name: str
    kind: str
    required: bool
    repeatable: bool
    about: str

    @property
    def option(self) -> str:
        """The option of the command that fills it in."""
        return f"--{self.name.replace('_', '-')}"


@dataclass(frozen=True, slots=True)
class Question:
    """A named question: its first comment line, its parameters, its SPARQL text."""

    name: str
    about: str
    parameters: tuple[Parameter, ...]
    text: str


@lru_cache(maxsize=1)
def questions() -> dict[str, Question]:
    """All named questions by name."""
    return {p.stem: _question(p.stem, p.read_text("utf-8")) for p in sorted(FOLDER.glob("*.rq"))}


def _question(name: str, text: str) -> Question:
    parameters = tuple(
        Parameter(m["name"], m["kind"], "required" in m["rest"], "repeatable" in m["rest"], m["about"])
        for m in _HEADER.finditer(text)
    )
    return Question(name, text.splitlines()[0].removeprefix("# "), parameters, text)


def filled(question: Question, given: Mapping[str, Sequence[str]], store: GraphStore) -> str:
    """The question's text with the given words as terms in its VALUES blocks.

    Raises `UserError` for a parameter that the question does not have or needs, a word that names nothing, and one
    that names several things.
    """
    known = {p.name: p for p in question.parameters}
    text = question.text
    for name, words in given.items():
        if not words:
            continue
        if name not in known:
            takes = ", ".join(p.option for p in known.values())
            raise UserError(f"takes no --{name.replace('_', '-')}", f"question {question.name}", f"it takes {takes}")
        if len(words) > 1 and not known[name].repeatable:
            raise UserError(f"takes one {known[name].option}", f"question {question.name}", "ask once for each")
        terms = " ".join(t for w in words for t in _terms(known[name], w, store))
        text = text.replace(f"VALUES ?{name} {{ UNDEF }}", f"VALUES ?{name} {{ {terms} }}")
    missing = [p for p in question.parameters if p.required and not given.get(p.name)]
    if missing:
        needs = ", ".join(f"{p.option} ({p.about})" for p in missing)
        raise UserError(f"needs {needs}", f"question {question.name}", "add it")
    return text


def _terms(parameter: Parameter, word: str, store: GraphStore) -> Iterator[str]:
    """A word of the user as SPARQL terms."""
    if parameter.kind == "year":
        if not re.fullmatch(r"\d{4}", word):
            raise UserError(f"{word!r} is no year", parameter.option, "write four digits, such as 2026")
        yield f'"{word}"^^<{_XSD}gYear>'
    elif parameter.kind == "date":
        if not _is_day(word):
            raise UserError(f"{word!r} is no day", parameter.option, "write it as 2026-03-11")
        yield f'"{word}"^^<{_XSD}date>'
    elif parameter.kind == "text":
        yield literal(word)
    elif parameter.kind == "theme":
        yield f"<{_CONCEPT}{word}>"
    else:
        kind = None if parameter.kind == "any" else parameter.kind
        for thing in find_things(store, word, kind, parameter.option):
            yield f"<{thing}>"


def _is_day(word: str) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", word)) and date.fromisoformat(word) is not None
    except ValueError:
        return False


def literal(word: str) -> str:
    """A word as a SPARQL string."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'
