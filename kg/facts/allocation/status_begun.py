"""Beginning is not having spent: «31억 원을 들여 X 구축에 착수했다», «조성에 나섰다», «첫 삽을 떴다»."""

from collections.abc import Iterable

from kg.facts.allocation.chunk import Chunk
from kg.facts.allocation.clause import Clause

_BEGINS = frozenset(
    (
        *("착수", "나서", "시작", "돌입", "뛰어들", "본격화", "개시", "출발", "착공", "기공", "추진", "진행"),
        *("발표", "예고", "공고", "공모", "모집", "발주", "입찰", "계약", "체결"),
        *("선포", "선언", "약속", "결정", "확정"),
    )
)
"""What opens or announces a work, whatever its tense."""
_BEGIN_WITH = {"들어가": ("에",)} | dict.fromkeys(("뜨", "내딛", "내디디", "걸", "걷어붙이"), ("을", "를"))
_OBJECTS = ("삽", "걸음", "발", "시동", "팔", "소매", "첫발", "첫삽")


def begins(clause: Clause, chunk: Chunk, before: Chunk | None) -> bool:
    """Whether a predicate tells that a work is begun; ``before`` is the noun phrase in front of it."""
    if chunk.lemma in _BEGINS:
        return True
    particles = _BEGIN_WITH.get(chunk.lemma)
    if particles is None or before is None or before.kind != "noun" or before.particle not in particles:
        return False
    words = clause.analysis.text[before.begin : before.end]
    return chunk.lemma == "들어가" or words.endswith(_OBJECTS)


def only_begun(clause: Clause, chunks: Iterable[Chunk]) -> bool:
    """Whether the predicate that closes the clause behind the giving (들여, 투입해) only begins a work."""
    before: Chunk | None = None
    for chunk in chunks:
        if chunk.kind == "stop":
            return False
        if chunk.kind == "verb" and chunk.ending != "ETM" and begins(clause, chunk, before):
            return True
        if chunk.kind == "verb" and (chunk.closes() or chunk.ending == "ETM"):
            return False
        before = chunk
    return False
