"""Who runs a program that the sentence names: subjects, relative clauses, owners, headlines, speech."""

import re
from collections.abc import Iterator

from kg.facts.involvement.charge import partners, supplies, was_made
from kg.facts.involvement.fact import operated
from kg.facts.involvement.governed import (
    calls_only,
    gapped,
    governing,
    has_subject,
    only_calls,
    through_genitive,
    was_run,
)
from kg.facts.involvement.handing import used_by
from kg.facts.involvement.headlined import of_headline
from kg.facts.involvement.items import BRACKET_ENDS, doers_of_item
from kg.facts.involvement.jointly import joint_parties
from kg.facts.involvement.owner import owner_of
from kg.facts.involvement.parties import embedded, foreign_subject, listed, subject_bodies, unknown_subject
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.service import body_of_speaker, body_without_subject, government_at
from kg.facts.involvement.shares import is_burden
from kg.facts.involvement.standing import is_given_to, is_rejected, is_weak, is_won, list_end
from kg.facts.involvement.verbs import CALLS, Verb
from kg.facts.involvement.words import behind
from kg.facts.model import Involvement
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span

_RUNNING = frozenset({"추진", "운영", "시행", "시작", "벌이", "벌여오", "펼치", "진행", "준비", "가동"})
_CREATED = frozenset({"만들", "구축", "조성", "세우", "도입", "설치", "깔", "개발", "짓", "선보이", "띄우", "꾸리"})
_BEGINS = frozenset(
    {
        "시작",
        "시동",
        "출범",
        "개소",
        "개관",
        "개원",
        "개장",
        "개통",
        "개교",
        "열",
        "돌입",
        "개막",
        "개시",
        "가동",
        "본격화",
    }
)
"""What a program itself may do: that it begins tells less of who runs it than that somebody does it."""
_CONTEST = regex(r"공모[’'」』》〉\"”]?(?:에|인|로)|도전|응모")
"""A ministry's call in which somebody takes part says nothing of who runs it."""
_SOURCE = regex(r"[’'」』》〉\"”]?\s?(?:사업\s?)?(?:예산|사업비|국비|기금|재원|사업|공모|과제)(?:에서|으로|로)")
"""«부처의 ‘P’ 예산에서 나온다»: where money comes from is not what is run."""
_GIVES_FOR = regex(r"[가-힣]{1,5}(?:는|은) 데(?:에)? ")
"""«P를 꾸미는 데 1억원을 후원한다»: the money is for the deed, which others do."""
_IS_IT = regex(r"(?:이다|다|이며|이고|였다|이었다|입니다|이라)(?=[\s.,]|$)")
_NO_DOER = regex(r"\s(?:데|것|일|돈|비용|재원|예산|대가|조건)(?:에|에는|는|은|이|을|로|으로|도)?\s")
_WITH_ANOTHER = regex(r"(?:와|과|,|·)\s?[가-힣A-Za-z0-9·]{1,14}(?:이|가)\s(?:함께\s|공동\s?|같이\s|나눠\s)?")
"""«나루대와 가온내일터가 꾸리는 P»: the body that is known, of two."""
_WITH_HOME = regex(r"(?:와|과|,|·)\s[시도군구](?:이|가)\s")
"""«나루대와 구가 함께 꾸리는 P»."""
_HOUSE_ACTS = regex(
    r"\s?(?:센터|사무소|연구소|지원단|지원센터|사업단|추진단|본부|사무국|도서관|박물관|보건소)(?:은|는|이|가)\s"
)
_NEXT, _GAP = 8, 24
_CHRISTENED = regex(
    r"[’'」』》〉\"”]?\s?(?:이?라는\s(?:[^\s.]{1,6}\s)?(?:이름|문패|간판|명칭)(?:을|를|으로|로|\s?아래)\s|이?라고\s(?:이름|명명)|(?:으로|로)\s(?:이름|명칭)[을를]?\s?(?:붙|지[은어었]))"
)
"""«시는 ‘P’라는 이름을 붙여 선과장을 돕는다»: who christens a thing does it."""
_KIND = regex(
    r"[가-힣]?\s(?:[가-힣]{1,6}\s){0,2}?[가-힣]{0,6}(?:법인|기업|업체|회사|벤처|기관|단체|스타트업|재단|조합|사업자|운영사)(?:인)?\s(?:㈜|\(주\)|\(재\)|\(사\))?"
)
"""«P를 수탁한 사회복지법인 A는», «P를 굴리는 지역 새싹기업 ㈜A는»."""
_NEEDED = regex(r"[가-힣\s]{1,8}\s필요(?:가|성이)?\s?(?:있|크|높|하)|[가-힣]{1,5}면\s(?:된다|어떨까|좋겠)")
"""«P를 세울 필요가 있다», «P를 열면 된다»: what nobody does as yet."""
_BY = regex(r"에\s(?:의해|의하여)\s")


