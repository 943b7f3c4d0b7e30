"""Programs at the head of a bullet or of a table's row: ``① (이름) …``, ``△이름 △이름``, ``이름 | 122 | 175``."""

import re
from collections.abc import Iterator

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mentions
from kg.mentions.program_candidates import Candidate
from kg.mentions.program_words import program_words
from kg.spans import Span

_NUMBERED = re.compile(r"^\s*[①-⑳]\s*[\(（\[【‘']([^()（）\[\]【】\n]{2,40})[\)）\]】’']", re.MULTILINE)
_TRIANGLE = re.compile(r"[△▲▷▶]\s?([^△▲▷▶\n]{3,50}?)(?=\s*(?:[△▲▷▶(,.\n]|\d|등(?:을|이|의|에|\s)|[을를이가에]\s|$))")
_ROW = re.compile(
    r"^[ \t]*(?:[|][ \t]*)?([^|\n\t:@]{3,40}?)[ \t]*[|\t]"
    r"[ \t]*(?:약\s?)?[-△▲]?[\d,.]+(?!\s?[년.]\s?\d)[^|\n\t]*(?=[|\t\n]|\Z)",
    re.MULTILINE,
)
_NAMED_BEHIND = re.compile(r"[)）\]】]\s?[‘'「『《〈\"“][^’'」』》〉\"”\n]{2,40}[’'」』》〉\"”]\s?(?:[:：]|사업)")
_SKIP = re.compile(r"^(?:구분|합계|총계|계|소계|항목|연도|단위|분야|부서|비고|사업명|전체|.*\d{4}년.*|[\d.,%\s]+)$")


_MEASURES = re.compile(r"(?:핵심|성과|주요|평가|관리)?(?:성과)?(?:지표|목표|측정항목|척도)(?:명)?")
_COLUMN = re.compile(r"(?:세부|단위|주요|핵심|중점|신규|추진|AI)?(?:사업|과제|정책|프로그램|프로젝트)(?:명|명칭|이름)?")


def in_column(analysis: Analysis, lexicon: Lexicon) -> Iterator[Candidate]:
    """The cells under a head that says 사업명, 과제 or 프로그램."""
    words = program_words(lexicon)
    for grid in analysis.document.grids:
        column = grid.column(_COLUMN)
        if column is None:
            continue
        for row in grid.rows:
            cell = row.cells[column] if len(row.cells) == len(grid.head.cells if grid.head else ()) else None
            if cell is None or not 3 <= len(cell.words) <= 40 or _SKIP.match(cell.words):
                continue
            if analysis.sentence_at(cell.begin) is not None and re.search("[가-힣A-Za-z]{2}", cell.words):
                yield Candidate(cell.begin, cell.end, cell.words, words.suffix(cell.words), "listed", frozenset(), True)


def listed(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Candidate]:
    """The heads of numbered bullets in brackets, of triangles, and of rows with figures."""
    words, text = program_words(lexicon), analysis.text
    other = [
        Span(line.begin, line.end)
        for grid in analysis.document.grids
        if grid.column(_MEASURES) is not None
        for line in grid.lines
    ]
    other += [Span(grid.head.begin, grid.head.end) for grid in analysis.document.grids if grid.head is not None]
    for pattern, loose in ((_NUMBERED, True), (_TRIANGLE, False), (_ROW, True)):
        heads = list(pattern.finditer(text))
        if pattern is _ROW and len(heads) < 2:
            continue
        for m in heads:
            name, begin = m.group(1).strip(), m.start(1)
            if (
                name[0] in "“\"‘'"
                or analysis.sentence_at(begin) is None
                or _SKIP.match(name)
                or _NAMED_BEHIND.match(text, m.end(1))
                or any(span.begin <= begin < span.end for span in other)
            ):
                continue
            begin += len(m.group(1)) - len(m.group(1).lstrip())
            suffix = words.suffix(name)
            if (words.other_head(name) and (suffix is None or len(suffix.word) < 3)) or (suffix is None and not loose):
                continue
            if suffix is not None and suffix.word == name.replace(" ", ""):
                continue
            yield Candidate(begin, begin + len(name), name, suffix, "listed", frozenset(), True)
