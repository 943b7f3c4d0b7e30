"""Words and runs that the ways of telling a purpose have in common."""

import re

from kg.facts.allocation.chunks import Chunk
from kg.facts.allocation.clause import Clause
from kg.facts.allocation.wording import Purpose, is_time

QUANTITY = re.compile(
    r"\s?(?:약|총|모두)?\s?\d[\d,.]*\s?(?:만|천|백)?\s?여?\s?(?:명|곳|개소?|대|건|가구|팀|개사|개\s?사"
    r"|종|호|동|식|기|채|면|마리|인)(?:씩|여)?$"
)


PLACE = re.compile(
    r"^(?!\S*(?:도시|전시|감시|표시)$)[가-힣]{2,3}(?:시|군)$|^(?!연구|기구|도구|가구|농구|축구|야구|친구|입구|출구|항구|지구|특구|"
    r"인구|요구|청구)[가-힣]{1,3}구$"
)


KIND = re.compile(
    r"(?:^|\s|급\s?|의\s)(?:사업|시설|기관|조직|연구소|연구원|재단|기구|펀드|기금|플랫폼|시스템|서비스|장비|건축물|공간|거점|센터|계획|프로젝트|단지|공장|곳|건물|일|작업|구상|액수|규모|돈|"
    r"금액|과제|정책|공사|R&D|연구개발)$"
)


SPELLED = re.compile(r"\s(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?(?:곳|개소|군데|동|기|척|채|개)$")


GOAL_PARTICLES = ("에", "에는", "에도", "에만", "에까지", "에다", "에다가", "엔", "에선")


def told_by(found: Purpose | None, feature: str) -> Purpose | None:
    """The purpose under the way of writing that told it; a kind of cost (운영비) is marked as such."""
    if found is None:
        return None
    cost = bool(re.search(r"(?:홍보|비|비용|료|인건비|수당|상금|장려금|운영비)$", found.text))
    return Purpose(found.text, found.span, feature, cost)


def spread(clause: Clause, place: int) -> int:
    """Where the phrase at ``place`` begins, with the nouns joined to it by commas."""
    chunks, text = clause.row.chunks, clause.analysis.text
    begin = chunks[place].begin
    i = place - 1
    while i >= clause.left:
        chunk = chunks[i]
        if chunk.kind == "noun" and chunk.particle == "," and chunk.money is None and not _ends_topic(chunk, text):
            begin = chunk.begin
            i -= 1
        elif chunk.kind == "adverb" and chunk.lemma in ("및", "또는"):
            i -= 1
        else:
            break
    return begin


def _ends_topic(chunk: Chunk, text: str) -> bool:
    return bool(is_time(text[chunk.begin : chunk.end]))


def words_of(clause: Clause, chunk: Chunk) -> str:
    """The text of a chunk, without its particle."""
    return clause.analysis.text[chunk.begin : chunk.end]


MOVES = frozenset(("줄이", "늘리", "키우", "높이", "책정", "잡", "확정", "의결", "조정"))


RECEIVES = re.compile(
    r"(?:기업|업체|회사|농가|가구|주민|학생|청년|어르신|노인|대학|학교|점포|상인|소상공인|참여자|교육생|명|곳|개사|병원|어민|농민)$"
)
