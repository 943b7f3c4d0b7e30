"""The government that a document is mainly about, and which government an ambiguous name means in it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.language.model import Sentence
from kg.lexicon.governments import Government, candidates
from kg.mentions.model import Name
from kg.mentions.organization.organizations import PURSE
from kg.patterns import regex
from kg.resolution.cast import Cast
from kg.spans import Span

_LEAD = 3
_OFTEN = 2
_SUBJECT = regex(r"(?:은|는|이|가)(?![가-힣])")

_OWN = regex(r"([가-힣]{2,4}[시군])[가-힣]{2,}")
"""The name of a city or county at the head of a body's."""


@dataclass(frozen=True, slots=True)
class Home:
    """``government`` is the one that the document is mainly about (None: it is about several)."""

    government: Government | None
    counts: Counter[str]
    """How much each government is named, by official name."""
    explicit: frozenset[str] = frozenset()
    """The governments that are named in words that mean no other."""

    def choose(self, among: tuple[Government, ...]) -> Government | None:
        """The government that an ambiguous name means: home, its parent or child, one that is named, its neighbour."""
        if len(among) <= 1:
            return among[0] if among else None
        home = self.government
        if home is not None:
            for near in (
                [g for g in among if g.official == home.official],
                [g for g in among if g.official in self.explicit],
                [g for g in among if home.official == g.parent or home.parent == g.official],
                [g for g in among if home.parent and g.parent == home.parent],
            ):
                if len(near) == 1:
                    return near[0]
        told = [g for g in among if self.counts[g.official]]
        if told:
            return max(told, key=lambda g: (self.counts[g.official], g.official))
        under = [g for g in among if g.parent and self.counts[g.parent]]
        if under:
            return max(under, key=lambda g: (self.counts[g.parent or ""], g.official))
        wide = [g for g in among if not g.parent]
        return wide[0] if len(wide) == 1 else None


def stem(name: str) -> str:
    """The government's name inside that of its building or council: 서울시청, 서울시의회 -> 서울시."""
    if name.endswith("의회"):
        return name.removesuffix("의회")
    return name.removesuffix("사").removesuffix("청") if len(name) > 2 and name.endswith(("청사", "청")) else name


def find_home(cast: Cast) -> Home:
    """Weigh the names of governments: in the title, in the masthead, in the first sentences, anywhere."""
    document, on = cast.analysis.document, cast.analysis.document.published
    sure: Counter[str] = Counter()
    open_: list[tuple[tuple[Government, ...], int]] = []
    first_body = [s for s in cast.analysis.sentences if s.block == "body"][:_LEAD]
    spans: list[tuple[str, Span]] = [(place, span) for place, span in document.dateline]
    seen: set[tuple[int, int]] = set()
    for mention in cast.mentions.of("organization", "region"):
        value: Name = mention.value
        if mention.rule == PURSE:
            continue  # who pays a share is not whom the text is about
        if (mention.begin, mention.end) not in seen:
            seen.add((mention.begin, mention.end))
            spans.append((value.official or value.text, mention.span))
    if document.publisher and document.publisher_span:
        spans.append((document.publisher, document.publisher_span))
    for name, span in spans:
        among = candidates(cast.lexicon, stem(name), on)
        if not among:
            continue
        weight = 1
        if document.title_span and document.title_span.holds(span):
            weight = 4
        elif any(s.begin <= span.begin < s.end for s in first_body):
            weight = 3
        elif not cast.analysis.sentence_at(span.begin):
            weight = 2
        if len(among) == 1:
            sure[among[0].official] += weight
        else:
            open_.append((among, weight))
    sure = sure or (Counter() if open_ else _in_longer_names(cast))
    explicit = frozenset(sure)
    for among, weight in open_:
        settled = Home(None, sure).choose(among)
        if settled is not None:
            sure[settled.official] += weight
    own = _of_council(cast)
    if own is None:
        own = _spoken_of(cast, _main(cast, sure, _acting(cast, first_body), _issuing(cast)), sure)
    return Home(own, sure, explicit)


def _in_longer_names(cast: Cast) -> Counter[str]:
    """The governments with whose names those of other bodies begin, where a text names none: 양산시보건소."""
    found: Counter[str] = Counter()
    for mention in cast.mentions.of("organization"):
        own = _OWN.match(mention.value.text)
        among = candidates(cast.lexicon, own[1], cast.analysis.document.published) if own else ()
        if len(among) == 1:
            found[among[0].official] += 1
    return found


