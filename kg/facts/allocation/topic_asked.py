"""What the questions of an interview are about, for the answers that name nothing themselves."""

import re

from kg.facts.allocation.nouns import as_nouns
from kg.facts.allocation.topic_sentence import marked_in, may_get_money, named_in
from kg.facts.allocation.topics import Topic
from kg.facts.allocation.wording import without_time
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mentions
from kg.patterns import regex
from kg.spans import Span

_ASKED = regex(
    r"\s*(?:Q\s?\d{0,2}[.):]?|[―—–\-▶■◇◆●○문]|\d{1,2}[.)])\s*[‘'“\"]?(?P<what>[^,?!.\n]{3,26}?)[’'”\"]?(?:,|은|는|이란|란|도|이|가)\s"
)


_ASKS = regex(r"(?:[나까요가지죠]|는데|던데|다면|라면|자면|달라)\s?[.…]*$")
_OPENED = regex(r"\s*(?:Q\s?\d{0,2}[.):]?|[―—–\-]|[■▶◆]|문[.):])\s?")
"""How a question opens and ends that has no mark: «― 얼마나 되나.»"""


def asked_about(analysis: Analysis, mentions: Mentions, sentence: Sentence) -> Topic | None:
    """What a question over an answer asks about: «Q1. 나래시 AI 돌봄, 어떤 것들이 있나요?»."""
    text = analysis.text
    if analysis.document.kind == "council":
        return None
    if (known := _known_in_question(analysis, mentions, sentence)) is not None:
        return known
    words = sentence.span.of(text).rstrip(" ”\"'")
    if not words.endswith("?"):
        if _OPENED.match(words) is None or _ASKS.search(words) is None:
            return None
        named = named_in(analysis, mentions, sentence.span) or marked_in(analysis, mentions, sentence.span)
        if named is not None:
            return named  # «―전임 시장이 시작한 ‘X’는 어떻게 되나.»
    match = _ASKED.match(text, sentence.begin, sentence.end)
    if match is None:
        return None
    span = as_nouns(text, sentence, match.start("what"), match.end("what"))
    if span is not None:
        span = without_time(text, span.begin, span.end)
    if span is None or not re.search(r"AI|인공지능|사업|센터|[가-힣]\s[가-힣]", text[span.begin : span.end]):
        return None
    return Topic(text[span.begin : span.end], span)


_QUESTION_NAMES = regex(
    r"\s*(?:Q\s?\d{0,2}[.):]?|문[.):]?|질문[.):]?|[―—–\-])\s*[‘'“\"]?(?P<what>[^,?!.\n]{4,26}?)[’'”\"]?(?:라는|이라는|은|는|이|가|도|을|를|에)\s"
)


def _known_in_question(analysis: Analysis, mentions: Mentions, sentence: Sentence) -> Topic | None:
    """«Q. 바이오 팩토리라는 말이 낯설다.» after ‘가온 바이오 팩토리’: the program that a question calls by the end
    of its name."""
    match = _QUESTION_NAMES.match(analysis.text, sentence.begin, sentence.end)
    if match is None:
        return None
    for program in mentions.of("program"):
        if program.begin >= sentence.begin:
            break
        if program.value.text.endswith(match["what"]) and may_get_money(program):
            return Topic(program.value.text, Span(match.start("what"), match.end("what")), program)
    return None


_A_QUESTION = regex(r"\s*(?:Q\s?\d{0,2}[.):]?|문[.):]|[\[【<(]?질(?:문|의)[\]】>)]?[.):]?|[―—–\-▶■◆])\s?\S")
_ON_MONEY = regex(r"돈|예산|재원|비용|사업비|얼마|규모|살림|국비|[시도군구]비(?=[\s는은가도])")
_QUESTIONS_BACK = 2


