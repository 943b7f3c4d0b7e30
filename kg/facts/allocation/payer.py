"""Who pays or decides: the body that is the subject of the act, never one that is only near."""

import re

from kg.facts.allocation.another_subject import another_acts
from kg.facts.allocation.clause import Clause
from kg.facts.allocation.firm_payer import sold_by
from kg.facts.allocation.giver import giver_behind
from kg.facts.allocation.giver_label import labelled_by_giver
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, MentionKind, Mentions
from kg.patterns import regex
from kg.spans import Span

_SUBJECT = regex(
    r"^[’'”\"」)]{0,2}(?:\([^)]{1,40}\))?\s?(?:등\s?)?(?:(?:(?:예산|추경)?안?\s?(?:심의|심사|"
    r"계수조정|막판\s조정|조정|문턱)(?:\s?과정)?|본회의|상임위|예결위|예결특위|예산결산특별위원회)(?:에서|에서는)|은|는|이|"
    r"가|도|에서는|에서도|에선|에서|측은|측이|당국은)(?=[\s,])"
)
BODIES: tuple[MentionKind, ...] = ("organization", "organization-short")
_OWNER = regex(
    r"^(?:의|이|가)?(?=\s|예산|사업비|재정|본예산|추경)\s?(?:올해|내년도?|지난해|20\d\d년도?|자체|본청|"
    r"전체)?\s?(?:[가-힣A-Za-z·]{1,12}\s){0,3}(?:예산|사업비|재정|본예산|추경)(?!\s?결산|\s?(?:안\s?)?(?:심사|심의|조정))"
)


_GOVERNING = frozenset(("LocalGovernment", "Ministry", "Government", "NationalGovernment", "EducationOffice"))
_SHORT_GOVERNMENTS = frozenset(
    ("시", "도", "군", "구", "자치구", "도청", "시청", "군청", "구청", "집행부", "도교육청", "시교육청", "교육청")
)


def governs(mention: Mention) -> bool:
    """Whether a body is a government or a ministry, by its name or by its short form."""
    if mention.kind == "organization-short":
        return mention.value.text in _SHORT_GOVERNMENTS
    return bool(_GOVERNING & set(mention.value.classes))


def subject_before(
    analysis: Analysis, mentions: Mentions, begin: int, place: int, clause: Clause | None = None
) -> Mention | None:
    """The last body before ``place`` that stands as subject or topic in ``text[begin:place]``; one that is only the
    subject of a clause that leans on a noun does not count."""
    found = None
    for mention in mentions.within(Span(begin, place), *BODIES):
        match = _SUBJECT.match(analysis.text[mention.end : mention.end + 46])
        if match is None or inside_longer(mentions, mention):
            continue
        if clause is not None and match.group().strip("’'”\"」) ") in ("이", "가") and _leans(clause, mention):
            continue
        if _HANDED_OVER.match(analysis.text, mention.end):
            continue  # «문체부에서 받은 12억 원에 자체 예산 8억 원을 묶어»
        if clause is not None and sold_by(clause, mention):
            continue
        if clause is not None and match.group().strip("’'”\"」) ") in ("이", "가") and _did_another(clause, mention):
            continue
        if match.group().startswith("에") and _is_venue(mention, found):
            continue
        found = mention
    return found


_HANDED_OVER = regex(
    r"(?:에서|에게서|로부터|으로부터)\s(?:[^\s,.]{1,8}\s){0,2}(?:받은|받아|따낸|따온|얻은|확보한|지원받은|내려온|타낸|가져온)\s"
)
_AND_THEN = frozenset(("되", "지만", "는데", "으나", "나", "고", "며", "으며"))


def _did_another(clause: Clause, mention: Mention) -> bool:
    """«센터가 계속 운영하되, 유지비는 9천만 원으로 낮춘다»: the subject of a clause before that is of no money."""
    first = clause.row.chunks[clause.left] if clause.left < len(clause.row.chunks) else clause.chunk
    for chunk in clause.row.chunks:
        if chunk.begin < mention.end or chunk.kind == "noun":
            if chunk.money is not None and chunk.begin >= mention.end:
                return False
            continue
        if chunk.kind == "verb" and chunk.closes():
            return chunk.end <= first.begin and chunk.ending_form in _AND_THEN and chunk.lemma in _RUNS_IT
    return False


