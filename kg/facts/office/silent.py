"""Posts in a sentence that names nobody: of whom the sentence before tells, or a heading, or the words before a bar."""

from kg.facts.office.verbs import FORMER, NO_OFFICE, TOPIC, is_over
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention
from kg.patterns import regex

ALSO_HAS = regex(
    r"(?:직)?(?:도|을|를) (?:함께 |현재 |같이 |지금도 )?(?:겸[하한해했임직]|맡[고은아]|역임하고)|"
    r"(?:으로|로)도? (?:[가-힣]+ )?(?:활동하|활동 중|일하고|일한다|재직 중|재직하고|있다|참여하고|참여 중|봉사하)|"
    r"이?기도 (?:하다|하고|하며|합니다|했다)"
)
"""What somebody has beside the post told before."""
_BAR, _BACK = regex(r"\s?[|ㅣ│:=]\s"), 3
_OF_ANOTHER = regex(r"[낸친한은던] (?!뒤|후|다음|끝|적|바|것|덕|터)[가-힣]")
"""A verb that describes somebody else behind it."""
_HEADS_BOX = regex(r"(?: ?[가-힣A-Za-z0-9·]{1,14}){0,3}(?:은|는|이란|의 (?:약력|이력|프로필))?[?:]?\s*")


def of_the_last(
    analysis: Analysis, sentence: Sentence, title: Mention, people: list[Mention]
) -> tuple[Mention, bool, str] | None:
    """A post in a sentence that names nobody, of whom the sentence before in its paragraph tells or whose name stands
    before a bar: «N 원장은 … 지냈다. ○○위원회 위원도 겸한다», «N | 1969년 가온 출생. ○○학회장 역임».
    """
    text = analysis.text
    past = FORMER.match(text, title.end)
    verb = past or ALSO_HAS.match(text, title.end)
    if verb is None or NO_OFFICE.match(text, title.end) or analysis.quoted_at(title.begin) is not None:
        return None
    if _OF_ANOTHER.match(text, verb.end() - 1):
        return None  # 회장을 지낸 사람이 많다
    if any(sentence.begin <= p.begin < sentence.end for p in people) or any(
        t.tag == "JKS" or (t.tag == "JX" and t.form in ("은", "는", "ᆫ"))
        for t in sentence.tokens
        if t.begin < title.begin
    ):
        return None
    for index in range(sentence.index - 1, max(sentence.index - 1 - _BACK, -1), -1):
        before = analysis.sentences[index]
        if before.paragraph != sentence.paragraph:
            return _of_heading(text, before, people, past is not None)
        told = [p for p in people if before.begin <= p.begin < before.end and analysis.quoted_at(p.begin) is None]
        topics = [p for p in told if TOPIC.match(text, p.end) or _BAR.match(text, p.end)]
        if not told:
            continue
        if not topics and told[0].kind == "person" and len(_of_paragraph(analysis, sentence, people)) == 1:
            topics = told[:1]
        if not topics or len({p.value for p in topics if p.kind == "person"}) > 1:
            return None
        return topics[0], past is not None or is_over(text, sentence, title, verb), "office-told"
    return None


def _of_paragraph(analysis: Analysis, sentence: Sentence, people: list[Mention]) -> set[str]:
    """The persons named in full in the paragraph up to a sentence, outside quotations."""
    first = analysis.paragraph_to(sentence)[0]
    return {
        p.value
        for p in people
        if p.kind == "person" and first.begin <= p.begin < sentence.begin and analysis.quoted_at(p.begin) is None
    }


def _of_heading(text: str, line: Sentence, people: list[Mention], past: bool) -> tuple[Mention, bool, str] | None:
    """Of whom a box tells that a name heads: ``■ N 원장은`` above ``○○대 교수를 지냈다.``"""
    named = [p for p in people if p.kind == "person" and line.begin <= p.begin < line.end]
    if len({p.value for p in named}) != 1 or not _HEADS_BOX.fullmatch(text, named[0].end, line.end):
        return None
    return named[0], past, "office-told"
