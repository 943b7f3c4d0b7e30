"""Persons: full names come together, short forms (오 시장, 김 지사, 그는) find the person they mean."""

from collections.abc import Iterable

from kg.facts.model import Fact, Office
from kg.facts.quotation.turns import interviewee
from kg.mentions.model import Mention, PersonShort
from kg.mentions.person.short import CALLED_CITIZEN
from kg.patterns import regex
from kg.resolution.cast import Cast
from kg.resolution.draft import Draft
from kg.resolution.names import entity_key

_ALSO = regex(
    r"(?: (?:전|당시|현))? ?[가-힣]{0,8}(?:[시군]장|지사|군수|청장|의원|위원|의장|원장|대표|교수|장관|총장|회장)도 "
)
_PAST = regex(r" (?:전|前|당시) ")


def cast_persons(cast: Cast, facts: Iterable[Fact]) -> None:
    """Give every person mention its person. Keys are final only after `set_apart`."""
    for mention in cast.mentions.of("person"):
        name = str(mention.value)
        cast.mean(mention, cast.draft("person", entity_key("person", name), name, ("foaf:Person",)))
    told = tuple(facts)
    titles, gone = _titles(cast, told), _gone(cast, told)
    for mention in cast.mentions.of("person-short"):
        person = _meant(cast, mention, titles, gone)
        if person is not None:
            cast.mean(mention, person, bears=False)
            if mention.value.title:
                titles.setdefault(person.key, set()).add(mention.value.title)


def _titles(cast: Cast, facts: Iterable[Fact]) -> dict[str, set[str]]:
    """The titles that the text gives each person by full name."""
    titles: dict[str, set[str]] = {}
    for fact in facts:
        if isinstance(fact, Office) and (person := cast.meant(fact.person)):
            titles.setdefault(person.key, set()).add(fact.title)
    return titles


def _gone(cast: Cast, facts: Iterable[Fact]) -> frozenset[str]:
    """Those whose offices the text tells as past, all of them."""
    past: dict[str, bool] = {}
    for fact in facts:
        if isinstance(fact, Office) and (person := cast.meant(fact.person)):
            past[person.key] = past.get(person.key, True) and fact.former
    return frozenset(key for key, former in past.items() if former)


def _meant(cast: Cast, mention: Mention, titles: dict[str, set[str]], gone: frozenset[str]) -> Draft | None:
    """The person whom a short form means: surname and title must fit, the nearest before it wins.

    Without a word such as 전 it is the one in office (원 시장, though 원○○ 전 시장 was named last).
    """
    short: PersonShort = mention.value
    if short.surname is None and short.title is None:
        guest = interviewee(cast.analysis, cast.mentions) if cast.analysis.document.kind == "interview" else None
        return (_joined_in(cast, mention) or cast.meant(guest) if guest else None) or _last_topic(cast, mention)
    fitting = [
        (p, titled)
        for p in cast.of("person")
        if (short.surname is None or _surnamed(p.label, short.surname))
        and ((titled := _fits(short.title, titles.get(p.key, set()))) or short.surname is not None)
    ]
    if not fitting:
        return None
    if short.title is None:  # 박 씨 is whom the text has called 씨 before, 박 예비후보 whom it has called so
        called = mention.span.of(cast.text).split(" ")[-1][-2:]
        fitting = [f for f in fitting if _so_called(cast.text, f[0], called)] or fitting
    best = max(titled for _, titled in fitting)
    rivals = [p for p, titled in fitting if titled == best]
    if best == 0 and len(rivals) > 1:
        return None  # a surname alone does not decide between two
    former = _PAST.search(mention.span.of(cast.text)) is not None
    rivals = [p for p in rivals if (p.key in gone) == former] or rivals
    return min(rivals, key=lambda p: _distance(p, mention))


def _surnamed(name: str, surname: str) -> bool:
    """Whether a name has that surname; of a name of two words from abroad either may be."""
    return surname in name.split(" ") if " " in name else name.startswith(surname)


