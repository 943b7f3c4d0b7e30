"""What a sentence is about: its program, the facility that it builds, the name in its quotation marks, «X 예산은»."""

import re
from functools import lru_cache

from kg.facts.allocation.facility import built_in, facility_in, is_site
from kg.facts.allocation.nouns import phrase_before, tokens_within
from kg.facts.allocation.says_nothing import says_nothing
from kg.facts.allocation.topic_called import called_by_head
from kg.facts.allocation.topics import Topic
from kg.facts.allocation.wording import without_time
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_TAIL = (
    r"[’'”\"」』)>〉]{0,2}\s?(?:\([^)]{1,24}\)\s?)?"
    r"(?:(?:조성|구축|육성|추진|시범|건립|운영|지원|개발|설립|신설|설치|도입|개설|유치|확대|건설|신축|착공|개관|출범|제작|보급|마련|시행|재개|확충|증설|복원|개최|협약|공모|선정)\s?)?(?:사업|프로젝트|정책|계획|사업비|예산)?"
)
_TOPIC = regex(
    _TAIL
    + r"(?:(?:은|는|이|가|도|이란|란|마저|조차)(?=[\s,])|\s(?:역시|또한)(?=\s)"
    + r"|(?:이다|이었다|였다|다|입니다|이었습니다|였습니다|이에요|예요|이었어요|였어요|이었죠|였죠|이죠|이지요|이란다"
    + r"|였다는\s것)?\.|(?:이)?라고,\s)"
)
_CEREMONY = (
    r"(?:(?:착수|중간|최종)?\s?보고회|설명회|발표회|(?:비전\s?)?선포식|출범식|기공식|착공식|준공식|개소식|개관식|개통식"
    r"|시연회|업무\s?협약|협약식)"
)
_OBJECT = regex(_TAIL + rf"\s?(?:{_CEREMONY}\s?)?(?:을|를|에|에는|의|으로|로)(?=[\s,])")
_CLEFT = regex(r"것은\s(?:단연\s|바로\s|역시\s)?([가-힣A-Za-z0-9‘’' ·]{2,24}?)(?:이다|다|이었다|였다|입니다)\.")
_BUDGET_WORD = regex(r"(?:예산|사업비|사업)(?:은|이|도|을|는)[\s,?]")
_NO_THING = regex(
    r"(?:[시도군구부청]가|[을를에]|[가-힣]에서|들이|으로|[가-힣]고|[가-힣]며|면서|아니|아니었|지만|는|은|던|된|한|될|할)$"
)
_A_SUM = regex(r"\d\s?(?:[조억천백만]\s?)*원?(?:인|이던|이었던|짜리|뿐|쯤|가량|남짓|정도)?$")
_GENERIC_TAILS = (
    "사업", "프로젝트", "계획", "전략", "정책", "센터", "단지", "기금", "펀드", "시스템", "플랫폼", "서비스",
    "조성", "구축", "운영",
    "지원", "개발", "육성", "실증", "확대", "도입", "교육", "구상", "비전", "로드맵", "예산", "도시",
    "바우처", "전환", "혁신", "분야",
)  # fmt: skip
_CALLED = regex(r"(?:은|는|이|가|을|를|에|에는|의|도)(?=[\s,.])|\s(?:예산|사업|운영|예산서|사업비|구축|도입|조성)")
_LEANING = regex(r"^.*(?<=[가-힣])(?:는|은|던|한|된|할|될|운|인|긴|진|온|간)\s(?=\S)")
_NOT_A_NAME = regex(r"(?:다|요|까|죠|자|라|고|며|네|면|데|지|음|함|됨)[.?!…]?$|[.?!]")
_WON = regex(
    r"^[’'”\"」』)>〉]{0,2}\s?(?:\([^)]{1,24}\)\s?)?(?:공모\s?)?(?:사업\s?)?(?:공모\s?)?(?:대상(?:지|자|기관)?\s?)?(?:에|에서|으로|로)\s"
)
_CHOSEN = regex(r"선정|뽑[혔혀히힌힐]|당선|채택|낙점|발탁")
_SUM = regex(r"\d\s?[조억](?:\s?원)?(?![가-힣])")
_THIS = regex(r"(?:^|\s)(?:이|이번|해당|동|본)\s?(?:사업|프로젝트|계획|시범사업|과제)(?:은|는|이|도)\s")
_CUT_OFF = regex(r"(?:(?<![기권제무북남])한|된|는|던|(?<![역분])할|(?<![체라자노애메코상])인)$|^(?:따라|이에)\s|까지의")
"""Names that end in the middle of a clause; 체인, 라인 and 역할 are nouns."""
_DEMONSTRATIVE = regex(r"^(?:이|그|이번|해당|동|본|같은|올해|사업|계획|전략|정책|펀드|조례)(?:\s|$)")
_THIS_TIME = regex(r"^이번|^올해|^해당")
_OPENING = regex(
    r"[\s○◦□■▪•·\-]*(?:또|이어|한편|"
    r"특히)?\s?([가-힣A-Za-z0-9·]{2,12}(?:\s[가-힣A-Za-z0-9·]{1,10}){0,3})(?:도|은|는|이|가)\s"
)


