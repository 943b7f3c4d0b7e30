"""What a sum takes from the text where its own clause names nothing: the list item's name, the thing made in the
sentence before, another place that tells the same sum."""

from itertools import pairwise

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.says_nothing import says_nothing
from kg.facts.allocation.topic_given import made_before
from kg.facts.allocation.topic_sentence import named_in
from kg.language.model import Analysis
from kg.mentions.model import Mentions
from kg.patterns import regex
from kg.spans import Span

POINTS_BACK = regex(
    r"[\s“\"‘'○◦□\-]*(?:[가-힣]{1,8}[은는이가]\s)?(?:여기에|여기엔|이에|이를\s위해|이\s일에|이\s작업에)(?:는|만)?\s"
)


def take_made(draft: Draft, analysis: Analysis, mentions: Mentions) -> None:
    """«감지기를 어르신 댁에 단다. 여기에 올해 4억 원을 쓴다»: the object of the sentence before, where that names no
    program."""
    assert draft.clause is not None
    sentence = draft.clause.sentence
    if sentence.index and draft.clause.act is not None:
        earlier = analysis.sentences[sentence.index - 1]
        if earlier.paragraph != sentence.paragraph or named_in(analysis, mentions, earlier.span) is not None:
            return
        given = made_before(analysis, sentence, draft.money.begin)
        if given is not None and given.span.begin >= earlier.begin:
            draft.purpose = given.text
            draft.programs = [m for m in mentions.within(given.span, "program") if given.span.meets(m.span)]
            draft.note("purpose", given.span, "purpose-topic")


_SAME_SUM = regex(r"\s?(?:원)?\s?(?:가운데|중(?:에서)?(?=\s)|짜리)")


def told_elsewhere(drafts: list[Draft]) -> None:
    """«52억 원 가운데 30억 원이 국비다» where a table or another paragraph tells what the 52억 원 is for: of the same
    thing, and its parts too."""
    for draft in drafts:
        if draft.clause is None or draft.part_of is not None or draft.per_unit or draft.value < _COUNTS:
            continue
        if not _SAME_SUM.match(draft.clause.analysis.text, draft.money.end):
            continue
        if draft.own and "purpose-after" not in draft.features:
            continue
        same = [d for d in drafts if d.value == draft.value and d is not draft and _names(d) and d.part_of is None]
        same = [d for d in same if d.clause is None or not d.clause.chunk.suffix.endswith("짜리")]
        if not same or len({d.purpose for d in same}) > 1:
            continue
        was, told = draft.purpose, same[0]
        for other in drafts:
            if other is draft or (
                not other.own and (other.part_of is draft or (other.lender is draft and was == other.purpose))
            ):
                other.purpose, other.programs = told.purpose, list(told.programs)


def _names(draft: Draft) -> bool:
    """Whether a sum tells its thing itself, as the row of a body in a table on one thing does."""
    return draft.own or (draft.clause is None and draft.by is not None and not draft.whole and bool(draft.purpose))


_ADDS_TO = regex(r"(?:[가-힣]{1,10}[은는이가]\s)?(?:여기에|여기다|이에|이\s돈에)\s")


def named_behind(drafts: list[Draft]) -> None:
    """«A청이 국비 40억 원을 지원한다. 시는 여기에 40억 원을 더해 X를 만든다»: what the next sentence makes of it."""
    for draft, later in pairwise(drafts):
        if draft.purpose is not None or draft.clause is None or later.clause is None or not later.own:
            continue
        one, two = draft.clause.sentence, later.clause.sentence
        if two.index - one.index == 1 and _ADDS_TO.match(draft.clause.analysis.text, two.begin, two.end):
            draft.purpose, draft.programs, draft.lender = later.purpose, list(later.programs), later


_COUNTS = 100_000_000
"""Won; a smaller sum may well stand twice for two things."""


_LABELLED = regex(r"[^\S\n]*(?:[○◦□■▪•·ㅇ※▶△①-⑳\-–*]|[가-하\d]{1,2}[.)]|\([가-하\d]\))\s?[^:：\n]{3,44}\s?[:：]\s")


def labelled_in_line(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """«나. X 지원 : 96억 원. 한 곳당 최대 4억 원 보조»: the sum that follows the name of the list item."""
    assert draft.clause is not None
    text = draft.clause.analysis.text
    begin = text.rfind("\n", 0, draft.money.begin) + 1
    label = _LABELLED.match(text, begin, draft.money.begin)
    if label is None:
        return None
    return next((d for d in earlier[-6:] if d.money.begin >= label.end() and d.purpose and not d.per_unit), None)


_YEAR_BEFORE = regex(r"[(（]\s?(?:전년|전년도|전년에는?)\s(?:약\s|예산\s)?$")


def dated_by_host(drafts: list[Draft]) -> None:
    """«96억 원 (전년 88억 원)»: of the year before that of the sum which the bracket follows."""
    for host, draft in pairwise(drafts):
        if host.year is None or draft.clause is None or draft.money.begin - host.money.end > 12:
            continue
        text = draft.clause.analysis.text
        if (told := _YEAR_BEFORE.search(text, host.money.end, draft.money.begin)) is not None:
            draft.year, draft.year_told, draft.several_years = host.year - 1, True, False
            draft.note("year", Span(told.start() + 1, told.end()), "year-told")


def named_again(drafts: list[Draft]) -> None:
    """«셔틀은 지난해에도 12억 원을 쓰고» after «자율주행 셔틀 운행에 31억 원»: a topic that is another sum's purpose,
    or its last nouns, is what a sum without a purpose of its own is for. Rows of tables name things too."""
    named = [d for d in drafts if d.own and d.purpose and d.part_of is None]
    for draft in drafts:
        if draft.own or draft.clause is None or draft.part_of is not None:
            continue
        text = draft.clause.analysis.text
        row = draft.clause.row.chunks
        for chunk in reversed(row[: draft.clause.place]):
            if chunk.kind != "noun" or chunk.money is not None or chunk.particle not in ("은", "는", "도"):
                continue
            words = text[chunk.begin : chunk.end].strip("‘’'\"“” ")
            if says_nothing(words):
                continue  # «예산은 2천만 원이다» calls no «전환 예산»
            told = [d for d in named if len(words) > 1 and _is_called(words, d.purpose or "")]
            if told:
                near = min(told, key=lambda d: (abs(d.money.begin - draft.money.begin), d.money.begin))
                draft.purpose, draft.programs, draft.lender = near.purpose, list(near.programs), None
                draft.own = True
                draft.slots["purpose"] = (Span(chunk.begin, chunk.end),)
                break


def _is_called(words: str, purpose: str) -> bool:
    """Whether a purpose is these words or has them as words of its own: 셔틀 in 자율주행 셔틀 운행."""
    return words == purpose or (len(words) > 1 and f" {words} " in f" {purpose} " and not purpose.startswith(words))