_RUNS_IT = frozenset(
    (
        "운영",
        "관리",
        "수행",
        "담당",
        "주관",
        "총괄",
        "맡",
        "도맡",
        "꾸리",
        "돌리",
        "굴리",
        "설계",
        "개발",
        "연구",
        "참여",
        "협력",
    )
)
"""What a body does with a thing that another pays for."""
_MEETS_AT = frozenset(("Centre", "School", "Hospital", "University", "ResearchInstitute"))


def _is_venue(body: Mention, told: Mention | None) -> bool:
    """Whether «…센터에서» tells where something was: a house, or any but a governing body beside a subject told."""
    if governs(body) or {"Council", "Committee"} & set(body.value.classes):
        return False
    return told is not None or bool(_MEETS_AT & set(body.value.classes))


def _leans(clause: Clause, mention: Mention) -> bool:
    """Whether the next predicate after the body leans on a noun other than the sum's."""
    chunks = clause.row.chunks
    for i, chunk in enumerate(chunks):
        if chunk.begin >= mention.end and chunk.kind == "verb":
            if chunk.ending != "ETM":
                return False
            if i + 1 < len(chunks) and clause.analysis.text[chunks[i + 1].begin : chunks[i + 1].end] == "데":
                return False  # «A사가 설비를 놓는 데 60억 원을 투자한다»
            if chunk is clause.leaning and clause.act is not None and clause.chunk.particle in ("을", "를"):
                return True  # «군은 의회가 깎은 3억 원을 다시 올렸다»
            return chunk is not clause.leaning and chunk is not clause.head
        if i >= clause.place:
            return False
    return False


_CALL = r"(?:공모(?:전|사업)?|평가|경진대회|대회|대상|어워드|심사|과제|사업|지원사업|바우처|프로그램|챌린지|공고)"
_GIVER = regex(
    r"[’'”\"」)]{0,2}(?:으로부터|로부터|에게서|한테서|에서)(?=\s)"
    rf"|(?:의|가\s연|이\s연)?\s[^,.“”\d]{{0,30}}?{_CALL}[’'”\"」)]{{0,2}}(?:에서|으로|로(?=\s)|[을를]\s통해|에\s(?:선정|뽑|당선|붙|이름))"
    r"|\s[‘'「][^’'」\d]{2,24}[’'」](?:에서|으로|로)(?=\s)"
)
"""From whom: «행안부에서», «해수부의 어촌 AI 공모에서», «농진청 과제로», «중기부 ‘AI 바우처’로»."""
_COMES = frozenset(("나오", "내려오", "들어오", "떨어지", "오", "건너오", "흘러들"))
_SOURCE = regex(
    r"[’'”\"」)]{0,2}(?:으로부터|로부터|에게서|한테서|에서|서)\s(?:[가-힣]{1,8}(?:으로|로|에)?\s){0,2}(?:약\s|총\s|모두\s|각각\s)?$"
)


def sitting_topic(clause: Clause, mentions: Mentions) -> Mention | None:
    """The council or committee of which the sentences before tell: «위원회는 예산안을 심사했다. 5억 원을 삭감했다»."""
    analysis, act, head = clause.analysis, clause.act, clause.head
    if act is None or head is None or head.suffix == "되" or (act.plain != "cut" and act.past != "approved"):
        return None
    for earlier in reversed(analysis.sentences[max(0, clause.sentence.index - 3) : clause.sentence.index + 1]):
        if earlier.paragraph != clause.sentence.paragraph:
            return None
        for body in reversed(mentions.within(Span(earlier.begin, min(earlier.end, clause.money.begin)), *BODIES)):
            topic = _SUBJECT.match(analysis.text[body.end : body.end + 46])
            if topic is None or topic.group().rstrip()[-1:] not in "은는" or inside_longer(mentions, body):
                continue
            return body if {"Council", "Committee"} & set(body.value.classes) else None
    return None


