"""Who the people of a text are by their titles: heads of governments, their deputies, officials, chairs."""

from kg.facts.involvement.words import Doing
from kg.facts.model import Fact, Office
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions, PersonShort
from kg.patterns import regex
from kg.spans import Span

HEADS_OF_BODIES = frozenset(
    {"원장", "이사장", "사장", "총장", "대표", "대표이사", "회장", "센터장", "소장", "단장", "본부장"}
)
_OF_A_BODY = (*sorted(HEADS_OF_BODIES), "관장", "학장", "조합장", "지사장")
_OFFICIALS = ("국장", "실장", "과장", "본부장", "기획관", "정책관", "추진단장", "담당관")
_NO_MEMBERS = tuple(
    kind + "위원"
    for kind in (
        "연구",
        "전문",
        "편집",
        "논설",
        "자문",
        "심사",
        "객원",
        "해설",
        "기획",
        "평가",
        "민간",
        "외부",
        "운영",
        "집행",
    )
)
"""Who is called 위원 and sits in no council: 연구위원, 논설위원."""
_CANDIDATE = regex(r"\s?(?:예비\s?)?후보")
_APART = regex(r"[.“”‘’\",]|(?:는|은|을|를|에게|께)\s")
"""What parts a name from a title behind it: ``시장 홍길동 존경하는 의원 여러분``."""
_IS_SUBJECT = regex(r"\s?(?:[가-힣A-Za-z·]{1,12}\s){0,2}?[가-힣A-Za-z·]{0,12}?(?:은|는|이|가|께서)[\s,]")
_FAR = 600
"""So many letters back «그는» may reach."""
_PAST = regex(r"\s전\s|^전\s|前")
_ACTING = ("대행", "권한대행")


class Ranks:
    """The titles beside a person's name, or, where none stands there, those that the text gives it elsewhere."""

    def __init__(
        self, analysis: Analysis, mentions: Mentions, words: Doing, heads: frozenset[str], facts: tuple[Fact, ...]
    ) -> None:
        self.text, self.mentions, self.words, self.heads = analysis.text, mentions, words, heads
        self._titles: dict[tuple[int, int], list[tuple[str, bool]]] = {}
        self._told: dict[str, list[tuple[str, bool]]] = {}
        for fact in facts:
            if isinstance(fact, Office):
                self._told.setdefault(str(fact.person.value), []).append((fact.title, fact.former))

    def titles(self, person: Mention) -> list[tuple[str, bool]]:
        """A person's titles and whether they are past: the one behind or before the name, else all that are told."""
        found = self._titles.get((person.begin, person.end))
        if found is None:
            found = self._titles[person.begin, person.end] = self._read(person)
        return found

    def _read(self, person: Mention) -> list[tuple[str, bool]]:
        if isinstance(person.value, PersonShort):
            past = _PAST.search(self.text, person.begin, person.end) is not None
            return [(person.value.title, past)] if person.value.title else []
        for t in self.mentions.within(Span(person.end, person.end + 24), "title"):
            if _APART.search(self.text, person.end, t.begin) is None:
                past = t.value.former or _CANDIDATE.match(self.text, t.end) is not None
                return [(t.value.bare, past)]
            break
        before = self.mentions.within(Span(person.begin - 14, person.begin), "title")
        if before and person.begin - before[-1].end <= 1:
            return [(before[-1].value.bare, before[-1].value.former)]
        return self._told.get(str(person.value), [])

    def executive(self, person: Mention | None) -> bool:
        """Whether a person is mayor, governor or deputy of one, and not a former one."""
        if person is None:
            return False
        short = person.value if isinstance(person.value, PersonShort) else None
        if short is not None and short.title is None:
            return self.executive(self._taken_up(person))
        if short is not None and short.surname and short.title in _ACTING:
            named = (p for p in self.mentions.of("person") if p.value.startswith(short.surname))
            return short.title in self.heads or any(self.executive(p) for p in named)
        return any(bare in self.heads and not past for bare, past in self.titles(person))

    def _taken_up(self, pronoun: Mention) -> Mention | None:
        """Whom «그는» means: the last before who is the subject of what is told, by full name or in short."""
        for m in self.mentions.before(pronoun.begin, "person", "person-short"):
            short = m.value if isinstance(m.value, PersonShort) else None
            if pronoun.begin - m.end > _FAR:
                break
            if (short is None or short.title is not None) and _IS_SUBJECT.match(self.text, m.end):
                return m
        return next(self.mentions.before(pronoun.begin, "person"), None)

    def deputy(self, person: Mention) -> bool:
        """Whether a person is the deputy of a head of government."""
        return any(bare in self.words.deputies for bare, _ in self.titles(person)[:1])

    def head_of_government(self, person: Mention) -> bool:
        """Whether a person is head of a government, now or formerly."""
        return any(bare in self.words.heads for bare, _ in self.titles(person))

    def former_head(self, person: Mention) -> bool:
        """Whether a person was the head of a government: a former mayor's program is one that he pushed."""
        return any(bare in self.words.heads and past for bare, past in self.titles(person))

    def heads_body(self, person: Mention) -> bool:
        """Whether a person is head of a body that is no government, and not a former one: 총장, 이사장, 병원장."""
        return any(
            bare.endswith(_OF_A_BODY) and not past and not bare.endswith(("위원장", "의원"))
            for bare, past in self.titles(person)
        )

    def official(self, person: Mention) -> bool:
        """Whether a person heads a bureau, department or office: 국장, 실장, 과장."""
        return self.bears(person, _OFFICIALS)

    def bears(self, person: Mention, ends: tuple[str, ...]) -> bool:
        """Whether a title that a person still holds ends with one of some words."""
        return any(
            bare.endswith(ends) and not past and not bare.endswith(_NO_MEMBERS) for bare, past in self.titles(person)
        )

    def studies(self, person: Mention) -> bool:
        """Whether a person advises or studies by his title: 연구위원, 논설위원."""
        return any(bare.endswith(_NO_MEMBERS) for bare, _ in self.titles(person))
