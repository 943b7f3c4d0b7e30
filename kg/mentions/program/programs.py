"""Programs by name: policies, projects, strategies, plans, funds, ordinances, vouchers that the text names."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from kg.documents.cells import Row
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.mentions.program.announced import announced
from kg.mentions.program.candidates import Candidate, unmarked
from kg.mentions.program.fields import in_fields
from kg.mentions.program.lists import in_column, in_heads, listed
from kg.mentions.program.marked import marked
from kg.mentions.program.shares import in_shares
from kg.mentions.program.spoken import brought_up
from kg.mentions.program.variants import with_variants
from kg.mentions.purse_words import purse_words
from kg.patterns import regex
from kg.spans import Span

_WHOSE = regex(r"(?:공약|역점|핵심|숙원|중점|현안|주요|대표)\s?(?:사업|과제|정책)$")
_JOIN = regex(r"[’'」]?(?:과|와|,|\s?·|\s및)\s?[‘'「]?")
_TECHNICAL = regex(r"[가-힣](?:AI|AX|ICT|SW|디지털|코딩|로봇|드론)[가-힣]")
_TASKS = regex(r"\s?등\s?(?:의\s|총\s)?(?:[^\s.,]{1,6}\s){0,2}(?:세부\s?|중점\s?|추진\s?)*(?:과제|사업|프로젝트)")
_MARKS_BEHIND = regex(r"\s?[‘'「『《〈<]")
_COPULA = regex(r"(?:이다|이며|이고|으로|입니다|이었다|이라)")
_TOPIC = regex(r"[’'」』》〉>”\"]?\s?(?:사업|프로젝트)?[은는]\s")
_TECHNOLOGY = regex(r"AI|AX|인공지능|디지털|스마트|로봇|데이터|자율주행|메타버스|드론")
_TOOLS = ("System", "Program")
"""The kinds of which there are many without a name: 서비스, 시스템, 프로그램."""
_MARKS = regex(r"[\"'‘’“”「」『』《》〈〉]")
_FOLD = regex(r"[\s\"'‘’“”「」『』《》<>〈〉\[\]()·ㆍ‧,.\-]")


def find_programs(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterable[Mention]:
    """Mentions of kind ``program``, and ``program-short`` for other wordings of them.

    Of the candidates those whose witnesses suffice, none inside another.
    """
    heads = [grid.head for grid in analysis.document.grids if grid.head is not None]
    found = [
        *marked(analysis, lexicon, mentions),
        *listed(analysis, lexicon, mentions),
        *in_column(analysis, lexicon),
        *in_heads(analysis, lexicon),
        *in_fields(analysis, lexicon),
        *announced(analysis, lexicon, mentions),
        *brought_up(analysis, lexicon, mentions),
        *(c for c in unmarked(analysis, lexicon, mentions) if not _in_head(c, heads)),
    ]
    times = Counter(fold(c.name) for c in {(c.begin, c.end): c for c in found}.values())
    purses = purse_words(lexicon)
    found = [c for c in found if c.name not in purses]  # 재난관리기금: out of which others are paid
    good = [c for c in found if _suffices(c, times[fold(c.name)]) and not _taken(c, mentions)]
    names = {fold(c.name) for c in good}
    good += [c for c in found if c not in good and fold(c.name) in names and not _taken(c, mentions)]
    good += _joined(found, good, analysis.text)
    good += _enumerated(found, good, analysis.text)
    good += in_shares(analysis, lexicon, mentions, good)
    good = [c for c in good if not _only_tells_kind(c, good, analysis)]
    kept: list[Candidate] = []
    for c in sorted(good, key=lambda c: (c.origin != "marked", c.begin - c.end, c.begin)):
        if not any(c.begin < k.end and k.begin < c.end for k in kept):
            kept.append(c)
    places = frozenset(m.value.text for m in mentions.of("region", "organization") if len(m.value.text) <= 6)
    yield from with_variants([_mention(c) for c in sorted(kept)], analysis.text, places)


def _in_head(c: Candidate, heads: list[Row]) -> bool:
    """Whether a phrase stands in a table's head, which says what the columns hold."""
    return any(head.begin <= c.begin and c.end <= head.end for head in heads)


def _only_tells_kind(c: Candidate, good: list[Candidate], analysis: Analysis) -> bool:
    """Whether a phrase only says of what kind a named program is: 육성사업 「Y」, «‘Y’는 … 육성 사업이다»."""
    if c.origin != "phrase":
        return False
    text = analysis.text
    if (marks := _MARKS_BEHIND.match(text, c.end)) is not None:
        return any(g.begin == marks.end() and g.origin == "marked" for g in good)
    if _TECHNOLOGY.search(c.name) or _COPULA.match(text, c.end) is None:
        return False
    sentence = analysis.sentence_at(c.begin)
    if sentence is not None and any(t.tag == "ETM" and 0 <= c.begin - t.end <= 1 for t in sentence.tokens):
        return True  # … 학생에게 주는 장학 사업이다
    return sentence is not None and any(
        g.origin == "marked" and sentence.begin <= g.begin < c.begin and _TOPIC.match(text, g.end) for g in good
    )


