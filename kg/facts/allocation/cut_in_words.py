"""A cut that the next sentence tells without a sum: «예결특위는 전액을 삭감했다»."""

from kg.facts.allocation import payer
from kg.facts.allocation.draft import Draft
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mentions
from kg.patterns import regex
from kg.spans import Span

_CUT_ALL = regex(
    r"전액(?:을|이|도)?\s?(?:모두\s)?(?:삭감|감액|깎|잘|없)|(?:예산|사업비)(?:을|이|도|"
    r"은)?\s?(?:통째로|모두|전부)\s?(?:삭감|깎|잘|없|날)"
)


def cut_without_sum(analysis: Analysis, mentions: Mentions, sentence: Sentence, drafts: list[Draft]) -> None:
    """«예결특위는 전액을 삭감했다»: the sum told last in the paragraph is what was cut."""
    found = _CUT_ALL.search(analysis.text, sentence.begin, sentence.end)
    if found is None or any(sentence.begin <= d.money.begin < sentence.end for d in drafts):
        return
    for draft in reversed(drafts):
        if draft.money.begin < sentence.begin:
            at = analysis.sentence_at(draft.money.begin)
            if (
                at is not None
                and at.paragraph == sentence.paragraph
                and draft.status in (None, "planned", "proposed")
                and not draft.per_unit
            ):
                draft.status = "cut"
                draft.slots["status"] = (Span(found.start(), found.end()),)
                draft.evidence = (*draft.evidence, Span(found.start(), found.end()))
                decider = payer.subject_before(analysis, mentions, sentence.begin, found.start())
                if decider is not None:
                    draft.by = draft.decider = decider
                    draft.payer = None
            return
