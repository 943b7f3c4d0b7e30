"""Who pays where the sum's sentence leaves the giver out: whose office the speaker holds, who is spoken of."""

import re

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.firm_payer import firm_acting, sold_by
from kg.facts.allocation.granter import ministry_of_lead
from kg.facts.allocation.payer import BODIES, HEAD_OF_GOVERNMENT, first_named, governs, inside_longer
from kg.facts.allocation.payer_host import HOSTS, TOPICAL, host_of
from kg.facts.allocation.words import BARE_LEVEL
from kg.facts.model import Fact, Office
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_OWN_OFFICE = regex(r"(?<![가-힣])(?:집행부|집행기관|[시도군구]\s당국)(?:은|는|이|가|도|에서|에서는)\s")


def payer_from_context(
    analysis: Analysis,
    mentions: Mentions,
    clause: Clause,
    speaker: Mention | None,
    facts: tuple[Fact, ...],
    thing: str | None = None,
) -> Mention | None:
    """Where the giver is left out: the government of the speaker's office, else the last government that was the topic
    or subject of the paragraph or company that builds or buys there, in a press release the first of the text."""
    sentence, place = clause.sentence, clause.money.begin
    if speaker is not None:
        then = HEAD_OF_GOVERNMENT.match(analysis.text, speaker.end, speaker.end + 24) is not None and _gave(clause)
        if (told := _office_of(speaker, facts, then)) is not None:
            return told
        if _heads_unnamed(speaker, facts, then):
            return speaker  # whose government it is, is settled with his office
    if _OWN_OFFICE.search(analysis.text, sentence.begin, place):
        return None  # «집행부는 이 가운데 20억 원을»: the government that the text is about
    if (giver := _given_before(clause, mentions)) is not None:
        return giver
    level = BARE_LEVEL.search(analysis.text, max(clause.segment().begin, place - 30), place) is not None
    for back in range(6):
        if sentence.index - back < 0:
            break
        earlier = analysis.sentences[sentence.index - back]
        if earlier.paragraph != sentence.paragraph:
            break
        span = Span(earlier.begin, min(earlier.end, place))
        found = _topical(analysis, mentions, span)
        firm = firm_acting(clause, mentions, span) if not level else None
        if firm is not None and (found is None or found.begin < firm.begin):
            return firm
        if found is not None:
            return None if sold_by(clause, found) else first_named(analysis, mentions, found)
    public = level or _of_public_budget(clause)
    agency = _agency_told(analysis, mentions, sentence, place)
    if agency is not None and agency.value.text != thing and not public:
        return agency
    host = host_of(analysis, mentions, facts)
    if host is not None and host.value.text != thing and not (public and _AGENCIES & set(host.value.classes)):
        return host
    alone = _only_one(analysis, mentions, sentence, facts)
    if alone is not None:
        return alone
    if analysis.document.kind == "news":
        return ministry_of_lead(analysis, mentions, sentence.begin, sentence.end)
    issuer = of_press_release(analysis, mentions) if analysis.document.kind == "press-release" else None
    return None if issuer is not None and public and _AGENCIES & set(issuer.value.classes) else issuer


_PUBLIC = regex(
    r"국비|도비|시비|군비|구비|지방비|본예산|추경|추가경정|예산안|세출|편성|계상|의회|교부[세금]|출연금|위탁(?:금|비|료|사업비)|보조금|(?<![가-힣])[시도군구](?:가|에서|는)\s"
)
_ITS_OWN = regex(r"자체\s?(?:예산|재원|자금|수입|사업비)|자부담|대응\s?자금")


def _of_public_budget(clause: Clause) -> bool:
    """Whether the sentence tells of a government's budget, from which no agency pays of its own."""
    text, sentence = clause.analysis.text, clause.sentence
    told = _PUBLIC.search(text, sentence.begin, sentence.end)
    return told is not None and _ITS_OWN.search(text, sentence.begin, sentence.end) is None


_ARRIVES = frozenset(("오", "내려오", "들어오", "나오", "떨어지", "잡히", "배정", "교부", "책정", "나가", "내려가"))
_HAS_GIVEN = regex(r"(?:이|가|에서)\s[^.“”]{0,40}?\d")


def _given_before(clause: Clause, mentions: Mentions) -> Mention | None:
    """«복지부가 150억 원을 대는데 올해 27억 원이 왔고 내년 41억 원이 잡혀 있다»: who gives the first sum of the row
    gives what comes of it."""
    head = clause.head
    if head is None or head.lemma not in _ARRIVES or clause.chunk.particle not in ("이", "가", "은", "는", "만", "도"):
        return None
    first = next((c for c in clause.row.chunks[: clause.place] if c.money is not None), None)
    if first is None or first.money is None:
        return None
    text = clause.analysis.text
    for body in reversed(mentions.within(Span(clause.inner().begin, first.money.begin), *BODIES)):
        if _HAS_GIVEN.match(text, body.end, first.money.begin + 1):
            return body if _GIVES_ON.search(text, first.money.end, clause.money.begin) else None
    return None


