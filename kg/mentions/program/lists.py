"""Programs at the head of a bullet or of a table's row: ``① (이름) …``, ``△이름 △이름``, ``이름 | 122 | 175``."""

import re
from collections.abc import Iterator

from kg.documents.across import names_across, things_across
from kg.documents.cells import Cell, as_word
from kg.documents.lines import BULLETS
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mentions
from kg.mentions.program.candidates import Candidate
from kg.mentions.program.words import ProgramWords, program_words
from kg.mentions.purse_words import purse_words
from kg.mentions.row_units import counts, label_unit
from kg.patterns import regex
from kg.spans import Span

_NUMBERED = regex(r"^\s*[①-⑳]\s*[\(（\[【‘']([^()（）\[\]【】\n]{2,40})[\)）\]】’']", re.MULTILINE)
_BRACKETED = regex(
    r"^[ \t]*(?:[-ㆍ·○◦ㅇ•‣∘*□■◇◆▶▷❍❏▣△▲]|\d{1,2}[.)]|[가-하][.)])[ \t]?"
    r"[(（\[【]([가-힣A-Za-z][^()（）\[\]【】\n:：,]{3,38})[)）\]】]"
    r"[ \t]?(?=[‘'「가-힣A-Za-z\d’])",
    re.MULTILINE,
)
"""``○ (가온 AI 길잡이) …``: what the bullet tells of stands in brackets at its head."""
_TRIANGLE = regex(r"[△▲▷▶]\s?([^△▲▷▶\n]{3,50}?)(?=\s*(?:[△▲▷▶(,.\n]|\d|등(?:을|이|의|에|\s)|[을를이가에]\s|$))")
_ROW = regex(
    r"^[ \t]*(?:[|][ \t]*)?(?=[^|\n\t:@]*[|\t])([^|\n\t:@]{3,40}?)[ \t]*[|\t]"
    r"[ \t]*(?:약\s?)?[-△▲]?(?!['’]?(?:20)?\d\d년?도?\s?(?:예산|요구|결산|실적|계획|목표|기정|당초|본예산|확정|집행))"
    r"[\d,.]+(?!\s?[년.]\s?\d)[^|\n\t]*(?=[|\t\n]|\Z)",
    re.MULTILINE,
)
_OPENED = (
    r"^[ \t]*(?:[-ㆍ·○◦ㅇ•‣∘*□■◇◆▶▷❍❏▣◎●]|\d{1,2}[.)]|[가-하][.)]|[①-⑳❶-❿])[ \t]?"
    r"[‘'「『《<]?((?:[‘'「『][^’'」』\n]{2,20}[’'」』][ \t])?[가-힣A-Za-z]"
    r"(?:[^:：\n|,.()（–—‘’'」』》>]|(?<= )[‘'][^‘’'\n]{2,12}[’'](?= )){3,38}?)"
    r"[’'」』》>]?"
)
"""An item of a list with a name at its head, in name marks or not."""
_ITEM = _OPENED + r"(?:[ \t]사업)?[ \t]?(?:\([^()\n\d]{1,16}\)[ \t]?[:：]|[:：(（–—]|[ \t]-[ \t])[ \t]?"
"""Such an item that only names something, before a colon, a bracket or a dash."""
_PRICED = regex(
    _ITEM + r"(?:[^\n:：,]{0,16}?|[^\n:：,]{2,24}, ?(?:총 ?)?)(?<!\d)"
    r"\d[\d,.]*\s?(?:조|억|천|백|만)?[\d,. ]*(?:억|천|백|만)*\s?원",
    re.MULTILINE,
)
"""``- 가온 AI 심야버스 운행 : 27억 원 원안 의결``, ``2. 가온 AI 창구 (5억 원 → 3억 원)``: the money stands behind."""
_VOTED = regex(
    _ITEM + r"(?:요구액?|신청액?|당초|원안|수정안?|"
    r"전액|일부|증액|감액|삭감|신규|가결|부결|보류|요구|조정|반영|미반영|계속)(?=[ )\t,.\n]|$)",
    re.MULTILINE,
)
"""``○ 가온 AI 길잡이 : 원안 의결``: what was decided on it stands behind."""
_DETAILED = regex(
    _OPENED + r"(?:[ \t]사업)?[ \t]?[:：][ \t]?"
    r"(?=[^\n]*\d)(?![\d,.~\-– →%]*\d[^\s,.]{0,3}(?:\n|\Z))[^\n]*?[가-힣A-Za-z)][ \t]?"
    r"(?:설치|구축|조성|교육|양성|배출|지원|보급|배치|개소|개관|개장|투입|소요|단축|감축|제공|도입|운영|운행|확대|확충|개발|실증|건립|착공|시행|추진"
    r"|제작|수집|연계|전환|선발|모집|공급|적용|점검|상담|파견|개최)"
    r"(?:[ \t]?(?:예정|계획|완료|목표))?(?=[ \t]?[.,;)(→]|[ \t]*\n|\Z)",
    re.MULTILINE,
)
"""``① 가온 AI 길잡이 : 경로당 30곳에 설치. 곳당 …``: what is to be done stands behind a colon, with figures."""
_SUMMED = regex(
    _OPENED + r"[ \t]+(?:약|총)?[ ]?\d[\d,.]*\s?(?:조|억|천만|백만|만)[\d,.천백만억 ]*원(?=[ \t]*(?:[/|,(·]|\n|\Z))",
    re.MULTILINE,
)
"""``◎ 가온 AI 수질지킴이 4억2천만원 / 신규``: nothing but a sum behind the name."""
_HEADED = regex(
    r"^[ \t]*(?:(?:세부|단위)?(?:사업|과제|안건|카드|항목|과업)[ \t]?\d{1,2}[ \t]?[./:)-]|제?\d{1,2}[.)]"
    r"|제\d{1,2}(?=[ \t])"
    r"|[가-하][.)]"
    r"|[①-⑳□■◇◆▣❍❏❑◈▶▷])[ \t]?([가-힣A-Za-z][^:：\n|,.()/]{3,38}?)[ \t]*(?:\([^()\n]{1,16}\)[ \t]*"
    r"|/[ \t]?[^\n]{1,24})?\n"
    rf"(?=[ \t]*(?:[{BULLETS}*][ \t]?|\.[ \t]|[가-힣]{{2,6}}\t)\S|[ \t]+\S)",
    re.MULTILINE,
)
"""A numbered or marked line that only names something («사업 2. 가온 AI 창구»), with bullets or set-in lines below."""
_JUDGED = regex(
    r"^[ \t]*(?:\d{1,2}[.)]|[①-⑳❶-❿])[ \t]?[‘'「『]?([가-힣A-Za-z][^:：\n|,.()–—’'」』]{2,38}?)[’'」』]?"
    r"(?:[ \t]\d[\d,]*[조억천백만]+ ?원)?[ \t]?(?:[–—]|[ \t]-[ \t])[ \t]?[^\n]{1,14}(?=\n|\Z)",
    re.MULTILINE,
)
"""``1. 가온 AI 창구 — 달성``: a heading that names something and judges it."""
_PAID_BELOW = regex(
    r"^[ \t]*(?:[□■◇◆▶▷▣❍❏○◦●◎ㅁ]|\d{1,2}[.)]|[가-하][.)]|[①-⑳❶-❿])[ \t]?"
    r"([가-힣A-Za-z][^:：\n|,.()?!…–—’'」』》>“”]{3,28}?)[ \t]*\n(?:[ \t]*\n)?"
    r"(?=[ \t]*[^\s□■◇◆▶▷▣][^\n]{0,240}?\d[\d,.]*\s?(?:조|억|천만|백만|만)[\d,.천백만 ]*\s?원)",
    re.MULTILINE,
)
"""``□ 가온 AI 길잡이``: a line that only names something, and the paragraph below it tells money."""
_ITEMS = (_PRICED, _SUMMED, _VOTED, _DETAILED, _HEADED, _BRACKETED, _JUDGED, _PAID_BELOW)
_IN_ROWS = (_ROW, *_ITEMS)
_PATTERNS = ((_NUMBERED, True), (_TRIANGLE, False), *((pattern, True) for pattern in _IN_ROWS))
"""Each form with whether a name needs no known end there."""
_ANNOUNCES = regex(
    r"(?:사업|과제|프로젝트|정책)(?:별 \S{2,6})?(?:의 내용|들)?(?:은|는|을 보면)? ?(?:다음과 같|아래와 같|이렇)|"
    r"^[\s\W\d가-하]{0,5}(?:세부|주요|핵심|중점|추진|신규|단위|전략|\d대)[ \t]?(?:핵심|중점|추진|세부|주요)?[ \t]?"
    r"(?:사업|과제|프로젝트)[ \t]?(?:내용|목록)?[\s\W]*$"
)
_NAMED_BEHIND = regex(r"[)）\]】]\s?[‘'「『《〈\"“][^’'」』》〉\"”\n]{2,40}[’'」』》〉\"”]\s?(?:[:：]|사업)")
_SUM = regex(r"\d[\d,.]*\s?(?:조|억|천만|백만|만)[\d,.천백만 ]*원")
_OTHER_UNIT = regex(
    r"(?:약|연|총)?\s?\d[\d,.]*(?:천|백|만)?\s?(?:명|인|개|곳|건|대|회|%|가구|세대|팀|종|㎞|km|㎡|㏊|ha|점|위|시간|분|초|일|"
    r"개소|개사|권|편|쪽|t|톤|MW|㎿|GW|배)"
)
"""A figure of anything but money."""
_LETTERS = regex(r"[A-Za-z]+|[가-힣]+")
PART_OF_PAPER = regex(
    r"(?:^|[ ·])(?:주요|세부|추진|사업|기대|핵심|중점|향후)?(?:일정|개요|배경|목적|현황|효과|방향|체계|내용|내역|기간"
    r"|근거|사항|결과|의견|경과|규모|대상|방법|절차|문제점|개선점|필요성|성과|과제|이유|쟁점|전망|반응|평가|질의|답변|발언"
    r"|심사|총평|총괄|실적|방안|목표|지표|조건|자격|문의|안내|[가-힣]{1,3}\s?사항|동향|여건|건의|당부|지시|이슈|비교|특징|제언|맺음말|요약|개황|기타|붙임|별첨|참고"
    r"|요지|조치|연혁|약력|인사말|마무리|결론|시사점|한계|대안|해명|입장|반박|설명|소감|뒷이야기|계기|각오|다짐|논점|우려|유래|전말)$"
    r"|^(?:[가-힣]{1,4} )?[가-힣]{1,3}(?:한|된|될|할|은|인) ?(?:사업|과제|정책|예산)$"
)
"""How the headings of a paper's own parts end."""
_COUNTED = regex(
    r"(?:[①-⑳❶-❿➀-➓⓪-⓿⑴-⒇⒈-⒛㉠-㉻㈀-㈛]|[(（〈<\[]?(?:\d{1,2}|[가나다라마바사아자차카타파하]|[ⅰ-ⅻⅠ-Ⅻ])[.)）〉>\]](?!\d)"
    r"|[-–ㆍ·○◦•‣∘*□■◇◆▶▷❍❏▣※☞✓─-╿∟↳ㄴ]+(?![\d]))[ \t]*(?=[\[(‘'「『《<〈\"“]?[가-힣A-Za-z\d])"
)
"""What counts or marks a cell at its head and is no part of the name: ``③``, ``㉠``, ``1)``, ``가.``, ``-``."""
SUM_OF = regex(
    r"[ \t](?:출자금|출연금|보조금|부담금|위탁금|위탁비|위탁료|운영비|임차료|구축비|조성비|건립비|설치비"
    r"|개발비|보급비|용역비|설계비|공사비"
    r"|구입비|제작비|유지보수비|유지관리비|구독료|사용료|홍보비|사업비)$"
)
"""What says of which kind the money is that a row gives to what it names."""
_FIELDS = regex(r"[가-힣]{2,4}[·ㆍ][가-힣]{2,4}(?:[·ㆍ][가-힣]{2,4})?")
"""``행정·안전``: a field under which rows are summed."""
_SKIP = regex(
    r"^(?:.*\s)?(?:계|합계|소계|총계|누계|총액|총합)\s?(?:\(\s?\d+\s?(?:개\s?)?(?:건|개|곳|종|사업|과제)\s?\))?$|"
    r"^(?:구분|항목|연도|단위|분야|부서|비고|사업명|전체|총?사업비|공사비|설계비|착공|기공|준공|완공|개장|개소|개관|개원|개통|위치|면적|규모|(?:사업\s?)?기간|.*\s?(?:합계|소계|총계|누계)|.*\d{4}년.*|[\d.,%\s]+)$"
)