_FIRM = regex(r"(?:기업|업체|회사|스타트업|제조사|운영사|개발사)\s[가-힣A-Za-z]{1,4}비전$")
"""«관제기업 나래비전»: a firm whose name ends as visions do."""


_OF_UNIVERSITY = regex(r"(?:[가-힣]대(?:학교)?|KAIST|카이스트|포스텍|유니스트)\s?[가-힣]{2,4}\s?캠퍼스$")
"""«다솜대 나래캠퍼스는 감수를 맡는다»: where a university is."""
_LENDS = regex(r"모태\s?(?:펀드|조합)$|공모\s?(?:지원금|사업비|예산|자금)$")
"""Names of purses: what others are made with."""


def may_get_money(mention: Mention) -> bool:
    """Whether a program's mention may be what a sum is for: no ordinance, no half name, no sum read as a name."""
    name = mention.value.text
    if "Ordinance" in mention.value.classes or name.endswith(("조례", "조례안", "법", "특별법")):
        return False
    if _OF_UNIVERSITY.search(name):
        return False
    return not (_LENDS.search(name) or _CUT_OFF.search(name) or _SUM.search(name) or _FIRM.search(name))


_IS_TOWN = regex(r"(?:혁신도시|신도시|원도심)$")
"""«○○ 혁신도시가 종잣돈을 마련했다»: where it is, and those who live there."""


def named_in(analysis: Analysis, mentions: Mentions, span: Span) -> Topic | None:
    """The thing that the words of a span are about: a program that is topic or subject goes before a facility that is
    being built, that before a program that is an object, and that before the rest."""
    text = analysis.text
    best, rank = None, -1
    for mention in mentions.within(span, "program"):
        if not may_get_money(mention) or is_site(text, mention) or _IS_TOWN.search(mention.value.text):
            continue
        after = text[mention.end : mention.end + 40]
        if _INHERITED.match(after) or (span.end - mention.end <= 2 and _pays(text, mention)):
            continue
        if won_by_another(analysis, mentions, mention, span):
            continue  # «이 사업은 … 공모한 ‘X 사업’에 선정돼»: whose money it is, not what the text is about
        score = 2 if _TOPIC.match(after) else 1 if _OBJECT.match(after) else 0
        if score > rank or (score == rank and rank < 2):  # the first subject stays, else the last
            best, rank = mention, score
    if rank < 2 and (built := facility_in(analysis, mentions, span)) is not None:
        begun = best is not None and rank == 1 and best.begin > built.span.end
        if not begun or _OPENED.match(text, built.span.end, span.end) is None:
            return built  # but «센터 개소식을 갖고 ‘X 사업’에 들어갔다» is about what begins
    if best is not None:
        return Topic(best.value.text, best.span, best)
    for short in mentions.within(span, "program-short"):
        if _DEMONSTRATIVE.match(short.value.text) or _CUT_OFF.search(short.value.text):
            continue
        if _TOPIC.match(text[short.end : short.end + 40]) or _heads_a_list(text, short):
            return Topic(short.value.text, short.span, short)
    return _called_by_tail(analysis, mentions, span) or built_in(text, span)


_OPENED = regex(
    r"[’'”\"」』)>〉]{0,2}\s?(?:\([^)]{1,24}\)\s?)?(?:개소식|개관식|개원식|개청식|개교식|개장식|개통식|준공식|착공식|기공식|현판식|출범식|상량식|입주식)"
)
_PURSE = regex(r"(?:기금|회계|교부세|교부금|전입금|보조금)$")
_MEANS = regex(
    r"(?:재원|밑천|자금|사업비|비용|예산)(?:은|는|으로는|\s?[:：])\s(?:[가-힣]{2,12}(?:의)?\s){0,2}[‘'“\"「]?$"
)
_TAKEN = regex(
    r"\s?\d[\d,.]*(?:[조억천백만\s][조억천백만\s\d,]*)?원?(?:을|으로|를|이|은)?\s(?:먼저\s|우선\s|더\s)?(?:[쓰썼써쓸쓴]|투입|활용|끌어|헐어|당겨|받)"
)


