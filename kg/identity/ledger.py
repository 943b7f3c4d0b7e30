"""Who is who, kept up to date document by document: what a change cannot touch is not looked at again.

The ledger holds profiles, blocks of keys that are held against each other, the pairs that each block makes, classes of
keys, labels, claims and near-copies. `kg.identity.revision.revise` puts documents in and takes documents out, and says
which documents' graphs are to be written anew. What it holds then is a function of the set of documents and of nothing
else: each part is computed from its own inputs alone, and is computed again wherever one of these has changed.
"""

from collections import defaultdict
from collections.abc import Iterable

from kg.identity import events, organizations, persons, programs
from kg.identity.bearers import cores
from kg.identity.claims import Told
from kg.identity.copies import Stories
from kg.identity.joining import Judgement, Pair
from kg.identity.profiles import Corpus, Profile
from kg.identity.tables import KEYS, NODES, PAIRS, PLAIN, PROFILES, SOURCES, TOLD, Form, Keeper, Table
from kg.lexicon import Lexicon
from kg.resolution.reading import Node

_SHARING = Form(lambda rows: rows, lambda rows: [(day, name) for day, name in rows])


class Ledger:
    """All that identity knows of a set of documents; with a keeper it fetches only what it is asked for."""

    def __init__(self, lexicon: Lexicon, judgements: Iterable[Judgement] = (), keeper: Keeper | None = None) -> None:
        self.lexicon = lexicon
        self.judgements = tuple(judgements)
        self.tables: list[Table] = []  # type: ignore[type-arg]

        def table(name: str, form: Form) -> Table:  # type: ignore[type-arg]
            made: Table = Table(name, form, keeper)  # type: ignore[type-arg]
            self.tables.append(made)
            return made

        self.corpus = Corpus(table("profiles", PROFILES), table("sources", SOURCES))
        self.references: Table[set[str]] = table("references", KEYS)
        self.members: Table[set[str]] = table("members", KEYS)
        self.pairs: Table[list[Pair]] = table("pairs", PAIRS)
        self.above: Table[str] = table("above", PLAIN)
        self.classes: Table[list[str]] = table("classes", PLAIN)
        self.labels: Table[str] = table("labels", PLAIN)
        self.editions: Table[dict[str, str]] = table("editions", PLAIN)
        self.versions: Table[str] = table("versions", PLAIN)
        self.claims: Table[list[Node]] = table("claims", NODES)
        self.wanting: Table[set[str]] = table("wanting", KEYS)
        self.told: Table[list[Told]] = table("told", TOLD)
        self.matters: Table[list[Told]] = table("matters", TOLD)
        self.wordings: Table[dict[str, int]] = table("wordings", PLAIN)
        self.settled: Table[list[dict[str, str]]] = table("settled", PLAIN)
        self.one_claim: Table[str] = table("one_claim", PLAIN)
        self.rounded: Table[str] = table("rounded", PLAIN)
        self.stories = Stories(
            table("words", PLAIN), table("sharing", _SHARING), table("alike", PLAIN), table("firsts", PLAIN)
        )
        self.judged: dict[str, set[str]] = defaultdict(set)
        for one, other, verdict in self.judgements:
            if verdict == "same":
                self.judged[one].add(other)
                self.judged[other].add(one)

    # What the graph asks.

    def canonical(self, key: str) -> str:
        """The least key of the thing, or of the claim, that ``key`` means."""
        return self.above.get(key) or self.one_claim.get(key) or key

    def label(self, key: str) -> str | None:
        """What the thing is called in the whole corpus; None where its documents agree on its label."""
        return self.labels.get(self.canonical(key))

    def version_of(self, key: str) -> str | None:
        """The canonical key of the program whose version, phase or edition this one is, if there is one."""
        return self.versions.get(self.canonical(key))

    def round_of(self, claim: str) -> str | None:
        """The canonical key of the exact allocation that an allocation's canonical key rounds, if there is one."""
        return self.rounded.get(claim)

    def copy_of(self, document: str) -> str | None:
        """The identifier of the first document of the story that a document copies; None for one of its own."""
        return self.stories.firsts.get(document)

    def one(self, key: str) -> str:
        """The canonical key of a thing."""
        return self.above.get(key, key)

    def members_of(self, entry: str) -> list[Profile]:
        """The profiles of a block, or of another entry, in the order of their keys."""
        return [self.corpus.profiles[key] for key in sorted(self.members.get(entry, ()))]

    def entries(self, profile: Profile) -> set[str]:
        """All under which a key is looked for: blocks, names among whose editions it may be, names that it bears."""
        found = {f"bears:{core}" for core in cores(profile)}
        if profile.kind == "organization":
            return found | organizations.blocks(profile) | programs.blocks(profile)
        if profile.kind == "program":
            names = {f"edition:{core}|{region}" for core, region in programs.editions_of(profile)}
            return found | programs.blocks(profile) | names
        if profile.kind == "person":
            return persons.blocks(profile)
        named = self.corpus.governments(profile) if not profile.homes else ()
        return events.blocks(profile, named)

    def documents_of(self, key: str) -> set[str]:
        """The documents that tell of a key or point to it."""
        profile = self.corpus.profiles.get(key)
        return (profile.documents if profile else set()) | self.references.get(key, set())

    def class_of(self, key: str) -> list[str]:
        """The keys of the thing that a key means."""
        return self.classes.get(self.one(key)) or [key]