_PART_CUT = regex(r" (?:가운데|중(?:에서)?) (?=[^\n]*\d)")
"""``○ 가온 AI 길잡이 사업 중 5억 원 감액``: the part of its money that is cut."""
_FIRM_FIRST = ("㈜", "(주)", "주식회사 ", "(재)", "재단법인 ")
_CASES = frozenset("을를이가에")
_PARTIES = frozenset({"JX", "JKS", "JKO"})
_ADVERBIAL = _PARTIES | {"JKB", "EF", "EC", "EP", "VCP"}
_MEASURES = regex(r"(?:핵심|성과|주요|평가|관리)?(?:성과)?(?:지표|목표|측정항목|척도)(?:명)?")
_BUDGET = regex(r"(?:예산|사업비|집행|금액|요구|확정|배정|편성)[가-힣]{0,3}\s?(?:\([^()]*\))?")
_COLUMN = regex(r"(?:세부|단위|주요|핵심|중점|신규|추진|AI)?(?:사업|과제|정책|프로그램|프로젝트)(?:명|명칭|이름)?")


def in_column(analysis: Analysis, lexicon: Lexicon) -> Iterator[Candidate]:
    """The cells under a head that says 사업명, 과제 or 프로그램."""
    words = program_words(lexicon)
    for grid in analysis.document.grids:
        column = grid.column(_COLUMN)
        if column is None:
            continue
        for row in grid.rows:
            cell = row.cells[column] if len(row.cells) == len(grid.head.cells if grid.head else ()) else None
            if cell is not None and (mark := _COUNTED.match(cell.words)) is not None:
                cell = Cell(cell.begin + mark.end(), cell.end, cell.words[mark.end() :])
            if cell is None or not 3 <= len(cell.words) <= 40 or _SKIP.match(cell.words):
                continue
            if (paid := SUM_OF.search(cell.words)) is not None:
                cell = Cell(cell.begin, cell.begin + paid.start(), cell.words[: paid.start()])
            if analysis.sentence_at(cell.begin) is not None and re.search("[가-힣A-Za-z]{2}", cell.words):
                yield Candidate(cell.begin, cell.end, cell.words, words.suffix(cell.words), "listed", frozenset(), True)


