"""Telling a page's furniture - menus, buttons, lists of other articles, footers - from the article by its words."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kg.documents.lines import Line
from kg.lexicon import Lexicon
from kg.patterns import regex

Furniture = Literal["item", "list", "start", "end", "trail", "ticker"]

_TRAIL = regex(r"^(?:현재\s*위치\s*[:：]?\s*)?(?:홈|HOME|Home|처음|메인|Main|현재위치)\s*(?:[>›»/|]|\s-\s|\s)\s*\S")
_PATH = regex(r"[^>›»≫]{1,16}(?:\s[>›»≫]\s[^>›»≫]{1,30}){1,4}[>›»≫]?")
_COUNTED = regex(r"^[\d,./:()%+\-]+$")
_DRESS = regex(
    r"^[\s\[\]【】<>〈〉《》「」(){}■□▶▷◀◁●○◆◇※★☆•·ㆍ|/\-–—=:;+＋>›»*#☞→▲△▼▽♥♡✔🔥]+|[\s\[\]【】<>〈〉《》「」(){}■□▶▷◀◁●○◆◇※★☆•·ㆍ|/\-–—=:;+＋>›»*#☞→▲△▼▽♥♡✔🔥]+$"
)
_BRACKETS = "[](){}<>【】 〈〉《》"
_LISTED = regex(
    r"^[^가-힣]*(?:[가-힣A-Za-z0-9]{1,8}\s?){0,2}(?:베스트|많이\s?본|인기|추천|주요|관련|최신|최근|실시간|다른|오늘의|랭킹)\s?(?:기사|뉴스|콘텐츠|영상|속보|글|이슈)(?:\s?(?:더\s?보기|보기|목록|전체보기|\d{1,3}))?[^가-힣]*$"
)
_OTHERS = (
    r"(?:(?:이\s?시각|오늘의?|이번\s?주|지금|요즘|실시간|가장|"
    r"이\s(?:기사|뉴스|글)[를와]?(?:\s?(?:본|보신|읽은|읽으신)\s?(?:독자|이용자|분|사람)(?:들|님)?(?:께서|이|가|은)?)?|"
    r"독자(?:들|님)?(?:께서|이|가)|이\s?시리즈의?|연재의?|매거진의?)\s?){0,2}"
    r"(?:함께|같이|더|다른|많이|가장|관련|연관|추천|인기|실시간|최신|최근|주요|지난|이전|다음|조회|댓글|HOT|핫)\s?"
    r"(?:(?:많이|본|보면|보는|볼|읽은|읽는|읽으면|읽을|읽어\s?볼|찾는|찾은|좋은|좋을|만한|많은|나간|나온|배포한|배포된|낸|실린)\s?){0,3}"
    r"(?:보도\s?자료|자료|사설|기사|뉴스|글|콘텐츠|컨텐츠|영상|속보|이슈|소식|회차|회|호|편|인터뷰|칼럼|연재|기획|포스트|게시물|읽을거리|검색어|키워드|주|종목)"
    r"(?:들|\s?목록|\s?(?:더\s?|다시\s?)?보기|\s?TOP\s?\d{1,2}|\s?\d{1,2}|\s?(?:예고|안내|미리\s?보기))?"
)
_OTHERS_HEAD = regex(rf"[^가-힣A-Za-z0-9]*{_OTHERS}[^가-힣A-Za-z0-9]*")
_OTHERS_ROW = regex(
    rf"[\[【<(■▶▷▼▲◀☞\s]*(?:{_OTHERS}\s?(?:[\]】>)]|[:：|]|\s\s|\s[①1]|\s\[|[-–—]\s)|(?:이전|다음)\s?\d{{1,3}}\s?(?:화|회|편|호)\s)"
)
_ASK = regex(
    r"(?:[※☞◇○*▶]\s?)?(?:(?:이|본|위|해당|자세한|기타|보다 자세한)\s?)*(?:보도\s?자료|자료|내용|사항|기사)"
    r"[^\n]{0,50}(?:문의|연락|취재)[^\n]{0,80}"
    r"(?:바랍니다|됩니다|주세요|주십시오|주시기\s?바람)[.)]*$"
)
"""Whom to ask about a release: «보도자료에 대한 문의는 … 주무관에게 하시기 바랍니다»."""
_ASKS_END = ("다.", "다", "요.", "오.", "람", ")")
_ACCOUNT = regex(r"(?:후원|입금)\s?계좌|계좌\s?번호\s?[:：]|구독\s?(?:해지|신청|문의)\s?(?:[|:：]|$)")
_TICKER = regex(r"\s\d{1,2}:\d{2}$|^\d{1,2}:\d{2}\s")
_WEATHER = regex(r"-?\d{1,2}(?:\.\d)?\s?(?:℃|°C|°|도)")
_REACTION = regex(
    r"^(?:(?:[가-힣]{2,7}요|[가-힣]{7}해요)\s*\d+\s*){2,}$|^(?:조회|추천|댓글|답글|공감|좋아요)(?:수)?\s*[:：]?\s*[\d,]+(?:\s|$)"
)
_FOOTER = regex(
    r"(?:대표\s?전화|발행처|발행인|편집인|청소년\s?보호\s?책임자|사업자\s?등록\s?번호|등록번호|개인정보\s?보호\s?책임자|통신판매|제호|팩스|FAX|Fax)\s*[:：]?"
)
_ADDRESS = regex(r"^(?:\(?우?\)?\s?\[?\(?\d{5}\)?\]?|주소)\s*[:：]?\s*[가-힣]{2,}")
_LETTER = regex(r"[가-힣A-Za-z一-鿿]")
_FOUR_FIGURES = regex(r"\d{4}")
_BETWEEN = regex(r"\s*[|ㅣ│]\s*|\s{2,}")
_LABELLED = regex(r"[|:：]")
_RIGHTS = regex(r"무단\s?(?:전재|복제|배포)|재배포\s?(?:및|금지)|All\s+[Rr]ights\s+[Rr]eserved|ALL\s+RIGHTS", re.I)


@dataclass(frozen=True)
class Phrases:
    """The table ``noise_phrases`` by role, white space left out, folded to lower case."""

    items: frozenset[str]
    sections: frozenset[str]
    lists: frozenset[str]
    starts: tuple[str, ...]
    ends: tuple[str, ...]


@lru_cache(maxsize=4)
def phrases(lexicon: Lexicon) -> Phrases:
    """What the lexicon knows of furniture."""

    def of(role: str) -> tuple[str, ...]:
        return tuple(w.lower() for w in lexicon.words("noise_phrases", role=role))

    return Phrases(frozenset(of("item")), frozenset(of("section")), frozenset(of("list")), of("start"), of("end"))


def furniture(line: Line, lexicon: Lexicon) -> Furniture | None:
    """What kind of furniture a line is, or None where it may belong to the article.

    ``item``: buttons, menu entries, counters; ``list``: heads a list of other articles; ``start``: an
    advertisement or a
    reference on one line; ``end``: the article is over; ``trail``: the path to the page; ``ticker``: a headline
    with its hour.
    """
    known, low = phrases(lexicon), line.squeezed.lower()
    if low.startswith(known.starts):
        return "list" if _DRESS.sub("", low) in known.lists else "start"
    if low.lstrip("<[(▶▷☞▲▼△▽◀◁").startswith(known.ends):
        return "end"
    size = len(line.bare)
    if size < 160 and ("무단" in low or "재배포" in low or "reserved" in low) and _RIGHTS.search(line.bare):
        return "end"
    if size > 200 or (line.prose and size > 60 and not _LABELLED.search(line.bare)):
        return None
    if len(_FOOTER.findall(line.bare)) >= 2 or (
        _FOOTER.search(line.bare) and (line.bare.count("|") or _ADDRESS.match(line.bare))
    ):
        return "end"
    if _REACTION.match(line.bare):
        return "item"
    if len(line.bare) <= 60 and line.prose is False:
        core = _DRESS.sub("", low).removesuffix("더보기") or low
        if core in known.lists:
            return "list"
        if len(line.bare) <= 25 and (_LISTED.match(line.bare) or _OTHERS_HEAD.fullmatch(line.bare)):
            return "list"
    if size < 160 and line.bare.endswith(_ASKS_END) and _ASK.match(line.bare):
        return "start"
    if (not line.prose and _OTHERS_ROW.match(line.bare)) or (size < 120 and _ACCOUNT.search(line.bare)):
        return "start"
    if (
        _TRAIL.match(line.bare)
        and (len(line.bare) <= 60)
        and (">" in line.bare or "›" in line.bare or "»" in line.bare)
    ):
        return "trail"
    if size <= 60 and not line.prose and _PATH.fullmatch(line.bare):
        return "trail"
    if _is_menu(line, known):
        return "item"
    if (
        len(line.bare) < 60
        and _WEATHER.search(line.bare)
        and not line.prose
        and re.search(r"맑음|흐림|구름|비$|눈|소나기|\([월화수목금토일]\)", line.bare)
    ):
        return "item"
    if _TICKER.search(line.bare) and not line.prose and not re.search(r"\d{4}\s*[.\-/년]", line.bare):
        return "ticker"
    if not _LETTER.search(line.bare) and not _FOUR_FIGURES.search(line.bare) and not line.bare.startswith(("“", '"')):
        return "item"
    return None


def is_menu_row(line: Line) -> bool:
    """Whether a line is a row of short entries with nothing but marks between them and no figure, as menus have."""
    pieces = [p.strip() for p in _BETWEEN.split(line.bare)]
    return (
        len(pieces) >= 3
        and not line.prose
        and all(2 <= len(p) <= 8 for p in pieces)
        and not re.search(r"\d", line.bare)
        and "기자" not in line.bare
    )


def is_numbered_row(line: Line) -> bool:
    """Whether a line counts other articles one behind the other: ``① … ② … ③ …``."""
    return not line.prose and len(re.findall(r"(?:^|\s)(?:[①-⑩]|\d{1,2}[.위])\s?(?=[^\d\s])", line.bare)) >= 3


def _is_menu(line: Line, known: Phrases) -> bool:
    """Whether the words of a line are those of buttons and sections, most of them."""
    if len(line.bare) > 120 or line.prose:
        return False
    words = [w.lower() for w in line.words]
    if not words:
        return False
    hits = sections = counted = 0
    i = 0
    while i < len(words):
        for n in range(min(5, len(words) - i), 0, -1):
            joined = "".join(words[i : i + n]).strip(_BRACKETS)
            if joined in known.items or joined in known.lists:
                hits += n
                break
            if joined in known.sections:
                hits, sections = hits + n, sections + n
                break
            if n == 1 and _COUNTED.match(joined):
                counted += 1
        i += n
    told = len(words) - counted
    if told == 0:
        return len(line.bare) < 12
    if sections == hits and sections < 2:
        return False
    return hits >= 0.6 * told
