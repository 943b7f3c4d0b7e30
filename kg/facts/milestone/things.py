"""What a step is of: the program, or the body with a building, that the sentence or the text before names."""

import re
from collections.abc import Iterator, Sequence

from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_BUILT = frozenset({"착공", "준공", "개소", "개관", "개원", "개교", "개장", "개통", "완공", "가동", "시범운영"})
"""Steps of what is built or opened: a building may take them without being named again."""
_RUN = frozenset({"시작", "완료"})
"""Steps of a program that the text may tell of «본사업» or «사업» alone."""
_THE_PROGRAM = regex(
    r"(?<![가-힣])(?:본|본격|이|이번|동|전체)? ?(?:사업|프로젝트|공사)(?:은|는|이|가|도|을|를)?(?= |$)[^.,“”]{0,14}$"
)
_TRIAL = "시범운영"
_TAUGHT = "개강"
_COURSES = (
    "학교",
    "과정",
    "교실",
    "서당",
    "아카데미",
    "스쿨",
    "강좌",
    "캠프",
    "대학",
    "교육",
    "학당",
    "캠퍼스",
    "클래스",
    "강의",
)
"""Ends of names of programs that teach."""
_STEP_TOLD = regex(r" ?(?:시기|시점|일정|예정일|날짜)?(?:은|는|이|가|도|을|를) ")
"""Behind a step of which the sentence tells: 개강은, 개강 시점이."""
_FOUNDED = frozenset({"출범"})
_FACILITIES = frozenset({"Centre", "Facility"})
_OPENED_AS = {
    "개교": frozenset({"University"}),
    "개원": frozenset({"ResearchInstitute", "Hospital", "PublicAgency"}),
    "개소": frozenset({"ResearchInstitute"}),
}
"""Bodies that open, but of which a text does not say that they are built: who builds is named in the same words."""
_SITES = (
    "센터", "허브", "거점", "캠퍼스", "단지", "파크", "밸리", "클러스터", "관", "원", "연구소", "플랫폼", "스테이션",
    "타운", "랩", "시설", "타워", "기지", "스퀘어", "빌리지", "하우스", "플라자", "라운지", "아카데미",
    "학교", "병원", "동", "공방", "공장", "팩토리", "공원", "정원", "마을", "항", "온실", "극장", "마당", "광장",
    "터미널", "벨트", "회랑", "창고", "농장", "팜", "스튜디오", "존", "거리", "숲", "터", "실", "룸", "홀", "지구",
    "특구", "시티", "도시", "도로", "철도", "훈련장", "시험장", "실증장", "경기장", "양식장", "목장", "주차장",
    "정류장", "망", "노선", "차로", "터널", "다리",
)  # fmt: skip
_NOT_SITES = ("지원", "복원", "자원", "인원", "운동", "활동", "이동", "보존", "공존", "현실", "희망", "전망", "절망")
"""Words that only end as sites do."""
_CONSTRUCTED = frozenset({"착공", "준공", "완공"})
_NOT_CONSTRUCTED = (
    "계획", "전략", "비전", "로드맵", "구상", "조례", "조례안", "법", "법안", "펀드", "기금", "바우처", "장학금",
    "수당", "교육", "교실", "과정", "강좌", "포럼", "대회", "공모전", "축제", "협의체", "위원회", "서비스", "앱",
    "챗봇", "상담", "캠페인", "운동", "인턴십",
)  # fmt: skip
"""Ends of names of papers, money and doings: everything else that a text says is finished is built."""
_TEAMS = ("사업단", "지원단", "추진단", "기획단", "자문단", "운영단", "준비단", "본부", "사무국", "연구단")
"""Ends of names of people at work: none of them is built or opened as a building is."""
_SUBJECT = regex(
    r"[’'”\"」』)]?(?:사업|조성|건립|구축|건설|공사)?"
    r"(?:은|는|이|가|을|를|도|,|\s|\(|부터|에|로|:|"
    r"의 ?(?:정식 |본격 |첫 )?(?:착공|준공|개소|개관|개원|개장|개통|개교|완공|"
    r"가동|출범|운영|공사|건립|조성|시행|사업|문|개청|입주|시범|서비스))"
)
_NO_SUBJECT = regex(
    r"[’'”\"」』)]? ?(?:에서|에게|에 (?:위탁|맡)|이 아닌|건물|자리|부지|터에|터를|안에|내에|옆|인근|앞|"
    r"별관|본관|신관|분관|구관|청사|옥상|지하|부속|"
    r"리모델링|증축|1층|지하|\d층|대신|관계자|과 (?:함께|달리|연계)|와 (?:함께|달리|연계))"
)
_WORKS_ON = regex(
    r"[’'”\"」』)]{0,2}(?:\(이하[^()]*\))? ?(?:리모델링|증축|신축|개축|건축|보강|내부|새 ?단장|별관|본관|"
    r"신관|\d층)[ 가-힣]{0,8}?공사"
)
"""The works on a building: their begin and their end are the building's."""
_DESCRIBES = regex(
    r"(?:\S{0,4}(?:는|은|한|된|할|될|인|ㄴ|연|열|뗀|뗄|올릴|올린)?"
    r"|(?:을|를) (?:[가-힣]{1,4} )?(?:앞둔|앞두고 있는|바라보는|기다리는|목표로 (?:하는|한|둔|삼은)|눈앞에 둔))"
    r" ?[‘'“\"「『]?"
)
_AND_THEN = regex(r"\S*(?:고|며|면서|지만|는데|다|자|서|[으]?나) ")
"""Between a step and what follows: the step is told of something before («개강하고 ○○캠퍼스는»)."""
_MAIN_HOUSE = regex(r"(?<![가-힣])(?:[가-힣]{2,6} )?(?:본원|본교|본점|본소)(?:은|는|이|가|의|도)? [^.,]{0,20}$")
"""The main house of a school or institute: what opens there is what the text spoke of."""
_CLAUSE_END = regex(r"(?:했고|하고|며|지만|는데|으나|했다|한다)[, ]|[.“”\"]")
_CLOSED = regex(r"[’'”\"」』]?(?:\(이하[^()]*\)|(?<=[”’\"'])\))?")
"""The mark behind a name, and the short form that a bracket gives it."""
_PART = regex(r"[’'”\"」』]? ?(?:의|안|내) [가-힣A-Za-z0-9]+(?:동|관|실|층|시설|구간)(?:은|는|이|가|을|를)")
_OPENED = regex(
    r"[’'”\"」』)]{0,2}(?:을|를) (?:새로 |다시 |정식으로 |정식 )?"
    r"(?:[^.,“”‘’]{0,14}? )?"
    r"(?P<step>(?:여는|엽니|연다|열고|열었|열어|열겠|열면|열 (?:예정|계획|방침|참|때)|열기(?:로| 전)|"
    r"연 (?:뒤|데)|세운다|짓는다))"
)
_TRIED = regex(r"(?:시범 ?(?:사업|운영|서비스|운행)|실증 ?사업)$")
_DONE = regex(
    r"[’'”\"」』)]{0,2}(?:\([^()]*\))?(?P<step>(?:을|를) (?:[가-힣]+ )?"
    r"(?:한 |했|벌[여였이인]|(?:운영|시행|실시|진행)[했한해]|치[른렀러])"
    r"|에서|으로|로| (?:때|당시))"
)
_DONE_BEFORE = regex(r"(?:한|했던|벌인|운영한|시행한|실시한|진행한|치른) [‘'“\"「『]?$")
_TOLD_BEFORE = regex(r"(?:발표한|내놓은|공개한|발표됐던|발표했던|내놨던) [‘'“\"「『]?$")
_PAPERS = ("계획", "전략", "비전", "로드맵", "대책", "구상", "방안", "청사진", "마스터플랜")
"""Ends of names of what a government makes public and then carries out."""
_WORK = regex(r"(?: ?(?:조성|구축|건립|육성|사업|프로젝트))+$")
_ITEM = regex(r"[’'”\"」』)]{0,2} ?[\d,.]+ ?[조억천백만]")
"""Behind an item of a list of sums, which is not what the text speaks of."""
PART = "part"
"""How a step is told that is of a part of the program."""
_REACH = 400
_DESCRIBED = 16
"""How far behind its step, in code points, a thing may stand that the step describes."""


