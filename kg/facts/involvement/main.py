"""Which program a text is mostly about: each that it names is weighed, the heaviest is meant.

The weights are the coefficients of a choice among the programs of a text, fitted on which of them its officials stand
up for and rounded; what proved to tell nothing is left out.
"""

from kg.facts.involvement.page import FOLD, Page
from kg.facts.involvement.standing import is_given_to, is_rejected, is_won, may_be_run
from kg.facts.involvement.words import behind
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex

_PRESENTED = regex(r"(?:발표|선포|공개|확정|수립|제시)(?:했|하고|하며|한다|하였|하면서|를)|내놓|내놨")
_WHOLE = regex(r"(?:계획|전략|비전|로드맵|구상|프로젝트|청사진|[가-힣]도시|수도|대전환|\d{4})$")
"""A name that ends so is that of a whole, whose parts the other programs are."""
_WORK = regex(r"(?:건립|조성|구축|건설|신축|증축|설립|개관|개소|이전|유치|확장|고도화|사업)*")
BEFORE_NOW = regex(
    r"(?<![가-힣])(?:전임|전|前)\s?(?:[가-힣]{2,5}\s?)?(?:시장|도지사|지사|군수|구청장|교육감|장관)|민선\s?\d기"
)
"""Who was in office before: what is named behind is of that time."""
_EARLY = 4
"""So many paragraphs of the body at its beginning tell what a text is about."""
_IN_TITLE, _LIKE_TITLE, _IN_CAPTION, _IN_LEAD = 1.4, 1.4, 1.0, 0.6
_PARTY, _PARTY_MOST, _PRESENTED_EARLY, _NAMES_A_WHOLE, _GIVEN = 0.6, 4, 1.5, 1.8, 3.0
_NO_NAME, _LISTED, _LATE, _OF_BEFORE, _GIVEN_UP, _IN_NO_TEXT = -2.5, -0.4, -2.1, -2.0, -1.0, -20.0
_WON = -1.0
"""Somebody else's call, in which the text's own program was chosen."""
_FAINT, _AHEAD, _NONE = 0.7, 0.3, float("-inf")
"""So much a program must weigh, and so much more than the next, for a text to be about it."""
_OF_PLACE = {
    "title": _IN_TITLE,
    "caption": _IN_CAPTION,
    "lead": _IN_LEAD,
    "presented": _PRESENTED_EARLY,
    "of before": _OF_BEFORE,
    "given up": _GIVEN_UP,
}


def main_program(page: Page) -> tuple[Mention | None, bool]:
    """The program that a text is mostly about, and whether it stands out among all others.

    None where the text names no program that may be run.
    """
    named: dict[str, list[Mention]] = {}
    for p in page.mentions.of("program", "program-short"):
        named.setdefault(FOLD.sub("", page.full(p).value.text).lower(), []).append(p)
    paragraphs = dict.fromkeys(s.paragraph for s in page.analysis.sentences if s.block == "body")
    rank = {paragraph: i for i, paragraph in enumerate(paragraphs)}
    bodies = {FOLD.sub("", m.value.text).lower() for m in page.mentions.of("organization") if not page.is_government(m)}
    title = FOLD.sub("", page.analysis.document.title or "").lower()
    best: Mention | None = None
    most = next_most = _NONE
    for key, mentions in named.items():
        first = next((m for m in mentions if m.kind == "program"), None)
        if first is None or not may_be_run(page, first):
            continue
        own = _without(key, bodies)
        weight = _likeness(own or key, title) + _of_name(page, first, bool(own)) + _of_places(page, mentions, rank)
        weight += 0.0 if any(in_body(page, m) for m in mentions) else _IN_NO_TEXT
        if best is None or weight > most:
            best, most, next_most = first, weight, most
        else:
            next_most = max(next_most, weight)
    return best, next_most == _NONE or (most >= _FAINT and most - next_most >= _AHEAD)


def _likeness(name: str, title: str) -> float:
    """How much of a name the title holds, by pairs of letters."""
    pairs = {name[i : i + 2] for i in range(len(name) - 1)}
    return _LIKE_TITLE * sum(x in title for x in pairs) / max(1, len(pairs))


def _of_name(page: Page, program: Mention, own: bool) -> float:
    """What the words of a name weigh and the way in which it was recognised; ``own`` where they name no body alone."""
    weight = _NAMES_A_WHOLE if _WHOLE.search(program.value.text) else 0.0
    weight += _GIVEN if is_given_to(page, program) else _WON if is_won(page, program) else 0.0
    weight += _NO_NAME if own and program.rule == "program-phrase" else 0.0
    return weight + (_LISTED if program.rule == "program-listed" else 0.0)


def _of_places(page: Page, mentions: list[Mention], rank: dict[int, int]) -> float:
    """What the places weigh at which a program is named; ``rank`` are the paragraphs of the body in order."""
    lead = next(iter(rank), -1)
    held: set[str] = set()
    former = any(word in page.analysis.text for word in ("전 ", "전임", "前", "민선"))
    parties, earliest = 0, len(rank)
    for m in mentions:
        s = page.analysis.sentence_at(m.begin)
        if s is None:
            continue
        if page.is_headline(s):
            held.add("title")
            continue
        if s.block == "caption":
            held.add("caption")
        earliest = min(earliest, rank.get(s.paragraph, earliest))
        if s.paragraph == lead:
            held.add("lead")
        if rank.get(s.paragraph, _EARLY) < _EARLY and _announced(page, m, s):
            held.add("presented")
        if former and BEFORE_NOW.search(page.analysis.text, s.begin, m.begin):
            held.add("of before")
        if is_rejected(page, m):
            held.add("given up")
        parties += behind(s, m, 3)[0] in ("이", "은", "을")
    weight = sum(_OF_PLACE[place] for place in sorted(held))
    return weight + _PARTY * min(parties, _PARTY_MOST) + _LATE * earliest / max(1, len(rank))


def _announced(page: Page, program: Mention, sentence: Sentence) -> bool:
    """Whether a sentence tells that a program is presented to the public."""
    return _PRESENTED.search(page.analysis.text, program.end, min(sentence.end, program.end + 50)) is not None


def _without(key: str, bodies: set[str]) -> str:
    """A program's name without the name of a body with which it begins: that a title names the body tells nothing.

    Empty where nothing but the work on the body is left: ``○○허브 건립``.
    """
    rest = next((key[len(b) :] for b in sorted(bodies) if len(b) > 2 and key.startswith(b)), key)
    return "" if _WORK.fullmatch(rest) else rest


def in_body(page: Page, m: Mention) -> bool:
    """Whether a mention stands in the running text, in no title and under no picture."""
    sentence = page.analysis.sentence_at(m.begin)
    return sentence is not None and sentence.block != "caption" and not page.is_headline(sentence)
