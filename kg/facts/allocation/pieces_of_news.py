"""Short news of several places under one headline: «○…가람군의회 …», «■ 나래군 = …», «▲다솜시=…»."""

from kg.facts.allocation.sides import called
from kg.facts.headings import MOST, says_a_sentence
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.mentions.remembered import once_a_document
from kg.patterns import regex
from kg.spans import Span

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
    over: Mention | None = None
    for sentence in analysis.sentences:
        if sentence.paragraph in seen or sentence.block == "title":
            continue
        seen.add(sentence.paragraph)
        begin = text.rfind("\n", 0, sentence.begin) + 1
        mark = _MARK.match(text, begin, sentence.end)
        end = text.find("\n", begin)
        line = text[begin : end if end >= 0 else len(text)]
        heads = mark is not None and len(line) <= MOST and not says_a_sentence(line)
        if heads:
            over = None
        elif over is not None and mark is None and _named(mentions, sentence.span) <= {_whose(over)}:
            found[sentence.paragraph] = over  # what stands under «■ 나래군의회, 조례 가결»
            continue
        for body in mentions.within(sentence.span, "organization", "region"):
            if body.begin != (mark.end() if mark is not None else begin):
                continue
            if not _GOVERNS & set(body.value.classes) and body.kind != "region":
                continue
            if mark is not None or (
                _EQUALS.match(text, body.end) and text[body.end : body.end + 2].strip()[:1] in "=＝"
            ):
                found[sentence.paragraph] = body
                over = body if heads and len(_named(mentions, sentence.span)) == 1 else None
    return found if len({_whose(b) for b in found.values()}) >= _LEAST else {}


def _whose(body: Mention) -> str:
    return called(body).removesuffix("의회")


def _named(mentions: Mentions, span: Span) -> set[str]:
    """The governments that the words name, by themselves or by their councils."""
    inside = mentions.within(span, "organization", "region")
    return {_whose(b) for b in inside if b.kind == "region" or _GOVERNS & set(b.value.classes)}
