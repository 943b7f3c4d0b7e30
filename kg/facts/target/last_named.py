"""What a number counts where its clause names nothing: the topic of its sentence, the place that so many visited."""

from kg.facts.target.candidates import PEOPLE, bare_unit
from kg.facts.target.course import Course
from kg.facts.target.doers import DISTRICTS
from kg.facts.target.figure import Figure, Role
from kg.facts.target.governor import Governor
from kg.facts.target.naming import Named
from kg.facts.target.phrase import is_pronoun, mark_at, phrase, shortened, worded
from kg.facts.target.topics import topic_of
from kg.spans import Span

_ROLES: tuple[Role, ...] = ("object", "to")
_KINDS = ("deliver", "change", "reach")


def whole_topic(course: Course, fig: Figure, gov: Governor | None, role: Role) -> Named | None:
    """The topic of the whole sentence, of which another clause told something before (로봇은 ○○이 대며 36대를 갖춘다)."""
    if gov is None or gov.past or gov.relative or role not in _ROLES or fig.mention.kind == "percent":
        return None
    if not any(course.words.is_a(gov.stem, kind) for kind in _KINDS):
        return None
    topic = topic_of(fig)
    if topic is None or fig.mention.begin - topic.end < 2 or not _is_thing(course, topic):
        return None
    words = worded(shortened(fig, topic, course.text).of(course.text))
    return (words, topic) if len(words) > 1 else None


def _is_thing(course: Course, topic: Span) -> bool:
    """Whether a topic names what can be counted: no body, no person, no district, no word that points back."""
    words = worded(topic.of(course.text))
    apart = not course.namer.bodies(topic) and not course.namer.is_office(topic)
    tells = words not in course.words.aside and words not in course.words.label and words not in course.words.generic
    return apart and tells and not words.endswith(DISTRICTS) and not is_pronoun(words, course.words)


def visited(course: Course, base: Figure | None) -> Named | None:
    """The place or course to which those came with whom a goal starts (‘○○’에 작년에 2천명이 다녀갔는데 5천명이 목표)."""
    if base is None or base.role != "subject" or bare_unit(base.mention.value.unit) not in PEOPLE:
        return None
    tokens = base.tokens
    for k in range(base.first - 1, max(0, base.first - 12), -1):
        if tokens[k].tag in ("EC", "EF", "JKS", "JKO"):
            return None
        if tokens[k].tag != "JKB" or tokens[k].form not in ("에", "에서") or mark_at(base, tokens[k - 1]) is not None:
            continue
        place = None if tokens[k - 1].form in base.words.aside else phrase(base, k - 1)
        words = worded(place.of(course.text)) if place is not None else ""
        if place is not None and len(words) > 2:
            return words, place
    return None
