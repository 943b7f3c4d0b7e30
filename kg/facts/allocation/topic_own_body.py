"""What the head of a body says of its own money in an interview: «저희는 내년 출연금으로 39억 원을 요청했다»."""

from kg.facts.allocation.topic_asked import opens_question
from kg.facts.allocation.topic_main import headed_by
from kg.facts.allocation.topic_sentence import marked_in, named_in
from kg.facts.allocation.topics import Topic
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mentions
from kg.patterns import regex
from kg.spans import Span

_OWN = regex(
    r"(?:출연금|출자금|기관\s?운영비|살림)(?:으로는|으로|이|은|는|을|도|만)?\s(?:(?:올해|내년|작년|지난해|시|도|군|구|시비|도비|국비|출연금)\s?){0,3}"
    r"(?:은|는|이|으로)?\s?(?:약|총|모두|전부)?\s?$"
)
_OF_ANOTHER = regex(
    r"(?:재단|진흥원|공사|공단|테크노파크|대학교?|병원|센터|연구원)(?:의|에는|에|은|는|이)?\s(?:[가-힣]{1,6}\s){0,2}(?:출연금|출자금)"
)


_ASKS_ON_MONEY = regex(
    r"살림|(?:한\s?해|올해|내년|연간|전체|기관|자체|지난해)\s?예산|예산\s?규모"
    r"|예산(?:은|이)\s[^.?]{0,10}$|재정|곳간|씀씀이|돈줄|운영비"
)


def asked_of_body(analysis: Analysis, mentions: Mentions, sentence: Sentence, place: int) -> Topic | None:
    """The body whose head is asked after its own money, where the answer has named no thing yet: «― 살림 규모가 커졌다.
    ▶ 지난해 254억 원에서 올해 318억 원이 됐습니다»."""
    if analysis.document.kind != "interview":
        return None
    first = analysis.paragraph_to(sentence)[0]
    question = analysis.sentences[first.index - 1] if first.index else None
    if question is None or not opens_question(analysis.text, question):
        return None
    asked = question.span
    if _ASKS_ON_MONEY.search(analysis.text, asked.begin, asked.end) is None:
        return None
    for words in (asked, Span(first.begin, place)):
        if named_in(analysis, mentions, words) or marked_in(analysis, mentions, words):
            return None
    return headed_by(analysis, mentions, of_any=True)


def own_body(analysis: Analysis, mentions: Mentions, sentence: Sentence, place: int) -> Topic | None:
    """The body whose head is interviewed, where what it is given for itself stands right before the sum."""
    if analysis.document.kind != "interview" or _OWN.search(analysis.text, sentence.begin, place) is None:
        return None
    body = headed_by(analysis, mentions, of_any=True)
    if body is None:
        return None
    other = _OF_ANOTHER.search(analysis.text, sentence.begin, place)
    if other is not None and body.text[-2:] not in other.group():
        return None
    return body
