"""Whom the people of a text serve: the government behind an executive, a speaker, a sentence without a subject."""

from kg.facts.allocation.pieces_of_news import piece_at
from kg.facts.involvement.carried import carried
from kg.facts.involvement.elsewhere import PRESENTS, is_anothers
from kg.facts.involvement.page import SHORT_GOVERNMENTS, stem
from kg.facts.involvement.parties import continuing, foreign_subject, person_subject, subject_bodies
from kg.facts.involvement.ranks import HEADS_OF_BODIES
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.standing import may_be_run, names_a_place, of_another_government, of_others
from kg.facts.involvement.verbs import Verb
from kg.facts.involvement.words import behind, inside_speech
from kg.language.model import Sentence
from kg.mentions.model import Mention, PersonShort
from kg.patterns import regex
from kg.spans import Span

_HEADING = regex(r"(?:^|\n)\s*(?:\d{1,2}[.)]|[■◆□▶●○◇▷▲①-⑳[(<【])\s?$")
_NAMED_ALONE = regex(r"(?:시|군|구|도)?\s?(?:[:：—–\-|)\]>】]|\n)")
_KIND_OF_HEAD = (("시장", "시"), ("지사", "도"), ("군수", "군"), ("구청장", "구"))
_KIND_OPENS = regex(
    r"(대학|병원|재단|공단|공사|회사|업체|기관|진흥원|연구원|기술원|조합|협회|학교|은행|법인|복지관)(?:은|는)\s"
)
_ANY_KIND = frozenset({"회사", "업체", "기관", "법인"})
"""By what any body may be taken up, whatever its name ends with."""
_OF_PEOPLE = regex(
    r"(?:[□○◇❍ㅇ◦\-]\s?)?(?:[가-힣]{1,8}\s){0,2}?(?:인력|인재|교육|사람|강의|훈련|학생|창업|연구|복지|돌봄|기술|일자리|전문가|청년)"
    r"(?:을|를)?(?:\s[가-힣]{1,6}){0,2}?(?:은|는)\s"
)
"""«인력은», «사람을 키우는 일은»: what is taken care of beside the work of the program told before."""
_ONLY_PAYS = regex(r"(?:출자|출연|기부|후원|투자)(?:하는|한|할|해\s?온|하기로\s한)\s[‘'「『《〈\"“]?$")
"""«구가 20억원을 출자하는 P»: who gives money to it is told, and not who runs it."""
_SPEAKS = frozenset(
    {
        "말",
        "밝히",
        "설명",
        "강조",
        "요구",
        "지적",
        "비판",
        "반대",
        "촉구",
        "평가",
        "덧붙이",
        "전하",
        "내",
        "대",
        "보태",
        "부담",
    }
)
"""What a body says or gives: the next sentence need not be told of it."""
_AGAINST = regex(r"(?:비판|지적|꼬집|우려|따졌|따지|질타|촉구|요구|비꼬|반문|주문|당부|조언|물었|묻자)")


def government_of(scene: Scene, person: Mention) -> Mention | None:
    """The government whose executive a person is, by the words beside the name or the surname's full name."""
    if isinstance(person.value, PersonShort):
        surname = person.value.surname
        if surname is not None:
            for other in scene.mentions.of("person"):
                if other.value.startswith(surname) and called(scene, other, person.value.title):
                    return beside(scene, other) or scene.government
        return scene.government
    return beside(scene, person) or scene.government


def called(scene: Scene, person: Mention, title: str | None) -> bool:
    """Whether a person named in full bears a title that a short form tells: 지사 of 도지사."""
    bare = [t.value.bare for t in scene.mentions.within(Span(person.end, person.end + 24), "title")]
    return any(title is None or b.endswith(title) for b in bare[:1])


def beside(scene: Scene, person: Mention) -> Mention | None:
    for m in scene.mentions.within(Span(person.end, person.end + 16), "organization"):
        if scene.is_government(m) or (scene.ranks.heads is HEADS_OF_BODIES and m.value.text not in SHORT_GOVERNMENTS):
            return m
    return None


def full_name(scene: Scene, person: Mention) -> str:
    """A person's name; for a short form the first name in the text with its surname, empty where there is none."""
    if not isinstance(person.value, PersonShort):
        return str(person.value)
    surname = person.value.surname or "없음"
    return next((str(p.value) for p in scene.mentions.of("person") if p.value.startswith(surname)), "")


