"""Who took part in an event, by the words of the sentences that tell it."""

import re
from bisect import bisect_left

from kg.facts.event.rooms import UNDERGONE
from kg.language.model import Analysis, QuotedSpan, Sentence
from kg.mentions.model import Mention, Mentions, PersonShort
from kg.patterns import regex
from kg.spans import Span

ATTEND = regex(
    r"참석|배석|동석|함께했|함께 했|함께해|함께하|함께할|함께 자리|함께 나왔|자리를 함께|자리했|자리할|자리하였|"
    r"자리한다|자리하기로|자리를 같이|"
    r"출석|참여했|참여한|참가했|나란히|모였|모인|한자리에|한데 모|"
    r"이름을 올렸|손을 (?:맞)?잡|머리를 맞대|서명했|서명하|서명은|서명에는|앉았|앉아|뒤를 이었|지켜봤"
    r"|지켜보|자리를 (?:빛|지|"
    r"채|메)|선서했|선서하|"
    r"(?:버튼|단추)을? (?:눌|누)|가위를|현판을|첫 삽을|협약서를 (?:들|교환|주고)|기념 ?(?:촬영|사진)|"
    r"삽을 (?:떴|떠|뜨|들)|"
    r"사회는|사회를 (?:봤|맡|보)|축사|시삽|"
    r"테이프|마이크를|무대에|얼굴을 (?:보|비|내)|모습을 (?:보|드러)|(?:관계자|주민|"
    r"내빈)\S* (?:등 )?\S*(?:명)?도 보였|도 보였|경과를 보고|"
    r"서명할|함께 [가-힣]{0,3}[았었탔갔왔섰렀봤웠겼쳤]다|"
    r"(?:토론자|발제자|연사|강사|패널|사회자|좌장)(?:로|으로) (?:나섰|나왔|참여)|"
    r"(?:등|명|장|원|표|수|자)(?:이|가|도) (?:나왔|나온|함께 섰|왔다|들렀)|증인으로|합류했|자리를 지켰|참관했|"
    r"동행했|서명(?=[)\s.]*$|\))"
)
ROLE = regex(
    r"(?:사회|진행|설명|발표|발제|강연|강의|특강|좌장|해설|시연|안내|축사|기조 ?(?:강연|연설|발표)|"
    r"주제 ?발표|경과 ?보고|개회사|환영사|토론)(?:은|는|을|를|도|에는|에)? "
    r"(?:[^.,“”\"]{0,24}?(?:맡|[이가] (?:했다|하였다|한다|진행)|봤다|봤고|보았|나선|나섰|나선다|나설)|한다"
    r"|했다|할 예정|진행한다|진행했다|펼친다|"
    r"직접)|"
    r"직접 (?:[가-힣A-Z]+(?: [가-힣]+)?[을를] )?(?:설명|발표|소개|안내|시연|강연)"
)
_GOES_BEFORE = regex(r"[’'”\"」)]?에 (?:이어|앞서|앞선|따라|따르면|맞춰|대해|대한|관한|관해)")
_WAS_HELD = regex(r"[’'”\"」)]?[이가] (?:열린|개최된|진행된|있은|있던) ")
_AT = regex(r"[’'”\"」)]?에서\s")
_APPOINTED = regex(r"위촉")
_NOT_THERE = regex(
    r"불참|(?:참석|출석|배석|참여|참가|자리|함께)(?:은|을|도)? ?하지 (?:않|못)|나오지 (?:않|못)|못 나왔|안 나왔|"
    r"빠졌|대리 참석|참석할지"
)
_BESIDE = regex(
    r"(?:함께 (?:자리한|참석한|한|나온|배석한|서명한)|배석한|동석한|자리를 함께한|함께한|왼쪽은|"
    r"오른쪽은|가운데는|참석한|주재한|(?:회의|심사|협의|토론|행사|방문단|대표단|사절단|실사단|협상)[를을] 이끈|"
    r"(?:[가-힣]{0,6}(?:회|식|포럼|행사|현장|자리|회견|심사|감사|회의)에|참고인으로|증인으로|대표로"
    r"|토론자로|발제자로|연사로|강사로|사회자로|패널로) "
    r"(?:나온|나선|참여한|출석한)|"
    r"(?:식|회|회의|행사|포럼|회견|브리핑|심포지엄|세미나|토크|콘서트)[’'”\"」]?[을를] "
    r"(?:치른|가진|마친|주재한|주최한|이끈|진행한)|"
    r"마이크를 (?:잡은|넘겨받은|이어받은)|축사에 나선|사회를 맡은|발표를 맡은|발제를 맡은|발제에 나선|"
    r"토론에 나선|기조연설에 나선|연단에 오른)"
)
SPEECH = regex(r"[“\"][^“”\"]{9,}")
_GIVES = regex(
    r"[^,.“”\"]{0,14}?의 (?:축하 |환영 )?(?:인사말|인사|축사|환영사|격려사|개회사|기념사|개식사"
    r"|강연|특강|발표|발제|시연|설명|경과보고|주제발표|기조강연|기조연설|축하 공연)"
    r"(?:,|과|와|으로|로| 등| 순|에 이어|이 (?:이어|진행)|가 (?:이어|진행))"
)
"""What a person gives in the course of a ceremony: A 시장의 인사말, B 의장의 축사 순으로."""
_OVER = regex(r"(?:[이가]|의)? ?(?:끝난|끝나고|끝나자|산회|폐회|파한|막을 내린) ?(?:뒤|후|직후|다음)?(?= |,)")
"""Who speaks when it is over is not told to have been there: 본회의 산회 뒤."""
_AFTER_IT = regex(r" (?:뒤|후|다음|직후)[ ,에]")
_SAYS = regex(
    r"[“\"]|묻자|물었|물으|따졌|따지|맞섰|답했|답하|답변|대답|주문|요구|지적|질의|촉구|호소|해명|설명|반박|반문|"
    r"제안|건의|질타|꼬집|주장|"
    r"강조|약속|당부|우려|비판|다그|되물|보고했|보고하|사과|말했|밝혔|덧붙"
)
_ACTS = regex(r"[“\"]|말했|밝혔|강조|설명|발표|답|질의|보고|인사|축사|연설|강연|발제|소개|당부|약속")
_SAID = regex(r"[”\"’']?(?:이?라)?(?:고|며|면서)[ ,는]")
_MOVED = regex(r"대표 ?발의")
_IS_MET = regex(r"[^,.“”]{0,16}?[을를] (?:잇따라 |차례로 |직접 |함께 |각각 |잇달아 )?만[나났]")
"""Who is met where somebody goes: 국회를 찾아 ○○○ 위원장을 만나."""
_CHAIRS = regex(
    r"(?: [가-힣·]{1,12}){0,3} (?:주재|사회|진행)(?:로|으로|하에|아래)[ ,]|[^,.]{0,24}?(?:이|"
    r"가) 참석한 가운데"
)
"""Under whom a meeting is held: ○○○ 부시장 주재로."""
SUBJECT = ("은", "는", "이", "가")