def _pays(text: str, mention: Mention) -> bool:
    """«상생기금 14억 원을 먼저 쓰고», «재원은 농어촌기금 5억 원과 …»: the name before the sum is the purse's."""
    if _PURSE.search(mention.value.text) is None:
        return False
    return _TAKEN.match(text, mention.end) is not None or _MEANS.search(text, 0, mention.begin) is not None


_INHERITED = regex(
    r"[’'”\"」』)>〉]{0,2}\s?(?:사업|계획|정책|구상|전략)?(?:을|를)\s[^.,“”]{0,20}?(?:이어받|물려받|넘겨받|계승|본떠|본뜬|대체|갈아엎|밑천|발판|바탕|토대)"
)
"""«전임자가 꺼낸 ‘X’를 이어받아 ‘Y’를»: what was before the thing that the text is about."""
_HEAD_MARK = regex(r"[ \t]*[□■◆◇▣◈●❑❏▶▷]\s?[「『‘'“\"<〈《]?$")
_HEAD_TAIL = regex(
    r"[」』’'”\">〉》]?(?:\s?(?:추진|사업|주요|세부))?\s?(?:개요|현황|내용|계획|예산|사업비|구성|일정)?[ \t]*$", re.M
)


def _heads_a_list(text: str, short: Mention) -> bool:
    """Whether a short name is all that the head of a list says: «□ 「X 프로젝트」 개요»."""
    line = text.rfind("\n", 0, short.begin) + 1
    return _HEAD_MARK.fullmatch(text, line, short.begin) is not None and _HEAD_TAIL.match(text, short.end) is not None


def _called_by_tail(analysis: Analysis, mentions: Mentions, span: Span) -> Topic | None:
    """«당직실 예산은» after ‘가온 AI 당직실’: a program called by the last word of its name, which no other has."""
    text = analysis.text
    named: dict[str, Mention | None] = {}
    for program in mentions.of("program"):
        name = program.value.text
        tail = name.rpartition(" ")[2]
        if program.begin >= span.begin or len(tail) < 3 or tail == name or not may_get_money(program):
            continue
        other = named.get(tail, program)
        named[tail] = other if other is not None and other.value.text == name else None
    for tail, first in named.items():
        place = text.find(tail, span.begin, span.end)
        if first is None or place < 0 or tail.endswith(_GENERIC_TAILS):
            continue
        if not text[place - 1 : place].isalnum() and _CALLED.match(text, place + len(tail)):
            return Topic(first.value.text, Span(place, place + len(tail)), first)
    return called_by_head(text, mentions, span)


_SITTING = frozenset(("Committee", "Council", "LocalGovernment", "Ministry"))
"""Bodies that meet or govern: their names in marks are no thing that a sum is for."""


def marked_in(analysis: Analysis, mentions: Mentions, span: Span) -> Topic | None:
    """Where no program is named: a name in quotation marks, «가장 큰 것은 X다», «X 예산은»."""
    won = [m.span for m in mentions.within(span, "program") if won_by_another(analysis, mentions, m, span)]
    won += [m.span for m in mentions.within(span, "organization") if _SITTING & set(m.value.classes)]
    return _quoted(analysis, span, won) or _budget_of(analysis, span)


def this_time(analysis: Analysis, mentions: Mentions, span: Span) -> bool:
    """Whether the words have «이번 사업은», «해당 사업은» as their topic: what the document is about."""
    shorts = mentions.within(span, "program-short")
    return any(
        _THIS_TIME.match(s.value.text) and _TOPIC.match(analysis.text[s.end : s.end + 20]) is not None for s in shorts
    )


def is_no_name(words: str) -> bool:
    """Whether words in marks are what somebody said; one word alone is a name however it ends («손끝서고»)."""
    return _NOT_A_NAME.search(words) is not None and (" " in words or words[-1] in ".?!")


