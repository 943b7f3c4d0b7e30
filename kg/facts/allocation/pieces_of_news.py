"""Short news of several places under one headline: «○…가람군의회 …», «■ 나래군 = …», «▲다솜시=…»."""

from kg.facts.allocation.sides import called
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.mentions.remembered import once_a_document
from kg.patterns import regex

_MARK = regex(r"\s*(?:[○◯◇◆▲△▶▷■□●☞★]|<|\[|【|〈)\s?(?:…|\.{2,3}|‥)?\s?")
_EQUALS = regex(r"(?:청|의회)?\s?(?:[>\])】〉]|[=＝:])\s?")
_GOVERNS = frozenset(("LocalGovernment", "Council"))
_LEAST = 2


def piece_at(analysis: Analysis, mentions: Mentions, sentence: Sentence) -> Mention | None:
    """The government or council with which the piece of a sentence opens; None in a text that is no row of pieces."""
    return _pieces(analysis, mentions).get(sentence.paragraph)


@once_a_document
def _pieces(analysis: Analysis, mentions: Mentions) -> dict[int, Mention]:
    """The government of each paragraph that is a piece of its own; none where fewer than two places have one."""
    if analysis.document.kind in ("council", "interview"):
        return {}
    text, found, seen = analysis.text, {}, set()
    for sentence in analysis.sentences:
        if sentence.paragraph in seen or sentence.block == "title":
            continue
        seen.add(sentence.paragraph)
        begin = text.rfind("\n", 0, sentence.begin) + 1
        mark = _MARK.match(text, begin, sentence.end)
        for body in mentions.within(sentence.span, "organization", "region"):
            if body.begin != (mark.end() if mark is not None else begin):
                continue
            if not _GOVERNS & set(body.value.classes) and body.kind != "region":
                continue
            if mark is not None or (
                _EQUALS.match(text, body.end) and text[body.end : body.end + 2].strip()[:1] in "=＝"
            ):
                found[sentence.paragraph] = body
    return found if len({called(b).removesuffix("의회") for b in found.values()}) >= _LEAST else {}