def _speech_round(analysis: Analysis, event: Mention) -> QuotedSpan | None:
    """The speech in which an event is told; whoever speaks took no part in it by that."""
    speech = analysis.quoted_at(event.begin)
    if speech is None or _interview(analysis):
        return None
    return speech if speech.end - speech.begin > 45 or _SAID.match(analysis.text, speech.end) else None


def heard(analysis: Analysis, sentence: Sentence, mentions: Mentions, event: Mention | None = None) -> list[Mention]:
    """The people whom a sentence names outside of speech, or in the speech that tells an event; those only shown by a
    title left out.
    """
    inside = _speech_round(analysis, event) if event is not None else None
    found = []
    for m in mentions.within(sentence.span, "person", "person-short"):
        if isinstance(m.value, PersonShort) and m.value.surname is None and m.value.title is None:
            continue
        speech = analysis.quoted_at(m.begin)
        if speech is not None and speech.end - speech.begin > 25 and not _interview(analysis) and speech != inside:
            continue
        found.append(m)
    return found


def _interview(analysis: Analysis) -> bool:
    return analysis.document.kind == "interview"


def people_of(
    analysis: Analysis, sentence: Sentence, mentions: Mentions, event: Mention, particle: str
) -> list[Mention]:
    """The subject of the sentence that tells the event and whom it joins by 과, 와; in a caption all."""
    found: list[Mention] = []
    if particle == "에" and _GOES_BEFORE.match(analysis.text, event.end):
        return found
    if _OVER.match(analysis.text, event.end) or event.value.classes[0] == UNDERGONE:
        return found
    inside = _speech_round(analysis, event)
    for m in heard(analysis, sentence, mentions, event):
        mark = particle_after(analysis, m, sentence, mentions)
        if mark == "의" and m.begin > event.end and _GIVES.match(analysis.text, m.end, sentence.end):
            found.append(m)
            continue
        if mark is None or mark == "의" or described(analysis, m, sentence, event):
            continue
        if _only_heads(analysis.text, m) and (event.value.classes[0] == "pact" or not _is_quoted(analysis, m)):
            continue
        if inside is not None and not (inside.begin <= m.begin < inside.end):
            continue
        if m.end <= event.begin or particle == "act":
            chairs = _CHAIRS.match(analysis.text, m.end, event.begin) is not None
            met = particle == "act" and _IS_MET.match(analysis.text, m.end, sentence.end) is not None
            if chairs or met or mark in ("은", "는", "이", "가", "께서", "과", "와", ",", "도"):
                found.append(m)
        elif (particle in ("에서", "에", "는", "은") or _WAS_HELD.match(analysis.text, event.end)) and (
            sentence.block == "caption" or mark in SUBJECT
        ):
            told = sentence.block == "caption" or particle in ("에", "이", "가") or mark in ("은", "는")
            if told or _acts_there(analysis, m, sentence):
                found.append(m)
        else:
            joins = particle == "에" and mark in (",", "과", "와")
            if joins or (mark in SUBJECT and _has_role(analysis.text, m, sentence)):
                found.append(m)
    return found + [m for m in beside(analysis, sentence, mentions) if m not in found]