def in_heads(analysis: Analysis, lexicon: Lexicon) -> Iterator[Candidate]:
    """The heads of the columns where a table stands across: «구분 | 가온 AI 길잡이 | 나래 로봇순찰» over «예산 | …»."""
    words = program_words(lexicon)
    for grid in analysis.document.grids:
        things = things_across(grid)
        named = bool(names_across(grid))
        telling = [c for c in things.values() if words.technology & set(_LETTERS.findall(c.words))]
        if not named and 2 * len(telling) < len(things):
            continue
        for cell in things.values():
            if not 4 <= len(cell.words) <= 40 or (" " not in cell.words and words.suffix(cell.words) is None):
                continue
            if analysis.sentence_at(cell.begin) is not None and not _PARTICLE.search(cell.words):
                yield Candidate(cell.begin, cell.end, cell.words, words.suffix(cell.words), "listed", frozenset(), True)


_PARTICLE = regex(r"[가-힣](?:은|는|을|를|에서|으로)(?:\s|$)")
_BREAK = regex(r"\n")


def _at_lines(pattern: re.Pattern[str], text: str, lines: list[int]) -> Iterator[re.Match[str]]:
    """What `finditer` gives of a pattern that begins at a line's start; ``lines`` are these starts."""
    end = 0
    for begin in lines:
        if begin >= end and (match := pattern.match(text, begin)) is not None:
            yield match
            end = match.end()


