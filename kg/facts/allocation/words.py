"""The lexicon's words of the budget, ready for look-up."""

from dataclasses import dataclass
from functools import lru_cache

from kg.facts.model import Source
from kg.lexicon import Lexicon
from kg.patterns import regex


@dataclass(frozen=True, slots=True)
class Act:
    """What a predicate does to a sum (table ``budget_verbs``).

    ``plain`` and ``past`` are the status in the two tenses; ``voice`` tells whether the sum is what the subject
    gives (``gives``), what moves by itself (``goes``: 들다, 투입되다), or what the subject gets (``gets``).
    """

    word: str
    plain: str | None
    past: str | None
    voice: str
    stage: str | None
    instrument: str | None


LEVELS: dict[str, Source] = {"시": "시비", "도": "도비", "군": "군비", "구": "구비"}
"""The purse of each kind of local government, by the last letter of its name."""
BARE_LEVEL = regex(
    r"(?<![가-힣])(?P<level>[시도군구])(?:가|이)\s(?:(?![^\s,.]*(?:[은는이가고며서면지만]|까지|부터)\s)[^\s,.“”]{1,10}\s){0,4}(?:약\s)?$"
)
"""«시가 12억 원을», «군이 수강생 한 명에 250만 원을»: the giver is told by its level alone."""
SHARES = frozenset(("부담", "분담", "매칭"))
"""Verbs of bearing a share of what others pay too."""
ALLOTS = frozenset(("배정", "배분", "책정", "편성", "반영", "계상", "담", "세우", "나누"))
"""Verbs of giving a sum its place in a budget or a plan."""


@lru_cache(maxsize=4)
def acts(lexicon: Lexicon) -> dict[str, Act]:
    """Budget predicates by their stem (the noun of a 하다-verb)."""
    return {
        r["word"]: Act(
            r["word"], r["plain"] or None, r["past"] or None, r["voice"], r["stage"] or None, r["instrument"] or None
        )
        for r in lexicon.rows("budget_verbs")
    }


@lru_cache(maxsize=4)
def money_nouns(lexicon: Lexicon) -> frozenset[str]:
    """Nouns that say no more than that there is money: 예산, 사업비, 재원."""
    return frozenset(lexicon.words("budget_nouns"))


@lru_cache(maxsize=4)
def empty_words(lexicon: Lexicon) -> frozenset[str]:
    """Words that never tell a purpose by themselves: 돈, 전년도, 편성, 부서, 나머지."""
    return frozenset(lexicon.words("not_a_purpose"))


@lru_cache(maxsize=4)
def foreign_nouns(lexicon: Lexicon) -> tuple[str, ...]:
    """Nouns that make a sum no policy money: 매출, 수출액, 시가총액."""
    return (*lexicon.words("not_policy_money", kind="noun"), *lexicon.words("not_policy_money", kind="price"))


@lru_cache(maxsize=4)
def prices(lexicon: Lexicon) -> tuple[str, ...]:
    """Nouns of prices: no policy money, unless somebody spends it (이용료로 12억 원이 든다)."""
    return lexicon.words("not_policy_money", kind="price")


@lru_cache(maxsize=4)
def foreign_verbs(lexicon: Lexicon) -> frozenset[str]:
    """Predicates that make a sum no policy money: 벌다, 팔리다, 늘어나다."""
    return frozenset(lexicon.words("not_policy_money", kind="verb"))


@lru_cache(maxsize=4)
def governments(lexicon: Lexicon) -> frozenset[str]:
    """What local governments are called by their last word: 여수시, 강원특별자치도."""
    names: set[str] = set()
    for row in lexicon.rows("regions"):
        names.update((row["official"].split()[-1], *row["names"].split("|")))
    return frozenset(names)