_GIVES_ON = regex(
    r"(?:대는|내는|지원하는|주는|투입하는|들이는|쓰는)데\s|(?:대고|내고|지원하고|주고|대며|내며|지원하며)\s"
)


_OPENING = 2


def of_press_release(analysis: Analysis, mentions: Mentions) -> Mention | None:
    """Whose paper it is: the first government of the text that is a topic or subject, or an agency or ministry that
    opens it; one that only comes up further down («○○대학교가 운영을 맡아») does not pay for the whole."""
    opening = [s.index for s in analysis.sentences if s.block == "body"][:_OPENING]
    if (state := _of_publisher(analysis, mentions)) is not None:
        return state
    for mention in mentions.of("organization"):
        agency = bool(_AGENCIES & set(mention.value.classes))
        if not agency and not governs(mention):
            continue
        sentence = analysis.sentence_at(mention.begin)
        if sentence is None or not TOPICAL.match(analysis.text, mention.end, mention.end + 46):
            continue
        early = not opening or sentence.index <= opening[-1]
        if early or not (agency or "Ministry" in mention.value.classes):
            return mention
    return None


def _of_publisher(analysis: Analysis, mentions: Mentions) -> Mention | None:
    """The ministry that issues the text, where the body names it: «○○부(장관 N)와 ○○원(원장 N)은»."""
    publisher = analysis.document.publisher
    if not publisher:
        return None
    for mention in mentions.of("organization"):
        if "Ministry" in mention.value.classes and publisher in (mention.value.official, mention.value.text):
            sentence = analysis.sentence_at(mention.begin)
            if sentence is not None and sentence.block == "body":
                return mention
    return None


def _agency_told(analysis: Analysis, mentions: Mentions, sentence: Sentence, place: int) -> Mention | None:
    """The agency that is the topic of the sentence or of those before it in the paragraph: «○○진흥원은 … 시작한다.
    한 대에 450만 원씩 지원한다»."""
    if re.match(r"[^원.]{1,14}원(?:은|는|을|를)?\s?(?:시|도|군|구)가\s", analysis.text[place : place + 28]):
        return None  # «수강료 22만 원은 시가 전액 지원한다»
    for earlier in reversed(analysis.sentences[max(0, sentence.index - 3) : sentence.index + 1]):
        if earlier.paragraph != sentence.paragraph:
            return None
        for mention in reversed(mentions.within(Span(earlier.begin, min(earlier.end, place)), "organization")):
            after = analysis.text[mention.end : mention.end + 46]
            topical = TOPICAL.match(after) if _AGENCIES & set(mention.value.classes) else None
            if topical and topical.group().rstrip()[-1:] in "은는" and not inside_longer(mentions, mention):
                return mention
    return None


_GRANTS = regex(
    r"(?:의)?\s(?:[가-힣]{2,8}\s)?[가-힣]{0,6}(?:교부금|교부세|보조금|지원금|부담금|분담금|출연금|기금|보조|지원)(?![가-힣]*(?:사업|센터))"
)


_BEARS_SHARE = regex(
    r"(?:이|가)\s(?:함께\s|따로\s)?(?:낼|내는|내기로\s한|부담할|부담하는|보탤|보태는|댈|대는|지원하는|지원할|매칭하는|매칭할)\s"
    r"(?:[가-힣]{2,5}\s)?(?:도비|시비|군비|구비|국비|돈|몫|예산)"
)


def _only_one(analysis: Analysis, mentions: Mentions, sentence: Sentence, facts: tuple[Fact, ...]) -> Mention | None:
    """The one local government that the paragraph names or whose officials it names, in any role."""
    inside = [s for s in analysis.sentences if s.paragraph == sentence.paragraph]
    span = Span(inside[0].begin, inside[-1].end)
    found: dict[str, Mention] = {}
    others: set[str] = set()
    for mention in mentions.within(span, "organization"):
        if _GRANTS.match(analysis.text, mention.end) or _BEARS_SHARE.match(analysis.text, mention.end):
            continue  # «구비 8억 원에 가온시 특별교부금 11억 원을 보탰다», «누리도가 낼 도비가 10억 원»
        if mention.begin > sentence.end and analysis.quoted_at(mention.begin) is not None:
            continue  # whom somebody speaks of later on
        if mention.begin > sentence.end and TOPICAL.match(analysis.text, mention.end, mention.end + 46):
            if "LocalGovernment" in mention.value.classes:
                others.add(mention.value.official or mention.value.text)
            continue  # «… 3억 원을 썼다. 나래구는 12억 원을 들였다»: of whom another sentence tells
        if "LocalGovernment" in mention.value.classes and not inside_longer(mentions, mention):
            found.setdefault(mention.value.official or mention.value.text, mention)
    for fact in facts:
        body = fact.organization if isinstance(fact, Office) and not fact.former else None
        if (
            body is not None
            and span.begin <= fact.evidence[0].begin < span.end
            and "LocalGovernment" in body.value.classes
        ):
            found.setdefault(body.value.official or body.value.text, body)
    if len(found) != 1 or not others <= found.keys():
        return None
    levels = {m["level"] for m in _LEVEL_ACTS.finditer(analysis.text, *span)}
    return None if levels and next(iter(found))[-1:] not in levels else next(iter(found.values()))


