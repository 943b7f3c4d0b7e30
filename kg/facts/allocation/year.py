"""The fiscal year that the words round a sum tell. A sum over several years has none; nothing is guessed."""

from dataclasses import dataclass
from typing import Literal

from kg.patterns import regex
from kg.spans import Span

_RELATIVE = {
    "재작년": -2, "지지난해": -2, "그러께": -2, "지난해": -1, "작년": -1, "전년도": -1, "전년": -1, "지난 해": -1,
    "올해": 0, "연말": 0, "올연말": 0, "금년": 0, "올": 0, "본년도": 0, "당해연도": 0,
    "내년": 1, "새해": 1, "명년": 1, "내후년": 2, "후년": 2,
}  # fmt: skip
_WORD = regex(
    r"(?P<full>(?:19|20)\d\d)\s?(?P<unit>년도|년|학년도|회계연도)?(?=[^\d,.]|[.,](?!\d)|$)"
    r"|(?<![0-9])[’‘'`′](?P<short>\d\d)\s?(?:년도|년|학년도)?(?!\d)"
    r"|(?<![가-힣])(?P<word>재작년|지지난해|그러께|지난\s?해|작년|전년도?|올해|금년|본년도|당해연도|"
    r"내후년|내년|새해|명년|후년|올?\s?연말(?=까지)|올(?=\s|[가-힣]{0,2}(?:예산|추경|연말)))"
    r"(?:도)?"
    r"|(?<![가-힣])(?P<next>이듬해|다음\s?해|그해)"
)
_YEAR_LIKE = regex(r"19\d\d|20\d\d|’\d\d|‘\d\d|'\d\d|`\d\d|′\d\d|년|해|올|연말")
"""What every word for a year holds; each way begins with a letter or sign, for which the search looks out."""
_STANDS_FREE = regex(r"\s?(?:예산|본예산|년|[~∼(]|$|\s?\|)|\.$")
_OF_A_BUDGET = regex(
    r"\s?(?:도|분)?\s?(?:제?\d\s?(?:회|차)\s)?(?:[가-힣A-Za-z·()]{1,12}\s){0,3}(?:본?예산|[가-힣]{0,4}추경|추가경정|세출|국비|정부안|[가-힣]{0,8}회계에)"
)
_UNTIL = regex(r"^\s?(?:말|연말|상반기|하반기|초)?\s?까지|^\s?[~∼～–-]\s?(?:20|[’'])\d|^(?:년도?)?\s?[~∼～]\s?\d")
_FROM = regex(
    r"^(?:년도?)?\s?이후|^(?:년도?)?\s?(?:\d{1,2}월\s?)?(?:초|말|상반기|하반기|봄|여름|가을|겨울|연초|연말|[1-4]분기)?\s?부터"
)
_MONTH = regex(
    r"^\s?(?:\d{1,2}\s?월|\d{1,2}\s?\.\s?\d|상반기|하반기|초(?!등|기|중)|말(?![가-힣]{2})|(?:준공|완공"
    r"|개소|개관|개원|개통|착공|출범|가동|목표|도입|시행|입주|개교|완료|개장|개청|문을)(?![가-힣]*비))"
)
_SPAN_OF_YEARS = regex(
    r"(?:(?<![’‘'`′\d])\d{1,2}|[한두세네]|다섯|여섯|열)\s?(?:개?년|해|개년)\s?(?:간|동안|에 걸쳐|에 걸친|계획)|(?:\d+|"
    r"[두세네])년\s?치|(?:\d+|[두세네])개년|년간|임기\s?(?:내|중|동안)"
    r"|(?:올해|내년|20\d\d년)(?:와|과|·|\s및)\s?(?:내년|내후년|이듬해|다음\s?해|20\d\d년)"
)
_RANGE = regex(
    r"(?<!\d)(?:(?:19|20)\d\d|[’‘']\d\d)\s?(?:년도?)?\s?[~∼～–-]\s?(?:(?:19|20)\d\d|[’‘']?\d\d)(?:년|\s?\)|\s?총)"
)
"""«2025~2028년»; days and months stand elsewhere."""
_DASH = regex(r"[~∼～–-]")
_EACH_YEAR = regex(
    r"(?<![\d가-힣])1년\s(?=(?:[가-힣]{1,6}\s)?(?:예산|운영비|사업비|유지비))|"
    r"해마다|매년|매해|연간|연평균|(?<![가-힣])한 해(?=[\s에마만]|$)|"
    r"(?<![가-힣])(?<!을\s)(?<!를\s)(?<!일\s)(?<!서\s)연(?=\s)"
)


