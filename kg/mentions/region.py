"""Regions: a place name that is used as a place."""

from kg.patterns import regex

_AT = regex(r"(?:에서|에선|에서는|에서도|에서의)(?![가-힣])")
_IN = regex(
    r"에(?:도|는|만)?\s+(?:있는|있던|있다|위치|소재|자리|들어|본사|공장|사는|살|거주|입주|세워|세우|세운|짓|지어|조성|"
    r"설치|구축|건립|마련|문을|둔|두고|생기|생긴|들어선|모인|머무)"
)
_ROUND = regex(
    r"\s?(?:소재|일대|일원|전역|관내|지역|출신|인근|주변|시내|곳곳|거주|시민(?!대학|참여|협의)|주민(?!참여|자치|협의)|도심|전체|외곽)"
    r"(?![가-힣]*(?:[국실팀]|[국실팀과단]장|본부장?|담당관|정책관|기획관|위원회|재단)(?:은|는|이|가|을|를|과|의|도)?(?![가-힣]))"
)
_ADDRESS = regex(
    r"\s+[가-힣0-9]{1,7}?(?:[0-9]가|동|읍|면|리|로|길|대로)(?:\s?[0-9][0-9\-]*|\s?[0-9]+번지)?(?=[\s,.)]|에|의|$)"
)
_NO_ADDRESS = regex(
    r"\s+[가-힣]*(?:공동|활동|이동|노동|자동|행동|운동|감동|변동|아동|협동|합동|연동|작동|가동|으로|별로|새로|서로|바로|따로|"
    r"처음으로|스스로|홀로|그대로|제대로|대로|최초로)"
)
_FACILITIES = (
    "센터|회관|기념관|체육관|박물관|미술관|과학관|문화관|도서관|전시관|전시장|홀|대강당|강당|광장|공원|식물원|호텔|청사|산단|"
    "산업단지|국가산단|밸리|알파시티|캠퍼스|벡스코|킨텍스|엑스코|코엑스|세텍|스튜디오|플라자|타워|빌딩|공장|터미널|공항|역|항|"
    "경기장|운동장|극장|문화원|문화재단|컨벤션|리조트|아트홀|아트센터|휴게소|(?<!부)시장|마을|캠프|연수원|수련원|창업허브|허브|학교|"
    "대학교|대|연구원|신도시|지구|혁신도시|기업도시|클러스터|시청|도청|군청|구청|의회"
)
_FACILITY = regex(
    rf"\s+(?:[가-힣A-Za-z0-9·]+\s)?[가-힣A-Za-z0-9·+]*(?:{_FACILITIES})(?:에서|에|의|로|을|를|이|가)?(?![가-힣])"
)


_SETTLED = regex(
    r" (?:시내|읍내|시가지|도심|시민|군민|구민|주민|곳곳|일대|전역"
    r"|관내)들?(?:[은는이가을를에의도과와]|에서)?(?![가-힣])"
)


def is_settled(text: str, end: int) -> bool:
    """Whether what follows a name is what only a place where people live has: 진주 시내를."""
    return _SETTLED.match(text, end) is not None


def is_place(text: str, end: int) -> bool:
    """Whether what follows a name of a local government tells that it names the place, not the government.

    서울시에서, 달성군에 있는, 동구 신천동, 해운대구 벡스코에서, 경남 일대.
    """
    return bool(
        _AT.match(text, end)
        or _IN.match(text, end)
        or _ROUND.match(text, end)
        or (_ADDRESS.match(text, end) and not _NO_ADDRESS.match(text, end))
        or _FACILITY.match(text, end)
    )
