"""Programs in the field of a form that asks for their name: ``○ 사 업 명 : 가온 AI 길잡이 구축``."""

import re
from collections.abc import Iterator

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.program.candidates import Candidate
from kg.mentions.program.words import program_words
from kg.patterns import regex

_FIELD = regex(
    r"^[ \t]*(?:(?:[-ㆍ·○◦ㅇ•‣∘*□■◇◆▶▷❍❏▣❑]|\d{1,2}[.)]|[가-하][.)]|[①-⑳])[ \t]*)?(?:[(\[【][ \t]*)?"
    r"(?:사[ \t]*업[ \t]*명(?:[ \t]*칭)?|과[ \t]*제[ \t]*명|공[ \t]*모[ \t]*명|프로젝트[ \t]?명|정[ \t]*책[ \t]*명"
    r"|사업의?[ \t]?(?:이름|명칭)"
    r"|(?:조례|계획|기금|펀드|시책|공약|서비스)[ \t]?명(?:칭)?)[ \t]*[)\]】]?[ \t]*(?:[:：]|(?<=[)\]】])[ \t])[ \t]*"
    r"[‘'「『《<“\"]?(?P<name>[가-힣A-Za-z0-9][^\n‘’'「」『』《》<>“”\"|]{3,44}?)[’'」』》>”\"]?"
    r"[ \t]*(?:\([^()\n]{1,30}\)[ \t]*)?(?=\n|[|]|\Z|(?<=[ \t]{2})[가-힣]{2,8}[:：])",
    re.MULTILINE,
)
_SENTENCE = regex(r"[다요][.]?$|[,;]")


def in_fields(analysis: Analysis, lexicon: Lexicon) -> Iterator[Candidate]:
    """What stands in the fields of a name, with or without name marks."""
    text = analysis.text
    if "명" not in text and "이름" not in text:
        return
    words = program_words(lexicon)
    for field in _FIELD.finditer(text):
        name, begin = field["name"], field.start("name")
        if _SENTENCE.search(name) or analysis.sentence_at(begin) is None:
            continue
        yield Candidate(begin, begin + len(name), name, words.suffix(name), "listed", frozenset(), True)
