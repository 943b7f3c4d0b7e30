"""Names that a council's minutes say aloud without marks: «저는 가온 AI 온실 건입니다», «가온 AI 안심벨 있죠?»."""

from collections.abc import Iterator

from kg.language.model import Analysis, Token
from kg.lexicon import Lexicon
from kg.mentions.model import Mentions
from kg.mentions.program.candidates import Candidate
from kg.mentions.program.phrases import runs, trimmed
from kg.mentions.program.words import program_words
from kg.patterns import regex

_BROUGHT_UP = regex(
    r"\s?(?:건|말씀|얘기|이야기|말)(?:입니다|인데요?|이에요|부터|만)"
    r"|\s(?:있(?:죠|지요|잖아요|지 않습니까|으시죠)|아시(?:죠|지요|잖아요))"
    r"|(?:에\s대(?:해|하여)서?|(?:을|를|와|과)?\s?관련(?:해|하여)서?)\s(?:[^\s.]{1,8}\s){0,2}?(?:묻|여쭙|여쭤|질의|질문|말씀)"
)
"""How somebody who asks brings up a program."""
_WORDS = regex(r"[A-Za-z]+|[가-힣]+")


def brought_up(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Candidate]:
    """Rows of two nouns or more with a word of technology that somebody brings up in a council's minutes."""
    if analysis.document.kind != "council":
        return
    words, text = program_words(lexicon), analysis.text
    for sentence in analysis.sentences:
        tokens = sentence.tokens
        for start, stop in runs(sentence, text):
            phrase = trimmed(tokens, start, _before_case(text, tokens, start, stop), words, text)
            if phrase is None or _BROUGHT_UP.match(text, phrase.end, sentence.end) is None:
                continue
            name = " ".join(text[phrase.begin : phrase.end].split())
            if " " not in name or not words.technology & set(_WORDS.findall(name)):
                continue
            yield Candidate(phrase.begin, phrase.end, name, words.suffix(name), "listed", frozenset({"head"}), True)


def _before_case(text: str, tokens: tuple[Token, ...], start: int, stop: int) -> int:
    """The end of a row of nouns without the noun of the matter (건, 말) that the tokenizer took into it."""
    last = text[tokens[stop - 1].begin : tokens[stop - 1].end]
    return stop - 1 if last in ("건", "말", "말씀", "얘기", "이야기", "관련") and stop - start > 1 else stop