def serves_home(scene: Scene, person: Mention) -> bool:
    """Whether an executive's government or body is the one that the text is about, as far as the words tell."""
    if scene.ranks.heads is HEADS_OF_BODIES and scene.government is not None:
        return _heads_body(scene, person, scene.government)
    own = government_of(scene, person)
    if own is None or scene.government is None or own is scene.government:
        return True
    mine, home = (stem(m.value.official or m.value.text) for m in (own, scene.government))
    return mine == home or scene.government.value.text in SHORT_GOVERNMENTS


def heads_another_kind(scene: Scene, person: Mention) -> bool:
    """Whether the title tells of another kind of government than that of the text: 지사 where a 군 is told of."""
    home = scene.government
    if home is None or not scene.is_government(home):
        return False
    kind = (home.value.official or home.value.text)[-1]
    titles = [bare for bare, past in scene.ranks.titles(person) if not past]
    heads = [k for bare in titles for title, k in _KIND_OF_HEAD if bare.endswith(title)]
    return kind in "시도군구" and bool(heads) and kind not in heads


def _heads_body(scene: Scene, person: Mention, body: Mention) -> bool:
    """Whether the text gives a person an office of a body, and none of another one."""
    name = full_name(scene, person)
    held = [f.organization for f in scene.offices if f.person.value == name and not f.former]
    bodies = {m.value.official or m.value.text for m in held if m is not None}
    return not bodies or (body.value.official or body.value.text) in bodies


def body_without_subject(
    scene: Scene, sentence: Sentence, program: Mention, verb: Verb | None = None
) -> Mention | None:
    """The government that the text is about, where neither a person nor another body is the subject of ``verb``.

    A head of government who builds does so for it; one who presents a plan backs it, and no more.

    None where the text does not report what a government does: there nothing goes without saying.
    """
    if not (scene.reports or scene.answers(sentence)) or of_others(scene, program):
        return None
    if is_pledged(scene, program) or (not scene.reports and verb is not None and verb.stem == "하"):
        return None
    if is_anothers(scene, sentence, program, verb):
        return None
    person = person_subject(scene, sentence, program.begin) or continuing(scene, sentence)
    if person is not None:
        only_says = verb is not None and verb.stem in PRESENTS
        acts = scene.ranks.executive(person) and not only_says and serves_home(scene, person)
        return government_of(scene, person) if acts else None
    if foreign_subject(scene, sentence, program.begin):
        before = _acting_before(scene, sentence)
        return before if before is not None and _taken_up_by_kind(scene, sentence, before) else None
    if _ONLY_PAYS.search(scene.analysis.text, sentence.begin, program.begin):
        return None
    before = _acting_before(scene, sentence)
    if before is not None:
        last = scene.analysis.sentences[sentence.index - 1]
        return before if behind(last, before, 0)[0] in ("은", "도") or leads_on(scene, last, before) else None
    if scene.government is not None and scene.is_ministry(scene.government):
        told = carried(scene, sentence)
        if told is not None and not scene.is_ministry(told):
            return told
    body = (_named_after(scene, program) if scene.several else None) or government_at(scene, sentence)
    if body is None or of_another_government(scene, program, body):
        return None
    return None if scene.is_ministry(body) and names_a_place(scene, program) else body


def leads_on(scene: Scene, sentence: Sentence, body: Mention) -> bool:
    """Whether a paragraph opens with who is in charge of what its next sentence names for the first time: «인력은 A가
    책임진다. 9월부터 ‘P’를 시행해 …»."""
    index = sentence.index
    following = scene.analysis.sentences[index + 1] if index + 1 < len(scene.analysis.sentences) else None
    if following is None or following.paragraph != sentence.paragraph or scene.named_in(sentence):
        return False
    if index and scene.analysis.sentences[index - 1].paragraph == sentence.paragraph:
        return False
    if not _OF_PEOPLE.match(scene.analysis.text, sentence.begin):
        return False
    new = [p for p in scene.named_in(following) if scene.full(p).begin == p.begin and may_be_run(scene, p)]
    if not new:
        return False
    doers = subject_bodies(scene, following, new[0].begin)
    names = {b.value.official or b.value.text for b in map(scene.meant, [*doers, body])}
    same = len(names) == 1
    return same and person_subject(scene, following, new[0].begin) is None


def _taken_up_by_kind(scene: Scene, sentence: Sentence, before: Mention) -> bool:
    """Whether a sentence opens with what kind of body the one before it was: «대학은 9월 ‘P’를 연다»."""
    kind = _KIND_OPENS.match(scene.analysis.text, sentence.begin)
    if kind is None:
        return False
    name = scene.meant(before).value.official or scene.meant(before).value.text
    school = kind[1] == "대학" and "University" in before.value.classes
    return school or kind[1] in _ANY_KIND or name.endswith(kind[1])


