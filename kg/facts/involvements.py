"""Who has a part in a program; here who runs, builds or carries it out (``operates``)."""

import re
from collections.abc import Iterable, Iterator

from kg.facts.involvement_focus import program_at
from kg.facts.involvement_parties import embedded, listed, subject_between, subject_bodies
from kg.facts.involvement_scene import Scene
from kg.facts.involvement_service import body_of_speaker, body_without_subject, government_at
from kg.facts.involvement_standing import event_follows, is_own, is_rejected, is_weak, list_end, may_be_run, of_others
from kg.facts.involvement_words import Verb, behind
from kg.facts.involvements_backing import backers
from kg.facts.involvements_charge import has_object, in_charge, partners
from kg.facts.involvements_columns import operators_by_column
from kg.facts.model import Fact, Involvement
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.spans import Span

_FIELD = re.compile(
    r"\((?:주관|수행|운영|시행|추진|전담|주최|추진\s?주체|수행\s?기관|운영\s?기관|주관\s?기관)\)"
    r"|(?<![가-힣])(?:사업\s?)?(?:수행|운영|주관|시행|전담|총괄|위탁|추진|공동\s?수행|공동\s?주관)\s?(?:기관|주체|단체|대학|사업자|처)?\s?[:：]"
)
_FIELD_END = re.compile(r"\s[/|ㅣ]\s|\n|[.]\s|[,;]\s?[가-힣 ]{2,8}[:：]")
_IS_A = re.compile(r"[가-힣]?\s[^,.]{1,24}(?:이다|입니다|이에요|[가-힣]다)[.]?\s?$")
_ENDINGS = frozenset({"종료", "중단", "폐지", "접", "멈추", "폐쇄", "철거", "철수", "철회", "포기", "취소", "삭감"})
_RUNNING = frozenset({"추진", "운영", "시행", "시작", "벌이", "벌여오", "펼치", "진행", "준비", "가동"})
_BY_WAY_OF = frozenset({"통하", "위하", "비롯", "포함", "더하", "활용"})
_BY = re.compile(r"에\s(?:의해|의하여)\s")
_ROLE = re.compile(
    r"(?:사업\s?)?(?:시행사|시공사|운영사|개발사|주관사|건설사|운용사|주관사업자|사업자|사업시행자|주관기관|수행기관|위탁기관|운영기관|전담기관|주관\s기관|수행\s기관|운영\s기관|전담\s기관)"
    r"(?:인|은|는|에는|으로는|로는|로|[:：])\s?"
)


def find_involvements(
    analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...]
) -> Iterable[Involvement]:
    """Who runs and who backs the programs of a document."""
    if mentions.of("program"):
        scene = Scene(analysis, mentions, lexicon, facts)
        run = list(operators(scene))
        yield from run
        yield from backers(scene, _by_others(scene, run))


def _by_others(scene: Scene, run: list[Involvement]) -> frozenset[str]:
    """The programs whose operators by the text are companies and other bodies, but no government."""
    official = {f.program.value.text for f in run if scene.is_government(f.agent) or scene.is_ministry(f.agent)}
    told = {
        f.program.value.text for f in run if f.rule in ("operator-relative", "operator-subject", "operator-takes-part")
    }
    return frozenset(told - official)