def giver_of(clause: Clause, mentions: Mentions) -> Mention | None:
    """«행정안전부에서 5천만 원을 받았다», «기재부로부터 30억 원을 따냈다»: from whom the subject gets the sum;
    «구에서 7억 원이 나왔다»: from whom it comes."""
    act = clause.leaning_act or clause.act
    text, begin = clause.analysis.text, clause.segment().begin
    if clause.leaning is None and clause.head is not None and clause.head.lemma in _COMES:
        for mention in reversed(mentions.within(Span(begin, clause.money.begin), *BODIES, "region")):
            if not inside_longer(mentions, mention) and _SOURCE.match(text, mention.end, clause.money.begin):
                return mention
    if act is None or act.voice != "gets":
        return None
    found = None
    for mention in mentions.within(Span(begin, clause.money.begin), *BODIES):
        if governs(mention) and _GIVER.match(text[mention.end : clause.money.begin]):
            found = mention
    return found


_LOT = regex(
    r"[’'”\"」)]{0,2}(?:의)?\s?(?:몫|부담(?:금|분|액)?|분담(?:금|분|액)|출연(?:금|액|분)|출자(?:금|액|분)|기부금|후원금|보조금|지원금|교부금)(?:은|는|이|가|으로는|도)\s"
    r"(?:(?:올해|내년|지난해|첫해|20\d\d년|현재까지|지금까지)(?:에)?\s)?(?:약\s|총\s|모두\s)?$"
)
"""«국방부 몫은 올해 40억 원만 확정됐다»."""
_LOT_TOPIC = regex(r"(?:의)?\s?(?:몫|부담분|분담분)은\s[^.]{0,60}?원(?:만|은|이)?\s[^.,]{0,12}고\s[^.,]{0,14}$")
_CONTRIBUTES = regex(
    r"[’'”\"」)]{0,2}(?:의)?\s?(?:[가-힣]{2,8}\s)?[가-힣]{0,6}(?:부담금|분담금|교부세|교부금|출연금|출자금|부담분|분담분|투자금|후원금|기부금|성금|기금|예비비|특별회계|회계|자체\s?(?:재원|자금|예산))\s?(?:은|는|이|가|으로)?\s?(?:약|총)?\s?$"
)


def contributor(clause: Clause, mentions: Mentions) -> Mention | None:
    """«항만공사 부담금 34억 원», «행정안전부 특별교부세 20억 원»: whose contribution the sum is."""
    text = clause.analysis.text
    segment = clause.segment()
    label = labelled_by_giver(clause)
    if label is not None:
        return next((m for m in mentions.within(label, "organization") if m.begin == label.begin), None)
    for mention in reversed(mentions.within(Span(segment.begin, clause.money.begin), *BODIES)):
        if _CONTRIBUTES.match(text[mention.end : clause.money.begin]) and not _is_endowed(clause, mention):
            return mention
        if governs(mention) and _LOT.match(text, mention.end, clause.money.begin):
            return mention
    for mention in mentions.within(Span(clause.sentence.begin, segment.begin), *BODIES):
        if governs(mention) and _LOT_TOPIC.match(text, mention.end, clause.money.begin):
            return mention  # «국방부 몫은 올해 40억 원만 확정됐고 내년 130억 원은 협의 중이다»
    return None


_ENDOWED = regex(r"(?:\s?(?:설립|운영))?\s?출연금")
_ENDOWING = frozenset(
    ("요구", "요청", "편성", "반영", "담", "담기", "세우", "올리", "삭감", "깎", "깎이", "증액", "감액", "계상", "배정")
)


def _is_endowed(clause: Clause, body: Mention) -> bool:
    """«가온산업진흥원 출연금으로 4억 원을 요구했다»: what stands in a government's budget for its agency."""
    if not {"PublicAgency", "ResearchInstitute", "Centre"} & set(body.value.classes) or clause.act is None:
        return False
    return clause.act.word in _ENDOWING and _ENDOWED.match(clause.analysis.text, body.end) is not None


