"""Lines that stand under a picture."""

from kg.patterns import regex

_SIGN = regex(
    r"^(?:[▲△▼▽◀◁]|\[?(?:사진|자료사진|포토|그래픽|이미지|사진설명|사진\s?설명|그림)\]?\s*\d?\s*[=:：/∥│|ㅣ\]])"
)
_PIECE = regex(r"^[▲△▼▽◀◁]\s?[^=＝.“”]{1,24}[=＝]\s?(?!(?:사진|자료|제공|그래픽)[^가-힣]).{30,}다\.")
"""«▲나루=나루군은 … 연다.»: a piece of short news that opens with its place or matter."""
_CREDIT = regex(
    r"[(\[<]?\s*(?:사진|자료\s?사진|그래픽|그림|이미지|자료|제공|출처|일러스트)\s*(?:제공|출처)?\s*[=:：/∥│|ㅣⓒ©]\s*[^.=]{1,30}[)\]>]?\s*(?:\.\s*)?"
    r"(?:\d{4}\s?[.\-]\s?\d{1,2}\s?[.\-]\s?\d{1,2}\.?\s*)?(?:\S+@\S+)?$"
)
_CREDIT_WORDS = ("사진", "그래픽", "그림", "이미지", "자료", "제공", "출처", "일러스트")
_GIVEN = regex(
    r"(?:[.다](?:\s+|\s*[/(\[|]\s*)|[/(\[|]\s*)(?P<giver>[가-힣A-Za-z0-9·&㈜]{1,20}(?:\s[가-힣A-Za-z0-9]{1,8})?)\s?제공\s*[)\]]?\.?$"
)
_AGENCY = regex(
    r"(?:\s[/=]\s?|[./]\s?)[가-힣A-Za-z0-9 ]{0,10}(?:뉴스|뉴시스|뉴스1|연합뉴스|일보|신문|AP|AFP|EPA|"
    r"로이터)\s*/?$|[ⓒ©]\s?[가-힣A-Za-z0-9]{2,12}$|\s/[가-힣A-Za-z0-9 ]{2,14}/$"
)
_AGENCY_ENDS = ("/", "뉴스", "뉴시스", "뉴스1", "일보", "신문", "AP", "AFP", "EPA", "로이터")
"""How what `_AGENCY` finds ends, but behind a sign of copyright."""
_SCENE = regex(
    r"(?:모습|장면|전경|조감도|투시도|포스터|기념\s?촬영|기념사진|현장|전시|로고|캡처|갈무리)\.?$|"
    r"\((?:왼쪽|오른쪽|가운데|앞줄|뒷줄|사진\s?(?:왼쪽|가운데|오른쪽))[^)]*\).{0,80}있다\.?$|"
    r"왼쪽(?:부터|에서)|(?:기념\s?촬영|악수|포즈|파이팅)(?:을|를)?\s?(?:하|취하|외치)고\s?있다\.?$"
)


def is_caption(bare: str) -> bool:
    """Whether a line is a picture's caption: by its mark, its credit, or the scene that it names."""
    if len(bare) > 400:
        return False
    if _SIGN.match(bare) and not (("=" in bare or "＝" in bare) and _PIECE.match(bare)):
        return True
    tail = bare[-80:]
    if (
        any(w in tail for w in _CREDIT_WORDS)
        and _CREDIT.search(tail)
        and not bare.startswith(("※", "*", "◇", "□", "○"))
    ):
        return True
    given = _GIVEN.search(tail) if "제공" in tail else None
    if given and given["giver"][-1] not in "을를이가도의로과와" and not bare.startswith(("-", "○", "□")):
        return True
    if (
        len(bare) < 200
        and (tail.rstrip().endswith(_AGENCY_ENDS) or "ⓒ" in tail or "©" in tail)
        and _AGENCY.search(tail)
    ):
        return True
    return (
        len(bare) < 160
        and not bare.startswith(("-", "○", "□", "“", '"'))
        and bare.count(".") < 2
        and bool(_SCENE.search(bare))
    )