def _only_heads(text: str, person: Mention) -> bool:
    """Whether brackets name the person as the head of a body, ○○시(시장 ○○○)는; chairs sit in meetings."""
    opened = text.rfind("(", max(0, person.begin - 24), person.begin)
    if opened < 1 or not text[person.end : person.end + 2].strip(" ").startswith((")", ",")):
        return False
    before = text[opened : person.begin]
    return ")" not in before and "가" <= text[opened - 1] <= "힣" and not re.search(r"의장|위원장", before)


def _is_quoted(analysis: Analysis, person: Mention) -> bool:
    """Whether the text names the person once more and gives his words: a host who speaks is there."""
    named = analysis.text[person.begin : person.end]
    later = (s for s in analysis.sentences if s.begin > person.end)
    return any(named in (words := analysis.text[s.begin : s.end]) and "“" in words for s in later)


def _has_role(text: str, person: Mention, sentence: Sentence) -> bool:
    """Whether the words behind a person, or round one (발제는 ○○○ 교수가 맡는다), give a part in what goes on."""
    if ROLE.search(text, person.end, sentence.end):
        return True
    return any(r.start() < person.begin < r.end() for r in ROLE.finditer(text, sentence.begin, sentence.end))


def _acts_there(analysis: Analysis, person: Mention, sentence: Sentence) -> bool:
    """Whether the person after the event's name speaks or does something there."""
    return bool(_ACTS.search(analysis.text, person.end, sentence.end))


def beside(analysis: Analysis, sentence: Sentence, mentions: Mentions) -> list[Mention]:
    """The people right behind 함께한, 배석한, 주재한, 마이크를 넘겨받은."""
    found = []
    for mark in _BESIDE.finditer(analysis.text, sentence.begin, sentence.end):
        found += [m for m in heard(analysis, sentence, mentions) if mark.end() <= m.begin <= mark.end() + 12][:1]
    return found


def unsaid(analysis: Analysis, sentence: Sentence) -> str:
    """The words of a sentence without those of its speech: 현장에서 in a quotation is no place of the event."""
    text = analysis.text[sentence.begin : sentence.end]
    return SPEECH.sub(lambda m: m.group()[0] + " " * (len(m.group()) - 1), text)