_BUILDS = regex(
    r"(?:\([^)]{1,12}\))?(?:이|가)\s[^.,]{0,40}?(?:짓는|지을|짓고\s있는|세우는|세울|건설하는|건설할|건설\s중인|조성하는|조성할|건립하는|건립할|만드는|구축하는|구축할|벌이는|벌일|추진하는|추진할|시행하는|시행할|진행하는|펼치는|펴는)\s"
)
_BUILDERS = frozenset(("Company", "PublicAgency", "Ministry", "Bank", "University"))


def labelled(clause: Clause, mentions: Mentions) -> Mention | None:
    """«80억 원(국비 50억, 누리도 20억, 가온시 10억)»: the government that labels a sum in the bracket of a total."""
    host = clause.row.host
    if host is None or host.money is None or host.money.begin >= clause.row.host_end:
        return None
    text = clause.analysis.text
    for mention in mentions.within(Span(clause.segment().begin, clause.money.begin), "organization"):
        if governs(mention) and _LABEL_END.fullmatch(text, mention.end, clause.money.begin):
            return mention
    return None


_LABEL_END = regex(r"\s?(?:[:：=]|부담(?:금|분|액)?|분담(?:금|분|액)?|몫|예산)?\s?(?:약\s?)?")
_WITH = regex(r"(?:와|과|·|ㆍ|,)\s?")


def first_named(analysis: Analysis, mentions: Mentions, body: Mention) -> Mention:
    """«누리도와 가온시는 384억 원을 들여»: of bodies that act together the government that is named first."""
    for other in mentions.within(Span(max(0, body.begin - 14), body.begin), *BODIES):
        if governs(other) and _WITH.fullmatch(analysis.text, other.end, body.begin):
            return first_named(analysis, mentions, other)
    return body


def leant_on(clause: Clause, mentions: Mentions) -> Mention | None:
    """«민자 400억 원을 대기로 한 X가 발을 뺐다»: the body on which the giving leans."""
    behind = giver_behind(clause)
    return next(iter(mentions.within(behind, *BODIES)), None) if behind is not None else None


def builder_of(clause: Clause, mentions: Mentions, purpose: Span) -> Mention | None:
    """«A사가 짓는 ‘X’에 7조 원이 투입된다»: the company or agency that builds it or carries it out pays."""
    text = clause.analysis.text
    for mention in mentions.within(Span(clause.sentence.begin, purpose.begin), "organization"):
        if _BUILDERS.isdisjoint(mention.value.classes):
            continue
        match = _BUILDS.match(text, mention.end, purpose.begin + 1)
        if match is not None and not text[match.end() : purpose.begin].strip(" ‘'“\""):
            return mention
    return None


_FROM_PURSE = regex(
    r"(?:의)?\s(?:[가-힣]{1,8}\s){0,2}(?:특별교부금|특별교부세|교부금|교부세|보조금|지원금|출연금|부담금|분담금|공모\s?사업비|기금)(?:이?다(?=[.\s])|이?며|이?고|(?:이었|였)다|입니다|예요|이에요|으?로\s|에서\s|을\s|를\s)|(?:의)?\s돈(?:이다|입니다|이에요|이고|이며|이라|으로\s|에서\s)|(?:의)?\s(?:주머니|호주머니|곳간|금고|지갑|재정|예산|자체\s?예산|살림|몫)(?:에서|으로|이다|으로부터|이\s|을\s)"
    r"|(?:의)?\s[^,.\d]{0,40}?(?:예산|사업비|기금|재원|교부금|교부세)에서\s(?:나온|나오|나올|나왔|댄|대기|대고|충당|내려)|(?:가|이)\s(?:떠안|내|대|부담|맡|메우|채우)"
    r"|(?:와|과|·|,\s?)[^,.\d]{1,16}?(?:이|가)\s(?:내는|대는|부담하는|낼|댈|부담할)\s(?:민자|돈|몫)"
)


_CLOSED = regex(r"[가-힣]{2,}(?:며|지만|는데|하고|고)\s|\s\S*[가-힣%](?:은|는)\s?$")
"""What closes the sum's own clause: «31억 원을 들여 조성하며 운영은 X가 맡는다», «6억 원으로 20%는 X가 낸다»."""


