"""The program that a whole document is about: the last resort of a sum that names nothing."""

from collections.abc import Sequence

from kg.facts.allocation.facility import FACILITIES, facility_in, is_site
from kg.facts.allocation.outline import is_paper
from kg.facts.allocation.says_nothing import says_nothing
from kg.facts.allocation.topic_sentence import may_get_money, won_by_another
from kg.facts.allocation.topics import Topic
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions
from kg.mentions.remembered import once_a_document
from kg.patterns import regex
from kg.spans import Span

_LEAD = 4
_HEAD = 3
"""In so many sentences a paper whose title only says what kind of paper it is names what it is about."""
_UNDATED = regex(r"\s*(?:19|20)\d\d\s?\.[\s\d.]*$")
_LABEL = 12
"""A line of so few code points tells nothing: «[기자]», «□ 주요 위원»."""
_FOUNDED = regex(
    r"[’'”\"」』]{0,2}\s?(?:을|를)?\s?(?:설립|건립|조성|구축|신축|착공|건설|유치|신설|세운|짓는|첫\s?삽"
    r"|개소|개관|개원|개교|개장|완공|준공|들어[서선설]|문\s?[여연열]|문을\s?[여연열]|출범|입지|낙점)"
)
_IN_TITLE, _IN_LEAD, _MARKED = 2.0, 1.0, 1.5
"""A name in marks is that of the program, whatever of it is told more often."""


@once_a_document
def main_topic(analysis: Analysis, mentions: Mentions) -> Topic | None:
    """The program that the headline or the lead names, the one told most often of them; one that stands only further
    down must be told more often than any other. A text of many programs has none."""
    names: dict[str, list[Mention]] = {}
    for mention in mentions.of("program"):
        sentence = analysis.sentence_at(mention.begin)
        if not may_get_money(mention) or is_site(analysis.text, mention) or says_nothing(mention.value.text):
            continue
        if sentence is None or not won_by_another(analysis, mentions, mention, sentence.span):
            names.setdefault(mention.value.text, []).append(mention)
    title = analysis.document.title_span
    headed = title is None or any(title.holds(m.span) for places in names.values() for m in places)
    if title is not None and not headed and (founded := _founded(analysis.text, mentions, title)) is not None:
        return founded
    if not names:
        return headed_by(analysis, mentions)
    shorts = [m.value.head for m in mentions.of("program-short")]
    lead = [s.span for s in analysis.sentences if s.block == "body" and s.end - s.begin > _LABEL][:_LEAD]
    if title is not None and is_paper(_UNDATED.sub("", title.of(analysis.text))):
        for line in (s.span for s in analysis.sentences[:_HEAD] if s.block == "subtitle"):
            for places in names.values():
                if line.holds(places[0].span):
                    return Topic(places[0].value.text, places[0].span, places[0])
    weights: dict[str, float] = {}
    opens: set[str] = set()
    for name, places in names.items():
        weights[name] = float(len(places)) + shorts.count(name)
        if title is not None and any(title.holds(m.span) for m in places):
            alone = all(title.holds(m.span) for m in places) and name not in shorts
            weights[name] += 0 if alone else _IN_TITLE  # words of a headline that the text never takes up
            opens.add(name)
        if any(s.holds(m.span) for m in places for s in lead):
            weights[name] += _IN_LEAD
            weights[name] += _MARKED if any(m.rule == "program-marked" for m in places) else 0.0
            opens.add(name)
    told = {n: sum(w for other, w in weights.items() if other in n or n in other) for n in names}
    if any(m.rule == "program-marked" for n in opens for m in names[n]):
        names = {n: places for n, places in names.items() if not _device(places)}
    best = max(names, key=lambda n: (told[n], weights[n], -names[n][0].begin))
    family = {n for n in names if n in best or best in n}
    if not family & opens:
        built = next((f for s in lead if (f := facility_in(analysis, mentions, s)) is not None), None)
        if built is not None:
            return built
        if analysis.document.kind == "council" or not _stands_out(best, family, told):
            return headed_by(analysis, mentions)
    return Topic(best, names[best][0].span, names[best][0])


_NOT_HEADED = frozenset(("LocalGovernment", "Council", "Committee", "Ministry", "Company", "University", "School"))
_HEAD_OF = regex(r"장(?![가-힣])|\s(?:이사장|대표이사|대표|원장|소장|센터장|단장|본부장)(?![가-힣])")


def headed_by(analysis: Analysis, mentions: Mentions, *, of_any: bool = False) -> Topic | None:
    """The centre whose head the headline of an interview names, or a body ``of_any`` kind: «아무개 가온AI센터장»."""
    title = analysis.document.title_span
    if title is None or analysis.document.kind != "interview":
        return None
    for mention in mentions.within(title, "organization"):
        if "Centre" in mention.value.classes and analysis.text.startswith("장", mention.end):
            return Topic(mention.value.text, mention.span)
        if of_any and _NOT_HEADED.isdisjoint(mention.value.classes) and _HEAD_OF.match(analysis.text, mention.end):
            return Topic(mention.value.text, mention.span)
    return None


def _device(places: Sequence[Mention]) -> bool:
    """Whether a name is that of what a program hands out (말벗 로봇, 관제 시스템), told again and again as it is."""
    return all(m.rule == "program-phrase" and "System" in m.value.classes for m in places)


def _founded(text: str, mentions: Mentions, title: Span) -> Topic | None:
    """The facility that the headline says is founded: «‘가온 AI 복원센터’ 설립 협약 체결»."""
    for mention in mentions.within(title, "organization"):
        if FACILITIES.isdisjoint(mention.value.classes) or not _FOUNDED.match(text, mention.end, title.end):
            continue
        return Topic(mention.value.text, mention.span)
    return None


def _stands_out(best: str, family: set[str], told: dict[str, float]) -> bool:
    others = [w for n, w in told.items() if n not in family]
    return len(others) < 2 or (told[best] > 2 and told[best] >= 2 * max(others))