def operators_named(scene: Scene, sentence: Sentence, programs: list[Mention]) -> Iterator[Involvement]:
    """Rules for a sentence that names the program."""
    deeds = scene.deeds(sentence) if programs else []
    for program in programs:
        case, edge = behind(sentence, list_end(scene, program, programs), 3)
        case, edge = through_genitive(scene, sentence, edge, case)
        speech = scene.in_others_words(program.begin)
        relative = [] if is_weak(scene, program) else _relative(scene, sentence, program, deeds)
        owner = owner_of(scene, sentence, program)
        contest = (
            owner is not None and scene.is_ministry(owner) and _CONTEST.search(scene.analysis.text, *sentence.span)
        )
        money = _SOURCE.match(scene.analysis.text, program.end) is not None
        relative = [b for b in relative if not (scene.is_ministry(b) and only_calls(program, deeds))]
        if relative and calls_only(scene, sentence, program, deeds):
            relative = [b for b in relative if scene.is_government(b)]
        if owner is not None and not contest and not money:
            yield operated(scene, sentence, program, owner, "operator-owner")
        yield from (
            operated(scene, sentence, program, b, "operator-in-role") for b in _chosen(scene, sentence, program)
        )
        if not speech:
            joint = joint_parties(scene, sentence, program)
            yield from (operated(scene, sentence, program, b, "operator-together") for b in joint)
        if relative:
            yield from (operated(scene, sentence, program, a, "operator-relative") for a in relative)
            continue
        bent = None if speech or sentence.block != "body" else _bent_to(scene, sentence, program, deeds)
        if bent is not None:
            doers = subject_bodies(scene, sentence, program.begin)
            silent = body_without_subject(scene, sentence, program) if bent.stem in _RUNNING else None
            doers = doers or ([silent] if silent is not None else [])
            if doers:
                for b in doers:
                    scene.presume(program, b, False)
                    yield operated(scene, sentence, program, b, "operator-silent")
                continue
        if scene.is_headline(sentence) and not speech:
            told = list(of_headline(scene, sentence, program))
            yield from told
            if told or not subject_bodies(scene, sentence, program.begin):
                continue
        bearer = _bearer(scene, sentence, edge, case, deeds)
        if bearer is not None and not speech:
            yield operated(scene, sentence, program, bearer, "operator-adnominal")
            continue
        item = [] if speech else doers_of_item(scene, sentence, program)
        if item:
            yield from (operated(scene, sentence, program, b, "operator-of-topic") for b in item)
            continue
        if not speech and _CHRISTENED.match(scene.analysis.text, program.end):
            named = [b for b in subject_bodies(scene, sentence, program.begin) if not scene.is_ministry(b)]
            yield from (operated(scene, sentence, program, b, "operator-subject") for b in named)
        clipped = [] if speech or case != "을" else gapped(scene, sentence, program, edge, deeds)
        yield from (operated(scene, sentence, program, b, "operator-subject") for b in clipped)
        verb = governing(scene, sentence, program, edge, case, deeds)
        gone = is_rejected(scene, program) and not was_run(scene, sentence, verb)
        if verb is not None and verb.stem == "돌리" and case in ("에", "로", "으로"):
            continue  # 그 돈을 P에 돌렸다: what money is turned to
        if verb is None or gone or (program is not scene.main and is_won(scene, program)):
            continue
        if speech:
            inside = Span(edge, verb.begin)
            doer = _subject_within(scene, sentence, inside, verb, ("이",)) if case in ("은", "도") else None
            if doer is not None:
                yield from (
                    operated(scene, sentence, program, b, "operator-of-topic") for b in listed(scene, sentence, doer)
                )
            elif _is_undertaken(scene, sentence, program) and (body := body_of_speaker(scene, sentence, program.begin)):
                yield operated(scene, sentence, program, body, "operator-speaks")
            continue
        beside = program if case == "을" and subject_bodies(scene, sentence, program.begin) else None
        for body in (*partners(scene, sentence, verb.begin, beside), *used_by(scene, sentence, verb.begin)):
            yield operated(scene, sentence, program, body, "operator-together")
        if case in ("은", "도") or scene.analysis.text[program.end : program.end + 1] in BRACKET_ENDS:
            stop = next((p.begin for p in programs if p.begin > edge), verb.begin)
            within = Span(edge, min(stop, verb.begin))
            doer = _subject_within(scene, sentence, within, verb, ("이", "에서"))
            if doer is not None:
                made = was_made(scene, verb) and "Company" in doer.value.classes
                if is_burden(scene, doer, verb) or made or supplies(scene, verb):
                    continue
                for body in listed(scene, sentence, doer):
                    yield operated(scene, sentence, program, body, "operator-of-topic")
                continue
        done_by = [b for b in scene.bodies(sentence) if edge <= b.begin and _BY.match(scene.analysis.text, b.end)]
        if verb.passive and done_by:
            yield operated(scene, sentence, program, done_by[0], "operator-of-topic")
            continue
        subjects = subject_bodies(scene, sentence, program.begin)
        if case == "을" and (behind_it := _subject_within(scene, sentence, Span(edge, verb.begin), verb, ("은", "이"))):
            subjects = listed(scene, sentence, behind_it)
        if _GIVES_FOR.match(scene.analysis.text, verb.begin) and scene.mentions.within(
            Span(verb.begin, sentence.end), "money"
        ):
            subjects = [b for b in subjects if scene.is_government(b) or scene.is_ministry(b)]
            if not subjects:
                continue
        if case == "에" and subjects and scene.mentions.within(Span(edge, verb.begin), "money"):
            subjects = [b for b in subjects if scene.is_government(b) or scene.is_ministry(b)]
            if not subjects:
                continue  # who puts money into a program does not run it
        for body in subjects:
            if not (scene.is_ministry(body) and verb.stem in CALLS):
                yield operated(scene, sentence, program, body, "operator-subject")
        if not subjects and (
            has_subject(sentence, scene.verbs(sentence), edge, verb)
            or unknown_subject(scene, sentence, program.begin)
            or _is_anybodys(scene, sentence, program)
        ):
            scene.run_by_unknown.add(scene.full(program).value.text)
            continue
        if not subjects and _NEEDED.match(scene.analysis.text, verb.begin, sentence.end):
            continue
        if not subjects and (body := body_without_subject(scene, sentence, program, verb)) is not None:
            faint = verb.passive or (case not in ("을", ",") and verb.stem in _BEGINS)
            scene.presume(program, body, faint)
            yield operated(scene, sentence, program, body, "operator-silent")


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
        if with_it := partners(scene, sentence, verb.begin):
            silent = body_without_subject(scene, sentence, program)
            return [*with_it, *([silent] if silent is not None and silent not in with_it else [])]
        joined = [
            b
            for b in scene.bodies(sentence)
            if b.end <= verb.begin and _WITH_ANOTHER.fullmatch(scene.analysis.text, b.end, verb.begin)
        ]
        home = (
            government_at(scene, sentence) if joined and _WITH_HOME.match(scene.analysis.text, joined[-1].end) else None
        )
        return [*joined[-1:], *([home] if home is not None else [])]
    return [
        *listed(scene, sentence, near[-1]),
        *(b for b in partners(scene, sentence, verb.begin) if b.begin > near[-1].end),
    ]