def purse_after(clause: Clause, mentions: Mentions) -> Mention | None:
    """«나머지 245억원이 A시 주머니에서 나온다», «90억원은 A군 몫이다»: whose purse, told behind the sum."""
    if clause.chunk.particle not in ("은", "는", "이", "가", "도", "을", "를"):
        return None
    end = min([clause.sentence.end, clause.money.end + 40, *(c.money.begin for c in clause.following() if c.money)])
    for mention in mentions.within(Span(clause.money.end, end), *BODIES):
        between = clause.analysis.text[clause.money.end : mention.begin]
        if (
            "," not in between
            and not _CLOSED.search(between)
            and _FROM_PURSE.match(clause.analysis.text[mention.end : clause.sentence.end])
        ):
            return mention
    return None


def inside_longer(mentions: Mentions, mention: Mention) -> bool:
    """Whether the body's name only stands inside another's (서울시 in 서울시의회) or inside a program's."""
    for other in mentions.within(Span(mention.begin - 30, mention.end + 30), "organization", "program"):
        if other.span != mention.span and other.span.holds(mention.span):
            return True
    return False


def owner_in(analysis: Analysis, mentions: Mentions, span: Span) -> Mention | None:
    """The body whose budget it is: «광주시의 올해 AI 예산은», «서울시 예산»."""
    for mention in mentions.within(span, *BODIES):
        if _OWNER.match(analysis.text[mention.end : span.end]):
            return mention
    return None


def payer_of(clause: Clause, mentions: Mentions) -> Mention | None:
    """The subject of the sum's sentence: in its quotation alone where it stands in one."""
    analysis, sentence = clause.analysis, clause.sentence
    quoted = analysis.quoted_at(clause.money.begin)
    begin = quoted.begin if quoted is not None else sentence.begin
    if clause.act is not None and clause.act.plain == "cut" and clause.act.voice == "goes":
        begin = max(
            begin, clause.inner().begin
        )  # «9억 원이 날아갔다» in a speech whose first sentence tells of the city
    found = subject_before(analysis, mentions, begin, clause.money.begin, clause)
    if found is not None and another_acts(clause, found):
        return None
    if found is not None and found.begin < clause.inner().begin and not _stays_topic(clause, found, mentions):
        found = None  # «대학이 운영하는 …에서 가르친다. 대신 X는 접었다. 3억 원을 깎았다»
    if found is not None:
        return first_named(analysis, mentions, found)
    segment = clause.segment()
    return owner_in(analysis, mentions, Span(segment.begin, min(sentence.end, clause.chunk.end)))


def _stays_topic(clause: Clause, body: Mention, mentions: Mentions) -> bool:
    """Whether a body of an earlier sentence of a speech is still what is spoken of: 은, 는; a government that did not
    only give a sum of its own («구가 9억 원을 냅니다. 녹음비를 시간당 3만 원 드리는데»)."""
    match = _SUBJECT.match(clause.analysis.text, body.end, body.end + 46)
    if match is not None and match.group().rstrip()[-1:] in "은는":
        return True
    return governs(body) and not mentions.within(Span(body.end, clause.inner().begin), "money")


_TOPIC_OF_SUM = regex(r"\s?(?:은|는)\s")
_AND_NEXT = regex(r"(?:이|가|에서),?\s(?:(?:나머지|그리고|또|다른)\s)?[^.,]{0,6}?\d")


