"""The words for whose money it is: the purses of the lexicon, alone and with a word for a share behind them."""

from functools import lru_cache

from kg.lexicon import Lexicon

_PURSE = "비"
"""How a purse ends that takes a word for a share behind it: 국비 부담금. Others stand whole in the table."""


@lru_cache(maxsize=4)
def purse_words(lexicon: Lexicon) -> dict[str, str | None]:
    """Words of funding sources to the source they are (국비, 시비, 도비, 구비, 군비, 민자).

    None where the word tells of no single one (지방비). Tables ``funding_sources`` and ``funding_shares``,
    whose words stand together with and without a space.
    """
    purses = {r["word"]: r["source"] or None for r in lexicon.rows("funding_sources")}
    shares = lexicon.words("funding_shares")
    return purses | {
        f"{purse}{space}{share}": source
        for purse, source in purses.items()
        if source is not None and purse.endswith(_PURSE)
        for share in shares
        for space in ("", " ")
    }