def listed(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Candidate]:
    """The heads of numbered bullets in brackets, of triangles, and of rows with figures."""
    words, text = program_words(lexicon), analysis.text
    purses = purse_words(lexicon)
    other = [
        Span(line.begin, line.end)
        for grid in analysis.document.grids
        if grid.column(_MEASURES) is not None and grid.column(_BUDGET) is None
        for line in grid.lines
    ]
    other += [
        Span(line.begin, line.end) for grid in analysis.document.grids if things_across(grid) for line in grid.rows
    ]
    other += [Span(grid.head.begin, grid.head.end) for grid in analysis.document.grids if grid.head is not None]
    lines = [0, *(m.end() for m in _BREAK.finditer(text))]
    for pattern, loose in _PATTERNS:
        heads = list(pattern.finditer(text) if pattern is _TRIANGLE else _at_lines(pattern, text, lines))
        if pattern in _IN_ROWS and len(heads) < 2:
            continue
        if pattern in _ITEMS:
            heads = [m for m in heads if PART_OF_PAPER.search(m.group(1).rstrip()) is None]
        announced = pattern in _ITEMS and bool(heads) and _announced(text, heads[0].start())
        alike = _telling_marks(heads, words)
        for m in heads:
            name, begin = m.group(1).strip(), m.start(1) + len(m.group(1)) - len(m.group(1).lstrip())
            if (mark := _COUNTED.match(name)) is not None:
                name, begin = name[mark.end() :], begin + mark.end()
            if pattern is _PAID_BELOW and _SUM.search(name):
                continue
            if (part := _PART_CUT.search(name)) is not None:
                name = name[: part.start()].rstrip()
            if pattern is _ROW and (paid := SUM_OF.search(name)) is not None:
                name = name[: paid.start()].rstrip()
            if (
                (name[0] in "“\"‘'" and pattern not in _ITEMS)
                or analysis.sentence_at(begin) is None
                or _SKIP.match(as_word(name))
                or (pattern is _ROW and _FIELDS.fullmatch(name))
                or name.startswith(_FIRM_FIRST)
                or (name.replace(" ", "") in purses or name.split(" ")[0] in purses)
                or (pattern is _ROW and _measures_only(text, m, name, lexicon))
                or (pattern is _TRIANGLE and _heads_clause(text, m))
                or _NAMED_BEHIND.match(text, m.end(1))
                or any(span.begin <= begin < span.end for span in other)
            ):
                continue
            if _is_clause(
                analysis, begin, begin + len(name), _ADVERBIAL if pattern in (_PAID_BELOW, _SUMMED) else _PARTIES
            ):
                continue
            suffix = words.suffix(name)
            technical = announced or kind_of_mark(m.group()) in alike
            if pattern in _ITEMS and (
                " " not in name or not (technical or words.technology & set(_LETTERS.findall(name)))
            ):
                continue
            if (words.other_head(name) and (suffix is None or len(suffix.word) < 3)) or (suffix is None and not loose):
                continue
            if suffix is not None and suffix.word == name.replace(" ", ""):
                continue
            if " " in name and not words.says_something(name.split()):
                continue  # 기기 임차, 위원회 운영
            yield Candidate(begin, begin + len(name), name, suffix, "listed", frozenset(), True)


