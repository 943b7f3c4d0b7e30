"""What a sentence is about where a sum names no purpose of its own: the program told before it."""

import re
from functools import lru_cache

from kg.facts.allocation.outline import outline_topic
from kg.facts.allocation.topics import Topic
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.spans import Span

_TAIL = (
    r"[’'”\"」』)>〉]{0,2}\s?(?:\([^)]{1,24}\)\s?)?"
    r"(?:(?:조성|구축|육성|추진|시범|건립|운영|지원|개발)\s?)?(?:사업|프로젝트|정책|계획|사업비|예산)?"
)
_TOPIC = re.compile(_TAIL + r"(?:(?:은|는|이|가|도|이란|란)(?=[\s,])|(?:이다|이었다|였다|다)\.)")
_OBJECT = re.compile(_TAIL + r"(?:을|를|에|에는|의|으로|로)(?=[\s,])")
_HEADER = re.compile(
    r"^[\s\-○◦□■▪•·ㅇ❍▶△①-⑳\d.)]*[(\[<【〈]\s*((?:\(가칭\))?[^()\[\]<>【】〈〉]{2,40}?)\s*[)\]>】〉]\s*(?=[가-힣A-Za-z0-9‘'“\"])"
)
_OPENING = re.compile(
    r"[\s○◦□■▪•·\-]*(?:또|이어|한편|"
    r"특히)?\s?([가-힣A-Za-z0-9·]{2,12}(?:\s[가-힣A-Za-z0-9·]{1,10}){0,3})(?:도|은|는|이|가)\s"
)
_GENERIC_HEADING = re.compile(
    r"(?:재원|예산|사업비|기간|대상|규모|내용|방법|일정|목표|효과|계획|현황|배경|개요|분야|추진|총괄|"
    r"사진|단위|문의|자료|제공)\S{0,3}$|기자\b"
)
_CLEFT = re.compile(r"것은\s(?:단연\s|바로\s|역시\s)?([가-힣A-Za-z0-9‘’' ·]{2,24}?)(?:이다|다|이었다|였다|입니다)\.")
_BUDGET_OF = re.compile(
    r"(?:^|[\s―—–-])([가-힣A-Za-z0-9‘’'·()]{2,16}(?:\s[가-힣A-Za-z0-9‘’'·()]{1,12}){0,2})\s(?:예산|"
    r"사업비|사업)(?:은|는|이|도|을)(?=[\s,?])"
)
_NO_THING = re.compile(
    r"(?:[시도군구부청]가|[을를에]|[가-힣]에서|들이|으로|[가-힣]고|[가-힣]며|면서|아니|아니었|지만|는|은|던|된|한|될|할)$"
)
_LEANING = re.compile(r"^.*(?<=[가-힣])(?:는|은|던|한|된|할|될|운|인|긴|진|온|간)\s(?=\S)")
_QUESTION = re.compile(r"^\s*(?:[―—–\-▶■◇◆●○Q문]|\d+\.)\s?")
_NOT_A_NAME = re.compile(r"(?:다|요|까|죠|자|라|고|며|네|면|데|지|음|함|됨)[.?!…]?$|[.?!]")
_WON = re.compile(
    r"^[’'”\"」』)>〉]{0,2}\s?(?:\([^)]{1,24}\)\s?)?(?:공모\s?)?(?:사업\s?)?(?:공모\s?)?(?:대상(?:지|자|기관)?\s?)?(?:에|에서|으로|로)\s"
)
_CHOSEN = re.compile(r"선정|뽑[혔히힌]|당선|채택|낙점")
_SUM = re.compile(r"\d\s?[조억](?:\s?원)?(?![가-힣])")
_THAT = re.compile(r"(?:그|이)\s(?:사업|프로그램|시스템|서비스|센터|펀드)(?:은|는|이|가|도|을|를)\s")
_THIS = re.compile(r"(?:^|\s)(?:이|이번|해당|동|본)\s?(?:사업|프로젝트|계획|시범사업|과제)(?:은|는|이|도)\s")
_CUT_OFF = re.compile(r"(?:한|된|는|던|할|인)$|^(?:따라|이에)\s|까지의")
_DEMONSTRATIVE = re.compile(r"^(?:이|그|이번|해당|동|본|같은|올해|사업|계획|전략|정책|펀드|조례)(?:\s|$)")
_THIS_TIME = re.compile(r"^이번|^올해|^해당")
_BACKWARD = 6