def _is_worked_on(text: str, thing: Mention, kind: str) -> bool:
    """Whether a step of building is that of the works on a thing: «X 리모델링 공사 착공»."""
    return kind in _CONSTRUCTED and _WORKS_ON.match(text, thing.end) is not None


def thing_of_step(
    analysis: Analysis, mentions: Mentions, sentence: Sentence, step: Span, kind: str
) -> tuple[Mention, str] | None:
    """The mention of what takes the step, and how it is told; None where nothing does."""
    text = analysis.text
    things = [
        m
        for m in _candidates(mentions, sentence.span, kind)
        if not _NO_SUBJECT.match(text, m.end) or _is_worked_on(text, m, kind)
    ]
    if any(m.begin <= step.begin < m.end for m in things):
        return None
    after = [m for m in things if 0 < m.begin - step.end <= _DESCRIBED and _describes(text, step.end, m.begin)]
    if after:
        return after[0], "described"
    if _elsewhere(mentions, text, step, things):
        return None
    part = part_of_step(text, sentence, step, kind)
    if part is not None and mentions.free(*part, "program", "program-short", "organization", "organization-short"):
        owner = next((m for m in things if m.end == part.begin - 1), None)
        if owner is None and (named := _named_so(mentions, sentence, text[part.begin : part.end])) is not None:
            return named, "from-before"
        program = _main_program(mentions, sentence)
        if owner is None and program is not None and not _name(program).endswith(text[part.begin : part.end][-2:]):
            return program, PART
    told = [m for m in things if m.end <= step.begin and (_SUBJECT.match(text, m.end) or _is_worked_on(text, m, kind))]
    before = [m for m in told if step.begin - m.end <= 90 and not _other_clause(text, m, step)]
    if before:
        return _topic(text, before), "subject"
    if kind == "개강" and not told and _MAIN_HOUSE.search(text, max(sentence.begin, step.begin - 40), step.begin):
        return _from_before(analysis, mentions, sentence, kind)
    if kind == _TAUGHT and not told and _STEP_TOLD.match(text, step.end):
        return _school_before(mentions, sentence)
    if kind == _TRIAL and not told and (one := _program_of_paragraph(analysis, mentions, sentence)) is not None:
        return one
    generic = kind in _RUN and _THE_PROGRAM.search(text, max(sentence.begin, step.begin - 24), step.begin)
    if (kind not in _BUILT and not generic) or told:
        return None
    return _from_before(analysis, mentions, sentence, kind)