def _chosen(scene: Scene, sentence: Sentence, program: Mention) -> list[Mention]:
    """«D가 ‘P’ 주관기관으로 선정됐다»: the subject that was given a role in a program."""
    return subject_bodies(scene, sentence, program.begin) if is_given_to(scene, program) else []


def _is_anybodys(scene: Scene, sentence: Sentence, program: Mention) -> bool:
    """Whether a house is the subject that the text does not name in full: «사무소는 P를 운영한다»."""
    return (
        _HOUSE_ACTS.match(scene.analysis.text, sentence.begin, program.begin) is not None
        and foreign_subject(scene, sentence, program.begin)
        and not scene.is_interview
    )


def _is_undertaken(scene: Scene, sentence: Sentence, program: Mention) -> bool:
    """Whether what somebody says of a program tells more than a wish: the text is about it, or money is put into it."""
    return scene.full(program) is scene.main or bool(scene.mentions.within(sentence.span, "money"))


def _bent_to(scene: Scene, sentence: Sentence, program: Mention, deeds: list[Verb]) -> Verb | None:
    """«새로 추진하는 P에는»: the verb of running or making that is bent to a program before which no person stands."""
    before = [v for v in deeds if v.end <= program.begin and v.ending == "adnominal" and not v.passive]
    if not before or before[-1].stem not in _RUNNING | _CREATED:
        return None
    gap = scene.analysis.text[before[-1].end : program.begin]
    people = scene.mentions.within(Span(sentence.begin, program.begin), "person", "person-short")
    return None if people or re.fullmatch(r"[가-힣]?\s[‘'「『《〈\"“]?", gap) is None else before[-1]


