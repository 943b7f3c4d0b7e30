"""Numbers that tell what there is now or was before: no goals themselves, but the start of the goal beside them."""

from kg.facts.target.candidates import DIFFERENCE, same_unit
from kg.facts.target.figure import Figure
from kg.facts.target.governor import predicate
from kg.facts.target.measure import counted
from kg.facts.target.phrase import head_word, letter_pairs, worded
from kg.facts.target.words import TargetWords
from kg.patterns import regex

_NOW = regex(
    r"(?:지금(?:은|도|까지)?|현재(?:는|까지)?|현행|올해(?:는|까지는?)?|그동안|이제껏|여태|작년(?:에는?|엔|까지)?|"
    r"지난해(?:에는?|엔|까지)?|"
    r"재작년(?:에는?|엔)?|지난달(?:까지)?|\d{1,2}월(?: 말)?까지|(?:작년|지난해|\d월) ?말 ?(?:기준|현재)?)(?=[ ,])"
)
_PRESENT = regex(r"(?:지금|현재)(?:은|는|도)?(?=[ ,])|현행")
_CLAUSES = regex(r"(?:계획|방침|예정|목표|구상)이나,? |(?:[가-힣](?:고|며|는데|지만|으나)|[.!?“”\"]),? ")
_IS = regex(
    r"\s?(?:여|남짓|가량|정도|수준|꼴|쯤|선|밖에|도)?\s?(?:안 |채 )?(?:된다|되고|됩니다|되는데|돼|된다고|되지만)"
)
_THERE_IS = regex(r"\s?에(?:만|서|서만)? (?:[가-힣]{2,4} ?)?있(?:다|고|는데|지만|습|어)")
_ONLY_SO_MANY = regex(r"\s?(?:여|남짓|가량|정도|수준)?에(?:만)? ?(?:그[치쳤친침]|머[무물문]|불과|지나지 않)")
_ENDS = regex(r"\s?(?:여|남짓|가량|정도|수준|쯤)?(?:[,!·]| \(|\.|\)|$)")
_GOAL_WORD = regex(r"목표|계획|예정|까지 (?:늘|확대|높)")
_BACK, _ON, _SENTENCES = 110, 60, 1


def tells_now(fig: Figure, text: str) -> bool:
    """Whether a number is told as what there is now or was before (지금 300곳이다, 작년에 62곳을 돌았다)."""
    clause = _CLAUSES.split(text[max(fig.sentence.begin, fig.mention.begin - 60) : fig.mention.begin])[-1]
    when = _NOW.search(clause)
    if DIFFERENCE.match(text, fig.mention.end):
        return False  # 지난해보다 45곳 많은
    if when is None or _GOAL_WORD.search(clause):
        return fig.role == "only"
    if fig.role in ("copula", "only") or _IS.match(text, fig.mention.end):
        return True
    present = _PRESENT.search(clause) is not None
    if fig.role == "bare" and present and _ENDS.match(text, fig.mention.end):
        return True
    if fig.role in ("locative", "only") and present and _THERE_IS.match(text, fig.mention.end):
        return True
    if present and _ONLY_SO_MANY.match(text, fig.mention.end):
        return True
    verb = predicate(fig)
    if verb is not None and fig.role == "from" and present and verb.lasting:
        return True  # 지금은 18곳에서 써 보고 있고
    if verb is None or verb.future or fig.role not in ("object", "subject", "bare", "locative", "topic"):
        return False
    return verb.past or (present and (verb.lasting or (verb.relative and fig.role == "bare")))


def comes_to(other: Figure, text: str) -> bool:
    """Whether the number is told as what something comes to (하루 이용객은 900명쯤 됩니다)."""
    return _IS.match(text, other.mention.end) is not None


def is_held_now(fig: Figure, text: str, words: TargetWords) -> bool:
    """Whether a verb in the present tells what there is now (지금 14대를 굴린다), and changes nothing."""
    clause = _CLAUSES.split(text[max(fig.sentence.begin, fig.mention.begin - 60) : fig.mention.begin])[-1]
    if fig.role not in ("object", "subject") or not _PRESENT.search(clause) or _GOAL_WORD.search(clause):
        return False
    verb = predicate(fig)
    if verb is None or verb.past or verb.future or not (verb.final or verb.lasting):
        return False
    return not any(words.is_a(verb.stem, kind) for kind in ("change", "set", "reach")) and "까지" not in clause


def told_behind(figures: list[Figure], here: int, measure: str, text: str) -> Figure | None:
    """The smaller number of the same thing that the next sentence tells as what there is now (지금은 9곳이다)"""
    fig = figures[here]
    for other in figures[here + 1 : here + 4]:
        if other.sentence.index - fig.sentence.index > 1:
            return None
        if other.sentence is fig.sentence or not same_unit(other, fig) or not tells_now(other, text):
            continue
        if other.mention.value.value >= fig.mention.value.value:
            return None
        found = counted(other)
        words = worded(found[0].of(text)) if found is not None else ""
        alike = not words or head_word(words) in measure or _common(words, measure)
        return other if alike else None
    return None


def _common(one: str, other: str) -> bool:
    """Whether a third of the letter pairs of the shorter stand in the longer."""
    a, b = letter_pairs(one), letter_pairs(other)
    return bool(a and b) and 3 * len(a & b) >= min(len(a), len(b))


def stands_beside(figures: list[Figure], here: int, text: str) -> Figure | None:
    """The number of the same unit that tells what there is now, right before the goal or right behind it."""
    fig = figures[here]
    for other in reversed(figures[max(0, here - 3) : here]):
        if fig.mention.begin - other.mention.end > _BACK or fig.sentence.index - other.sentence.index > _SENTENCES:
            break
        if same_unit(other, fig) and tells_now(other, text):
            return other if other.mention.value.value != fig.mention.value.value else None
        if same_unit(other, fig) and not (other.sentence is fig.sentence and other.role in ("bare", "to")):
            return None  # only steps to the same end may stand between
    for other in figures[here + 1 : here + 3]:
        if other.mention.begin - fig.mention.end > _ON or other.sentence.index - fig.sentence.index > _SENTENCES:
            break
        if same_unit(other, fig):
            return other if tells_now(other, text) else None
    return None
