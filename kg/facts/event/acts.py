"""Acts that are events without a name: a visit, a meeting with somebody, an explanation, a launch with a ceremony."""

import itertools
import re

from kg.facts.event.days import Day
from kg.facts.event.rooms import met_in_room
from kg.facts.event.said import Act, Said
from kg.language.model import Analysis, Sentence, Token
from kg.mentions.model import Mention, Mentions, Name
from kg.patterns import regex
from kg.spans import Span

_NOMINAL = frozenset(("NNG", "NNP", "NNB", "SL", "SN", "XSN", "XPN", "XR", "SH", "SO", "SW"))
_VISITED = regex(
    r"(?:청|청사|센터|(?:비행|시험|훈련|양식|작업|농|목|경기|매립|처리|정수|발전|채석|주차|하역|건설|체험|실증|"
    r"전시|사육|경매|공판|골프|양어|제작|선과)장|"
    r"가정|자택|댁|가게|농가|축사|온실|포구|어촌|농원|과수원|어판장|지구대|소방서|경찰서|거리|골목|상가|댐|저수지|"
    r"하천|터널|박물관|"
    r"미술관|타워|공원|"
    r"허브|공장|현장|시장|학교|대학|대|단지|캠퍼스|본사|사옥|관|원|소|실|재단|공단|"
    r"산단|기업|업체|연구원|연구소|마을|복지관|"
    r"[가-힣](?:초|중|고|여고)|초교|유치원|어린이집|연수원|수련원|교육원|농장|목장|매장|식당|점포|체육관|요양원|보육원|"
    r"병원|경로당|도서관|밸리|파크|기관|부처|부|의회|국회|협회|터미널|역|공항|항|시설|부지|터|사업장|"
    r"스튜디오|랩|Lab|LAB)(?:들|등| 등)?$"
)
_PLAN = regex(r"(?:계획|계획안|전략|비전|구상|방안|대책|로드맵|청사진|정책|공약|종합안|마스터플랜)$")
_JOINS = regex(r"(?: [가-힣A-Za-z·() ]{1,24}?)?(?:과|와) ")
_JOINT = regex(r"(?: [가-힣A-Za-z·() ]{1,24}?)?(?:은|는|이|가) ")
_HALL = regex(r"(?:홀|룸|실|관|회관|센터|회의장|강당|광장|호텔|국회|마당|스튜디오)$")
_SHAKES = regex(
    r"(?<![가-힣])(?<!의 )(?:두 )?손을 (?:맞잡(?=[았는기을고아])|잡(?=았[다고으]|는다|기로))"
    r"|(?<![가-힣])(?:도장|서명)을 (?:찍|주고받|나누|했|한다)"
)
_CEREMONY = regex(
    r"(?:첫 ?삽을 (?:떴다|떴고|떴으|떴습|뜬다)|현판을 (?:걸었|내걸|단다|달았|올렸)|"
    r"(?:개통|개소|개관|준공|오색) 테이프를 (?:끊|잘)|테이프를 (?:끊었|잘랐))"
)
_CEREMONIES = (("삽", "착공식"), ("현판", "현판식"), ("테이프", "개소식"))
"""What is done at a ceremony, and what it is called."""
_LETTER = regex(r"[가-힣A-Za-z\d&㈜]")
_CLOSE_BY = 40
_AGREED = regex(r"위(?:해|하여)|기로|협력|협업|협약")
"""What makes a handshake a pact: hands are held at any feast."""
_WHO = regex(r" ?(?:[가-힣A-Za-z]{2,12} ){0,2}")
_NO_VISIT = regex(r"(?:홈페이지|누리집|사이트|블로그|페이지|채널|계정|앱|온라인|고향|해외|외국)$")
_LOOKED = frozenset(
    (
        "둘러보",
        "점검",
        "살피",
        "살펴보",
        "만나",
        "격려",
        "확인",
        "듣",
        "청취",
        "체험",
        "견학",
        "시찰",
        "논의",
        "소통",
        "협의",
        "면담",
        "건의",
        "요청",
        "호소",
        "당부",
        "전달",
        "촉구",
        "예방",
        "위로",
        "건네",
        "들여다보",
        "함께하",
        "참관",
        "지켜보",
        "타보",
        "설명",
        "돌아보",
        "훑어보",
        "보고받",
        "따져보",
    )
)