def _quoted(analysis: Analysis, span: Span, won: list[Span]) -> Topic | None:
    text = analysis.text
    for quoted in analysis.quoted:
        if quoted.begin >= span.end:
            break
        if quoted.double or quoted.begin < span.begin or quoted.end > span.end:
            continue
        words, after = text[quoted.begin : quoted.end], text[quoted.end : quoted.end + 40]
        if not 3 <= len(words) <= 30 or any(quoted.span.meets(w) for w in won):
            continue
        if is_no_name(words) or words.endswith(("조례", "조례안")) or _A_WORD.match(after):
            continue
        if _SLOGAN.match(after):
            continue
        if _TOPIC.match(after) or _OBJECT.match(after) or _TENDER.match(after):
            return Topic(words, quoted.span)
    return None


_TENDER = regex(
    r"[’'”\"」』)>〉]{1,2}\s?(?:조성\s?|구축\s?|지원\s?)?(?:사업\s?)?(?:공모(?:전|사업)?|공모\s사업)(?:에서|에|의|로)?\s[^.]{0,24}?(?:선정|낙점|뽑|당선|채택|발탁)"
)
"""«‘X 허브’ 공모에서 낙점되어 190억 원을 받는다»."""


_A_WORD = regex(
    r"(?:이|가|을|를|이라는|라는|란)\s?(?:붙|들어[가간]|단\s|내건|포함된|적힌|쓰인|꼬리표|이름|단어|낱말|말(?:이|을|은|로)|글자|표현|수식어|딱지)"
)
"""«‘AI’와 ‘디지털’이 붙은 사업»: words that names hold, no names."""
_SLOGAN = regex(
    r"[’'”\"」』]?(?:을|를|이라는|라는|란|이란)?\s?(?:내세[우워웠]|앞세[우워웠]|내걸|표방|외[치쳐쳤]|강조|기치|구호|모토|슬로건|표어|주제로|뜻|별명|별칭|평가|지적|비판|말이|소리)"
)
"""«‘기계보다 사람’을 내세우며»: a slogan, what is said."""
_OF_A_YEAR = regex(r"(?:의)?\s?(?<![가-힣])(?:올해|내년도?|지난해|작년|금년도?|새해|첫해|20\d\d년도?)$")
_SAME = frozenset(("예산", "사업비", "사업"))
_OWNER = regex(r"(?:[가-힣]{1,8}(?:시|도|군|구)|시|도|군|구)(?:의)?\s(?:자체\s)?$")
_WHOSE_ALL = regex(r"^(?:시|도|구|군|관련|전체|이|그|해당|자체|올해|내년|지난해|총)$|(?:^|\s)(?:전체|총|자체)$")
_MOST_WORDS = 4


def _budget_of(analysis: Analysis, span: Span) -> Topic | None:
    """«가장 큰 것은 X다», «X 예산은», «X 사업을»: the nouns before the word for money or for what it pays."""
    text = analysis.text
    cleft = _CLEFT.search(text, span.begin, span.end)
    if (
        cleft
        and _ends_as_noun(analysis, cleft.start(1), cleft.end(1))
        and not (_NO_THING.search(cleft.group(1)) or _A_SUM.search(cleft.group(1)))
    ):
        leaning = _LEANING.search(cleft.group(1))
        begin = cleft.start(1) + (leaning.end() if leaning else 0)
        if cleft.end(1) - begin >= 3:
            return Topic(text[begin : cleft.end(1)], Span(begin, cleft.end(1)))
    sentence = analysis.sentence_at(span.begin)
    if sentence is None or not (_BUDGET_WORD.search(text, span.begin, span.end)):
        return None
    tokens = tokens_within(sentence, span.begin, span.end)
    for i, token in enumerate(tokens[:-1]):
        if token.form not in _SAME or tokens[i + 1].form not in ("은", "는", "이", "도", "을"):
            continue
        if tokens[i + 1].tag[0] != "J" or not text[token.begin - 1 : token.begin].isspace():
            continue
        found = phrase_before(tokens, i)
        if found is None:
            continue
        found = Span(min(without_time(text, found.begin, found.end).begin, found.end), found.end)
        if found.of(text) in ("Q.", "A.", "문)", "답)"):
            continue
        last = max(found.begin, text.rfind(" ", found.begin, found.end) + 1)
        if found.end - last == 2 and token.form == "예산" and _OWNER.match(text, found.begin, last):
            found = Span(last, found.end)  # «가온구의 AI 예산»
        if found.end - found.begin == 2 and token.form != "사업비":
            found = Span(found.begin, token.end)  # «AI 예산» says more than AI
        if (timed := _OF_A_YEAR.search(text, found.begin, found.end)) is not None:
            found = Span(found.begin, timed.start())  # «이 사업의 올해 예산은»
        words = text[found.begin : found.end]
        if says_nothing(words):
            continue  # «소요 예산은 4년간 212억 원이다»
        if len(words) < 3 or len(words.split()) > _MOST_WORDS or _WHOSE_ALL.search(words) or _A_SUM.search(words):
            continue
        return Topic(words, found)
    return None


