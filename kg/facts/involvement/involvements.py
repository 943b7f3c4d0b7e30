"""Who has a part in a program; here who runs, builds or carries it out (``operates``)."""

from collections.abc import Iterable, Iterator

from kg.facts.involvement.backing import backers
from kg.facts.involvement.columns import operators_by_column, operators_by_note
from kg.facts.involvement.counted import tells_a_number
from kg.facts.involvement.elsewhere import is_anothers
from kg.facts.involvement.fact import operated
from kg.facts.involvement.named import operators_named
from kg.facts.involvement.ongoing import operators_ongoing
from kg.facts.involvement.parts import operators_of_parts
from kg.facts.involvement.pointed import operators_pointed
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.service import government_at, is_pledged
from kg.facts.involvement.standing import (
    bears_another_place,
    is_called_for,
    is_own,
    is_passed,
    is_rejected,
    is_weak,
    is_won,
    may_be_run,
    names_a_place,
    of_another_government,
    of_others,
)
from kg.facts.involvement.words import behind
from kg.facts.model import Fact, Involvement
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex

_WHOLLY = frozenset(
    {"operator-column", "operator-subject", "operator-of-topic", "operator-relative", "operator-adnominal"}
)
"""Rules that see a body run or build all of a program."""
_ENTERED = frozenset({"operator-column", "operator-field"})

_FUND = regex(r"펀드(?:\s?(?:\d{1,2}|[가-힣])?호)?(?:\s[가-힣A-Z]{1,6})?$")
_RAISED = regex(r"결성|운용사|출자|모태\s?(?:펀드|조합)|조합원")
"""A fund into which several pay is run by others, not by the government that is one of them."""
_PACT = regex(r"협약|협정|양해각서|MOU|맞손|손\s?잡|간담회|포럼")
_IN_CALL = regex(r"[’'」』》〉\"”]?\s?(?:사업\s)?(?:공모|신규\s?과제|대상지|공모전)(?:사업)?(?:에|의)")
_COUNCIL = regex(
    r"의회|의원|상임위|예결위|예결특위|특위|[시도군구]정\s?질문|5분\s?(?:자유\s?)?발언|행정사무감사|행감|본회의|조례|계수조정"
)


def find_involvements(
    analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...]
) -> Iterable[Involvement]:
    """Who runs and who backs the programs of a document."""
    if mentions.of("program"):
        scene = Scene(analysis, mentions, lexicon, facts)
        run = list(operators(scene))
        yield from run
        backed = list(backers(scene, run))
        yield from backed
        if scene.is_interview:
            yield from _answered_for(scene, run, backed)


def _answered_for(scene: Scene, run: list[Involvement], backed: list[Involvement]) -> Iterator[Involvement]:
    """What the head of a government speaks of as own in an interview is run by that government, if nobody else does."""
    told = {f.program.value.text for f in run}
    for fact in backed:
        sentence = scene.analysis.sentence_at(fact.evidence[-1].begin)
        if fact.rule != "backer-speaks" or fact.program.value.text in told or sentence is None:
            continue
        if scene.government is None or not scene.is_government(scene.government) or not may_be_run(scene, fact.program):
            continue
        if not is_rejected(scene, fact.program) and not is_called_for(scene, fact.program):
            told.add(fact.program.value.text)
            yield operated(scene, sentence, fact.program, scene.government, "operator-left-over")


def operators(scene: Scene) -> Iterator[Involvement]:
    """Involvements of kind ``operates``: a body is the subject of a verb of doing whose object is the program."""
    seen: set[tuple[str, int]] = set()
    told: dict[str, list[Involvement]] = {}
    found = [*operators_by_column(scene), *operators_by_note(scene), *_by_sentence(scene)]
    entered = {f.program.value.text for f in found if f.rule in _ENTERED}
    for fact in found:
        if fact.rule == "operator-silent":
            if fact.program.value.text in entered:
                continue  # a column or a field tells who does it
            by_home = fact.agent is scene.government and scene.is_ministry(fact.agent)
            if by_home and scene.full(fact.program) is not scene.main:
                continue  # a ministry tells of much that others run
        if (key := (fact.program.value.text, fact.agent.begin)) not in seen:
            seen.add(key)
            told.setdefault(fact.program.value.text, []).append(fact)
    for name, facts in told.items():
        listed = any(f.rule == "operator-column" for f in facts)
        certain = [f for f in facts if not (_is_guessed(scene, f) or (listed and f.rule == "operator-silent"))]
        certain = [f for f in certain if not _only_calls(scene, f)] or certain
        told[name] = certain or facts
        yield from told[name]
    yield from _left_over(scene, told)


def _is_guessed(scene: Scene, fact: Involvement) -> bool:
    """Whether no more is told than that a program begins, and no subject, or what an official says of it: who is told
    to run it does so alone."""
    if fact.rule == "operator-speaks":
        return True
    return fact.rule == "operator-silent" and scene.presumed.get((fact.program.value.text, fact.agent.begin), False)


