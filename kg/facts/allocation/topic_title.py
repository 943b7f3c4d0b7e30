"""What a paper as a whole is about: the plan or the field that its title names, beside the program it tells of most."""

from kg.facts.allocation.sections import is_row, item_at
from kg.facts.allocation.table_labels import unframed
from kg.facts.allocation.topic_label import title_plan
from kg.facts.allocation.topic_main import main_topic
from kg.facts.allocation.topics import Topic
from kg.language.model import Analysis
from kg.mentions.model import Mentions
from kg.mentions.remembered import once_a_document
from kg.patterns import regex

_REPORT = regex(
    r"(?:사업|과제|분야|정책|시책)(?:의|별)?\s?(?:주요\s?)?(?:추진|집행|운영|이행|예산|업무)?\s?(?:현황|상황|실적|점검|업무계획|업무보고)(?:\s?보고서?|\s?자료)?"
    r"(?:\s?[(（][^()（）]{1,20}[)）])?\s*$"
)
_FIELD = regex(r"AI|인공지능|디지털|데이터|로봇|스마트|AX|자율주행|반도체|드론|신산업|미래산업")
_LONGEST = 30


@once_a_document
def whole_topic(analysis: Analysis, mentions: Mentions) -> Topic | None:
    """The program of a text, unless its title is the name of a plan, or a report's, and does not name that program."""
    main, title = main_topic(analysis, mentions), analysis.document.title_span
    if main is None or title is None or title.holds(main.span) or main.text in title.of(analysis.text):
        return main
    if is_row(item_at(analysis.text, main.span.begin).words) and reported_field(analysis) is not None:
        return None  # one row of the many programs on which a paper reports
    return title_plan(analysis, alone=True) or main


def reported_field(analysis: Analysis) -> Topic | None:
    """The field on whose programs a paper reports: «2026년도 인공지능 분야 주요사업 추진현황»."""
    title = analysis.document.title_span
    if title is None or _REPORT.search(analysis.text, title.begin, title.end) is None:
        return None
    bare = unframed(analysis.text, title)
    if bare is None or _FIELD.search(bare[0]) is None or len(bare[0]) > _LONGEST:
        return None
    return Topic(*bare)