_PART_OF = regex(
    r"(?<![가-힣A-Za-z0-9·])(?P<part>(?:[가-힣A-Za-z0-9]{2,6} )?[가-힣]{0,5}"
    r"(?:실|관|동|센터|홀|룸|존|터|시설|매장|농장|온실))"
    r"(?:(?:\)|은|는|이|가)(?![가-힣])|(?:의)? (?=개소|개관|개원|개장|준공|완공|착공|개통|가동|시범운영))"
)
"""What is a part of a program and has no name of its own: 관제실은, 관제실 개소는, (관제실)."""
_NO_PART = regex(
    r"(?:사실|현실|확실|진실|내실|부실|손실|기관|장관|차관|소관|습관|방관|약관|세관|유관|주관|활동|운동|행동|이동|변동|노동"
    r"|공동|자동|작동|감동|아동|부터|담당관|정책관|기획관|보좌관|조정관"
    r"|(?<![가-힣])(?!관제|연구|실험|실증|시험|생산|창업|교육|운영|관리|전시|체험|제조|가공|저장|업무|지원|행정|사무|생활|편의|서버"
    r"|전산|입주|협업|기숙)[가-힣]{2}동|비서실|상황실|대변인실|기획실|정책실)$"
)


def part_of_step(text: str, sentence: Sentence, step: Span, kind: str) -> Span | None:
    """The part of a program that the step is of, where a common noun tells it: «관제실은 11월 문을 연다»."""
    if kind not in _BUILT:
        return None
    found = None
    for match in _PART_OF.finditer(text, sentence.begin, step.end):
        told = match.end() <= step.begin and not _CLAUSE_END.search(text, match.end(), step.begin)
        if told and not _NO_PART.search(match["part"]):
            found = found or Span(*match.span("part"))
    return found