def _acting_before(scene: Scene, sentence: Sentence) -> Mention | None:
    """The body, no government, that is the subject of the sentence before in one paragraph, and may go on unnamed."""
    last = scene.analysis.sentences[sentence.index - 1] if sentence.index else None
    if last is None or last.paragraph != sentence.paragraph or last.block != sentence.block:
        return None
    doers = subject_bodies(scene, last, last.end)
    if len(doers) != 1 or scene.is_government(doers[0]) or scene.is_ministry(doers[0]):
        return None
    verb = next(reversed(scene.verbs(last)), None)
    own = verb is not None and verb.ending in ("final", "noun") and not verb.passive and verb.begin > doers[0].end
    said = verb is not None and scene.analysis.text[verb.begin - 2 : verb.begin] == "고 "
    speaks = own and verb is not None and (verb.stem in _SPEAKS or (verb.stem == "하" and said))
    return doers[0] if own and not speaks else None


def is_pledged(scene: Scene, program: Mention) -> bool:
    """Whether a program is what a candidate goes on pledging, which no government runs as yet."""
    name = scene.full(program).value.text
    return any(p.value.text == name for _, p, _ in scene.platform)


def _named_after(scene: Scene, program: Mention) -> Mention | None:
    """The government whose place the name of a program bears: 나루시 of «나루 AI 단지»."""
    name = scene.full(program).value.text
    for m in scene.mentions.of("organization"):
        place = stem(m.value.official or m.value.text) if scene.is_government(m) else ""
        if len(place) > 1 and name.startswith(place):
            return m
    return None


def body_of_speaker(scene: Scene, sentence: Sentence, offset: int) -> Mention | None:
    """The government of an executive or an official who speaks in the sentence."""
    person = who_speaks(scene, sentence, offset)
    told = person is not None and (scene.ranks.executive(person) or scene.ranks.official(person))
    return government_of(scene, person) if person is not None and told else None


def government_at(scene: Scene, sentence: Sentence) -> Mention | None:
    """The government that the text is about; where it is about several, the one whose piece of short news it is, else
    the one last named, or told as a place.

    «제주는 끝까지 간다» tells of the government of 제주 as «제주도는» does.
    """
    piece = piece_at(scene.analysis, scene.mentions, sentence)
    if piece is not None:
        return piece if scene.is_government(piece) else scene.governing(piece)
    if not scene.several:
        return scene.government
    for m in scene.mentions.before(sentence.end, "organization", "region"):
        if sentence.end - m.end > 600:
            return None
        if m.kind == "region":
            here = scene.analysis.sentence_at(m.begin)
            case = behind(here, m, 0)[0] if here is not None else ""
            opens = here is not None and here.begin == m.begin and here.paragraph == sentence.paragraph
            acts = case in ("은", "이") or (opens and case == "의")
            if (acts or _heads_section(scene, m)) and (meant := scene.governing(m)) is not None:
                return meant
        elif scene.is_government(m):
            return m
    return None


def _heads_section(scene: Scene, place: Mention) -> bool:
    """Whether a place is what a section's heading names: «2. 가온 — 창구에서 시작하다», «◆ 가온: 하나에 건다»."""
    return _HEADING.search(scene.analysis.text, max(0, place.begin - 6), place.begin) is not None and (
        _NAMED_ALONE.match(scene.analysis.text, place.end) is not None
    )


def who_speaks(scene: Scene, sentence: Sentence, offset: int) -> Mention | None:
    """Who says what stands at an offset: as the quotation tells, else the subject of this sentence or the last."""
    for span, speaker in scene.speakers:
        if span.begin <= offset < span.end and speaker is not None:
            return speaker if speaker.kind in ("person", "person-short") else None
    for s in reversed(scene.analysis.sentences[max(0, sentence.index - 2) : sentence.index + 1]):
        if s.block != sentence.block:
            continue
        for m in scene.mentions.within(s.span, "person", "person-short"):
            if not inside_speech(scene.analysis, m.begin) and behind(s, m, 4)[0] in ("은", "이", "도"):
                return m
    return None


def asks(scene: Scene, sentence: Sentence) -> bool:
    """Whether the sentence's own verb is one of asking, criticising or advising."""
    return bool(_AGAINST.search(scene.analysis.text, max(sentence.begin, sentence.end - 40), sentence.end))


def backs_by_speech(scene: Scene, person: Mention, sentence: Sentence) -> bool:
    """Whether a person who speaks of a program in own words may be its champion: an executive, or no critic."""
    return not asks(scene, sentence) and (scene.ranks.executive(person) or scene.ranks.official(person))
