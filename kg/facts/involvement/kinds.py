"""Bodies that a text takes up by what kind they are: «대학은», «병원이»; none where two of the kind are named."""

from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions, Name
from kg.patterns import regex

_KINDS = (
    ("대학", ("대학교", "대학", "대")),
    ("대학교", ("대학교", "대")),
    ("병원", ("병원", "의료원")),
    ("공사", ("공사",)),
    ("공단", ("공단",)),
    ("조합", ("조합",)),
    ("협회", ("협회",)),
    ("은행", ("은행",)),
    ("소방본부", ("소방본부", "소방재난본부")),
    ("교육지원청", ("교육지원청",)),
)
"""By what noun a body may be taken up, and how the names of such bodies end."""
_TAKEN_UP = regex(
    r"(?<![가-힣A-Za-z])(?P<kind>소방본부|교육지원청|대학교|대학|병원|공사|공단|조합|협회|은행)(?:\s?측)?(?=(?:은|는|이|가|도|에서)[\s,])"
)


def kind_nouns(analysis: Analysis, mentions: Mentions, sentence: Sentence) -> list[tuple[Mention, Mention]]:
    """``(noun, body)`` for the nouns of a sentence that stand for the only body of their kind named before; the noun
    as a short form of the body's name.
    """
    found: list[tuple[Mention, Mention]] = []
    for noun in _TAKEN_UP.finditer(analysis.text, sentence.begin, sentence.end):
        if not mentions.free(noun.start(), noun.end(), "organization", "organization-short", "program", "title"):
            continue
        ends = next(e for kind, e in _KINDS if kind == noun["kind"])
        named: dict[str, Mention] = {}
        for m in mentions.of("organization"):
            names = (m.value.text, m.value.official or "")
            if m.end <= noun.start() and m.rule != "department" and any(n.endswith(ends) for n in names):
                named.setdefault(m.value.official or m.value.text, m)
        if len(named) == 1:
            body = next(iter(named.values()))
            name = Name(noun[0], body.value.classes, None, body.value.text)
            found.append((Mention(*noun.span(), "organization-short", name, "kind-noun"), body))
    return found
