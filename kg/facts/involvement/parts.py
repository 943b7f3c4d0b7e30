"""Who runs a part of a program, named in the sentence or not: «A는 B가, C는 D가 각각 맡는다»."""

from collections.abc import Iterator

from kg.facts.involvement.charge import bears, in_charge, sharing
from kg.facts.involvement.fact import operated
from kg.facts.involvement.focus import headed_by, program_at
from kg.facts.involvement.roles import in_roles
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.service import leads_on
from kg.facts.involvement.standing import is_weak, may_be_run
from kg.facts.involvement.words import behind
from kg.facts.model import Involvement
from kg.facts.quotation.label import is_item
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span

_AGREEMENT = regex(r"(?:협약|협정|양해각서|MOU)(?:서)?$")
_APART = regex(r"(?:이|그)(?:\s사업)?(?:와|과)는?\s별(?:도|개)로")
"""«이와 별도로»: what follows is none of what was told before."""
_ALL_OF_IT = regex(r"(?:사업|전체|프로젝트)(?:의)?\s?(?:총괄|관리|살림|운영|집행)(?:은|는|을|를)\s")
"""«사업 총괄은»: of the whole, whatever part was named last."""
_THE_WORK = regex(r"(?:[□○◇❍ㅇ\-]\s?)?(?:이번\s)?(?:사업|프로젝트|과제)(?:은|의|을|에는)\s")
"""«사업은 A가 주관한다»: what the text is about, however faintly."""
_IS_WHOLE = regex(r"(?:[□○◇❍ㅇ\-]\s?)?(?:이번\s)?(?:사업|프로젝트)(?:은|의)\s")
"""«사업은 A가 주관한다», with nothing that says which: all of it, whatever part was named last."""
_TOPIC = regex(r"(?<![가-힣])([가-힣]{2,8})(?:은|는)\s")
_NEW_CLAUSE = regex(r"[가-힣](?:며|고|나|지만),?\s")
_OF_A_LIST = regex(r"(?:\([^()]*\))?(?:이|가|은|는|에서)?,\s(?!.{0,3}[‘「『])")


def operators_of_parts(
    scene: Scene, sentence: Sentence, programs: list[Mention], bodies: list[Mention]
) -> Iterator[Involvement]:
    """«A는 B가, C는 D가 각각 맡는다», «(수행) A, B»: parts of the program that the text is at."""
    roles = list(in_roles(scene, sentence, bodies))
    charged = list(in_charge(scene, sentence, bodies))
    before = _charged_before(scene, sentence)
    if charged or before is not None:
        charged += [b for b in sharing(scene, sentence, bodies, charged) if b not in charged]
        charged.sort(key=lambda b: b.begin)
    if not roles and not charged:
        return
    told = [p for p in programs if not is_weak(scene, p)]
    if not programs and _opened_by_another(scene, sentence):
        return
    named = [p for p in told if p.rule != "program-recalled" or any(p.end <= b.begin for b in charged)]
    if not told and _APART.search(scene.analysis.text, sentence.begin, sentence.end):
        return
    if not told and charged and of_a_body(scene, sentence, charged[0]):
        return
    if not told and charged and leads_on(scene, sentence, charged[0]):
        return
    by_field = not charged and all(rule == "operator-field" for _, rule in roles)
    program = named[0] if named else _program_of(scene, sentence, bool(told), by_field)
    if program is None or (not told and (names_another(scene, sentence, bodies) or of_agreement(scene, sentence))):
        return
    aside = before if not told and before is not None and _is_aside(scene, sentence, program, before) else None
    program = aside or program
    for body, rule in roles:
        if (
            rule == "operator-field"
            and not told
            and program.begin > sentence.end
            and scene.first_named(program) >= sentence.begin
        ):
            continue  # a form's line tells of what its heading names, not of what comes further down
        named = [p for p in told if p.end <= body.begin]
        yield operated(scene, sentence, named[-1] if named else program, body, rule)
    last = sentence.begin
    for i, body in enumerate(charged):
        topics = [p for p in told if p.end <= body.begin and behind(sentence, p, 3)[0] in ("은", "도", "의")]
        stop = charged[i + 1].begin if i + 1 < len(charged) else sentence.end
        after = [p for p in told if body.end <= p.begin < stop and behind(sentence, p, 3)[0] == "을"]
        anew = None
        if not told and aside is None and last > sentence.begin:
            anew = program_at(scene, sentence, Span(last, body.begin))
        last = body.end
        meant = topics[-1:] or after[:1]
        apart = told and not meant and (_parted(scene, body, told[0]) or _told_behind(scene, sentence, body, told[0]))
        if apart:
            anew = program_at(scene, sentence, Span(sentence.begin, body.begin))
        of = meant[0] if meant else anew or program
        scene.charged.setdefault(sentence.index, of)
        yield operated(scene, sentence, of, body, "operator-takes-part")