def operators(scene: Scene) -> Iterator[Involvement]:
    """Involvements of kind ``operates``: a body is the subject of a verb of doing whose object is the program."""
    analysis, mentions = scene.analysis, scene.mentions
    seen: set[tuple[str, int]] = set()
    run: set[str] = set()
    by_government: set[str] = set()
    built: set[str] = set()
    for fact in operators_by_column(analysis, mentions):
        seen.add((fact.program.value.text, fact.agent.begin))
        run.add(fact.program.value.text)
        built.add(fact.program.value.text)
        yield fact
    for sentence in analysis.sentences:
        programs = [p for p in scene.named_in(sentence) if may_be_run(scene, p)]
        bodies = scene.bodies(sentence)
        if not programs and not bodies:
            continue
        deeds = [v for v in scene.verbs(sentence) if v.stem in scene.words.operating and not v.negated]
        for fact in (
            *_with_program(scene, sentence, programs, deeds),
            *_without_program(scene, sentence, programs, bodies, deeds),
        ):
            if (key := (fact.program.value.text, fact.agent.begin)) not in seen:
                seen.add(key)
                run.add(fact.program.value.text)
                if fact.rule in ("operator-relative", "operator-in-role") and "Company" in fact.agent.value.classes:
                    built.add(fact.program.value.text)
                if scene.is_government(fact.agent) or (scene.is_ministry(fact.agent) and fact.rule != "operator-owner"):
                    by_government.add(fact.program.value.text)
                yield fact
    yield from _left_over(scene, run, by_government, built)


def _left_over(scene: Scene, run: set[str], by_government: set[str], built: set[str]) -> Iterator[Involvement]:
    """Programs without an operator so far: the government's that the text is about, if it is its own list or money.

    What a company is told to build (``built``) is the company's.
    """
    if scene.analysis.document.kind == "analysis":
        return
    rejected = {
        scene.full(p).value.text for p in scene.mentions.of("program", "program-short") if is_rejected(scene, p)
    }
    for name, program in scene.programs.items():
        sentence = scene.analysis.sentence_at(program.begin)
        known = name in run and (program is not scene.main or name in by_government or scene.several)
        if known or name in rejected | built or sentence is None or not may_be_run(scene, program):
            continue
        about = program is scene.main and scene.analysis.document.kind != "council" and not scene.of_a_body
        own = about or is_own(scene, name)
        body = government_at(scene, sentence)
        if own and body is not None and not of_others(scene, program):
            yield _fact(scene, sentence, program, body, "operator-left-over")


def _with_program(
    scene: Scene, sentence: Sentence, programs: list[Mention], deeds: list[Verb]
) -> Iterator[Involvement]:
    """Rules for a sentence that names the program."""
    for program in programs:
        case, edge = behind(sentence, list_end(scene, program, programs), 3)
        speech = scene.in_others_words(program.begin)
        relative = _relative(scene, sentence, program, deeds)
        owner = _owner(scene, sentence, program)
        if owner is not None:
            yield _fact(scene, sentence, program, owner, "operator-owner")
        if relative:
            yield from (_fact(scene, sentence, program, a, "operator-relative") for a in relative)
            continue
        if not speech and sentence.block == "body" and _told_of(scene, sentence, program, deeds):
            silent = body_without_subject(scene, sentence, program)
            doers = subject_bodies(scene, sentence, program.begin) or ([silent] if silent is not None else [])
            if doers:
                yield from (_fact(scene, sentence, program, b, "operator-silent") for b in doers)
                continue
        if sentence.block in ("title", "subtitle") and not speech:
            yield from _headline(scene, sentence, program)
            continue
        bearer = _bearer(scene, sentence, edge, case, deeds)
        if bearer is not None and not speech:
            yield _fact(scene, sentence, program, bearer, "operator-adnominal")
            continue
        verb = _governing(scene, sentence, program, edge, case, deeds)
        if verb is None:
            continue
        if speech:
            body = body_of_speaker(scene, sentence, program.begin)
            if body is not None and not is_rejected(scene, program):
                yield _fact(scene, sentence, program, body, "operator-speaks")
            continue
        for body in partners(scene, sentence, verb.begin):
            yield _fact(scene, sentence, program, body, "operator-together")
        if case == "은" or case == "도":
            stop = next((p.begin for p in programs if p.begin > edge), verb.begin)
            later = [b for b in scene.bodies(sentence) if edge <= b.begin < min(stop, verb.begin)]
            subjects = [b for b in later if behind(sentence, b, 0)[0] in ("이", "에서")]
            subjects = [b for b in subjects if not embedded(scene, sentence, b, verb.begin)]
            if subjects:
                for body in listed(scene, sentence, subjects[-1]):
                    yield _fact(scene, sentence, program, body, "operator-of-topic")
                continue
        done_by = [b for b in scene.bodies(sentence) if edge <= b.begin and _BY.match(scene.analysis.text, b.end)]
        if verb.passive and done_by:
            yield _fact(scene, sentence, program, done_by[0], "operator-of-topic")
            continue
        subjects = subject_bodies(scene, sentence, program.begin)
        for body in subjects:
            yield _fact(scene, sentence, program, body, "operator-subject")
        if (not subjects and not verb.passive) or verb.passive:
            body = body_without_subject(scene, sentence, program)
            if not subjects and body is not None:
                yield _fact(scene, sentence, program, body, "operator-silent")