def kind_of_mark(line: str) -> str:
    """The kind of mark that opens a line: 1 for numbers, 가 for letters, ① for rings, else the mark itself."""
    mark = line.lstrip()[:1]
    return "1" if mark.isdigit() else "①" if "①" <= mark <= "⑳" else "가" if "가" <= mark <= "힣" else mark


def _telling_marks(heads: list[re.Match[str]], words: ProgramWords) -> frozenset[str]:
    """The kinds of marks of which three heads or more stand in the list, a third of them with a word of technology."""
    told: dict[str, list[bool]] = {}
    for m in heads:
        told.setdefault(kind_of_mark(m.group()), []).append(bool(words.technology & set(_LETTERS.findall(m.group(1)))))
    return frozenset(mark for mark, seen in told.items() if len(seen) > 2 and 3 * sum(seen) >= len(seen))


def _announced(text: str, begin: int) -> bool:
    """Whether the line above a list says that projects follow: «세부 사업은 다음과 같다.», «□ 주요 과제»."""
    above = text[max(0, begin - 90) : begin].rstrip().rpartition("\n")[2]
    return _ANNOUNCES.search(above) is not None


def _heads_clause(text: str, triangle: re.Match[str]) -> bool:
    """Whether a triangle at the head of its line opens a heading that says something: «▶ 공장 지원이 1등»."""
    line = text.rfind("\n", 0, triangle.start()) + 1
    return not text[line : triangle.start()].strip() and text[triangle.end() : triangle.end() + 1] in _CASES


def _measures_only(text: str, row: re.Match[str], name: str, lexicon: Lexicon) -> bool:
    """Whether a row counts something: by its label, by its label's unit, or by the units of all its cells."""
    if counts(name, lexicon) or (label_unit(name) or "").endswith("원") or name.endswith("당"):
        return True
    stop = text.find("\n", row.end(1))
    cells = [c.strip() for c in re.split(r"[|\t]", text[row.end(1) : stop if stop > 0 else len(text)]) if c.strip()]
    return all(_OTHER_UNIT.fullmatch(c) for c in cells)


def _is_clause(analysis: Analysis, begin: int, end: int, particles: frozenset[str]) -> bool:
    """Whether words have particles, a topic's, a subject's or an object's: a sentence begins, no name."""
    sentence = analysis.sentence_at(begin)
    inside = sentence.tokens if sentence is not None else ()
    return any(t.tag in particles for t in inside if begin <= t.begin and t.end < end)