def topic_before(
    analysis: Analysis, mentions: Mentions, sentence: Sentence, place: int, lexicon: Lexicon
) -> Topic | None:
    """What the words before ``place`` are about: the sentence's own program, then back through the paragraph, then the
    heading of the list item, the question that is being answered, the paragraph before, the document's program.

    In each sentence a program that is its topic or subject goes before one that is an object, and that before the rest;
    where there is none, a name in quotation marks and «X 예산은» serve. An ordinance gets no money.
    """
    if _THAT.match(analysis.text[sentence.begin : sentence.begin + 14].lstrip("“\"‘' ")):
        for earlier in reversed(analysis.sentences[max(0, sentence.index - 4) : sentence.index]):
            if (pointed := _in(analysis, mentions, earlier.span)) is not None:
                return pointed
    found = _in(analysis, mentions, Span(sentence.begin, place)) or outline_topic(analysis, mentions, place)
    if found is not None:
        return found
    text, index = analysis.text, sentence.index
    crossed = False
    first = text[sentence.begin : sentence.begin + 1]
    sibling = first if first in "ㅇ○◦❍●◯-–▪•·*①②③④⑤⑥⑦⑧⑨" and sentence.index else ""
    for back in range(1, _BACKWARD + 1):
        if index - back < 0:
            break
        earlier = analysis.sentences[index - back]
        if earlier.paragraph != sentence.paragraph and not crossed:
            crossed = True
            heading = _heading(text, mentions, analysis, sentence)
            if heading is not None:
                return heading
            if not _continues(text, analysis, sentence, earlier):
                break
        if crossed and sentence.paragraph - earlier.paragraph > 2 and not sibling:
            break
        if crossed and sibling and text[earlier.begin : earlier.begin + 1] == sibling:
            continue  # another item of the list: what stands above the list goes first
        found = _in(analysis, mentions, earlier.span) or (
            None if crossed else _unmarked(analysis, mentions, earlier, lexicon)
        )
        if found is not None and not _tried_before(text, found):
            return found
    if not crossed and (heading := _heading(text, mentions, analysis, sentence)) is not None:
        return heading
    return main_topic(analysis, mentions)


_TRIAL_THEN = re.compile(r"(?:지난해|작년|재작년|지난 ?20\d\d년|20\d\d년)에?(?: [^.,“”]{0,30})? ?[‘'“\"「『]?$")


def _tried_before(text: str, topic: Topic) -> bool:
    """«지난해 ‘X 시범사업’에서 …»: a trial of another year is what was before, not what the sums are for."""
    if not topic.text.rstrip("’'”\"」』").endswith(("시범사업", "시범 사업", "시범운영", "실증사업")):
        return False
    return _TRIAL_THEN.search(text, max(topic.span.begin - 44, 0), topic.span.begin) is not None


_HANDED = frozenset(
    (
        "나누",
        "주",
        "드리",
        "깔",
        "보급",
        "지급",
        "제공",
        "지원",
        "설치",
        "배포",
        "달",
        "놓",
        "도입",
        "배치",
        "빌리",
        "선물",
        "뽑",
        "모집",
    )
)