def _named_so(mentions: Mentions, sentence: Sentence, noun: str) -> Mention | None:
    """The program named before whose last word a common noun repeats: ‘가온 AI 실증동’, then «실증동은»."""
    before = mentions.before(sentence.begin, "program", "program-short")
    return next((m for m in reversed(list(before)) if _name(m).rpartition(" ")[2] == noun), None)


def _main_program(mentions: Mentions, sentence: Sentence) -> Mention | None:
    """The program that the text before a sentence names most often, of several the first."""
    named: dict[str, list[Mention]] = {}
    for mention in reversed(list(mentions.before(sentence.begin, "program", "program-short"))):
        named.setdefault(str(mention.value.head or mention.value.text), []).append(mention)
    return max(named.values(), key=len)[-1] if named else None


def _program_of_paragraph(analysis: Analysis, mentions: Mentions, sentence: Sentence) -> tuple[Mention, str] | None:
    """The one program that the paragraph, or else the text, has named before the sentence: what is tried is no
    building."""
    for begin in (analysis.paragraph_to(sentence)[0].begin, 0):
        named = mentions.within(Span(begin, sentence.begin), "program", "program-short")
        names = {(m.value.head or m.value.text).replace(" ", "") for m in named}
        longest = max(names, key=len, default="")
        if named:
            return (named[-1], "from-before") if all(n in longest for n in names) else None
    return None


def _elsewhere(mentions: Mentions, text: str, step: Span, things: Sequence[Mention]) -> bool:
    """Whether a place right before the step says that it is the step of something else there: «가온 개소도 4월로»."""
    near = mentions.within(Span(max(step.begin - 12, 0), step.begin), "region")
    places = [r for r in near if text[r.end : step.begin] == " "]
    return bool(places) and not any(m.begin <= places[-1].begin and places[-1].end <= m.end for m in things)


def _candidates(mentions: Mentions, span: Span, kind: str) -> list[Mention]:
    found = mentions.within(span, "program", "program-short", "organization", "organization-short")
    return [m for m in found if _takes(m, kind)]


def _takes(mention: Mention, kind: str) -> bool:
    """Whether what is named may take such a step."""
    if mention.kind in ("program", "program-short"):
        return True
    classes = set(mention.value.classes)
    if kind in _BUILT and mention.value.text.endswith(_TEAMS):
        return False
    if kind in _FOUNDED:
        return bool(classes & {"Committee", "Centre", "PublicAgency", "ResearchInstitute", "Association"})
    if kind in _BUILT:
        opened = classes & _OPENED_AS.get(kind, frozenset())
        return bool(classes & _FACILITIES) or (bool(opened) and not (kind == "개소" and mention.value.official))
    return False


def _describes(text: str, end: int, begin: int) -> bool:
    """Whether the words between step and thing make the step a clause that describes it (준공되는 ‘○○’)."""
    return (
        _DESCRIBES.fullmatch(text, end, begin) is not None
        and "," not in text[end:begin]
        and not _AND_THEN.match(text, end, begin)
    )


def _other_clause(text: str, thing: Mention, step: Span) -> bool:
    """Whether a clause ends between thing and step, or the step is that of a part of the thing."""
    part = _PART.match(text, thing.end)
    if part is not None and part.end() <= step.begin:
        return True
    short = _CLOSED.match(text, thing.end)
    broken = _CLAUSE_END.search(text, short.end() if short else thing.end, step.begin)
    if broken is None:
        return False
    topic = re.match(r"[’'”\"」』)]?(?:은|는)", text[thing.end : thing.end + 3])
    return topic is None or broken.group()[0] in '.“”"'