def _program_of(scene: Scene, sentence: Sentence, told: bool, by_field: bool) -> Mention | None:
    """The program of which the parts are told in a sentence that does not name it: the one that the text is about where
    its words mean the whole, else the one that the text is at; ``told`` says that the sentence names any."""
    text, alone = scene.analysis.text, scene.main_stands_out and not scene.several
    if alone and _ALL_OF_IT.search(text, sentence.begin, sentence.end):
        return _of_item(scene, sentence) or scene.main
    whole = not told and alone and scene.reports and _IS_WHOLE.match(text, sentence.begin)
    if whole and scene.main is not None and not headed_by(scene, sentence):
        return scene.main
    program = program_at(scene, sentence)
    if program is None and scene.reports:
        meant = by_field or (not scene.several and _THE_WORK.match(text, sentence.begin) is not None)
        return scene.main if meant else None
    return program


def _of_item(scene: Scene, sentence: Sentence) -> Mention | None:
    """The program with which the bullet opens in which a sentence stands: the whole that its words mean there."""
    first = scene.analysis.paragraph_to(sentence)[0]
    if not is_item(scene.analysis, first):
        return None
    return next((p for p in map(scene.full, scene.named_in(first)) if may_be_run(scene, p)), None)


def _parted(scene: Scene, body: Mention, program: Mention) -> bool:
    """Whether a body does its share of something else than the program behind it: a new clause begins between, or the
    next item of a list of who does what: «A는 B가, P는 C가 맡는다»."""
    text = scene.analysis.text
    return bool(_NEW_CLAUSE.search(text, body.end, program.begin) or _OF_A_LIST.match(text, body.end, program.begin))


def _told_behind(scene: Scene, sentence: Sentence, body: Mention, program: Mention) -> bool:
    """Whether what a body bears was told before, and the program only what else it does:
    «당시 보급을 맡은 A는 이번 사업에 빠졌다»."""
    return program.begin >= body.end and bears(scene, sentence, body)


def of_a_body(scene: Scene, sentence: Sentence, doer: Mention) -> bool:
    """Whether the topic is a body that was named before, and no program: «센터는 A가 운영한다»."""
    topic = next(reversed(list(_TOPIC.finditer(scene.analysis.text, sentence.begin, doer.begin))), None)
    if topic is None or any(topic[1] in name for name in scene.programs):
        return False
    earlier = (m for m in scene.mentions.of("organization") if m.end <= sentence.begin and not scene.is_government(m))
    return any(m.value.text.endswith(topic[1]) and m.value.text != topic[1] for m in earlier)


def _before(scene: Scene, sentence: Sentence) -> Sentence | None:
    """The sentence before, where it stands in the same paragraph."""
    last = scene.analysis.sentences[sentence.index - 1] if sentence.index else None
    return last if last is not None and last.paragraph == sentence.paragraph else None


def _charged_before(scene: Scene, sentence: Sentence) -> Mention | None:
    """The program of which the sentence before, in one paragraph, puts somebody in charge."""
    last = _before(scene, sentence)
    return scene.charged.get(last.index) if last is not None else None


