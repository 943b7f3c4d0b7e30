"""Money of those who use a thing: what they rent it for, what they are not charged, what visitors spend."""

from kg.facts.allocation.clause import Clause
from kg.patterns import regex

_HELD_BACK = 1_000_000
"""Won; nobody is charged so much for a single use."""
_SOLD = frozenset(
    (
        "빌리",
        "빌려주",
        "빌려쓰",
        "임대",
        "대여",
        "이용",
        "쓰",
        "타",
        "묵",
        "먹",
        "팔",
        "팔리",
        "판매",
        "맡기",
        "누리",
        "즐기",
        "사용",
        "보",
        "구독",
    )
)
_WAIVED = regex(r"(?:원)?(?:인|짜리|은|는|도|을|를)?\s[^.]{0,26}?(?:받지\s?않|안\s받|물리지\s?않|무료)")
_VISITORS = regex(
    r"(?:피서객|관광객|방문객|이용객|나들이객|여행객|탐방객|관람객|체류객|손님|고객|소비자|외국인|이들)(?:들)?(?:이|가)\s(?:[가-힣0-9]{1,8}\s){0,3}"
    r"(?:쓴|쓰고\s?간|쓰는|지출한|소비한|뿌린|결제한)\s(?:돈|금액|비용|액수)?(?:은|는|이|가)?\s?(?:모두\s|총\s|약\s)*$"
)


def left_to_users(clause: Clause) -> bool:
    """Whether the sum is paid, or spared, by those who use or visit something."""
    return _sold_at(clause) or _waived(clause) or _by_visitors(clause) or _own_pocket(clause) or _spent_by(clause)


_SPENT_BY = regex(
    r"\s?(?:원)?씩?(?:을|를)?\s(?:쓰|내|들이|부담하|지불하|물|치르)(?:던|는|고\s있는|며\s버티는)\s(?:[가-힣]{1,6}\s)?"
    r"(?:학부모|주민|시민|도민|구민|농민|농가|어민|소상공인|상인|어르신|노인|가정|가구|청년|학생|직장인|소비자|환자|보호자|운전자|자영업자)"
)
"""«한 달에 60만 원씩 쓰던 학부모들»."""
_PERSON = regex(
    r"[가-힣]{2,4}\s?(?:\(\d{2}\)|\([가-힣·]{2,8}[,·\s]{1,2}\d{2}(?:세)?\))\s?(?:씨|군|양)?(?:는|은|가|이|도)\s[^“”\"]{0,40}[“\"][^“”\"]*$|[가-힣]{2,4}\s?씨(?:는|가|도)\s[^“”\"]{0,40}[“\"][^“”\"]*$"
)
_PAYS = frozenset(
    ("내", "쓰", "들이", "갚", "벌", "빌리", "물", "치르", "날리", "깨지", "나가", "들", "지출", "붓", "까먹")
)


def _spent_by(clause: Clause) -> bool:
    """Whether the sum is what the people named behind it pay."""
    return _SPENT_BY.match(clause.analysis.text, clause.money.end, clause.sentence.end) is not None


def _own_pocket(clause: Clause) -> bool:
    """«아무개(33)씨는 “난방비로 4200만 원, 임대료로 1100만 원을 냈다”»: what one of the people pays himself."""
    if clause.head is None or not ({clause.head.lemma, clause.head.compound} & _PAYS):
        return False
    text = clause.analysis.text
    if clause.analysis.quoted_at(clause.money.begin) is None:
        return False
    return _PERSON.search(text, clause.sentence.begin, clause.money.begin) is not None


def _sold_at(clause: Clause) -> bool:
    """«하루 6만 원에 빌려주는데», «시간당 900원에 이용한다»: what those pay who use it."""
    chunks = clause.row.chunks
    verb = chunks[clause.place + 1] if clause.place + 1 < len(chunks) else None
    if verb is None or not 0 < (clause.money.value.low or 0) < _HELD_BACK or clause.chunk.particle != "에":
        return False
    return verb.kind == "verb" and verb.lemma in _SOLD


def _waived(clause: Clause) -> bool:
    """«회선료 5만 원은 내년까지 받지 않는다»: nobody gives what nobody is charged."""
    if not 0 < (clause.money.value.low or 0) < _HELD_BACK:
        return False
    return _WAIVED.match(clause.analysis.text, clause.money.end, clause.sentence.end) is not None


def _by_visitors(clause: Clause) -> bool:
    """«피서객이 쓴 돈은 340억 원»: what visitors spend."""
    return _VISITORS.search(clause.analysis.text, clause.sentence.begin, clause.money.begin) is not None
