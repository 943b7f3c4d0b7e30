"""The council that cuts or passes a sum of which nobody is told to have decided."""

from kg.facts.allocation.turn import sitting_body
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex

_SITTING = regex(
    r"통과|심사|심의|상임위|예결위|예결특위|본회의|계수조정|의결|(?:의회|위원회|의원|위원|의원들)(?:는|은|이|가|도|에서|에선|서|측)"
)


def council_before(analysis: Analysis, mentions: Mentions, sentence: Sentence) -> Mention | None:
    """The council told last before the end of a sentence: it cuts where nobody is named («9억 원이 깎였다») and the
    paragraph tells of its sitting."""
    inside = [s for s in analysis.sentences if s.paragraph == sentence.paragraph and s.index <= sentence.index]
    if not _SITTING.search(analysis.text, inside[0].begin, sentence.end):
        return _council_of_headline(analysis, mentions) or _council_of_lead(analysis, mentions)
    if analysis.document.kind == "council" and (body := sitting_body(mentions)) is not None:
        return body
    councils = [m for m in mentions.of("organization", "organization-short") if "Council" in m.value.classes]
    before = [m for m in councils if m.begin < sentence.end]
    if not before or before[-1].begin < inside[0].begin:
        later = _told_later(analysis, sentence, councils)
        if later is not None:
            return later  # «3억 원이 심사에서 잘렸다. 시의회는 겹친다는 이유를 댔다»
    return before[-1] if before else next(iter(councils), None)


def _told_later(analysis: Analysis, sentence: Sentence, councils: list[Mention]) -> Mention | None:
    """The first council that the rest of the paragraph names."""
    for council in councils:
        at = analysis.sentence_at(council.begin) if council.begin >= sentence.end else None
        if at is not None:
            return council if at.paragraph == sentence.paragraph else None
    return None


_BUDGET_VOTE = regex(r"예산|추경|세출|살림")


def _council_of_headline(analysis: Analysis, mentions: Mentions) -> Mention | None:
    """The one council that the headline sets over a budget: «가온구의회, 내년 AI 예산 ‘칼질’»."""
    title = analysis.document.title_span
    if title is None or not _BUDGET_VOTE.search(analysis.text, title.begin, title.end):
        return None
    named = mentions.within(title, "organization", "organization-short")
    councils = [m for m in named if "Council" in m.value.classes]
    return councils[0] if len({str(m.value.official or m.value.text) for m in councils}) == 1 else None


_LEAD = 4
_VOTED = regex(r"(?:예산|추경|계수조정)[^.]{0,40}?(?:가결|의결|통과|확정|계수조정|심사|삭감|깎|처리)")
_ACTS = regex(r"(?:은|는|이|가)\s")


def _council_of_lead(analysis: Analysis, mentions: Mentions) -> Mention | None:
    """The one council of which the lead tells that it voted on a budget: «가온구의회는 전날 예산안을 수정 가결했다»."""
    for sentence in [s for s in analysis.sentences if s.block == "body"][:_LEAD]:
        for body in mentions.within(sentence.span, "organization", "organization-short"):
            if not {"Council", "Committee"} & set(body.value.classes) or not _ACTS.match(analysis.text, body.end):
                continue
            if _VOTED.search(analysis.text, body.end, sentence.end):
                return body
    return None