@dataclass(frozen=True, slots=True)
class YearWord:
    """A year as the text tells it: a point, an end (까지) or a beginning (부터)."""

    year: int
    span: Span
    role: Literal["in", "until", "from", "dated"]
    budget: bool = False


def year_words(text: str, begin: int, end: int, published: str | None) -> list[YearWord]:
    """The years told in ``text[begin:end]``; relative words count from the publication's year and need one."""
    found: list[YearWord] = []
    if not _YEAR_LIKE.search(text, begin, end):
        return found
    base = int(published[:4]) if published else None
    for match in _WORD.finditer(text, begin, end):
        year: int | None
        if match["full"]:
            year = int(match["full"])
            if (
                not match["unit"]
                and not _STANDS_FREE.match(text[match.end() : match.end() + 4])
                and text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1] != "()"
            ):
                continue
        elif match["short"]:
            year = 2000 + int(match["short"])
        elif match["word"]:
            year = None if base is None else base + _RELATIVE["".join(match["word"].split())]
            if match["word"] == "새해" and published and published[5:7] in ("01", "02", "03"):
                year = base  # in its first months the new year is this one
            if match["word"].startswith("전년") and found and found[-1].budget:
                year = found[-1].year - 1  # «2026년도 예산안은 전년도 88억 원보다»
        else:
            year = found[-1].year + (0 if match["next"] == "그해" else 1) if found else None
        if year is None:
            continue
        after = text[match.end() : match.end() + 34]
        if after[:1] in "산생식형판호" and match["full"] and after[1:2] in (" ", ")", ","):
            continue  # «2023년산 감귤»
        if match["word"] and match["word"].endswith("연말"):
            after = ""  # «연말까지» is a time within the year
        role: Literal["in", "until", "from", "dated"] = "in"
        if _UNTIL.match(after):
            role = "until"
        elif _FROM.match(after):
            role = "from"
        elif _MONTH.match(after):
            role = "dated"
            month = _MONTH.match(after)
            if month and "까지" in after[month.end() : month.end() + 4]:
                role = "until"
        budget = _OF_A_BUDGET.match(after) is not None
        found.append(YearWord(year, Span(match.start(), match.end()), role, budget))
    return found


def spans_years(text: str, begin: int, end: int, published: str | None) -> bool:
    """Whether the words tell of several years: 5년간, 2026년부터 2030년까지, 2030년까지."""
    words = text[begin:end]
    if ("년" in words or "해" in words or "임기" in words) and _SPAN_OF_YEARS.search(words):
        return True
    if _DASH.search(words) and _RANGE.search(words):
        return True
    told = year_words(text, begin, end, published)
    base = int(published[:4]) if published else None
    if any(w.role == "until" and (base is None or w.year != base) for w in told):
        return True
    return any(w.role == "from" for w in told) and not _EACH_YEAR.search(words)


def every_year(words: str) -> bool:
    """Whether the words say that the sum comes each year."""
    return bool(_EACH_YEAR.search(words))


_SUPPLEMENT = regex(
    r"(?<![가-힣])(?P<name>(?:제?\s?\d\s?(?:회|차)|이번|금회|하반기|상반기|민생|원포인트|정부|정리|결산|마무리|긴급)\s?"
    r"(?:[가-힣]{2,12}(?:특별자치[시도]|특례시|광역시|특별시|시|도|군|구)?\s)?(?:(?:일반|특별)회계\s)?)?"
    r"(?:추가경정|추경)(?:\s?예산)?안?"
)
_OTHER_YEAR = regex(r"(?:지난\s?해|작년|전년도?|재작년|내년도?|’?\d\d년도?|20\d\d)(?:의)?\s(?:[가-힣]{1,4}\s)?$")
_NO_WORD_BEHIND = regex(r"(?![가-힣]{2})")


def supplements(text: str, begin: int, end: int, published: str | None, *, named: bool = True) -> list[YearWord]:
    """The supplementary budgets told without a year, each of the year of publication: «제2회 추경안», «이번 추경»; with
    ``named`` only those that a number or word tells apart, not a bare «추경»."""
    if published is None:
        return []
    found = (
        numbered_supplements(text, begin, end) if named else (m.span() for m in _SUPPLEMENT.finditer(text, begin, end))
    )
    return [
        YearWord(int(published[:4]), Span(*span), "in", True)
        for span in found
        if not named or not _OTHER_YEAR.search(text, max(0, span[0] - 14), span[0])
    ]


def numbered_supplements(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """Where a supplementary budget is told with a number or a word that tells it apart."""
    return [
        m.span()
        for m in _SUPPLEMENT.finditer(text, begin, end)
        if m["name"] is not None and _NO_WORD_BEHIND.match(text, m.end()) is not None
    ]