def _only_calls(scene: Scene, fact: Involvement) -> bool:
    """Whether a ministry is but told to hold the call in which others won a program: «A부가 주관한 ‘P’ 공모에 선정돼»."""
    if fact.rule != "operator-relative" or not scene.is_ministry(fact.agent):
        return False
    sentence = scene.analysis.sentence_at(fact.agent.begin)
    named = [p for p in scene.named_in(sentence) if p.begin >= fact.agent.end] if sentence is not None else []
    return bool(named) and _IN_CALL.match(scene.analysis.text, named[0].end) is not None


def _by_sentence(scene: Scene) -> Iterator[Involvement]:
    for sentence in scene.analysis.sentences:
        if not scene.is_interview and scene.analysis.text[sentence.end - 1 : sentence.end] in "?？":
            continue  # a question tells of nobody's work
        programs = [p for p in scene.named_in(sentence) if may_be_run(scene, p)]
        bodies = scene.bodies(sentence)
        answers = not (programs or bodies) and scene.answers(sentence)
        if programs or bodies or answers or tells_a_number(scene, sentence):
            yield from operators_named(scene, sentence, programs)
            yield from operators_pointed(scene, sentence, bodies)
            yield from operators_of_parts(scene, sentence, programs, bodies)
            yield from operators_ongoing(scene, sentence, programs, bodies)


def _left_over(scene: Scene, told: dict[str, list[Involvement]]) -> Iterator[Involvement]:
    """Programs without an operator so far: the government's that the text is about, if it is its own list or money.

    What the text is mostly about is its own even where others carry parts of it out.
    """
    kind = scene.analysis.document.kind
    if not scene.reports and kind != "council":
        return
    own_work = kind not in ("council", "analysis") and not scene.of_a_body and not _of_council(scene)
    named = scene.mentions.of("program", "program-short")
    rejected = {scene.full(p).value.text for p in named if is_rejected(scene, p)}
    for name, program in scene.programs.items():
        sentence = scene.analysis.sentence_at(program.begin)
        if (
            sentence is None
            or name in rejected | scene.run_by_unknown
            or not may_be_run(scene, program)
            or of_others(scene, program)
            or is_anothers(scene, sentence, program, None)
            or (_FUND.search(name) and _RAISED.search(scene.analysis.text))
        ):
            continue
        if (is_weak(scene, program) and program is not scene.main) or is_pledged(scene, program):
            continue
        if all(is_called_for(scene, p) for p in named if scene.full(p).value.text == name):
            continue
        by = told.get(name, [])
        shared = all(f.rule == "operator-takes-part" for f in by)
        if by and (scene.several or not (program is scene.main or shared) or _is_whole(scene, by)):
            continue
        about = own_work and program is scene.main and _is_about(scene, named, program)
        body = government_at(scene, sentence)
        if body is not None and by and not scene.is_government(body) and not scene.is_ministry(body):
            continue  # a body of which a text tells does what it is told to do, not also what others do
        if body is not None and scene.is_ministry(body) and (by or not about or _may_be_anybodys(scene, program)):
            continue  # of what a ministry names it need not run all
        if body is None or of_another_government(scene, program, body) or bears_another_place(scene, program, body):
            continue
        if about or (is_passed(scene, name) if kind == "council" else is_own(scene, name)):
            yield operated(scene, sentence, program, body, "operator-left-over")


def _is_about(scene: Scene, named: list[Mention], program: Mention) -> bool:
    """Whether a text goes without saying about what its one government does: no row of a table beside others, no answer
    of an interview, no call that was won."""
    if scene.several or scene.is_interview or program.rule == "program-listed":
        return False
    return not any(is_won(scene, p) for p in named if scene.full(p) is program)


def _may_be_anybodys(scene: Scene, program: Mention) -> bool:
    """Whether a ministry may but tell of a program: one of a place, one of several, one for which a pact is made."""
    if scene.analysis.document.kind != "press-release" or not scene.main_stands_out or names_a_place(scene, program):
        return True
    text, title = scene.analysis.text, scene.analysis.document.title or ""
    return _PACT.search(title) is not None or _PACT.search(text, program.end, program.end + 40) is not None


def _of_council(scene: Scene) -> bool:
    """Whether a headline tells of a council or its members: what they speak of nobody need run as yet."""
    title = scene.analysis.document.title or ""
    return _COUNCIL.search(title) is not None


def _is_whole(scene: Scene, by: list[Involvement]) -> bool:
    """Whether no operator is missing: a government is told, or a body that runs or builds it all."""
    return any(
        scene.is_government(f.agent)
        or (scene.is_ministry(f.agent) and f.rule not in ("operator-owner", "operator-goes-on"))
        or f.rule in _WHOLLY
        or (f.rule == "operator-owner" and "Company" in f.agent.value.classes)
        or (f.rule in ("operator-in-role", "operator-field") and not _is_named_by_another(scene, f))
        for f in by
    )


def _is_named_by_another(scene: Scene, fact: Involvement) -> bool:
    """Whether the sentence of a role tells of the government that gives it: «군은 P의 위탁기관을 A로 바꿨다»."""
    sentence = scene.analysis.sentence_at(fact.agent.begin)
    bodies = scene.bodies(sentence) if sentence is not None else []
    return sentence is not None and any(scene.is_government(b) and behind(sentence, b, 0)[0] == "은" for b in bodies)