def _is_aside(scene: Scene, sentence: Sentence, program: Mention, charged: Mention) -> bool:
    """Whether the sentence before only names a program beside the work that this one goes on to share out."""
    last = _before(scene, sentence)
    names = {scene.full(p).value.text for p in scene.named_in(last)} if last is not None else set()
    return program.value.text in names and scene.full(charged).value.text not in names


def names_another(scene: Scene, sentence: Sentence, bodies: list[Mention]) -> bool:
    """Whether a sentence names something of its own in marks that is no program: what it tells is told of that."""
    subjects = [b for b in bodies if behind(sentence, b, 0)[0] in ("이", "은")]
    return any(
        not q.double
        and 4 <= q.end - q.begin <= 30
        and not scene.mentions.within(q.span, "program", "event")
        and not any(q.span.meets(b.span) for b in subjects)
        for q in scene.analysis.quoted
        if sentence.begin <= q.begin < sentence.end
    )


_LABEL = regex(
    r"\s*(?:[가-하][.)]|\(?\d{1,2}[.)]|[□○◇◦❍ㅇ■▶▷·•\-①-⑳])\s?(?P<label>[가-힣A-Za-z0-9]{2,10}(?:\s[가-힣A-Za-z0-9]{1,8}){0,2})\s?[:：]\s"
)
_FIELD_LABEL = regex(
    r"(?:운영|주관|시행|수행|추진|기관|주체|체계|내용|방식|방법|계획|예산|사업비|기간|대상|규모|일정|장소|목적|배경|현황|성과|효과|문의|담당|관리|구축|개발|지원|교육"
    r"|재원|총괄|위탁|비고|참고|근거|답변|질의|결과|조치|의견|사유|목표|특징|역할|분담|협력|참여|사업|과제|공사|시설|시스템|플랫폼|센터|인력|장비|위치|시기|개요|향후|건의|요구"
    r"|실증|설계|조성|건립|설치|보급|실적|경과|절차|공모|선정|접수|심사|평가|홍보|자료|데이터|기타|전담|실무|연구|용역|공동|기업|대학)$"
)
"""What a field of a sheet is called, and no program."""
_SAID_OF = regex(r"[’'」』]\s?(?:사업|제도|서비스)?(?:을|를|은|는|이|가|도|이다|다|라는|이라는)(?=[\s,.])")


def _opened_by_another(scene: Scene, sentence: Sentence) -> bool:
    """Whether the paragraph is at something that it names in marks or by a label, and that is no known program:
    «‘P’도 띄운다. … 접수는 A가 맡는다», ``나. P : … A가 수탁하여``."""
    text = scene.analysis.text
    for s in reversed(scene.analysis.sentences[max(0, sentence.index - 6) : sentence.index]):
        if s.paragraph != sentence.paragraph:
            break
        if scene.named_in(s):
            return False
        for q in scene.analysis.quoted:
            if s.begin <= q.begin < s.end and not q.double and 3 <= q.end - q.begin <= 30:
                free = not scene.mentions.within(q.span, "program", "organization", "organization-short")
                if free and _SAID_OF.match(text, q.end):
                    return True
    first = scene.analysis.paragraph_to(sentence)[0]
    label = _LABEL.match(text, first.begin)
    if label is None or _FIELD_LABEL.search(label["label"]):
        return False
    return not scene.mentions.within(Span(*label.span("label")), "program", "program-short", "organization", "person")


def of_agreement(scene: Scene, sentence: Sentence) -> bool:
    """Whether the sentence before tells of an agreement by a name of its own, of which parts are shared out."""
    last = _before(scene, sentence)
    if last is None:
        return False
    return any(
        _AGREEMENT.search(scene.analysis.text, q.begin, q.end)
        and not scene.mentions.within(q.span, "program")
        and not any(
            scene.full(p).value.text[:6] in scene.analysis.text[q.begin : q.end] for p in scene.programs.values()
        )
        for q in scene.analysis.quoted
        if last.begin <= q.begin < last.end
    )
