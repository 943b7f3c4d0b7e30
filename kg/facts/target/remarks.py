"""Numbers that only remark on how things are: growth of a market, partners, parts in a bracket, gatherings held."""

from kg.facts.target.figure import Figure
from kg.patterns import regex

_GROWTH = regex(r"(?:연평균|연 평균|해마다 평균|매년 평균|전년 동기 대비|전년 대비|전월 대비) (?:약 |무려 |최대 )?$")
_GROWS = regex(
    r"(?:여|가량|정도|이상|내외)?(?:씩|의|이|가|로|으로)? ?(?:[가-힣]{1,4} )?(?:증가|감소|성장|상승|하락|"
    r"늘어|줄어|늘고|줄고|늘었|줄었|"
    r"커지|확대|축소|발생|달[하한했]|이르|이른)"
)
"""How a thing grows of itself, year by year: 연평균 40%가 증가할 것으로, 연평균 1,400만 건 달한다."""
_MARKET = regex(
    r"(?:시장 ?규모|시장 ?점유율|(?:세계|글로벌|국내외?|해외|내수|북미|아시아) [가-힣A-Z]{0,8} ?시장|"
    r"인구 ?비중|경제 ?규모)$"
)
_SHARE_PAID = regex(
    r"(?:자부담|자기 ?부담|부담 ?비율|보조율|보조 ?비율|융자율|금리|이자율|이율|할인율|감면율|매칭 ?비율|"
    r"지방비|국비|도비|시비|군비|구비)$"
)
_GATHERING = regex(
    r"포럼|회의|간담회|설명회|토론회|협의회|세미나|공청회|위원회|보고회|심포지엄|워크숍|심의|회견|브리핑|현황"
)
_TIMES_HELD = frozenset(("회", "차례", "번"))
_WITH = regex(
    r"(?:여 ?(?:곳|개사|명)?)?(?:의)? ?(?:[가-힣]{2,8} ?){0,3}?(?:들|등)?[과와](?:의)? (?:[가-힣]+ )?"
    r"(?:협력 ?(?:체계|망|관계|체제)|협력(?:하|해|을|키)|연계|공조|손잡|손을 (?:맞)?잡|"
    r"컨소시엄|네트워크|협의체|머리를 맞)"
)
"""Those with whom something is done: 지역 4개 병원 등과 협력체계를 갖추고."""
_PAID_INTO = regex(
    r"(?:의)? ?(?:[가-힣]{2,6} )?(?:사업|프로젝트|과제|시책)에(?:는|만)? [^.]{0,40}?\d[\d,.]*(?:조|억|만| ?원)"
)
_WHOLE = regex(r"(?<![\d.,])(?P<n>\d[\d,]*) ?(?P<unit>[가-힣]{1,3})$")
_OWN_DAY = regex(r"20\d\d|[’'‘]\d\d|\d ?[년월]|올해|내년|지난해|작년|신규|기존|추가")
_MORE_PARTS = regex(r"[^()（）]*[)）]")
_REGIONWIDE = regex(r"[\[［](?:전국|도내|시내|지역|평균|전체|합계)? ?[:：] ?[+-]?$")
_LONGEST = 60
_WITHIN = regex(r" ?(?:이내|내|안)(?:의|에)? [가-힣]{2,8} ?[가-힣]{0,6}[률율]")
"""A bound that only tells which rate is meant: 2분 내 도착률."""


def remarks_only(fig: Figure, text: str) -> bool:
    """Whether a number only remarks on the state of things."""
    begin, end, stop = fig.mention.begin, fig.mention.end, fig.sentence.end
    left = max(fig.sentence.begin, begin - 24)
    if _GROWTH.search(text, left, begin) and _GROWS.match(text, end, stop):
        return True
    if _REGIONWIDE.search(text, left, begin):
        return True
    if fig.mention.value.unit in ("분", "시간", "초") and _WITHIN.match(text, end, stop):
        return True
    if fig.mention.kind != "percent" and (_WITH.match(text, end, stop) or _PAID_INTO.match(text, end, stop)):
        return True
    return _is_part(fig, text)


def _is_part(fig: Figure, text: str) -> bool:
    """Whether a number is a part, in the bracket behind it, of the whole told right before: 3대(해안 2대, 단지 1대)."""
    begin, quantity = fig.mention.begin, fig.mention.value
    opened = text.rfind("(", max(fig.sentence.begin, begin - _LONGEST), begin)
    if opened < 0 or ")" in text[opened:begin] or _MORE_PARTS.match(text, fig.mention.end, fig.sentence.end) is None:
        return False
    if _OWN_DAY.search(text, opened, begin):
        return False
    whole = _WHOLE.search(text, fig.sentence.begin, opened)
    if whole is None or whole["unit"] != quantity.unit:
        return False
    return bool(float(whole["n"].replace(",", "")) > quantity.value)


def is_remark(measure: str, unit: str) -> bool:
    """Whether what is counted is no aim of a policy: a market's size, a share to be paid, gatherings held."""
    if "[" in measure or _MARKET.search(measure) or _SHARE_PAID.search(measure):
        return True
    return unit in _TIMES_HELD and _GATHERING.search(measure) is not None
