"""What a thing is called in the whole corpus: one label for all its documents."""

from collections import Counter
from collections.abc import Iterable

from kg.identity.profiles import Corpus, Profile


def label_of(corpus: Corpus, keys: Iterable[str]) -> str | None:
    """The label of the thing that these keys mean: the latest name of what was renamed, else the one told most.

    A body of a government is called by its name with the government's full name in front where one document does so.
    """
    profiles = [corpus.profiles[k] for k in keys if k in corpus.profiles]
    told: Counter[str] = Counter()
    for profile in profiles:
        told.update(profile.labels)
    renamed = max(((day, new) for p in profiles for day, _, new in p.renamed), default=None)
    if renamed is not None:
        return renamed[1]
    if not told:
        return None
    owned = [name for name in told if any(_owned(profile, name) for profile in profiles)]
    return max(owned or told, key=lambda n: (told[n], "(" not in n, len(n), n))


def _owned(profile: Profile, name: str) -> bool:
    return profile.kind == "organization" and bool(profile.apart) and name.startswith(f"{profile.apart} ")
