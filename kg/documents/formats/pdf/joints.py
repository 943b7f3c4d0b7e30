"""Whether a word goes on at the end of a line, where lines are broken between any two letters.

Nothing at that place tells. So the rest of the text decides (which words stand there whole), and how Korean words begin
and end: a particle is no word of its own, 을 or 에서 closes one. Weights are set by hand; above 0 are two words.
"""

import re
from collections import Counter
from collections.abc import Iterable

from kg.patterns import regex


def words_of(listed: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(listed.split())


_PARTICLE = regex(
    "(?:으로부터|에서부터|(?:이)?라(?:고|는|며|면)|으로(?:서|써|의|는|도)?|에서(?:는|도|의)?|에게(?:서)?|부터(?:는)?|까지(?:는|도|의)?|"
    "이었[다던]|이지만|입니다|에[는도의]?|로(?:서|써|는|도|의)?|보다|처럼|만큼|이[며고다나란던]|였[다던]|[과와][의는]|조차|마저|"
    "들(?:이|은|을|의|과|에게|도)?|[은는이가을를의과와도만나서])"
)
_VERB = regex(
    "(?:했|한다|하는|하[고며면게기여자던]|하도록|하지만|하겠|합니다|하였|할지|해[야서온]|됐|된다|되[는고며면어게기던]|되었|됩니다|돼|"
    "시[켜킬킨키]|습니다|니다|[었았였겠]|롭게|스럽[게다]|적(?:인|으로|이)|별로|째로|여\\s?[개명곳건])"
)
"""How what goes on after a noun or a stem begins: «추진|했다», «안정|적인»."""
_BEFORE_VERB = regex(r"(?:기로|도록|려고|고자|지[는도를]?|게|[어아여해]야|하기)$")
"""Behind these a verb of its own stands: «하기로 했다»."""
_DETERMINER = words_of("이 그 저 한 두 세 네 각 총 약 또 첫 제 매 본 전 현 옛 새 온 몇 더 못 안 단 즉 양")
_ALONE = words_of(
    """
    수 등 및 것 곳 때 중 뒤 후 내 위 데 동안 바 줄 관련 위해 통해 대해 따라 위한 대한 통한 따른 함께 모두 이번 지난
    올해 내년 오는 최근 특히 이날 그리고 또한 다만 한편 하지만 그러나 있다 있는 있고 있으며 있어 있도록 없다 없는
    없이 같은 같이 다른 모든 여러 많은 높은 새로운 가장 매우 서로 다시 이미 아직 바로 직접 먼저 우리 것이다 것으로
    것은 것이 것을 것도 수도 수는 수가 때문에 때문이다 경우 가운데 사이 이후 이전 이상 이하 미만 앞으로 처음
    중이다 중인 중에 중이며 것이라고 것이라며 것이며 아니라 아니다 않다 않는 않은 않고 않았다 못한 못하고 못했다
    예정이다 예정이며 계획이다 방침이다 밝혔다 말했다 강조했다 덧붙였다 설명했다 전했다 말했습니다 밝혔습니다
    """
)
_SURNAMES = frozenset(
    "김박최정강조윤장임오신권황송류유홍문배백허남심노하곽성차주우구민진나엄채천방공현"
    "함변염추소석선설길연표명기반왕금옥육인맹제모탁국"
)
_NAME = regex(f"[{''.join(sorted(_SURNAMES))}이][가-힣]{{2}}")
_OFFICE = regex(
    r"[가-힣]*(?:지사|군수|의원|교수|대표|장관|차관|위원|총리|기자|박사|변호사|주무관|연구원|[가-힣]장)"
    r"(?:[은는이가을를의과와도]|에게|$|\W)"
)
_UNIT_OF_OFFICE = regex(r"[국과실팀부처원관청단소터회]$")
_CHIEF = regex(r"장(?:[은는이가을를의과와도]|에게|으로|님)?")
_COUNTED = regex(r"\s?(?:명|곳|달|해|번|차례|사람|팀|대|가지|개|건|살|시간|주|분)")
_CLOSING = (
    (
        4.0,
        re.compile(
            r"(?:[을를]|하는|되는|있는|없는|에서|에게|에는|에도|으로|부터|까지|처럼|보다|[해하되]며|하면|해서|하여|"
            r"[이라다]며|[했됐렸였었았겠졌냈갔왔됐] ?[고다으며지만]+|한다|된다|이다|있다|없다|있고|도록|위해|통해|"
            r"대해|따라|위한|대한|통한|따른|및|라고|다고|[다라]는|지만|면서|하고|되고|거나|[이하]던|므로|이라는)$"
        ),
    ),
    (
        3.0,
        re.compile(
            r"(?:\d\s?[천백만억조]*[년월일명곳개건원]|이달|이날|내년|올해|지난해|최근|처음|크게|모두|각각|함께|가장|특히|또는|관련|[가-힣]는|등[의에을은]?|[^분]야|"
            r"씩|마다|쯤|대로|밖에|이나|는데|[인한]데|째|다가|[이으다라려]면|아니라|"
            r"[가-힣][된될할]|[가-힣]적인|[가-힣]에|[어아여해]야)$"
        ),
    ),
    (
        1.5,
        re.compile(
            r"(?:[^보사창최재광권신경국원예]고|[^동서남피침올새]해|[^권제북무기시상하극]한|[가-힣]{2}[은와과도로의이]|[가-힣][겨쳐려여워러켜]|하[지게기]|[^정회위임의직]원이|[가-힣]{2}며)$"
        ),
    ),
)
_VERBS = words_of("볼 올 갈 쓸 살 줄 본 온 간 쓴 든 낸 준 산 큰 쓸 낼 둘")
"""Verbs of one letter, which stand alone before a noun."""
_QUOTED = regex(r"[”\"’')\]](?:이?라?고|이?라?며|[은는이가을를에의과와도로]|에서|으로|이다|했다)$")
_HANGUL = regex(r"[가-힣]")
_WORD = regex(r"[가-힣A-Za-z0-9]+")
_NUMERAL = regex(r"\d[\d,.]*\s?[십백천만억조]?$")
_UNIT = regex(
    r"[십백천만억조여개명곳건원년월일시분초차호위대회주배세살동층편종권쪽인가킬톤%％㎞㎡㎿]|퍼센트|[kKMGT]?[WmBbg](?![A-Za-z])"
)


class Vocabulary:
    """The words that stand whole within lines, with and without their particles."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        self._beginnings: set[str] = set()
        for line in lines:
            for token in line.split()[1:-1]:
                for word in _WORD.findall(token):
                    self._words.update({word, stem(word)})
                    self._beginnings.update(word[:n] for n in range(3, 8) if n < len(word))

    def holds(self, word: str) -> bool:
        """Whether a word stands there, with whatever particles."""
        return len(word) > 1 and (word in self._words or stem(word) in self._words)

    def begins(self, word: str) -> bool:
        """Whether a longer word there begins so."""
        return word in self._beginnings


def stem(word: str) -> str:
    """A word without the particle or verb at its end, where two letters and more are left."""
    for begin in range(2, len(word)):
        rest = word[begin:]
        if _PARTICLE.fullmatch(rest) or (len(rest) < 4 and _VERB.match(rest)):
            return word[:begin]
    return word


def joint(above: str, below: str, words: Vocabulary) -> str:
    """What belongs between the end of one line and the beginning of the next: a space or nothing.

    ``above`` is the paragraph so far.
    """
    if not (_HANGUL.match(above[-1:]) and _HANGUL.match(below)):
        return _between_signs(above, below)
    token = above.rsplit(None, 1)[-1]
    return " " if _QUOTED.search(token) or _apart(_WORD.findall(token)[-1], below, words) > 0 else ""


def _apart(tail: str, below: str, words: Vocabulary) -> float:
    """How much more likely the words before and behind the break are two than one."""
    match = _WORD.match(below)
    head = match.group() if match else below[:1]
    lone = below[len(head) : len(head) + 1] in ("", " ")
    weight = -0.8  # two of three breaks fall within a word
    weight -= 4.0 if words.holds(tail + head) else 0.0
    weight -= 2.5 if words.begins(tail + head[0]) else 0.0
    weight -= 5.0 if _UNIT_OF_OFFICE.search(tail) and _CHIEF.fullmatch(head) else 0.0
    weight += 1.5 if words.holds(tail) else 0.0
    weight += 1.2 if words.holds(head) else 0.0
    weight += 4.0 if tail in ("등", "및") or (len(tail) > 1 and tail in _ALONE) else 0.0
    weight += next((w for w, pattern in _CLOSING if len(tail) > 1 and pattern.search(tail)), 0.0)
    if (_NAME.fullmatch(head) and _OFFICE.match(below, 4)) or (
        _NAME.fullmatch(tail) and (_OFFICE.match(head) or head in ("당시", "전", "현", "신임"))
    ):
        weight += 3.5
    if _OFFICE.search(tail) and _NAME.fullmatch(head):
        weight += 3.0
    if tail in _SURNAMES and _OFFICE.match(below):
        weight += 5.0
    if tail.endswith("지") and below.startswith(("않", "못", "말")):
        weight += 4.0
    if head == "한" and lone:
        weight += 3.0 if _COUNTED.match(below, 1) else -3.0
    elif head in _ALONE or (head in _DETERMINER and lone and not _PARTICLE.fullmatch(head)):
        weight += 3.0
    elif _PARTICLE.fullmatch(head):
        weight -= 1.0 if head in ("이", "만", "도", "가") else 4.0
    elif len(head) == 1:
        weight -= 0.5 if lone and (head in _SURNAMES or head in _VERBS) else 3.0
    elif _VERB.match(head):
        weight += 2.0 if _BEFORE_VERB.search(tail) else -3.0
    return weight - (1.5 if len(tail) == 1 and tail not in _ALONE and tail not in _DETERMINER else 0.0)


def _between_signs(above: str, below: str) -> str:
    """Where one of both is no Hangul."""
    last, first = above[-1:], below[:1]
    opened = {q: above.count(q) % 2 == 1 for q in "\"'"}
    if first in ",.)]}’”」』》〉%℃:;!?·…~(" or last in "([{‘“「『《〈·~/" or (opened.get(first)):
        return " " if first == "(" and last in '.?!,”"' else ""
    if opened.get(last):
        return ""
    if (
        last == "@"
        or first in "@&="
        or (first in "-/" and last.isdigit())
        or (last in "’'" and re.match(r"\d\d[년.]", below))
    ):
        return ""
    if last in "-–" and above[-2:-1].isalnum():
        return ""
    if first.isdigit():
        return "" if last == "제" or (last in ",." and above[-2:-1].isdigit()) else " "
    if _NUMERAL.search(above[-8:]) and not last.isalpha():
        return "" if _UNIT.match(below) else " "
    match = _WORD.match(below)
    if match and _HANGUL.match(first) and (last.isalpha() or last in ")’”」』》〉%]\"'"):
        return "" if _PARTICLE.fullmatch(match.group()) or _VERB.match(match.group()) else " "
    return " "