_LEVEL_ACTS = regex(r"(?<![가-힣])(?P<level>[시도군구])(?:은|는|이|가|에서)\s")
"""A government that acts by its level alone: «늘어난 몫은 도가 떠안는다» is of no city that the paragraph names."""


_AGENCIES = (HOSTS - {"EducationOffice"}) | {"Centre", "Bank"}
_OFFERS = regex(
    r"(?:이|가)\s(?:(?:[가-힣]{1,8}\s)?(?:추진|시행|지원|지정|발주|실시)|[^,.“”]{0,24}?(?:공모|주관|주최|모집))"
    r"(?:한|하는|할|해\s온|하고\s있는)\s"
)
"""«환경부가 올해 처음 공모한 사업에»: who only offers the call in which another one won."""


_CHOOSES = regex(
    r"(?:은|는|이|가)\s[^.“”\d]{0,20}(?:\d{1,2}(?:월|일)\s)?[^.“”\d]{0,40}?(?:선정|낙점|지정|뽑|채택|골[라랐])"
)
"""«산업부가 지난달 지원 대상으로 낙점했다»: who only chooses is not who pays for each year."""


_TAKES = regex(
    r"(?:은|는|이|가)\s[^.“”,]{0,40}?(?:몫을\s|몫이|가져[가갔]|차지[하했]|챙[기겼]|배정받|따[내냈]|뽑[혔히]|선정[됐되])"
)
"""«경남이 23개 과제에 510억 원으로 가장 많은 몫을 가져갔다»: who gets it."""


_ONLY_GIVES = regex(
    r"(?:이|가)\s(?:(?:[가-힣]{2,4}로|전액|모두|절반을|따로)\s){0,2}(?:[댄낸]다|[대내][고며는]|[댈낼]|부담|보[태탠]|지원한|지원하[고며]|얹)"
)
"""«절반인 15억 원은 산림청이 국비로 댄다»."""


def _topical(analysis: Analysis, mentions: Mentions, span: Span) -> Mention | None:
    """The last government of a sentence that is its topic (은, 는, 도), else the one that is its subject (이, 가); who
    only gives a share beside others («누리도가 45억 원을 대고») is not what is spoken of."""
    topic = subject = None
    subjects = 0
    for mention in mentions.within(span, *BODIES):
        if not governs(mention) or inside_longer(mentions, mention):
            continue
        match = TOPICAL.match(analysis.text, mention.end, mention.end + 46)
        if match is None:
            continue
        if match.group().rstrip()[-1:] in "이가" and _OFFERS.match(analysis.text, mention.end, mention.end + 40):
            continue
        if _TAKES.match(analysis.text, mention.end, span.end + 40):
            continue
        if "Ministry" in mention.value.classes and _CHOOSES.match(analysis.text, mention.end, span.end):
            continue
        if match.group().rstrip()[-1:] in "이가":
            gives = mentions.within(Span(mention.end, min(mention.end + 24, span.end)), "money") or (
                _ONLY_GIVES.match(analysis.text, mention.end, span.end)
                and mentions.within(Span(span.begin, mention.begin), "money")
            )
            subjects += 1
            subject = mention if not gives else subject
        else:
            topic = mention
    if topic is not None:
        return topic
    return subject if subjects == 1 else None


def _gave(clause: Clause) -> bool:
    """Whether the sum is told as given in a past: «2021년 29억 원을 들여 밀어붙인»."""
    head = clause.head
    return head is not None and (head.past or any(c.past for c in clause.beyond_head()[:2]))


_HEADS = ("시장", "군수", "구청장", "지사", "교육감", "장관")


def _heads_unnamed(speaker: Mention, facts: tuple[Fact, ...], then: bool) -> bool:
    """Whether a person is told as head of a government that his title leaves without a name."""
    return any(
        fact.organization is None
        and fact.title.endswith(_HEADS)
        and (then or not fact.former)
        and _is_he(speaker, fact)
        for fact in facts
        if isinstance(fact, Office)
    )


def _is_he(speaker: Mention, fact: Office) -> bool:
    """Whether a mention is of the person who holds the office: by the name, or by surname and title."""
    if fact.person.kind != "person":
        return False
    if speaker.kind == "person":
        return bool(fact.person.value == speaker.value)
    short = speaker.value
    if speaker.kind != "person-short" or not short.surname or not short.title:
        return False
    return str(fact.person.value).startswith(short.surname) and short.title in fact.title


def _office_of(speaker: Mention, facts: tuple[Fact, ...], then: bool = False) -> Mention | None:
    """The government that a person holds office of, as the document tells it; one that he held, where ``then``."""
    for fact in facts:
        if not isinstance(fact, Office) or fact.organization is None or not governs(fact.organization):
            continue
        if fact.former and not then:
            continue
        if _is_he(speaker, fact):
            return fact.organization
    return None
