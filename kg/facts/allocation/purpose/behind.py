"""A purpose behind the sum that a predicate tells: 35억 원은 X를 설치하는 데 쓰인다."""

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.purpose.deeds import deed
from kg.facts.allocation.purpose.words import told_by, words_of
from kg.facts.allocation.wording import Purpose
from kg.lexicon import Lexicon

_TAKES = ("은", "는", "이", "가", "을", "를", "도", "만", "씩", "")


def for_doing_behind(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """35억 원은 X를 설치하는 데 쓰인다: what is done with a sum that stands before it."""
    if clause.act is None or clause.act.plain == "cut" or clause.chunk.particle not in _TAKES:
        return None
    chunks = clause.row.chunks
    for i in range(clause.place + 1, len(chunks)):
        chunk = chunks[i]
        if chunk.kind == "stop" or chunk.money is not None or (chunk.kind == "verb" and chunk.ending == "EF"):
            return None
        if chunk.kind == "noun" and words_of(clause, chunk) == "데" and chunks[i - 1].ending == "ETM":
            if chunks[i - 1].past or i == clause.place + 2:
                return None  # «35억 원을 쓴 데 이어», «35억 원을 쓰는 데 석 달이 걸린다»
            return told_by(deed(clause, i - 1, lexicon), "for-doing")
    return None