def given_before(analysis: Analysis, sentence: Sentence, place: int) -> Topic | None:
    """«상인 1,500명에게 AI 장부를 깔아 준다. 가게당 40만 원이 든다»: the thing handed out in the sentence before, which
    may stand in the same speech."""
    tokens = tuple(t for t in sentence.tokens if t.begin < place)
    stop = max((i for i, t in enumerate(tokens) if t.tag == "SF"), default=-1)
    tokens = tokens[: stop + 1]
    if not tokens and sentence.index:
        earlier = analysis.sentences[sentence.index - 1]
        tokens = earlier.tokens if earlier.paragraph == sentence.paragraph else ()
    for i in range(len(tokens) - 1, 0, -1):
        if tokens[i].tag != "JKO" or not any(t.form in _HANDED and t.tag[:1] in "VN" for t in tokens[i + 1 : i + 14]):
            continue
        j = i
        while j and (
            tokens[j - 1].tag in ("NNG", "NNP", "SL", "SN", "XSN", "XPN", "SSO", "SSC", "JKG")
            or tokens[j - 1].form in "·‘’'"
        ):
            j -= 1
        while j < i and tokens[j].tag in ("JKG", "SSC", "XSN"):
            j += 1
        if j < i:
            span = Span(tokens[j].begin, tokens[i - 1].end)
            words = analysis.text[span.begin : span.end].strip("‘’'\" ")
            if 2 <= len(words) <= 30 and not re.search(r"\d\s?[가-힣]$", words):
                return Topic(words, span)
        return None
    return None


def _continues(text: str, analysis: Analysis, sentence: Sentence, earlier: Sentence) -> bool:
    """Whether the paragraph goes on from the one before: a list item under its head, an answer to its question."""
    first = next((s for s in analysis.sentences if s.paragraph == sentence.paragraph), sentence)
    opening = text[first.begin : first.begin + 2]
    if opening[:1] in "○◦ㅇ-–▪•·※*(①②③④⑤⑥⑦⑧⑨⑩▸☞":
        return True
    if opening[:1] in '“"답A' and (
        _QUESTION.match(text[earlier.begin : earlier.begin + 4])
        or text[earlier.begin : earlier.end].rstrip().endswith("?")
    ):
        return True
    return sentence.paragraph - earlier.paragraph == 1 and _points_back(text[first.begin : first.begin + 14])


def _points_back(words: str) -> bool:
    return bool(
        re.match(
            r"(?:이 사업|이 가운데|이 중|이를|여기|사업비|총사업비|재원|예산|이 예산|이번 사업|사업은|사업 기간)", words
        )
    )


def _in(analysis: Analysis, mentions: Mentions, span: Span) -> Topic | None:
    text = analysis.text
    best, rank = None, -1
    won: list[Span] = []
    for mention in mentions.within(span, "program"):
        if "Ordinance" in mention.value.classes or mention.value.text.endswith(("조례", "조례안", "법", "특별법")):
            continue
        if _CUT_OFF.search(mention.value.text) or _SUM.search(mention.value.text):
            continue
        after = text[mention.end : mention.end + 40]
        if _won_by_another(analysis, mentions, mention, span):
            won.append(mention.span)
            continue  # «이 사업은 … 공모한 ‘X 사업’에 선정돼»: whose money it is, not what the text is about
        score = 2 if _TOPIC.match(after) else 1 if _OBJECT.match(after) else 0
        if score > rank or (score == rank and rank < 2):  # the first subject stays, else the last
            best, rank = mention, score
    if best is not None:
        return Topic(best.value.text, best.span, best)
    for short in mentions.within(span, "program-short"):
        if (
            not _DEMONSTRATIVE.match(short.value.text)
            and not _CUT_OFF.search(short.value.text)
            and _TOPIC.match(text[short.end : short.end + 40])
        ):
            return Topic(short.value.text, short.span, short)
        if _THIS_TIME.match(short.value.text) and _TOPIC.match(text[short.end : short.end + 20]):
            return main_topic(analysis, mentions)
    for quoted in analysis.quoted:
        if quoted.begin >= span.end:
            break
        if (
            not quoted.double
            and span.begin <= quoted.begin
            and quoted.end <= span.end
            and 3 <= quoted.end - quoted.begin <= 30
            and not any(quoted.span.meets(w) for w in won)
        ):
            words = text[quoted.begin : quoted.end]
            if (
                not _NOT_A_NAME.search(words)
                and not words.endswith(("조례", "조례안"))
                and (
                    _TOPIC.match(text[quoted.end : quoted.end + 40])
                    or _OBJECT.match(text[quoted.end : quoted.end + 40])
                )
            ):
                return Topic(words, quoted.span)
    for pattern in (_CLEFT, _BUDGET_OF):
        match = pattern.search(text, span.begin, span.end)
        if match and _NO_THING.search(match.group(1)):
            continue
        if match and (leaning := _LEANING.search(match.group(1))):
            begin = match.start(1) + leaning.end()
            if match.end(1) - begin < 3:
                continue
            return Topic(text[begin : match.end(1)], Span(begin, match.end(1)))
        if match and not re.search(
            r"^(?:시|도|구|군|관련|전체|이|그|해당|자체|올해|내년|지난해)$|"
            r"(?:^|까지의?|동안의?|간의?|따라) (?:전체|총)$",
            match.group(1),
        ):
            return Topic(match.group(1), Span(match.start(1), match.end(1)))
    return None