def act_in(said: Said) -> Act | None:
    """The act that a sentence reports with its day, or None."""
    sentence, words = said.sentence, said.words
    tokens = sentence.tokens
    for k, t in enumerate(tokens):
        if t.form not in words.acts or t.tag[:2] not in ("VV", "NN"):
            continue
        if t.tag.startswith("NN") and (k + 1 >= len(tokens) or tokens[k + 1].tag != "XSV"):
            continue
        speech = said.analysis.quoted_at(t.begin)
        if speech is not None and speech.end - speech.begin > 45:
            continue
        before = [d for d in said.days if d.span.end <= t.begin]
        visitor = words.acts[t.form] == "방문" and _of_visitor(said, k)
        if not before or (_is_relative(tokens, k) and not visitor):
            continue
        told = _told(said, words.acts[t.form], k, before[-1])
        if told is not None:
            return told
    return _shaken(said) or _pictured(said) or met_in_room(said)


def _shaken(said: Said) -> Act | None:
    """A pact told by its picture alone, with a day and a place: 16일 시청에서 손을 맞잡았다, 도장을 찍는다."""
    analysis, sentence = said.analysis, said.sentence
    deed = _SHAKES.search(analysis.text, sentence.begin, sentence.end)
    before = [d for d in said.days if d.span.end <= deed.start()] if deed is not None else []
    if deed is None or not before or analysis.quoted_at(deed.start()) is not None:
        return None
    if "손을" in deed.group() and _AGREED.search(analysis.text, sentence.begin, deed.start()) is None:
        return None
    place = said.place_before(deed.start())
    if place is None or place.begin < sentence.begin:
        return None
    return Act("업무협약", _mention(deed.start(), deed.end(), "업무협약"), before[-1], place)


def _pictured(said: Said) -> Act | None:
    """A ceremony told by what is done at it alone: 29일 첫 삽을 떴다, 12일 현판을 내걸었다."""
    if any(e.value.classes[0] not in ("loose", "body") for e in said.events):
        return None
    analysis, sentence = said.analysis, said.sentence
    deed = next((m for m in _CEREMONY.finditer(analysis.text, sentence.begin, sentence.end)), None)
    before = [d for d in said.days if d.span.end <= deed.start() and d.iso] if deed is not None else []
    if deed is None or not before or analysis.quoted_at(deed.start()) is not None:
        return None
    if deed.start() - before[-1].span.end > _CLOSE_BY:
        return None
    name = next(name for mark, name in _CEREMONIES if mark in deed.group())
    place = said.place_before(deed.start())
    return Act(name, _mention(deed.start(), deed.end(), name), before[-1], place)


def _told(said: Said, act: str, k: int, day: Day) -> Act | None:
    """The act of the verb at token ``k`` on ``day``, where its object and its place make it an event."""
    tokens, text, verb = said.sentence.tokens, said.analysis.text, said.sentence.tokens[k]
    place = said.place_before(verb.begin)
    if act in ("방문", "시찰"):
        return _visit(said, k, day)
    if act == "면담":
        thing = _object(tokens, k, text, ("JKB", "JC") if verb.form == "만나" else ("JKB", "JC", "JKO"))
        both = _both(text, said.mentions, said.sentence, verb) if thing is None and verb.form == "만나" else None
        if both is not None and place is not None:
            return Act(f"{both[2]} 회동", _mention(both[0], verb.end, f"{both[2]} 회동"), day, place)
        if thing is None or said.analysis.document.kind == "interview" or place is None:
            return None
        whom = re.sub(r"들$", "", thing[2])
        if whom.endswith(("기자", "본지", "본보", "취재진")):
            return None
        return Act(f"{whom} 면담", _mention(thing[0], verb.end, f"{whom} 면담"), day, place)
    if place is None:
        return None
    thing = _object(tokens, k, text, ("JKO",))
    if thing is None or len(thing[2]) < 2:
        return None
    if act == "발표" and not (_PLAN.search(thing[2]) and _HALL.search(place.value.text)):
        return None
    return Act(f"{thing[2]} {act}", _mention(thing[0], verb.end, f"{thing[2]} {act}"), day, place)