def _without_program(
    scene: Scene, sentence: Sentence, programs: list[Mention], bodies: list[Mention], deeds: list[Verb]
) -> Iterator[Involvement]:
    """«A는 B가, C는 D가 각각 맡는다», «(수행) A, B»: parts of the program that the text is at."""
    text = scene.analysis.text
    told = [p for p in programs if not is_weak(scene, p)]
    program = program_at(scene, sentence) if not told else None
    programs = told
    fields = list(_FIELD.finditer(text, sentence.begin, sentence.end))
    if fields and fields[0].start() - sentence.begin < 24 and program is not None:
        for field in fields:
            stop = _FIELD_END.search(text, field.end(), sentence.end)
            end = stop.start() if stop else sentence.end
            for body in bodies:
                if field.end() <= body.begin < end:
                    yield _fact(scene, sentence, program, body, "operator-field")
        return
    role = _ROLE.search(text, sentence.begin, sentence.end)
    if role is not None and (program is not None or programs):
        for body in bodies:
            if 0 <= body.begin - role.end() <= 2:
                for b in (body, *[x for x in bodies if x is not body and scene.joined(body, x)]):
                    yield _fact(scene, sentence, program or programs[0], b, "operator-in-role")
    if program is not None or programs:
        charged = list(in_charge(scene, sentence, bodies, deeds))
        last = sentence.begin
        for body in charged:
            before = [p for p in programs if p.end <= body.begin and behind(sentence, p, 3)[0] in ("은", "도", "의")]
            own = (
                program_at(scene, sentence, Span(last, body.begin))
                if program is not None and last > sentence.begin
                else None
            )
            part = before[-1] if before else own or program or programs[0]
            last = body.end
            yield _fact(scene, sentence, part, body, "operator-takes-part")


def _relative(scene: Scene, sentence: Sentence, program: Mention, deeds: list[Verb]) -> list[Mention]:
    """«D가 운영하는 P»: the bodies before an adnominal verb that stands right before the program."""
    before = [v for v in deeds if v.end <= program.begin and v.ending == "adnominal" and not v.passive]
    if not before:
        return []
    verb = before[-1]
    gap = scene.analysis.text[verb.end : program.begin]
    if len(gap) > 12 and not re.search(r"원(?:짜리|\s?규모의)\s?[‘'「『《〈\"“]?$", gap):
        return []
    near = [
        b
        for b in scene.bodies(sentence)
        if b.end <= verb.begin and verb.begin - b.end < 40 and behind(sentence, b, 0)[0] in ("이", "에서")
    ]
    if not near:
        return []
    return [
        *listed(scene, sentence, near[-1]),
        *(b for b in partners(scene, sentence, verb.begin) if b.begin > near[-1].end),
    ]


def _told_of(scene: Scene, sentence: Sentence, program: Mention, deeds: list[Verb]) -> bool:
    """«새로 추진하는 P에는»: whether a verb of running is bent to a program, and no person stands before it."""
    before = [v for v in deeds if v.end <= program.begin and v.ending == "adnominal" and not v.passive]
    if not before or before[-1].stem not in _RUNNING:
        return False
    gap = scene.analysis.text[before[-1].end : program.begin]
    people = scene.mentions.within(Span(sentence.begin, program.begin), "person", "person-short")
    return not people and re.fullmatch(r"[가-힣]?\s[‘'「『《〈\"“]?", gap) is not None


