"""Days that an answer tells of a step that only the question names: «― 개소가 당겨졌다고? “네, 9월입니다.”»."""

from collections.abc import Sequence

from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention
from kg.patterns import regex

_QUESTION = regex(r"(?:[―–—‒\-▶▷◇◆■□○●Q문][ .:)]|[Qq]\d{0,2}[ .:)]|기자[ :])")
_OPENS = regex(r"[ \n]*(?:[A답]\d{0,2}[ .:)] ?)?[“\"‘']?")
_ASKED = regex(r"언제|시기|시점|일정|당겨|당긴|앞당|늦[어춰추]|미뤄|미룬|밀렸|밀린|바뀌|바뀐|연기|예정|맞[나습]|\?")
_NOT_IT = regex(r"(?:이|가)? ?(?:아니라|아닌|아니고|대신|말고)|에서|보다|이었|였|부터 (?:준비|시작해)")
_IT = regex(r"(?:께|쯤|초|말|중순|안)?(?:입니다|이에요|예요|이죠|이지요|이다|[.,]|(?:에|로|으로|께)(?:는|야)? |이면 )")
_MARK = 4


def answered_date(analysis: Analysis, sentence: Sentence, dates: Sequence[Mention]) -> tuple[Sentence, Mention] | None:
    """The question before an answer that begins with this sentence, and the day that the answer gives; None where the
    sentence answers no question about a day.
    """
    text = analysis.text
    if not sentence.index:
        return None
    asked = analysis.sentences[sentence.index - 1]
    if asked.end - asked.begin <= _MARK and sentence.index > 1:  # «A.» is read as a sentence
        asked = analysis.sentences[sentence.index - 2]
    line = text.rfind("\n", 0, asked.begin) + 1
    if not _QUESTION.match(text, line) or "\n" not in text[asked.end - 1 : sentence.begin + 1]:
        return None
    opening = _OPENS.match(text, text.rfind("\n", 0, sentence.begin + 1) + 1)
    if opening is None or opening.end() < sentence.begin or not _ASKED.search(text, *asked.span):
        return None
    told = [d for d in dates if not _NOT_IT.match(text, d.end) and _IT.match(text, d.end)]
    return (asked, told[-1]) if told else None