def _ends_as_noun(analysis: Analysis, begin: int, end: int) -> bool:
    """Whether words that «다» closes end as a noun does: «모자란 것은 사과드립니다» names nothing."""
    sentence = analysis.sentence_at(begin)
    tokens = tokens_within(sentence, begin, end) if sentence is not None else ()
    return bool(tokens) and (tokens[-1].tag.startswith("N") or tokens[-1].tag in ("SL", "XSN", "SSC", "SN"))


@lru_cache(maxsize=4)
def _endings(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(r["suffix"] for r in lexicon.rows("program_suffixes") if r.get("class") != "Ordinance")


def unmarked_in(analysis: Analysis, mentions: Mentions, sentence: Sentence, lexicon: Lexicon) -> Topic | None:
    """«AX 바우처도 넓어진다»: the short subject that opens a sentence and ends as programs do."""
    match = _OPENING.match(analysis.text, sentence.begin, min(sentence.end, sentence.begin + 40))
    if match is None:
        return None
    words, span = match.group(1), Span(match.start(1), match.end(1))
    if not any(words[-n:] in _endings(lexicon) and len(words) > n for n in range(2, 7)) or re.match(
        r"(?:이|그|해당|이번)\s", words
    ):
        return None
    if _IS_TOWN.search(words) or re.search(r"에게|에는|\d\s?원", words):
        return None
    if mentions.within(span, "organization", "person"):
        return None
    if any(t.tag[:1] in "JE" and t.tag not in ("JC", "JKG") for t in tokens_within(sentence, span.begin, span.end)):
        return None  # «지금까지 화면이 들어간 경로당은 58곳이다»
    return Topic(words, span)


def won_by_another(analysis: Analysis, mentions: Mentions, mention: Mention, span: Span) -> bool:
    """Whether the program is the call in which another one was chosen: «이 사업», a named one between the two, or the
    one that the paragraph told before."""
    text = analysis.text
    if not _WON.match(text[mention.end : mention.end + 40]):
        return False
    chosen = _CHOSEN.search(text, mention.end, min(span.end, mention.end + 60))
    if chosen is None:
        return False
    if _THIS.search(text, max(span.begin - 1, 0), mention.begin):
        return True
    between = [q for q in analysis.quoted if not q.double and mention.end + 1 < q.begin and q.end < chosen.start()]
    named = [m for m in mentions.within(Span(mention.end, chosen.start()), "program") if m.begin > mention.end]
    ends = [q.end for q in between] + [m.end for m in named]
    if any(text[end : end + 2].lstrip("’'”\"」』")[:1] in ("이", "가") for end in ends):
        return True
    begin = max(text.rfind("\n", 0, mention.begin) + 1, 0)
    if mention.value.text.endswith(_CALLS) or _ITS_MONEY.search(text, max(span.begin - 1, 0), mention.begin):
        begin = 0  # a call that only brings the money: what it is for may stand in any paragraph before
    told = [m for m in mentions.within(Span(begin, span.begin), "program") if may_get_money(m)]
    if any(m.value.text not in mention.value.text for m in told):
        return True
    shorts = mentions.within(Span(begin, span.begin), "program-short")
    return any(
        s.value.head and s.value.head not in mention.value.text and _THIS_ONE.match(s.value.text) for s in shorts
    )


_THIS_ONE = regex(r"(?:이|이번|해당)\s")
_CALLS = ("공모", "공모전", "공모사업", "공모 사업")
_ITS_MONEY = regex(
    r"(?<![가-힣])(?:이\s(?:돈|예산|국비)|국비|도비|재원|사업비|예산|돈|나랏돈|국고|정부\s?지원금)(?:은|는|이|가)\s[^.,“”]{0,40}$"
)
"""«국비는 환경부의 ‘X 공모’에 뽑혀 확보했다»."""
