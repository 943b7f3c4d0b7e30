"""Programs at the head of a bullet or of a table's row: ``① (이름) …``, ``△이름 △이름``, ``이름 | 122 | 175``."""

import re
from collections.abc import Iterator

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mentions
from kg.mentions.program_candidates import Candidate
from kg.mentions.program_words import program_words

_NUMBERED = re.compile(r"^\s*[①-⑳]\s*[\(（\[【‘']([^()（）\[\]【】\n]{2,40})[\)）\]】’']", re.MULTILINE)
_TRIANGLE = re.compile(r"[△▲▷▶]\s?([^△▲▷▶\n]{3,50}?)(?=\s*(?:[△▲▷▶(,.\n]|\d|등(?:을|이|의|에|\s)|[을를이가에]\s|$))")
_ROW = re.compile(
    r"^[ \t]*(?:[|][ \t]*)?([^|\n\t:@]{3,40}?)[ \t]*[|\t]"
    r"[ \t]*(?:약\s?)?[-△▲]?[\d,.]+(?!\s?[년.]\s?\d)[^|\n\t]*(?=[|\t\n]|\Z)",
    re.MULTILINE,
)
_NAMED_BEHIND = re.compile(r"[)）\]】]\s?[‘'「『《〈\"“][^’'」』》〉\"”\n]{2,40}[’'」』》〉\"”]\s?(?:[:：]|사업)")
_SKIP = re.compile(r"^(?:구분|합계|총계|계|소계|항목|연도|단위|분야|부서|비고|사업명|전체|.*\d{4}년.*|[\d.,%\s]+)$")


def listed(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Candidate]:
    """The heads of numbered bullets in brackets, of triangles, and of rows with figures."""
    words, text = program_words(lexicon), analysis.text
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
            ):
                continue
            begin += len(m.group(1)) - len(m.group(1).lstrip())
            suffix = words.suffix(name)
            if (words.other_head(name) and (suffix is None or len(suffix.word) < 3)) or (suffix is None and not loose):
                continue
            if suffix is not None and suffix.word == name.replace(" ", ""):
                continue
            yield Candidate(begin, begin + len(name), name, suffix, "listed", frozenset(), True)
