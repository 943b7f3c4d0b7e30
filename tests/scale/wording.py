"""Sentences from templates: particles that fit, and the places of what is named."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

_SLOT = re.compile(r"\{(\w+)(?:\|([^{}]+))?\}")
_PARTICLES = {
    "은": ("은", "는"), "이": ("이", "가"), "을": ("을", "를"), "과": ("과", "와"), "으로": ("으로", "로"),
    "이라": ("이라", "라"), "이다": ("이다", "다"), "이며": ("이며", "며"), "이라는": ("이라는", "라는"),
}  # fmt: skip
_FINAL_DIGITS = "013678"
_FINAL_LETTERS = "LMNRlmnr"


class Name(NamedTuple):
    """A thing as a text writes it here: the thing's identity, the spelling, and whether it is the full name."""

    thing: str
    spelling: str
    full: bool = True


class Mention(NamedTuple):
    """Where a text names a thing: identity, code points, and whether by its full name."""

    thing: str
    begin: int
    end: int
    full: bool


def particle(word: str, wanted: str) -> str:
    """The form of a particle that fits behind a word; ``wanted`` is the one behind a consonant, maybe with a mark."""
    if wanted.startswith("’"):
        return "’" + particle(word, wanted[1:])
    if wanted not in _PARTICLES:
        return wanted
    closed, opened = _PARTICLES[wanted]
    last = re.sub(r"[^0-9A-Za-z가-힣]", "", word)[-1:]
    if "가" <= last <= "힣":
        final = (ord(last) - 0xAC00) % 28
        return opened if final == 0 or (wanted == "으로" and final == 8) else closed
    return closed if last in _FINAL_DIGITS + _FINAL_LETTERS else opened


@dataclass(slots=True)
class Page:
    """A text that grows sentence by sentence and remembers where it names what."""

    text: str = ""
    mentions: list[Mention] = field(default_factory=list)

    def say(self, template: str, slots: Mapping[str, Name | str]) -> None:
        """Add a template; ``{x|은}`` is the slot x and the particle that fits."""
        place = 0
        for slot in _SLOT.finditer(template):
            self.text += template[place : slot.start()]
            place = slot.end()
            value = slots[slot[1]]
            word = value.spelling if isinstance(value, Name) else value
            if isinstance(value, Name):
                self.mentions.append(Mention(value.thing, len(self.text), len(self.text) + len(word), value.full))
            self.text += word + (particle(word, slot[2]) if slot[2] else "")
        self.text += template[place:]


def won(amount: int) -> str:
    """A sum as articles write it: 1,230억원, 7억5천만원."""
    eok, rest = divmod(amount, 10**8)
    man = rest // 10**4
    whole = f"{eok:,}억" if eok else ""
    if not man:
        return f"{whole}원"
    part = f"{man // 1000}천만" if man % 1000 == 0 else f"{man:,}만"
    return f"{whole}{part}원"
