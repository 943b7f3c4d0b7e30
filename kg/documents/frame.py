"""The frame of a press release: what it calls itself, when it may appear, whom to call."""

import re
from functools import lru_cache

from kg.documents.lines import Line
from kg.lexicon import Lexicon
from kg.patterns import regex

PHONE = regex(r"(?:\(?0\d{1,2}\)?[\-).\s~]\s?)?\d{3,4}\s?[-.]\s?\d{4}|☎|☏|0\d{1,2}-\d{3,4}-[\dX○*]{4}")
_FIGURES = regex(r"\d{3}\s?[-.]|[☎☏]")
"""What every telephone number holds."""
_ASKED = regex(
    r"(?:보다\s?)?자세한\s?(?:내용|사항)[^.]{0,40}(?:문의|연락|취재)|취재를\s?원하|연락(?:하여)?\s?주시기\s?바랍니다|문의(?:하여|해)?\s?주시기\s?바랍니다"
)
_THIS_PAPER = regex(r"\W*(?:이|본|동|위)\s?(?:보도\s?|설명\s?)?자료")
_TO_WHOM = regex(
    r"(?:문의|궁금|취재|자세한\s?(?:내용|사항|것)|연락)[^.“”]{0,70}(?:에게|께|한테|(?:으로|로))\s?"
    r"(?:직접\s?|전화로\s?)?(?:문의|연락|하시|하면|해\s?주|주시|주십|전화)[^.“”]{0,16}[.]?$"
)
"""A sentence that says of whom to ask: «문의는 가온구 미래과 N 주무관에게 하시기 바랍니다»."""
_EDITION = regex(r"^[(<\[]?\s*\d{1,2}\.\s?\d{1,2}\.\s?\(?.?\)?\s*(?:조간|석간)")
_ENCLOSED = regex(
    r"^[□○※*▶■◆•·\-\[(]*\s*(?:(?:관련|참고)?\s?(?:사진|자료|영상|첨부|붙임|별첨|첨부물)\s*(?:[:：]\s*)?(?:[(\[]\s*)?(?:있음|없음|유|무|[■□☑☐▣]|\d+\s?[매부장쪽건]|"
    r"별도)|(?:총|전체|쪽수|매수|분량)\s*(?:[:：]\s*)?\d+\s?(?:쪽|매|페이지|장)?)"
)
_EMBARGO = regex(
    r"보도(?:하여|해)\s?주시기\s?바랍니다|즉시\s?보도|보도\s?가능|배포\s?즉시|이후\s?보도|조간부터|석간부터"
)

_FOUND_AT = regex(
    r"^\W*(?:이|본|동)\s?(?:보도\s?)?자료[^.]{0,30}(?:누리집|홈페이지|홈피|블로그)(?:\([^()]*\))?에서도?\s?(?:볼|보실|내려\s?받|확인|다운로드|열람)"
)
"""Where a release can be read too: «시 누리집에서도 볼 수 있습니다»."""
_COLUMNS = regex(r"\S\s{2,}\S")
_BEFORE_ASKING = 40
_OF_PRESS, _WHOSE = ("보도", "언론"), 8
"""What a release is called in words of its own, and the longest name before any other."""


@lru_cache(maxsize=4)
def _tables(lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[str, ...], frozenset[str], re.Pattern[str]]:
    ranks = sorted(lexicon.words("press_frame", role="rank"), key=lambda w: (-len(w), w))
    return (
        lexicon.words("press_frame", role="contact"),
        tuple(
            w for role in ("published", "embargo", "modified", "label") for w in lexicon.words("press_frame", role=role)
        ),
        frozenset(lexicon.words("press_frame", role="release")),
        re.compile("|".join(r"\s?".join(map(re.escape, w)) for w in ranks) or r"(?!)"),
    )


def is_contact(line: Line, lexicon: Lexicon) -> bool:
    """Whether a line tells whom to call: a label with a colon or a telephone number, or a post with a number."""
    contacts, _, _, ranks = _tables(lexicon)
    bare, low = line.bare, line.squeezed.lstrip("□○※*▶■◆•·-【[(<|")
    if len(bare) > 200 and "문의" not in bare and "취재" not in bare and "연락" not in bare:
        return False
    phone = bool(_FIGURES.search(bare) and PHONE.search(bare))
    if _ASKED.search(bare) and (phone or _THIS_PAPER.match(bare)):
        return True
    if len(bare) > 200:
        return False
    if "에게" in bare or "께" in bare or "한테" in bare or "로" in bare:
        whom = _TO_WHOM.search(bare)
        if whom and ranks.search(bare, whom.start()) and len(bare[: whom.start()]) <= _BEFORE_ASKING:
            return True
    if low.startswith(contacts):
        label = max((c for c in contacts if low.startswith(c)), key=len)
        rest = low[len(label) : len(label) + 1]
        if phone or rest in (":", "：", "|", "]", ")", "】", ">") or (ranks.search(bare) and not line.prose):
            return True
    return phone and bool(ranks.search(bare)) and not line.prose


def is_contact_label(line: Line, lexicon: Lexicon) -> bool:
    """Whether a line is nothing but the label of a contact, whose value stands on the next lines."""
    return line.squeezed.strip("□○※*▶■◆•·-【】[]()<>|:：") in _tables(lexicon)[0]


def is_frame(line: Line, lexicon: Lexicon) -> bool:
    """Whether a line belongs to a release's or a page's frame: its name, a label with its value, an embargo."""
    labels = _tables(lexicon)[1]
    low = line.squeezed.lstrip("□○※*▶■◆•·-【[(<|")
    if low in labels or _EDITION.match(line.bare):
        return True
    if len(line.bare) <= 70 and (not line.prose or _COLUMNS.search(line.bare)) and _ENCLOSED.match(line.bare):
        return True
    if _FOUND_AT.search(line.bare):
        return True
    if names_release(line, lexicon) or (_EMBARGO.search(line.bare) and len(line.bare) < 90):
        return True
    if len(line.bare) <= 90 and low.startswith(labels):
        label = max((x for x in labels if low.startswith(x)), key=len)
        return low[len(label) : len(label) + 1] in (":", "：", "|")
    return False


def _ends_with(words: str, release: str) -> bool:
    """Whether words end in what a release is called; a title that ends in 설명자료 tells of what it is."""
    return words.endswith(release) and (release.startswith(_OF_PRESS) or len(words) - len(release) <= _WHOSE)


def names_release(line: Line, lexicon: Lexicon) -> bool:
    """Whether the line calls the document a press release."""
    releases = _tables(lexicon)[2]
    if line.prose or not any(r in line.squeezed for r in releases):
        return False
    for piece in (line.bare, *re.split(r"\s{2,}|\t|\s*[|ㅣ│∣]\s*|\s[·/]\s", line.bare)):
        low = re.sub(r"\s", "", piece).strip("[]【】<>()|·-=*■□▶")
        if len(piece) <= 60 and any(low == r or _ends_with(low, r) or low.startswith(r) for r in releases):
            return True
    return False