def _so_called(text: str, person: Draft, called: str) -> bool:
    """Whether the full name stands somewhere before the word that the short form bears: 씨, 후보."""
    if called == "씨":
        return any(CALLED_CITIZEN.match(text, m.end) for m in person.bearing)
    return any(called in (text[m.end : m.end + 10].split() or ("",))[0] for m in person.bearing)


def _fits(title: str | None, known: set[str]) -> int:
    """How well a short form's title fits a person's: 3 the same, 2 its ending, 1 shares its last syllables, 0 not."""
    if title is None:
        return 0
    bare = title.replace(" ", "")
    best = 0
    for other in (k.replace(" ", "") for k in known):
        if other == bare:
            best = 3
        elif other.endswith(bare) or bare.endswith(other):
            best = max(best, 2)
        elif other[-2:] == bare[-2:]:
            best = max(best, 1)
    return best


def _distance(person: Draft, mention: Mention) -> tuple[int, int]:
    """Mentions before count from near to far, then those behind."""
    before = [mention.begin - m.end for m in (*person.bearing, *person.short) if m.end <= mention.begin]
    if before:
        return 0, min(before)
    return 1, min((m.begin - mention.end for m in person.bearing if m.begin >= mention.end), default=1 << 30)


def _last_topic(cast: Cast, mention: Mention) -> Draft | None:
    """The person a pronoun means: the subject (은/는/이/가) named last before its sentence, else the last one named."""
    sentence = cast.analysis.sentence_at(mention.begin)
    start = sentence.begin if sentence else mention.begin
    last: Draft | None = None
    for other in cast.mentions.before(start, "person", "person-short"):
        person = cast.meant(other)
        spoken = cast.analysis.quoted_at(other.begin)
        if person is None or (spoken is not None and spoken.double):
            continue  # «“뽑힌 시장이 온다”고 했다. 그는»: of whom another speaks is not the topic
        if last is None:
            last = person
        if cast.text[other.end : other.end + 1] in "은는이가" or _titled_subject(cast.text, other.end):
            return person
        if mention.begin - other.begin > 400:
            break
    return last


def _joined_in(cast: Cast, mention: Mention) -> Draft | None:
    """Who speaks beside the guest of an interview: the subject, by full name, of the sentence before in its line."""
    sentence = cast.analysis.sentence_at(mention.begin)
    if sentence is None or not sentence.index:
        return None
    earlier = cast.analysis.sentences[sentence.index - 1]
    if earlier.paragraph != sentence.paragraph or cast.analysis.quoted_at(mention.begin) is not None:
        return None
    for person in reversed(cast.mentions.within(earlier.span, "person")):
        if cast.analysis.quoted_at(person.begin) is None and (
            cast.text[person.end : person.end + 1] in "은는이가" or _titled_subject(cast.text, person.end)
        ):
            return cast.meant(person)
    return None


def _titled_subject(text: str, end: int) -> bool:
    """Whether the word that goes on behind a name (오세훈 시장은) ends in a subject particle."""
    if _ALSO.match(text, end):
        return True
    rest = text[end : end + 30].split(",")[0].split("“")[0].split('"')[0]
    words = rest.split()
    return any(w[-1] in "은는이가" for w in words[:3] if len(w) > 1)


def told_apart(key: str) -> list[str]:
    """The name in a body's key and what sets that body apart."""
    return key.partition("/")[2].split("|")


def set_apart(cast: Cast, offices: Iterable[tuple[Draft, Draft | None]]) -> None:
    """Give each person the key that sets namesakes apart: the body of the first office told, else the document."""
    first: dict[int, str] = {}
    for person, body in offices:
        if body is not None:
            first.setdefault(id(person), ", ".join(told_apart(body.key)))
    for person in cast.of("person"):
        del cast.drafts[person.key]
        apart = first.get(id(person)) or cast.analysis.document.identifier
        person.key = entity_key("person", person.label, apart)
        cast.drafts[person.key] = person