def _of_council(cast: Cast) -> Government | None:
    """The government whose council the paper is of: its officials answer there, whatever places they speak about."""
    document = cast.analysis.document
    if document.kind != "council" or not document.publisher or not document.publisher.endswith("의회"):
        return None
    among = candidates(cast.lexicon, stem(document.publisher), document.published)
    return among[0] if len(among) == 1 else None


def _spoken_of(cast: Cast, main: Government | None, counts: Counter[str]) -> Government | None:
    """Where a city and its province are both told of, the one that the text goes on to call by its level: «도는»."""
    if main is None or not main.parent or not counts[main.parent]:
        return main
    said = Counter(
        m.value.text
        for m in cast.mentions.of("organization-short")
        if m.rule == "government-level" and _SUBJECT.match(cast.text, m.end)
    )
    if said[main.parent[-1]] < _OFTEN or said[main.official[-1]]:
        return main
    above = candidates(cast.lexicon, main.parent, cast.analysis.document.published)
    return above[0] if len(above) == 1 and 2 * counts[main.parent] >= counts[main.official] else main


def _issuing(cast: Cast) -> frozenset[str]:
    """The government that a press release comes from: it acts, whichever of its cities acts with it."""
    document = cast.analysis.document
    if document.kind != "press-release" or not document.publisher:
        return frozenset()
    among = candidates(cast.lexicon, stem(document.publisher), document.published)
    return frozenset(g.official for g in among) if len(among) == 1 else frozenset()


def _acting(cast: Cast, first_body: Sequence[Sentence]) -> frozenset[str]:
    """The governments that the first sentences have for a subject: who speaks, not where it is."""
    on = cast.analysis.document.published
    found: set[str] = set()
    for sentence in first_body:
        for mention in cast.mentions.within(sentence.span, "organization"):
            if _SUBJECT.match(cast.text, mention.end):
                among = candidates(cast.lexicon, stem(mention.value.official or mention.value.text), on)
                found |= {g.official for g in among[:1] if len(among) == 1}
    return frozenset(found)


def _main(cast: Cast, counts: Counter[str], acting: frozenset[str], issuing: frozenset[str]) -> Government | None:
    """The one that clearly leads: a district leads over its own province, which its name brings along.

    It does not where a city is among those ``acting`` and its district is only where something is, nor over the
    province that is ``issuing`` the text.
    """
    ranked = sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    if not ranked:
        return None
    best, weight = ranked[0]
    government = candidates(cast.lexicon, best, cast.analysis.document.published)
    if not government:
        return None
    main = government[0]
    speaks = main.parent in acting and 3 * counts[main.parent or ""] >= weight
    beside = [w for n, w in ranked[1:] if main.parent and 2 * w >= weight and _within(cast, n, main.parent)]
    round_up = len(beside) > 1 and counts[main.parent or ""] > 0  # briefs on three of its cities and more
    province = main.parent if main.parent and (round_up or speaks or 3 * counts[main.parent] >= 2 * weight) else None
    if province and any(3 * w >= weight for n, w in ranked[1:] if _within(cast, n, province)):  # several of its cities
        main = candidates(cast.lexicon, province, cast.analysis.document.published)[0]
        best, weight = main.official, counts[main.official]
        ranked = [r for r in ranked if not _within(cast, r[0], best)]
    children = [(n, w) for n, w in ranked[1:] if _within(cast, n, best)]
    leads = best in issuing or (best.endswith("시") and best in acting)
    if children and leads and children[0][0] not in acting:
        children = []
    if children and 4 * children[0][1] >= 3 * weight and all(2 * w <= children[0][1] for _, w in children[1:]):
        main = candidates(cast.lexicon, children[0][0], cast.analysis.document.published)[0]
    spends = main.governs or main.level == "행정시"  # a city of Jeju has no council, but money of its own to spend
    if not spends:  # a general district of a city: the city has the council and the budget
        main = candidates(cast.lexicon, main.parent, cast.analysis.document.published)[0]
    rivals = [w for n, w in ranked if n not in (main.official, main.parent) and not _within(cast, n, main.official)]
    strength = counts[main.official] + counts[main.parent or ""]
    compared = len([w for w in rivals if 5 * w >= 2 * strength]) >= 3
    return main if not rivals or (strength >= 1.5 * rivals[0] and not compared) else None


def _within(cast: Cast, name: str, parent: str) -> bool:
    found = candidates(cast.lexicon, name, cast.analysis.document.published)
    return len(found) == 1 and found[0].parent == parent
