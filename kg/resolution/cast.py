"""Who and what plays a part in a document: drafts by key, and which mention means which of them."""

from collections.abc import Iterable
from functools import cached_property

from kg.facts.allocation.sides import Sides, sides_of
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.resolution.draft import Draft

_SENTENCE_ENDS = (".", "?", "!", "…", "”", '"', "’", "'", "다", ")")


class Cast:
    """The entities of one document while it is being resolved."""

    def __init__(self, analysis: Analysis, mentions: Mentions, lexicon: Lexicon) -> None:
        self.analysis = analysis
        self.mentions = mentions
        self.lexicon = lexicon
        self.drafts: dict[str, Draft] = {}
        self._meant: dict[tuple[int, int, str], Draft] = {}

    @cached_property
    def sides(self) -> Sides | None:
        """The governments that the text sets side by side, if it compares any."""
        return sides_of(self.analysis, self.mentions)

    @cached_property
    def whole_sentences(self) -> frozenset[int]:
        """The numbers of the sentences that end as sentences do."""
        ends = (s for s in self.analysis.sentences if self.text[s.begin : s.end].rstrip().endswith(_SENTENCE_ENDS))
        return frozenset(s.index for s in ends)

    @property
    def text(self) -> str:
        """The document's text as it is read, with the usual marks for those that look like them."""
        return self.analysis.text

    def draft(self, kind: str, key: str, label: str, types: Iterable[str] = ()) -> Draft:
        """The draft of that key, made where there is none yet; types are added in order."""
        draft = self.drafts.get(key)
        if draft is None:
            draft = self.drafts[key] = Draft(kind, key, label)
        draft.types += [t for t in types if t not in draft.types]
        return draft

    def mean(self, mention: Mention, draft: Draft, *, bears: bool = True) -> None:
        """Note that a mention means an entity; ``bears`` tells whether its words bear the entity's name out."""
        self._meant[mention.begin, mention.end, mention.kind] = draft
        (draft.bearing if bears else draft.short).append(mention)

    def meant(self, mention: Mention | None) -> Draft | None:
        """The entity that a mention means, if it is known."""
        return None if mention is None else self._meant.get((mention.begin, mention.end, mention.kind))

    def of(self, kind: str) -> list[Draft]:
        """The drafts of a kind, in the order in which they were met."""
        return [d for d in self.drafts.values() if d.kind == kind]

    def merge(self, into: Draft, other: Draft) -> None:
        """Make one draft of two: ``other`` was another spelling of ``into``."""
        if other is into:
            return
        into.spelled(other.label, *other.alternates)
        into.types += [t for t in other.types if t not in into.types]
        into.bearing += other.bearing
        into.short += other.short
        into.features |= other.features
        for p in other.properties:
            into.properties.setdefault(p, None)
        for place, draft in self._meant.items():
            if draft is other:
                self._meant[place] = into
        del self.drafts[other.key]

    def drop(self, draft: Draft) -> None:
        """Forget an entity and what its mentions mean."""
        del self.drafts[draft.key]
        self._meant = {place: d for place, d in self._meant.items() if d is not draft}

    def named(self) -> list[tuple[int, int, str]]:
        """All mentions that name an entity, with its key, in the order of the text."""
        return sorted((b, e, d.key) for (b, e, _), d in self._meant.items())