def subject_after(clause: Clause, mentions: Mentions) -> Mention | None:
    """«35억 원은 시가 낸다», «35억 원을 구가 부담한다»: a body as subject between the sum and its predicate, which may
    stand once for several («4억 원은 교육청이, 나머지 2억 원은 구가 부담»)."""
    text = clause.analysis.text
    if clause.act is not None and clause.act.voice == "gives" and (on := _TOPIC_OF_SUM.match(text, clause.money.end)):
        for mention in mentions.within(Span(on.end(), min(on.end() + 24, clause.sentence.end)), *BODIES):
            if mention.begin == on.end() and _AND_NEXT.match(text, mention.end):
                return mention
    if clause.head is None or clause.act is None or clause.act.voice != "gives":
        return None
    if any(c.money is not None and c.begin < clause.head.begin for c in clause.following()):
        return None  # «A시가 6억 원, B구가 11억 원을»: that one gives the next sum
    span = Span(clause.money.end, clause.head.begin)
    for mention in mentions.within(span, *BODIES):
        if _CLOSED.search(clause.analysis.text[clause.money.end : mention.begin]):
            continue
        if re.match(r"(?:이|가)(?=\s)", clause.analysis.text[mention.end : mention.end + 2]):
            return mention
    return None


def person_payer(clause: Clause, mentions: Mentions) -> Mention | None:
    """A person who gives: «김 회장이 기부한 35억 원»; only with an act of giving away."""
    act = clause.leaning_act or clause.act
    if act is None or act.instrument != "기부":
        return None
    found = None
    for mention in mentions.within(Span(clause.sentence.begin, clause.money.begin), "person", "person-short"):
        found = mention
    return found


def acting_person(clause: Clause, mentions: Mentions) -> Mention | None:
    """«○○시장은 … ‘X’에 88억 원을 세웠다»: who puts the sum forward, else who is the subject of
    the act of giving."""
    text, found = clause.analysis.text, None
    for mention in mentions.within(Span(clause.sentence.begin, clause.money.begin), "person", "person-short"):
        if _PUTS_FORWARD.match(text, mention.end, clause.money.begin):
            return mention
    if clause.act is not None and clause.act.voice != "gives":
        return None
    begin = max(clause.sentence.begin, clause.inner().begin)
    for mention in mentions.within(Span(begin, clause.money.begin), "person", "person-short"):
        if re.match(
            r"(?:\s[가-힣]{2,16})?(?:은|는)\s", text[mention.end : mention.end + 20]
        ) or HEAD_OF_GOVERNMENT.match(text, mention.end, mention.end + 24):
            found = mention
    return found


_PUTS_FORWARD = regex(
    r"(?:\s[가-힣]{2,8})?(?:이|가)\s[^.,“”\d]{0,24}?(?:내놓은|내놨던|꺼낸|꺼내\s든|제시한|약속한|발표한|밝힌|내건|내세운|들고\s나온|선보인|마련한|제안한|구상한|그린)\s"
    r"(?:[가-힣]{1,6}\s)?(?:답|카드|대책|해법|약속|공약|구상|계획|처방|복안|사업|안|청사진|선물|해답|것|밑그림|전략|승부수)(?:은|이|으로는|이란)\s"
)
"""«김 지사가 그 자리에서 내놓은 답은 25억 원 규모의 ‘X’였다»: who puts the sum forward."""


HEAD_OF_GOVERNMENT = regex(
    r"\s(?:(?:전|전임|당시|현|초대|[가-힣]{2,6}(?:시|도|군|구))\s){0,2}(?:[가-힣]{2,6})?(?:시장|군수|구청장|지사|교육감)(?:이|가|은|는)\s"
)
"""«나정담 전 군수가 2021년 29억 원을 들여»: what the head of a government spends is its money."""


def speaker_subject(analysis: Analysis, mentions: Mentions, sentence: Sentence, place: int) -> Mention | None:
    """The person who says or announces the sum: subject before the sum or of the clause that quotes it."""
    text = analysis.text
    quoted = analysis.quoted_at(place)
    for mention in mentions.within(sentence.span, "person", "person-short"):
        after = text[mention.end : mention.end + 40]
        inside = quoted is not None and quoted.begin <= mention.begin < quoted.end
        if inside:
            continue
        if re.match(r"[^.,“\"‘]{0,24}?(?:은|는|이|가)(?=\s)", after) and re.search(
            r"(?:밝혔|말했|설명했|발표했|강조했|약속했|공언|제시했|내놨|했다|답했|전했|덧붙였|했습니다|예고했|소개했)",
            text[place : sentence.end],
        ):
            return mention
    return None
