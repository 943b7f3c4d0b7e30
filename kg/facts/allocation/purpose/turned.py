"""Money that is turned to a thing, and money that comes with being chosen: X로 돌리다, X에 선정돼 35억 원을 받다."""

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.purpose.words import OPENS, told_by, words_of
from kg.facts.allocation.wording import Purpose, is_time_or_count, wording
from kg.lexicon import Lexicon
from kg.patterns import regex

_TURNS = frozenset(("돌리", "전용", "충당", "옮기", "넘기", "배정", "전환", "할애"))
_TO = ("으로", "로", "에", "쪽으로")
_CHOSEN = frozenset(
    ("선정", "지정", "채택", "뽑히", "낙점", "발탁", "선발", "당선", "꼽히", "붙", "합격", "확정", "통과", "이름을올리")
)
_LINKED = ("어", "아", "여", "어서", "아서", "여서", "면서", "으면서", "며", "으며", "고")
_PLAIN = regex(
    r"(?:공모(?:전|사업)?|대상(?:지|자)?|지역|심사|평가|최종|사업(?:자|지)?|지자체|도시|기관|자치단체|우수|곳|시군)$"
)
"""What somebody is chosen as, where the words tell nothing else."""


def turned_to(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """«남는 8억 원을 창업 지원으로 돌렸다», «3억 원을 감지기 구입에 충당한다»: where the sum goes, told behind it."""
    if clause.chunk.particle not in ("을", "를", "은", "는", "이", "가"):
        return None
    goal = None
    for chunk in clause.following():
        if chunk.kind == "stop" or chunk.money is not None:
            return None
        if chunk.kind == "verb":
            turned = chunk.lemma in _TURNS and goal is not None
            return told_by(wording(clause, goal.begin, goal.end, lexicon), "goal") if turned and goal else None
        if chunk.kind == "noun" and chunk.particle in _TO:
            words = words_of(clause, chunk)
            if not is_time_or_count(words) and not clause.is_body(chunk.begin, chunk.end):
                goal = chunk
    return None


def chosen_for(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """«스마트농업 시범지구에 지정돼 국비 245억 원을 확보했다»: what somebody was chosen for, in the clause before."""
    if clause.act is None or clause.left < 2 or clause.act.plain == "cut":
        return None
    chunks = clause.row.chunks
    verb = chunks[clause.left - 1]
    if verb.kind != "verb" or verb.lemma not in _CHOSEN or verb.ending_form not in _LINKED:
        return None
    for chunk in reversed(chunks[max(0, clause.left - 4) : clause.left - 1]):
        if chunk.kind in ("stop", "verb") or chunk.money is not None:
            return None
        if chunk.particle in ("이", "가"):
            return None  # «공모에 ‘X’가 선정돼»: the thing itself was chosen
        if chunk.kind == "noun" and chunk.particle in ("에", "으로", "로"):
            words = words_of(clause, chunk)
            if words[:1] in OPENS:
                return None  # the call in marks, which the words before may have a name of their own for
            if _PLAIN.fullmatch(words) or is_time_or_count(words):
                continue
            return told_by(wording(clause, chunk.begin, chunk.end, lexicon), "for-thing")
    return None
