"""An executive or an official who tells of the plan of a text: «A 시장은 계획을 발표했다», «이같이 밝혔다»."""

from collections.abc import Iterator

from kg.facts.involvement.fact import backed
from kg.facts.involvement.focus import program_at
from kg.facts.involvement.parties import in_bracket
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.service import government_of, serves_home
from kg.facts.involvement.standing import may_be_run
from kg.facts.involvement.words import behind, inside_speech
from kg.facts.model import Involvement
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex

UNDONE = regex(r"중단|철회|폐지|삭감|백지화|재검토|축소|보류|반대|무산|포기|취소|감액|문제")
"""What ends a program or asks for its end, by a noun."""
_PLAN = regex(
    r"(?:계획|구상|방침|방안|청사진|비전|정책 방향|내용|사업|전략|프로젝트|로드맵)(?:을|를|의)?(?!도\s)[^.“”\"]{0,20}"
    r"(?:발표|내놓|내놨|공개|제시|밝혔|밝힌|설명하|설명했|선포(?!식)|선언|약속)"
    r"|(?:이같이|이와\s같이|이처럼|이렇게)\s(?:공식\s|직접\s)?(?:밝[혔힌히]|발표|공개|공언|약속|선언|예고)"
)
_CRITIC = regex(r"(?:비판|지적|꼬집|우려|따졌|따지|질타|반대|촉구|요구|비꼬|쏘아붙|반문|걱정)")


def announces(scene: Scene, sentence: Sentence, programs: list[Mention]) -> Iterator[Involvement]:
    """An executive or an official tells of the plan that the text is about."""
    kind = scene.analysis.document.kind
    if (
        scene.main is None
        or sentence.block in ("title", "subtitle", "caption")
        or kind not in ("news", "press-release")
        or _PLAN.search(scene.analysis.text, sentence.begin, sentence.end) is None
    ):
        return
    others = [p for p in map(scene.full, programs) if p.value.text != scene.main.value.text and may_be_run(scene, p)]
    outside = _outside(scene, sentence)
    if _CRITIC.search(outside):
        return
    for person in scene.mentions.within(sentence.span, "person", "person-short"):
        if inside_speech(scene.analysis, person.begin) or behind(sentence, person, 4)[0] not in ("은", "이"):
            continue
        if in_bracket(scene, person):
            continue  # 나루부(장관 홍길동)는: what the body does
        after = outside[person.end - sentence.begin :]
        if UNDONE.search(after):
            continue
        executive = scene.ranks.executive(person) and serves_home(scene, person)
        if _PLAN.search(after) and (executive or scene.ranks.official(person)) and not others:
            home = government_of(scene, person)
            meant = program_at(scene, sentence, of=home) if scene.several and not programs else scene.main
            if meant is not None:
                yield backed(scene, sentence, meant, person, "backer-announces")


def _outside(scene: Scene, sentence: Sentence) -> str:
    """The sentence with its speech blanked, code point for code point."""
    text = list(scene.analysis.text[sentence.begin : sentence.end])
    for q in scene.analysis.quoted:
        if q.double and q.begin < sentence.end and q.end > sentence.begin and q.end - q.begin > 20:
            for i in range(max(q.begin, sentence.begin), min(q.end, sentence.end)):
                text[i - sentence.begin] = "\x00"
    return "".join(text)
