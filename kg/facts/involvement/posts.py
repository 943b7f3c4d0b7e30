"""Whose a program is by the post alone: «군수 공약사항으로, …», «군수님 취임 첫 결재가 ‘P’였습니다», «구청장
공약(A 구청장)»: the only one who holds that post in the text is meant."""

from collections.abc import Iterator

from kg.facts.allocation.sections import items_over
from kg.facts.involvement.fact import Backing
from kg.facts.involvement.focus import program_at
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.standing import may_be_run
from kg.facts.quotation.label import is_item
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span

_OF_POST = regex(
    r"(?<![가-힣])(?P<post>시장|군수|구청장|도지사|지사|교육감)(?:님)?(?:의|이|께서|가)?(?:\s?\([^()]{2,16}\))?\s"
    r"(?:(?:지난\s)?(?:선거|대선|총선|후보|취임|출마)(?:\s때|\s시절|하며|에서)?\s)?(?:(?:내건|내세운|약속한|내놓은)\s)?(?:(?:민선\s?\d기|취임|새해|제?\s?\d{1,2}호|첫|핵심|대표|선거|주요|최근)\s){0,3}"
    r"(?:공약|지시\s?사항|지시(?:로|에)|결재(?=[가이로인였])|역점|중점|숙원)"
)
_IN_BRACKET = regex(r"(?:사항|사업|과제)?\s?\($")
_FORMER = regex(r"(?:전임|전|당시|역대|후임|차기|이웃|다른)\s?$")


def by_post(scene: Scene, sentence: Sentence, programs: list[Mention]) -> Iterator[Backing]:
    """``(sentence, program, person, rule)`` where a post without a name tells whose pledge or order a program is."""
    text = scene.analysis.text
    for told in _OF_POST.finditer(text, sentence.begin, sentence.end):
        if _FORMER.search(text, max(sentence.begin, told.start() - 6), told.start()):
            continue
        beside = scene.mentions.within(
            Span(max(sentence.begin, told.start() - 8), told.end()), "person", "person-short"
        )
        inside = scene.mentions.within(Span(told.end(), min(sentence.end, told.end() + 16)), "person")
        bracket = [p for p in inside if _IN_BRACKET.search(text, told.end(), p.begin)]
        if bracket:
            who: Mention | None = bracket[0]
        elif beside and any(p.kind == "person" or p.value.surname is not None for p in beside):
            continue  # whose post it is stands there
        else:
            who = _holder(scene, told["post"])
        program = _meant(scene, sentence, programs, told.end()) if who is not None else None
        if who is not None and program is not None:
            yield sentence, program, who, "backer-pledged"


def _holder(scene: Scene, post: str) -> Mention | None:
    """The only person who holds a post by the text."""
    found: dict[str, Mention] = {}
    for person in scene.mentions.of("person"):
        titles = scene.ranks.titles(person)
        if any(
            bare.endswith(post) and not bare.endswith(("부" + post, "의" + post)) and not past for bare, past in titles
        ):
            found.setdefault(str(person.value), person)
    return next(iter(found.values())) if len(found) == 1 else None


def _meant(scene: Scene, sentence: Sentence, programs: list[Mention], after: int) -> Mention | None:
    """The program of the sentence, else of the item that it stands under, else of the sentences before."""
    runnable = [p for p in programs if may_be_run(scene, p)]
    named = [p for p in runnable if p.begin >= after][:1] or runnable[-1:]
    if named:
        return scene.full(named[0])
    for item in items_over(scene.analysis.text, sentence.begin):
        above = scene.analysis.sentence_at(item.end - len(item.words))
        over = [scene.full(p) for p in scene.named_in(above)] if above is not None else []
        return over[-1] if over and may_be_run(scene, over[-1]) else None
    program = None if is_item(scene.analysis, sentence) else program_at(scene, sentence)
    above = scene.analysis.sentences[sentence.index - 1] if sentence.index else None
    if program is None and above is not None and (near := scene.named_in(above)):
        program = scene.full(near[-1])
    return program if program is not None and may_be_run(scene, program) else None
