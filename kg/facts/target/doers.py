"""Whether a phrase of a clause tells who acts, not what its number counts."""

from kg.facts.target.candidates import PEOPLE, bare_unit
from kg.facts.target.figure import Figure
from kg.facts.target.phrase import worded
from kg.facts.target.words import TargetWords
from kg.mentions.model import Mentions
from kg.patterns import regex
from kg.spans import Span

DISTRICTS = ("시", "도", "군", "구", "부", "처", "청")
"""How the short words for governments end."""
_BODY = regex(
    r"(?:도서관|박물관|복지관|문화원|연구원|진흥원|평가원|교육원|연수원|연구소|보건소|사무소|센터|교육청|소방서|경찰서|"
    r"대학교?|학교|공단|공사|재단|협회|조합|학회|사업단|협력단|추진단|회사|업체|본부|병원)$"
)
"""How the word for a body ends that the document names nowhere in full."""


class Doers:
    """The bodies and people of a document, asked phrase by phrase."""

    def __init__(self, text: str, mentions: Mentions, words: TargetWords) -> None:
        self.text, self.mentions, self.words = text, mentions, words

    def bodies(self, span: Span) -> bool:
        around = Span(span.begin - 1, span.end + 1)
        return bool(
            self.mentions.within(around, "organization", "organization-short", "person", "person-short", "title")
        )

    def is_body(self, span: Span) -> bool:
        """Whether a phrase ends as the word for a body, though the document names it nowhere in full."""
        return _BODY.search(worded(span.of(self.text))) is not None

    def is_office(self, span: Span) -> bool:
        """Whether a phrase ends as the word for a body that nobody attends, as schools and hospitals are."""
        words = worded(span.of(self.text))
        return self.is_body(span) and not words.endswith(("학교", "대학", "병원", "도서관", "복지관", "교육원"))

    def is_who(self, told: tuple[Span, bool]) -> bool:
        """Whether the subject is a body or a person by its last word, not what is counted."""
        return self.is_doer(told) and self.bodies(Span(told[0].end - 2, told[0].end))

    def _is_thing(self, span: Span, fig: Figure) -> bool:
        """Whether a topic is neither a body nor a person, and the number counts no people."""
        words = worded(span.of(self.text))
        topical = self.text[span.end : span.end + 2] in ("은 ", "는 ")
        counts_people = bare_unit(fig.mention.value.unit) in PEOPLE
        counts_people = counts_people and not (self.words.counts(words) or self.words.is_act(words))
        programs = self.mentions.within(Span(span.begin - 1, span.end + 1), "program")
        return (
            topical
            and len(words) > 1
            and not self.bodies(span)
            and not programs
            and not counts_people
            and words[-1] not in DISTRICTS
        )

    def is_giver(self, told: tuple[Span, bool]) -> bool:
        """Whether the phrase before a number only tells who gives (시는 2028년까지 24개 동에 상담실을 연다)."""
        span, adjacent = told
        words = worded(span.of(self.text))
        return not adjacent and self.is_doer(told) and (self.bodies(span) or words in DISTRICTS)

    def is_doer(self, told: tuple[Span, bool], fig: Figure | None = None) -> bool:
        """Whether the phrase is the subject of the clause, not what is counted (충전소는 14기를 더 세운다)."""
        span, adjacent = told
        if fig is not None and not adjacent and self._is_thing(span, fig):
            return False
        after = self.text[span.end : span.end + 3].lstrip("’'”\"」)")
        return not adjacent and after.startswith(("은 ", "는 ", "이 ", "가 "))
