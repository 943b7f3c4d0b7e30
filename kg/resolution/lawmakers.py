"""A bare «의원»: a member of parliament, or of a council that is not that of the place one comes from."""

from collections.abc import Iterable

from kg.facts.model import Office
from kg.lexicon.governments import Government
from kg.patterns import regex
from kg.resolution.cast import Cast
from kg.resolution.draft import Draft
from kg.resolution.names import entity_key
from kg.spans import Span

_OF_STATE = ("장관", "국무총리", "부총리", "국회의원", "국회의장", "국회부의장")
_CONSTITUENCY = regex(r"\s?\([^()]{0,16}?[가-힣](?:갑|을|병|정)\)")
"""``의원(한빛당·가온시갑)``: only a member of parliament has such a constituency."""
_PARLIAMENT_HALL = regex(r"(?<![가-힣])국회(?:를|에|에서|로|의|\s)")
_COUNCIL = regex(r"(?<!국)의회|[시도군구]의원")
_BORN = regex(r" 출신 (?:[가-힣]{2,4} )?$")
_HAS_SEAT = regex(r"(?:이|가|을|를|에) 지역구(?:인|로 둔|로 하는|를 둔|를 가진) (?:같은 당 |[가-힣]+당 (?:소속 )?)?")
"""Between a city or county and who represents all of it: members of councils have a part of one."""
_BEFORE_NAME = 30
_BEFORE = 12


def is_lawmaker(cast: Cast, fact: Office, person: Draft, told: Iterable[tuple[Office, Draft]]) -> bool:
    """Whether a bare «의원» sits in parliament: by the constituency, another office of the state, or the sentence.

    ``told`` are all offices of the text with their persons.
    """
    if fact.title != "의원":
        return False
    if _CONSTITUENCY.match(cast.text, fact.title_span.end) or cast.text.startswith("실", fact.title_span.end):
        return True  # N 의원실: members of councils have none
    near = Span(max(0, fact.person.begin - _BEFORE_NAME), fact.person.begin)
    if any(
        _HAS_SEAT.fullmatch(cast.text, m.end, near.end) for m in cast.mentions.within(near, "region", "organization")
    ):
        return True
    return any(person is p and f.title.endswith(_OF_STATE) for f, p in told) or _at_parliament(cast, fact)


def parliament(cast: Cast) -> Draft | None:
    """Parliament, where the text names it."""
    return cast.drafts.get(entity_key("organization", "국회"))


def comes_from(cast: Cast, fact: Office) -> bool:
    """Whether the place before a member's name is where the member was born: 가온 출신 N 의원."""
    return _BORN.search(cast.text, max(0, fact.title_span.begin - _BEFORE), fact.title_span.begin) is not None


def only_council(cast: Cast) -> Draft | None:
    """The one council that the text names."""
    named = [d for d in cast.of("organization") if d.label.endswith("의회") and d.bearing]
    return named[0] if len(named) == 1 else None


def other_council(cast: Cast, home: Government | None, fact: Office) -> Draft | None:
    """The one council that the text names, and before a bare «의원», where it is not that of the text's own place and
    the text does not name that one: a province's council on a county's program.
    """
    council = only_council(cast)
    if council is None or home is None or council.label.startswith(home.official):
        return None
    return council if any(m.begin < fact.title_span.begin for m in council.bearing) else None


def _at_parliament(cast: Cast, fact: Office) -> bool:
    """Whether the sentence of a bare title tells of parliament and of no council: 국회를 찾아 ○○○ 의원을 만났다."""
    sentence = cast.analysis.sentence_at(fact.title_span.begin)
    words = cast.text[sentence.begin : sentence.end] if sentence else ""
    return _PARLIAMENT_HALL.search(words) is not None and _COUNCIL.search(words) is None
