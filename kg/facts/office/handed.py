"""Posts that pass from one to another by name: «N1 시장은 N2 시장에게서 협의회장을 넘겨받았다»."""

from collections.abc import Iterable, Iterator

from kg.facts.model import Office
from kg.facts.office.bodies import body_before, body_in_title
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_FROM = regex(r"(?:님)?(?:에게서|한테서|으로부터|로부터|에게|한테) ")
_TAKES = regex(r"(?: ?(?:자리|직|직함|바통))?(?:을|를) (?:[가-힣]{1,4} )?(?:넘겨받|물려받|이어받|건네받)")
_GIVES = regex(
    r"(?: ?(?:자리|직|직함|바통))?(?:을|를) (?:[가-힣]{1,4} )?(?:넘[기겼긴]|넘겨[ ]?[주줬준]|물려[ ]?[주줬준]|건[네넸])"
)
_SUBJECT = regex(r"(?:은|는|이|가|도)[ ,]")
_FAR = 60


def posts_handed(analysis: Analysis, mentions: Mentions, offices: Iterable[Office]) -> Iterator[Office]:
    """The post that stands between who had it and the verb, for both; ``offices`` are those told beside a name."""
    text, told = analysis.text, [o for o in offices if o.rule == "office-behind"]
    for other in told:
        lead = _FROM.match(text, other.title_span.end)
        first = _subject(analysis, told, other) if lead is not None else None
        if lead is None or first is None:
            continue
        for post in mentions.within(Span(other.title_span.end, other.title_span.end + _FAR), "title"):
            if lead.end() < post.begin:
                body = mentions.within(Span(other.title_span.end, post.begin), "organization")
                if not body or text[body[-1].end : post.begin].strip():
                    continue
            takes, gives = _TAKES.match(text, post.end), _GIVES.match(text, post.end)
            if takes is None and gives is None:
                continue
            new, old = (first, other) if takes is not None else (other, first)
            yield from _both(mentions, text, post, new, old)
            break


def _subject(analysis: Analysis, told: list[Office], other: Office) -> Office | None:
    """Who hands over to the other, or takes over from him: the subject before him in his sentence."""
    sentence = analysis.sentence_at(other.person.begin)
    before = [
        o
        for o in told
        if sentence is not None
        and sentence.begin <= o.person.begin < other.person.begin
        and o.person.value != other.person.value
        and _SUBJECT.match(analysis.text, o.title_span.end)
    ]
    return before[-1] if before else None


def _both(mentions: Mentions, text: str, post: Mention, new: Office, old: Office) -> Iterator[Office]:
    """The post for who has it now and for who had it."""
    body = body_in_title(mentions, post) or body_before(mentions, text, post.begin)
    features = ("office-told-by-verb", *(("office-body-told",) if body else ()))
    begin = min(new.person.begin, old.person.begin)
    for office in (new, old):
        yield office.model_copy(
            update={
                "rule": "office-taken-over",
                "features": features,
                "title": post.value.bare,
                "title_span": post.span,
                "organization": body,
                "evidence": (Span(begin, post.end),),
                "former": office is old,
                "acting": False,
            }
        )