def _visit(said: Said, k: int, day: Day) -> Act | None:
    """Who went to see a place on ``day``: the place is the event's."""
    tokens, verb = said.sentence.tokens, said.sentence.tokens[k]
    thing = _object(tokens, k, said.analysis.text, ("JKO",))
    if thing is None or _NO_VISIT.search(thing[2]):
        return None
    body = _body_at(said, thing)
    thing = body or thing
    known = body is not None or _VISITED.search(thing[2]) is not None
    looked = known and (_looks(tokens, k) or _looks_next(said.analysis, said.sentence) or _of_visitor(said, k))
    if verb.form in ("찾", "둘러보") and not looked:
        return None
    if not known and not said.mentions.within(Span(said.sentence.begin, verb.begin), "person", "person-short"):
        return None
    spot = Mention(thing[0], thing[1], "place", Name(thing[2]), "place-of-event")
    return Act(f"{thing[2]} 방문", _mention(thing[0], verb.end, f"{thing[2]} 방문"), day, spot)


def _body_at(said: Said, thing: tuple[int, int, str]) -> tuple[int, int, str] | None:
    """The body with which the words for what was visited end: 용기 업체 ㈜한빛켐을 찾아."""
    bodies = said.mentions.within(Span(thing[0], thing[1]), "organization")
    body = next((m for m in bodies if m.end == thing[1]), None)
    return (body.begin, body.end, said.analysis.text[body.begin : body.end]) if body is not None else None


def _mention(begin: int, end: int, name: str) -> Mention:
    return Mention(begin, end, "event", Name(name, ("act",)), "event-act")


def _looks(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether another verb tells what was done there."""
    return any(t.form in _LOOKED for t in tokens[k + 1 : k + 26]) or tokens[k].form in _LOOKED


def _looks_next(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the next sentence tells what was done there."""
    after = analysis.sentences[sentence.index + 1 : sentence.index + 2]
    return any(t.form in _LOOKED for s in after if s.paragraph == sentence.paragraph for t in s.tokens)


def _both(text: str, mentions: Mentions, sentence: Sentence, verb: Token) -> tuple[int, int, str] | None:
    """Two people who are one subject: A 지사와 B 교육감은 … 만나."""
    people = mentions.within(Span(sentence.begin, verb.begin), "person")
    for one, other in itertools.pairwise(people):
        end = _JOINT.match(text, other.end)
        if _JOINS.fullmatch(text, one.end, other.begin) and end is not None:
            return one.begin, end.end(), f"{text[one.begin : one.end]}·{text[other.begin : other.end]}"
    return None


def _is_relative(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether the act only describes a noun (방문한 시민)."""
    for t in tokens[k + 1 : k + 5]:
        if t.tag == "ETM":
            return True
        if t.tag in ("EC", "EF"):
            return False
    return False


def _of_visitor(said: Said, k: int) -> bool:
    """Whether the act describes the person named behind it (27일 공사 현장을 둘러본 ○○○ 장관도)."""
    tokens = said.sentence.tokens
    end = next((t.end for t in tokens[k + 1 : k + 4] if t.tag == "ETM"), None)
    if end is None or any(t.tag in ("EC", "EF") for t in tokens[k + 1 : k + 3]):
        return False
    return any(
        _WHO.fullmatch(said.analysis.text, end, m.begin)
        for m in said.mentions.within(Span(end, min(said.sentence.end, end + 30)), "person")
    )


def _object(tokens: tuple[Token, ...], k: int, text: str, tags: tuple[str, ...]) -> tuple[int, int, str] | None:
    """The noun phrase with one of the particles that stands nearest before the verb."""
    for j in range(k - 1, max(-1, k - 10), -1):
        t = tokens[j]
        if t.tag in tags and (t.tag != "JKB" or t.form in ("과", "와", "랑")):
            return _phrase(tokens, j - 1, text)
        if t.tag in ("EC", "EF", "ETM"):
            return None
    return None


def _phrase(tokens: tuple[Token, ...], j: int, text: str) -> tuple[int, int, str] | None:
    end, left = tokens[j].end, tokens[j].end
    while j >= 0:
        t = tokens[j]
        if t.tag == "SSC" and text[t.begin] in "’'”\"」)":
            opening = max(text.rfind(o, 0, t.begin) for o in "‘'“\"「(")
            while j >= 0 and tokens[j].begin >= opening:
                left, j = tokens[j].begin, j - 1
            continue
        if t.tag not in _NOMINAL or t.form in ("이날", "오전", "오후"):
            break
        if t.tag == "NNB" and t.form in ("일", "월", "년"):
            break
        left, j = t.begin, j - 1
    if left >= end:
        return None
    while left and _LETTER.match(text, left - 1):
        left -= 1  # HD한빛호 조선소: a name that the analyser took apart
    words = re.sub(r"[‘’'“”\"「」]", "", text[left:end])
    return left, end, " ".join(words.split())