def _bearer(scene: Scene, sentence: Sentence, edge: int, case: str, deeds: list[Verb]) -> Mention | None:
    """«P를 운영하는 D»: the body right behind the verb that is bent to it."""
    after = [v for v in deeds if edge <= v.begin <= edge + 16 and v.ending == "adnominal" and not v.passive]
    if not after or case != "을":
        return None
    text = scene.analysis.text
    body = next((b for b in scene.bodies(sentence) if 0 < b.begin - after[0].end <= _GAP), None)
    if body is not None and body.begin - after[0].end > _NEXT and not _KIND.fullmatch(text, after[0].end, body.begin):
        return None
    if body is not None and "Company" in body.value.classes and was_made(scene, after[0]):
        return None  # P를 만든 업체 A는
    if body is not None and _NO_DOER.search(text, after[0].end, body.begin) and not _IS_IT.match(text, body.end):
        return None  # P를 꾸리는 데는 부처 지원금이 들었다
    if body is not None and scene.mentions.within(Span(body.end, body.end + 5), "person", "person-short"):
        return None  # P를 맡은 가온대 홍길동 교수
    return body


def _subject_within(
    scene: Scene, sentence: Sentence, within: Span, verb: Verb, particles: tuple[str, ...]
) -> Mention | None:
    """«P는 내년부터 D가 직접 굴린다»: the last body that begins there and is the verb's own subject by its particle."""
    inside = [b for b in scene.bodies(sentence) if within.begin <= b.begin < within.end]
    subjects = [b for b in inside if behind(sentence, b, 0)[0] in particles]
    own = [b for b in subjects if not embedded(scene, sentence, b, verb.begin)]
    return own[-1] if own else None
