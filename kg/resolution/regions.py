"""Regions: a place name that means a government's area becomes that region."""

from kg.lexicon.governments import candidates
from kg.mentions.model import Name
from kg.resolution.cast import Cast
from kg.resolution.home import Home, stem
from kg.resolution.organizations import region_draft, sure_names


def cast_regions(cast: Cast, home: Home) -> None:
    """Give every region mention that is a government's area its region; other places stay unnamed."""
    for mention in cast.mentions.of("region"):
        value: Name = mention.value
        among = candidates(cast.lexicon, stem(value.official or value.text), cast.analysis.document.published)
        government = home.choose(among)
        if government is not None:
            draft = region_draft(cast, government)
            if "rap:Region" not in draft.types:
                draft.types.append("rap:Region")
            draft.spelled(value.text, *sure_names(cast, government.names))
            cast.mean(mention, draft)
