"""Bodies in the cells of a table's column that tells who carries out what: 수행기관, 주관기관, 납품업체."""

from collections.abc import Iterator

from kg.documents.cells import Cell, is_figure
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.mentions.organization.words import common_words
from kg.patterns import regex

_WHO = regex(
    r"(?:사업|공동|위탁|세부|실제|현장)?(?:수행|주관|운영|시행|추진|전담|위탁|수탁|집행|총괄|참여|실행|협력|관리|운용|개발|공급|납품|제작|구축|선정|지원|출연|보조금?)"
    r"(?:기관|업체|사|단체|법인|기업|대학|병원|학교|사업자)(?:명)?|(?:사업)?(?:시공|운영|시행|주관|운용|납품|개발|제조)사|업체명?|기관명|단체명|기업명|법인명|회사명"
)
"""The head of a column that names bodies, without its brackets and spaces."""
_PARTS = regex(r"[^,·ㆍ/、()（）\n]+(?:\([^()]*\))?")
_MARK = regex(r"^(?:㈜|\(주\)|㈔|㈶|\(재\)|\(사\)|주식회사|\(유\))\s?|\s?(?:㈜|\(주\))$")
_NAME = regex(r"[가-힣A-Za-z][가-힣A-Za-z0-9&.+-]{2,17}(?: [가-힣A-Za-z0-9&]{2,12}){0,2}")
_NO_NAME = regex(
    r"(?:.*\s)?(?:미정|예정|협의|공모|선정|직영|직접|자체|민간|용역|위탁|대행|공동|별도|해당|없음|추후|입찰|조달|수의계약|"
    r"[가-힣]{0,8}(?:기관|업체|기업|부서|주민|단체|대학|대학교|학교|병원|사업자|수행자|시군|시·군|읍면동|읍면|자치구|지자체|컨소시엄|전문가|마을|농가|협력사|제조사|스타트업|"
    r"[국과실팀관부]))(?:\s?(?:\d+|등|외|중|들).*)?"
)
"""What stands there and names nobody: «미정», «공모 선정», «관내 기업 5곳», a department."""


def bodies_in_columns(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """The names that no other rule reads in the cells under such a head."""
    for grid in analysis.document.grids:
        column = grid.column(_WHO)
        if column is None or grid.head is None:
            continue
        for row in grid.rows:
            if len(row.cells) == len(grid.head.cells) and row.cells[column].words:
                yield from _named(analysis, lexicon, mentions, row.cells[column])


def _named(analysis: Analysis, lexicon: Lexicon, mentions: Mentions, cell: Cell) -> Iterator[Mention]:
    """The bodies that one cell names."""
    text = analysis.text
    if is_figure(cell.words) or analysis.sentence_at(cell.begin) is None:
        return
    for part in _PARTS.finditer(text, cell.begin, cell.end):
        words = part.group().split("(")[0]
        begin = part.start() + len(words) - len(words.lstrip())
        words = words.strip()
        if (mark := _MARK.match(words)) is not None and mark.end() < len(words):
            begin, words = begin + mark.end(), words[mark.end() :]
        end = begin + len(words)
        if _NAME.fullmatch(words) is None or _NO_NAME.fullmatch(words) or words in common_words(lexicon):
            continue
        if mentions.free(begin, end, "organization", "region", "person"):
            yield Mention(begin, end, "organization", Name(words), "organization-in-column")