def _bearer(scene: Scene, sentence: Sentence, edge: int, case: str, deeds: list[Verb]) -> Mention | None:
    """«P를 운영하는 D»: the body right behind the verb that is bent to it."""
    after = [v for v in deeds if edge <= v.begin <= edge + 16 and v.ending == "adnominal" and not v.passive]
    if not after or case != "을":
        return None
    gap = 8
    return next((b for b in scene.bodies(sentence) if 0 < b.begin - after[0].end <= gap), None)


def _owner(scene: Scene, sentence: Sentence, program: Mention) -> Mention | None:
    """«중소벤처기업부의 ‘P’», «한빛대의 ‘P’»: the own program of a body that is no local government."""
    for body in scene.bodies(sentence):
        between = scene.analysis.text[body.end : program.begin] if body.end < program.begin else ""
        if not scene.is_government(body) and re.fullmatch(r"(?:의|\s주관|\s주최|\s소관)\s[‘'「『《〈\"“]?", between):
            return body
    return None


def _headline(scene: Scene, sentence: Sentence, program: Mention) -> Iterator[Involvement]:
    """«대구시, ‘P’ 구축 착수»: a headline's body before a comma."""
    for body in scene.bodies(sentence):
        if (
            body.end <= program.begin
            and behind(sentence, body, 0)[0] in (",", "은", "이")
            and (scene.is_government(body) or scene.is_ministry(body))
        ):
            for b in listed(scene, sentence, body):
                yield _fact(scene, sentence, program, b, "operator-headline")
            return


def _governing(
    scene: Scene, sentence: Sentence, program: Mention, edge: int, case: str, deeds: list[Verb]
) -> Verb | None:
    """The verb of doing that has the program as its object, topic or passive subject."""
    if case in ("의", "와", "보조", "에서", "에게", "보다", "처럼") or event_follows(scene, program, edge):
        return None
    limit = edge + 60
    ended = next((v.begin for v in scene.verbs(sentence) if v.begin >= edge and v.stem in _ENDINGS), limit)
    if ended - edge < 16:
        return None
    if case == "을" and _taken_by_another(scene, sentence, edge):
        return None
    for verb in deeds:
        if verb.begin < program.end or verb.begin > limit:
            continue
        if case == "이" and not verb.passive:
            return None
        what_it_is = case == "은" and _IS_A.match(scene.analysis.text, verb.end, sentence.end)
        if verb.ending == "adnominal" and not what_it_is and (case != "을" or verb.begin - edge > 12):
            continue
        if case in ("을", "에") and subject_between(scene, sentence, edge, verb.begin):
            return None
        if case == "에" and has_object(scene, sentence, edge, verb.begin) and verb.stem not in scene.words.into:
            return None
        other = scene.mentions.within(Span(edge, verb.begin), "person", "person-short")
        return None if other and case in ("을", "에") else verb
    return None


def _taken_by_another(scene: Scene, sentence: Sentence, edge: int) -> bool:
    """Whether the verb right behind an object is none of doing: P 2년차를 맞아 임차료를 지원한다."""
    first = next((v for v in scene.verbs(sentence) if v.begin >= edge and v.ending != "noun"), None)
    if first is None or first.begin - edge > 3 or first.ending == "adnominal":
        return False
    return first.stem not in scene.words.operating and first.stem not in _BY_WAY_OF


def _fact(scene: Scene, sentence: Sentence, program: Mention, agent: Mention, rule: str) -> Involvement:
    program = scene.full(program)
    near = program if sentence.begin <= program.begin < sentence.end else agent
    low, high = min(near.begin, agent.begin), max(near.end, agent.end)
    inside = sentence.begin <= low and high <= sentence.end
    evidence = (Span(sentence.begin, sentence.end),) if inside else (near.span, agent.span)
    features = ("same-sentence" if inside else "from-context", rule)
    return Involvement(
        rule=rule, evidence=evidence, features=features, program=program, agent=agent, involvement="operates"
    )
