"""Who only lectures on a program: a speaker at a forum, a seminar or a workshop tells of a thing and pledges nothing."""

from kg.facts.involvement.scene import Scene
from kg.facts.involvement.verbs import Verb
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span

_LECTURES = frozenset({"발표", "소개", "설명", "공유", "발제", "강연", "강의", "알리"})
_ON = regex(
    r"(?:에|과|와|을|를)\s(?:(?:대해|대하여|관해|관하여|관한|대한|관련해|관련하여)(?:서)?|주제로|소재로|사례로|중심으로|두고)\s"
)
"""«P에 대해 발표했다», «P를 주제로 강연했다»: what is spoken of."""
_GATHERED = regex(
    r"포럼|세미나|심포지엄|콘퍼런스|컨퍼런스|콜로키움|학술(?:대회|회의|제)|워크숍|워크샵|웨비나|토론회|강연|특강|세션|주제\s?발표"
    r"|기조\s?(?:연설|강연|발제)|발제|발표자|연사|연찬회|사례\s?(?:발표|공유)|성과\s?(?:발표|공유|보고)|경진대회|라운드테이블"
)
_MAY_PLEDGE = ("의원", "의장", "위원장", "교육감", "군수", "시장", "지사")
_CANDIDATE = regex(r"\s?(?:[가-힣]{1,8}\s)?(?:예비\s?)?후보")
_BACK = 2
"""In so many sentences before, a text tells of the gathering at which somebody speaks."""


def lectures(scene: Scene, sentence: Sentence, person: Mention, between: Span, verb: Verb) -> bool:
    """Whether ``verb`` only tells that somebody without power over a program spoke of it; ``between`` parts the two."""
    text = scene.analysis.text
    if verb.stem not in _LECTURES or scene.ranks.executive(person):
        return False
    if scene.ranks.bears(person, _MAY_PLEDGE) or _CANDIDATE.match(text, person.end):
        return False
    if _ON.search(text, between.begin, between.end):
        return True
    if scene.ranks.official(person):
        return False
    near = scene.analysis.sentences[max(0, sentence.index - _BACK) : sentence.index + 1]
    begin = next((s.begin for s in near if s.paragraph >= sentence.paragraph - 1), sentence.begin)
    return _GATHERED.search(text, begin, sentence.end) is not None