def asked_before(analysis: Analysis, mentions: Mentions, sentence: Sentence) -> Topic | None:
    """«Q. ‘X’가 화제다. … Q. 돈은 얼마나 듭니까. “63억 원입니다”»: a question on money that names nothing asks about
    the thing of the question before it."""
    text = analysis.text
    money, seen = False, 0
    for index in range(sentence.index - 1, max(-1, sentence.index - 40), -1):
        earlier = analysis.sentences[index]
        if earlier.paragraph == sentence.paragraph or not opens_question(text, earlier):
            continue
        if not money:
            money = True
            line = text.find("\n", earlier.begin)
            if not _ON_MONEY.search(text, earlier.begin, line if line > 0 else earlier.end):
                return None
            continue
        seen += 1
        line = text.find("\n", earlier.begin)
        asked = Span(earlier.begin, line if line > 0 else earlier.end)
        found = named_in(analysis, mentions, asked) or marked_in(analysis, mentions, asked)
        if found is not None:
            return found
        if seen >= _QUESTIONS_BACK:
            return None
    return None


def opens_question(text: str, sentence: Sentence) -> bool:
    """Whether the sentence opens a line as a question does."""
    begin = text.rfind("\n", 0, sentence.begin + 1) + 1
    return begin == sentence.begin and _A_QUESTION.match(text, begin) is not None


_ANSWERS = regex(r"\s*[○□◦·-]?\s?[\[(<【〔]?\s?(?:답변?|답변\s?내용|답변서|A)\s?\d{0,2}\s?[\])>】〕.:]\s*")
_ASKS_IN_PAPER = regex(
    r"\s*[○□◦·-]?\s?[\[(<【〔]?\s?(?:질문|질의|문|질의\s?요지|질문\s?요지|Q)\s?\d{0,2}\s?[\])>】〕.:]\s*"
    r"(?:[가-힣]{2,4}\s(?:의원|위원|부의장|의장)\s?[:：,]?\s*)?[‘'“\"]?(?P<what>[^,?!.\n:]{3,30}?)[’'”\"]?(?:에\s든|에|의|은|는|이|가|을|를|과|와)(?=[\s?])"
)
_ASKED_FOR = regex(
    r"(?:\s(?:지연|추진|확보|운영|집행|향후|예산|재원|세부|선정|도입|설치))*\s(?:사유|현황|방안|계획|대책|상황|실적|이유|내역|여부|효과|성과)$"
)
_LEANING = regex(r"^.*[가-힣](?:[는던된]|했던|시작한|추진한)\s")


def _asked_nouns(text: str, question: Sentence, begin: int, end: int) -> Span | None:
    """The thing of a question without what is asked of it, and without what leans on it: «지난해 폐지된 X 지원»."""
    tail = _ASKED_FOR.search(text, begin, end)
    end = tail.start() if tail is not None else end
    if (lead := _LEANING.match(text[begin:end])) is not None and end - begin - lead.end() > 5:
        return as_nouns(text, question, begin + lead.end(), end)
    return as_nouns(text, question, begin, end)


_FIELD = regex(r"AI|인공지능|디지털|데이터|로봇|스마트|자율주행|메타버스|드론|[가-힣]{2,}\s(?:사업|센터|시스템|플랫폼)")
_LINES_BACK = 6


def asked_in_paper(analysis: Analysis, mentions: Mentions, sentence: Sentence) -> Topic | None:
    """What the question over a written answer asks about: «[질문] 아무개 의원: 가온 AI 관제망에 든 돈은?» above
    «[답변] 12억 원이 들었습니다»."""
    text = analysis.text
    if not any(mark in text for mark in ("답변", "(답)", "[답]", "답.", "답:")):
        return None
    begin = text.rfind("\n", 0, sentence.begin + 1) + 1
    for _ in range(_LINES_BACK):
        if _ANSWERS.match(text, begin) is not None:
            break
        if begin == 0 or _ASKS_IN_PAPER.match(text, begin) is not None:
            return None
        begin = text.rfind("\n", 0, begin - 1) + 1
    else:
        return None
    above = text.rfind("\n", 0, begin - 1) + 1 if begin else 0
    asked = _ASKS_IN_PAPER.match(text, above, begin)
    if asked is None or begin == 0:
        return None
    span = Span(above, begin - 1)
    told = named_in(analysis, mentions, span) or marked_in(analysis, mentions, span)
    if told is not None:
        return told
    question = analysis.sentence_at(asked.start("what"))
    nouns = _asked_nouns(text, question, *asked.span("what")) if question is not None else None
    if nouns is None or not _FIELD.search(text, nouns.begin, nouns.end):
        return None
    return Topic(nouns.of(text), nouns)