def attendants(analysis: Analysis, sentence: Sentence, mentions: Mentions, appointed: bool = False) -> list[Mention]:
    """All whom a sentence names that says who attended: 회의에는 A 의원 B 교수가 참석했다."""
    text = analysis.text[sentence.begin : sentence.end]
    away = [m.start() + sentence.begin for m in _NOT_THERE.finditer(text)]
    marks = [m.end() for m in ATTEND.finditer(text)]
    if appointed:
        marks += [m.end() for m in _APPOINTED.finditer(text)]
    if not marks:
        return []
    last = max(marks) + sentence.begin
    people = heard(analysis, sentence, mentions)
    return [
        m
        for m in people
        if not any(_is_away(m, people, marks, sentence, n) for n in away)
        and (m.end <= last or "사회는" in text or "서명은" in text)
        and particle_after(analysis, m, sentence, mentions) != "의"
        and not described(analysis, m, sentence)
    ]


def _is_away(person: Mention, people: list[Mention], marks: list[int], sentence: Sentence, away: int) -> bool:
    """Whether a word of absence at ``away`` is of the person: no word of attending stands between the person and the
    last who is named before it (A 위원이 자리했고 B 구청장은 출석하지 않았다).
    """
    before = [m for m in people if m.end <= away]
    if person not in before:
        return False
    return not any(person.end <= mark + sentence.begin <= before[-1].begin for mark in marks)


def council_speakers(analysis: Analysis, sentence: Sentence, mentions: Mentions) -> list[Mention]:
    """Those who ask, answer and demand in the report of a council's meeting."""
    text = analysis.text
    found: list[Mention] = []
    if _OVER.search(text, sentence.begin, sentence.end):
        return found
    for m in heard(analysis, sentence, mentions):
        mark = particle_after(analysis, m, sentence, mentions)
        moved = _MOVED.search(text, m.end, min(sentence.end, m.end + 16)) is not None
        speaks = mark in SUBJECT and _SAYS.search(text, m.end, sentence.end) is not None
        if speaks and (moved or not described(analysis, m, sentence)):
            found.append(m)
    return found


def _end_of_names(analysis: Analysis, person: Mention, mentions: Mentions) -> int:
    """Where the body and the title right behind a name end: 표민재 길찾는사람들 대표는."""
    end = person.end
    for m in mentions.within(Span(person.end, person.end + 48), "organization", "organization-short", "title"):
        if m.begin >= end and analysis.text[end : m.begin] in ("", " "):
            end = m.end
    return end


def particle_after(analysis: Analysis, person: Mention, sentence: Sentence, mentions: Mentions) -> str | None:
    """The particle that closes the noun phrase of a person's name and title, ``,`` where a list goes on."""
    following = next((m.begin for m in mentions.within(Span(person.end, sentence.end), "person")), sentence.end)
    depth, end = 0, _end_of_names(analysis, person, mentions)
    for t in sentence.tokens[bisect_left(sentence.tokens, end, key=lambda t: t.begin) :]:
        if t.begin >= following:
            return ","
        if t.begin - person.end > 48:
            return None
        if t.tag in ("SSO", "SSC") and analysis.text[t.begin] in "()":
            depth += 1 if t.tag == "SSO" else -1
            continue
        if depth > 0:
            continue
        if t.tag[0] == "J":
            return t.form
        if t.tag in ("SP", "SO") or (t.tag == "NNB" and t.form == "등"):
            return ","
        if t.tag[:2] in ("VV", "VA", "EF", "EC", "SF") or t.tag == "ETM":
            return None
    return None


def described(analysis: Analysis, person: Mention, sentence: Sentence, event: Mention | None = None) -> bool:
    """Whether the person is the subject of a clause that only describes something (A 의원이 발의한 조례).

    A clause that tells what the person did at the event is none (A 시장이 회견에서 꺼낸 카드).
    """
    seen = False
    for t in sentence.tokens:
        if t.begin < person.end:
            continue
        if not seen:
            if t.tag[0] == "J":
                if t.form not in ("이", "가"):
                    return False
                seen = True
            continue
        if t.tag in ("EC", "EF", "SSO"):
            return False
        if t.tag == "ETM":
            if analysis.text[t.begin - 1 : t.end + 1].startswith("지난"):
                continue  # 지난 20일
            if _AFTER_IT.match(analysis.text, t.end):
                return False  # 협약서에 서명한 뒤
            if event is not None and person.end < event.begin < t.begin and _AT.match(analysis.text, event.end):
                return False
            words = analysis.text[person.end : t.end]
            return not re.search(r"주재|참석|열|연$|개최|함께|배석|가운데", words)
    return False
