"""Programs in rows that a text announces: «주요 과제는 다음과 같다.» or «사업별 성과» over «가. 온도지기 : …»;
«①이름 3억원 ②…».

What stands at the head of such an item is a name, whatever its last word is.
"""

from collections.abc import Iterator

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mentions
from kg.mentions.program.candidates import Candidate
from kg.mentions.program.lists import PART_OF_PAPER, SUM_OF, kind_of_mark
from kg.mentions.program.words import ProgramWords, program_words
from kg.patterns import regex
from kg.spans import Span

_THINGS = r"(?:사업|과제|프로젝트|정책|시책|공약|서비스|대책)"
_SO_MANY = r"(?:\d+|두|세|네|다섯|여섯|일곱) ?(?:가지|개|건|갈래|축|대)"
_ANNOUNCES = regex(
    rf"(?:{_THINGS}|순서표|목록)(?:별 \S{{2,6}})?"
    r"(?:의 내용|들)?(?:은|는|을 보면|을 추리면|을 꼽으면)? ?(?:(?:크게|모두|총|다시) )?"
    rf"(?:(?:다음과 같|아래와 같|이렇|이와 같|{_SO_MANY}(?:다|이다|입니다|임))[가-힣]*"
    rf"|{_SO_MANY}(?: 분야|{_THINGS})?(?:으로|로) "
    r"(?:나[뉘뉜눠누눈]|구성|이뤄|이루어|짜[였인]|추진|압축|정리)[가-힣]*(?: [가-힣]+){0,3})[.:]?[ \t]*$"
    rf"|(?:다음|아래)(?:의|과 같은)? ?(?:{_SO_MANY} ?|[두세네] )?{_THINGS}[을를](?= )[^.:\n]*(?:[.:][ \t]*)?$"
    r"|^[^가-힣A-Za-z]{0,8}(?:20\d\d년도? |올해 )?(?:주요 ?|세부 ?|단위 ?|핵심 ?)?(?:사업|과제|정책|시책"
    r"|프로젝트|서비스)별 ?"
    r"(?:주요 |추진 ?|세부 ?|이행 ?|운영 ?)?(?:성과|실적|현황|상황|결과|경과)[^가-힣A-Za-z]{0,4}$"
)
_ITEM = regex(
    r"[ \t]*(?P<mark>[-–ㆍ·○◦●ㅇ•‣∘*□■◇◆▶▷❍❏▣◎]|\d{1,2}[.)]|[가-하][.)]|[①-⑳❶-❿])[ \t]?[‘'「『《<]?"
    r"(?P<name>[가-힣A-Za-z][^:：\n|,.()–—’'」』》>]{2,24}?)[’'」』》>]?[ \t]?"
    r"(?:\([^()\n]{1,24}\)[ \t]?)?(?:[:：–—]|(?<= )- )[ \t]?\S"
)
_IN_LINE = regex(
    r"[①-⑳❶-❿][ \t]?(?P<name>[가-힣A-Za-z][^①-⑳❶-❿\n|,.:()]{2,24}?)(?:에|에는|은|는|은요)?[ \t]?"
    r"(?:에[ \t])?(?:약[ \t]?|총[ \t]?)?"
    r"(?=\d[\d,.]*\s?(?:조|억|천만|백만|만)[\d,.천백만억 ]*\s?원)"
)
_CLAUSAL = frozenset({"JX", "JKO", "EF", "EP", "EC"})
_MORE = 28
"""So many lines a row of items may run to."""


def announced(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Candidate]:
    """The names at the heads of announced items, two or more in a row."""
    words, text = program_words(lexicon), analysis.text
    place = 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        place += len(line) + 1
        if 5 < len(line) < 200 and _ANNOUNCES.search(line):
            yield from _row(analysis, mentions, words, place, lines[number + 1 : number + 1 + _MORE])
        elif "①" in line or "❶" in line:
            yield from _in_line(analysis, mentions, words, place - len(line) - 1, line)


def _row(
    analysis: Analysis, mentions: Mentions, words: ProgramWords, place: int, lines: list[str]
) -> Iterator[Candidate]:
    """The items below an announcement, of the marks of the first one; lines set in deeper belong to an item."""
    found: list[Candidate] = []
    first, indent = "", 0
    for line in lines:
        item = _ITEM.match(line)
        depth = len(line) - len(line.lstrip())
        kind = "" if item is None else kind_of_mark(item["mark"])
        if item is not None and (not first or kind == first):
            first, indent = kind, depth
            begin = place + item.start("name")
            candidate = _named(analysis, mentions, words, begin, SUM_OF.sub("", item["name"].strip()))
            if candidate is None:
                return
            found.append(candidate)
        elif line.strip() and (not first or depth <= indent):
            break
        place += len(line) + 1
    if len(found) > 1:
        yield from found


def _in_line(analysis: Analysis, mentions: Mentions, words: ProgramWords, place: int, line: str) -> Iterator[Candidate]:
    """Names with a number in a ring before and a sum behind, two or more on a line."""
    rows = (
        _named(analysis, mentions, words, place + m.start("name"), m["name"].strip()) for m in _IN_LINE.finditer(line)
    )
    found = [c for c in rows if c is not None]
    if len(found) > 1 and any(c.suffix is not None or words.technology & set(c.name.split()) for c in found):
        yield from found


def _named(analysis: Analysis, mentions: Mentions, words: ProgramWords, begin: int, name: str) -> Candidate | None:
    """The name that begins there, unless it is a part of the paper, a body, a clause or a word that fits anything."""
    sentence = analysis.sentence_at(begin)
    end = begin + len(name)
    if sentence is None or PART_OF_PAPER.search(name) or words.other_head(name):
        return None
    if not mentions.free(begin, end, "organization", "person", "event", "money"):
        return None
    if not mentions.free(begin, end, "region") and not mentions.within(Span(begin, end - 1), "region"):
        return None
    inner = [t for t in sentence.tokens if begin <= t.begin and t.end <= end]
    if any(t.tag in _CLAUSAL for t in inner) or not words.says_something(t.form for t in inner):
        return None
    return Candidate(begin, end, name, words.suffix(name), "listed", frozenset(), True)