@lru_cache(maxsize=4)
def _endings(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(r["suffix"] for r in lexicon.rows("program_suffixes") if r.get("class") != "Ordinance")


def _unmarked(analysis: Analysis, mentions: Mentions, sentence: Sentence, lexicon: Lexicon) -> Topic | None:
    """«AX 바우처도 넓어진다»: the short subject that opens a sentence and ends as programs do."""
    match = _OPENING.match(analysis.text, sentence.begin, min(sentence.end, sentence.begin + 40))
    if match is None:
        return None
    words, span = match.group(1), Span(match.start(1), match.end(1))
    if not any(words[-n:] in _endings(lexicon) and len(words) > n for n in range(2, 7)) or re.match(
        r"(?:이|그|해당|이번)\s", words
    ):
        return None
    if re.search(r"에게|에는|\d\s?원", words) or mentions.within(span, "organization", "person"):
        return None
    return Topic(words, span)


def _heading(text: str, mentions: Mentions, analysis: Analysis, sentence: Sentence) -> Topic | None:
    first = next((s for s in analysis.sentences if s.paragraph == sentence.paragraph), sentence)
    match = _HEADER.match(text[first.begin : first.begin + 80])
    if match is None:
        return None
    span = Span(first.begin + match.start(1), first.begin + match.end(1))
    named = mentions.within(span, "program")
    if not named and (len(match.group(1)) < 4 or _GENERIC_HEADING.search(match.group(1))):
        return None
    return Topic(match.group(1), span, named[0] if named else None)


def _won_by_another(analysis: Analysis, mentions: Mentions, mention: Mention, span: Span) -> bool:
    """Whether the program is the call in which another one, «이 사업» or a named one, was chosen."""
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
    return any(text[end : end + 2].lstrip("’'”\"」』")[:1] in ("이", "가") for end in ends)


def main_topic(analysis: Analysis, mentions: Mentions) -> Topic | None:
    """The document's program: the one named most often, the first of them."""
    counts: dict[str, int] = {}
    firsts: dict[str, Mention] = {}
    title = analysis.document.title_span
    for mention in mentions.of("program"):
        name = mention.value.text
        if (
            _CUT_OFF.search(name)
            or _SUM.search(name)
            or "Ordinance" in mention.value.classes
            or name.endswith(("조례", "조례안", "법"))
        ):
            continue
        sentence = analysis.sentence_at(mention.begin)
        if sentence is not None and _won_by_another(analysis, mentions, mention, sentence.span):
            continue
        weight = 2 if title and title.holds(mention.span) else 1
        counts[name] = counts.get(name, 0) + weight
        firsts.setdefault(name, mention)
    if not counts:
        return None
    told = {n: sum(c for other, c in counts.items() if other in n or n in other) for n in counts}
    name = max(counts, key=lambda n: (told[n], counts[n], -firsts[n].begin))
    return Topic(name, firsts[name].span, firsts[name])