def _topic(text: str, before: Sequence[Mention]) -> Mention:
    """The nearest, but a topic or subject before it where the nearest is only where something is (…에)."""
    nearest = before[-1]
    if re.match(r"[’'”\"」』)]?에(?![는서])", text[nearest.end : nearest.end + 3]):
        topics = [m for m in before if re.match(r"[’'”\"」』)]?(?:은|는|이|가)", text[m.end : m.end + 3])]
        return topics[-1] if topics else nearest
    return nearest


def _from_before(analysis: Analysis, mentions: Mentions, sentence: Sentence, kind: str) -> tuple[Mention, str] | None:
    """What the text spoke of last that can be built, where the sentence names nothing."""
    for mention in mentions.before(sentence.begin, "program", "program-short", "organization", "organization-short"):
        if sentence.begin - mention.end > _REACH:
            return None
        if kind in _RUN:
            if mention.kind.startswith("program") and not _ITEM.match(analysis.text, mention.end):
                return mention, "from-before"
            continue
        if not _takes(mention, kind) or _NO_SUBJECT.match(analysis.text, mention.end):
            continue
        if _is_site(mention) or (kind in _CONSTRUCTED and not _name(mention).endswith(_NOT_CONSTRUCTED)):
            return mention, "from-before"
    return None


def _school_before(mentions: Mentions, sentence: Sentence) -> tuple[Mention, str] | None:
    """The course that the text spoke of last, where a sentence tells of its beginning alone: «개강은 5월로 미뤘다»."""
    for mention in mentions.before(sentence.begin, "program", "program-short"):
        if sentence.begin - mention.end > _REACH:
            return None
        if _name(mention).endswith(_COURSES):
            return mention, "from-before"
    return None


def _is_site(mention: Mention) -> bool:
    name = _name(mention)
    named = name.endswith(_SITES) and not name.endswith(_NOT_SITES)
    return named or bool(_FACILITIES & set(mention.value.classes))


def _name(mention: Mention) -> str:
    """The name without the words for the work on it: ``○○파크 조성사업`` is ``○○파크``."""
    name = (mention.value.head or mention.value.text).split("(")[0].rstrip("’'”\"」』 ")
    return _WORK.sub("", name)


def opened_or_tried(
    analysis: Analysis, mentions: Mentions, sentence: Sentence
) -> Iterator[tuple[str, Span, Mention, str]]:
    """Steps told of a name as its object: ``3월 ‘○○센터’를 연다``, ``2023년 ‘○○ 시범사업’을 했다``, ``낸 ‘○○ 계획’``.

    Each with its kind, its place, the name and the feature of confidence.
    """
    text = analysis.text
    for mention in mentions.within(sentence.span, "program", "organization"):
        opened = _OPENED.match(text, mention.end)
        if opened and (_FACILITIES & set(mention.value.classes) or (mention.kind == "program" and _is_site(mention))):
            yield "개소" if opened["step"][0] in "여엽열연" else "준공", Span(*opened.span("step")), mention, "subject"
        public = _TOLD_BEFORE.search(text, max(sentence.begin, mention.begin - 8), mention.begin)
        if public and mention.kind == "program" and _name(mention).endswith(_PAPERS):
            yield "발표", Span(*public.span()), mention, "described"
        if mention.kind == "program" and _TRIED.search(mention.value.text.rstrip("’'”\"」』")):
            if before := _DONE_BEFORE.search(text, max(sentence.begin, mention.begin - 8), mention.begin):
                yield "시행", Span(*before.span()), mention, "described"
            elif done := _DONE.match(text, mention.end):
                step = mention.span if done["step"][0] not in "을를" else Span(*done.span("step"))
                yield "시행", step, mention, "subject"
