"""What documents tell around two keys: days, sums, people; and how regions lie to each other."""

from collections.abc import Iterable
from datetime import date

from kg.identity.forms import form
from kg.identity.profiles import Corpus, Profile
from kg.identity.rounding import rounds
from kg.resolution.names import folded, spaced

_NEAR = 60
_MOST = 30
"""Of bodies that more documents tell of, people are not compared."""
_ORDER = 5
_WORDS = 3
_LETTERS = 8


def around(corpus: Corpus, a: Profile, b: Profile) -> list[str]:
    """The features of two keys' documents: one or several sums in common or sums of another order, days, one story.

    One story: other documents, near in time, in which the same people appear; ``people`` are several of these
    names, at any time.
    """
    features = []
    shared = a.sums & b.sums
    if shared or any(rounds(x, y) or rounds(y, x) for x in a.sums for y in b.sums):
        features += ["sum", "sums"] if len(shared) > 1 else ["sum"]
    elif a.totals and b.totals and (max(a.totals) > _ORDER * max(b.totals) or max(b.totals) > _ORDER * max(a.totals)):
        features.append("other-order")
    if a.kind == b.kind == "organization" and _same_people(corpus, a, b):
        features.append("people")
    if near_days(a.day, b.day):
        features.append("near")
        if not a.documents & b.documents and corpus.people(a) & corpus.people(b):
            features.append("story")
    return features


def _same_people(corpus: Corpus, a: Profile, b: Profile) -> bool:
    """Whether several names of people stand in the documents of both; not looked at where the documents are many."""
    if a.documents & b.documents or max(len(a.documents), len(b.documents)) > _MOST:
        return False
    one, other = ({key.partition("|")[0] for key in corpus.people(p)} for p in (a, b))
    return len(one & other) > 1


def telling(a: Profile, b: Profile) -> list[str]:
    """The feature of long names: two things of one region seldom share such a name by chance."""
    words = min(max((len(spaced(n).split(" ")) for n in p.labels), default=0) for p in (a, b))
    letters = min(max((len(folded(n)) for n in p.labels), default=0) for p in (a, b))
    return ["telling-name"] if words >= _WORDS or letters >= _LETTERS else []


def company(corpus: Corpus, a: Profile, b: Profile) -> list[str]:
    """The feature of programs of two documents near in time in which another program is named alike."""
    if a.documents & b.documents or not near_days(a.day, b.day):
        return []
    own = {form(label, {}).core for p in (a, b) for label in p.labels}
    return ["company"] if (corpus.program_names(a) & corpus.program_names(b)) - own else []


def near_days(a: str, b: str) -> bool:
    """Whether two ISO days are less than two months apart."""
    if len(a) < 10 or len(b) < 10:
        return False
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= _NEAR


def nested(regions: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of regions (official names) of which the first lies within the second: 경기도 광주시 in 경기도."""
    known = set(regions)
    return [(r, above) for r in sorted(known) if " " in r and (above := r.rpartition(" ")[0]) in known]