def _joined(found: list[Candidate], good: list[Candidate], text: str) -> list[Candidate]:
    """«A와 B 등에»: what is joined to a named program by 와, 과, · or a comma is one too, if it ends like one."""
    starts = {c.begin for c in good}
    return [
        c
        for c in found
        if c not in good
        and c.specific
        and c.suffix is not None
        and c.suffix.strength == "common"
        and c.origin == "phrase"
        and (j := _JOIN.match(text, c.end)) is not None
        and j.end() in starts
    ]


def _enumerated(found: list[Candidate], good: list[Candidate], text: str) -> list[Candidate]:
    """«A 구축, B 지원, C 조성 등 30개 과제»: three or more in a row that end as programs do."""
    chains: list[list[Candidate]] = []
    for c in sorted({(c.begin, c.end): c for c in found if c.origin == "phrase"}.values()):
        if chains and text[chains[-1][-1].end : c.begin] == ", ":
            chains[-1].append(c)
        else:
            chains.append([c])
    return [
        c
        for row in chains
        if len(row) > 2 and _TASKS.match(text, row[-1].end)
        for c in row
        if c.specific and c not in good
    ]


def _mention(c: Candidate) -> Mention:
    classes = (c.suffix.cls,) if c.suffix and c.suffix.cls != "Program" else ()
    return Mention(c.begin, c.end, "program", Name(clean(c.name), classes), f"program-{c.origin}")


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A name without white space, marks and case."""
    return _FOLD.sub("", name).lower()


def clean(name: str) -> str:
    """A name without the marks round its quoted part."""
    return " ".join(_MARKS.sub("", name).split())


def _suffices(c: Candidate, times: int) -> bool:
    """Whether what speaks for a candidate is enough."""
    strength = c.suffix.strength if c.suffix else ""
    deeds = c.witnesses & ({"money", "verb", "head", "topic"} if strength == "strong" else {"money", "verb", "head"})
    if c.origin in ("listed", "event"):
        return True
    if c.origin == "marked":
        if "head" in c.witnesses or strength == "strong":
            return True
        if strength:
            handed = c.suffix is not None and c.suffix.cls == "Voucher" and _TECHNOLOGY.search(c.name) is not None
            return c.specific or bool(deeds) or times > 1 or handed  # a plain name of what is handed out: ‘AI 이용권’
        if "used" in c.witnesses and c.specific:
            return True
        known = "technology" in c.witnesses or bool(deeds) or times > 2
        return (
            c.specific
            and (known or "stands" in c.witnesses)
            and len(fold(c.name)) >= (3 if "money" in deeds or "again" in c.witnesses else 4)
        )
    if strength == "strong":
        return c.specific or (bool(deeds) and len(fold(c.name)) >= 5)
    if strength == "common" and c.suffix is not None and c.suffix.cls == "Fund" and "money" in deeds:
        return len(fold(c.name)) >= 5
    if strength == "common":
        tool = c.suffix is not None and c.suffix.cls in _TOOLS and c.suffix.word != "플랫폼"
        plain = tool and _TECHNOLOGY.search(c.name) is None
        if plain and deeds == {"verb"} and times < 2:
            return False  # «상담 서비스를 제공한다»: what is done with any such thing
        opened = c.suffix is not None and c.suffix.cls == "Facility" and "opens" in c.witnesses
        named = opened or (
            bool(deeds) or times > 1 or (c.suffix is not None and c.suffix.word == "사업" and len(fold(c.name)) >= 8)
        )
        return c.specific and named
    if strength == "deed" and times > 1 and c.specific and " " not in c.name and _TECHNICAL.search(c.name):
        return True  # 가온청년AI학교, twice in one text
    return "money" in c.witnesses and len(c.name.split()) >= 2 and (c.specific or "verb" in c.witnesses)


def _taken(c: Candidate, mentions: Mentions) -> bool:
    """Whether the words are a body's or an event's name already, or only tell whose pledge something is."""
    if c.origin == "phrase" and _WHOSE.search(c.name) and mentions.within(Span(c.begin, c.end), "person", "title"):
        return True  # 홍길동 군수 공약사업
    if c.origin == "listed" and any(m.begin == c.begin for m in mentions.within(Span(c.begin, c.end), "person")):
        return True  # ○ 홍길동 위원 : …
    return any(
        m.begin <= c.begin and c.end <= m.end for m in mentions.of("organization", "event", "person") if m.begin < c.end
    )
