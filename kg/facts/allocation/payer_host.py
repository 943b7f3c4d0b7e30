"""Whose text it is where that is no city: the education office or agency that opens it, whose head it is about."""

from kg.facts.model import Fact, Office
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

HOSTS = frozenset(("PublicAgency", "ResearchInstitute", "University", "EducationOffice"))
"""Bodies whose own text a text may be."""
_OPENS = regex(
    r"[’'”\"」』)]{0,2}(?:\s?\([^)]{1,40}\)){0,2}(?:,|\s?…|\s?·\s?|은|는|이|가)(?=[\s‘’“”가-힣])|\s(?:이사장|원장|사장|총장|교육감)\s"
)
TOPICAL = regex(r"[’'”\"」』)]{0,2}(?:\s?\([^)]{1,60}\)){0,2}\s?(?:은|는|이|가|도)(?=[\s,])")
"""What follows a body that is topic or subject."""
_HEADS = frozenset(("이사장", "원장", "사장", "총장", "교육감", "단장", "소장", "센터장", "대표이사", "본부장"))


def host_of(analysis: Analysis, mentions: Mentions, facts: tuple[Fact, ...]) -> Mention | None:
    """The agency or education office with whose name the headline begins, that is the first topic of the lead, or
    whose head the headline names; None where a city stands in the headline or another body opens the lead."""
    title = analysis.document.title_span
    lead = next((s.span for s in analysis.sentences if s.block == "body" and s.end - s.begin > _LABEL), None)
    if title is not None:
        told = mentions.within(title, "organization")
        if any("LocalGovernment" in m.value.classes for m in told):
            return None
        if (headed := _of_head(title, facts)) is not None or analysis.document.kind == "interview":
            return headed
        first = told[0] if told else None
        if first is not None and first.begin == title.begin and HOSTS & set(first.value.classes):
            return first if _OPENS.match(analysis.text, first.end, title.end) else None
    if lead is None:
        return None
    for body in mentions.within(Span(lead.begin, min(lead.begin + _OPENING, lead.end)), "organization"):
        if TOPICAL.match(analysis.text, body.end, lead.end) is None:
            continue
        return body if HOSTS & set(body.value.classes) else None
    return None


_OPENING = 40
"""In so many code points a lead names who acts."""
_LABEL = 24
"""A line of so few code points is no sentence of the lead."""


def _of_head(title: Span, facts: tuple[Fact, ...]) -> Mention | None:
    """The body whose head the headline names, as those of interviews do."""
    for fact in facts:
        if not isinstance(fact, Office) or fact.former or fact.organization is None or fact.title not in _HEADS:
            continue
        if title.holds(fact.person.span) and HOSTS & set(fact.organization.value.classes):
            return fact.organization
    return None
