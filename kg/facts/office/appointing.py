"""Whose post it is to which a body appoints somebody: «○○청은 1일 신임 차장에 N을 임명했다»."""

from kg.facts.office.context import fitting_body
from kg.language.model import Sentence
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_APPOINTS = regex(
    r"(?:은|는|이|가|도) (?:(?:지난 ?)?(?:\d{1,2}월 ?)?(?:\d{1,2}일 ?)(?:자로 )?|(?:이날|최근|같은 날) )?"
    r"(?:(?:신임|새|초대|제?\d+대|첫|차기|후임|공모를 거쳐|공석인) ?){0,2}$"
)
"""Between the body that appoints and the post: «○○청은 1일 신임 차장에 N을 임명했다»."""


def body_appointing(text: str, sentence: Sentence, mentions: Mentions, title: Mention) -> Mention | None:
    """The body that appoints to a post that names none, where it is no other body's post by its kind."""
    fits = fitting_body(title.value.bare)
    for body in reversed(mentions.within(Span(sentence.begin, title.begin), "organization")):
        if _APPOINTS.fullmatch(text, body.end, title.begin):
            return body if fits is None or fits(body) else None
    return None
