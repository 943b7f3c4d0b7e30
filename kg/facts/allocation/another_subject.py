"""Whether the subject of a sum's sentence is that of another act: what leans on the sum, a clause that is closed."""

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.wording import is_time
from kg.mentions.model import Mention
from kg.patterns import regex


def another_acts(clause: Clause, body: Mention) -> bool:
    """Whether not the body gives the sum but who stands as subject between the two or behind the sum."""
    return (_another_leans(clause, body) and not _passes(clause, body)) or _another_bears(clause, body)


_PASSED = regex(r"[을를은는]?\s[^.“”]{0,30}?(?:통과시[키켰킨]|가결|의결|확정|깎|삭감|살[리렸려])")


def _passes(clause: Clause, body: Mention) -> bool:
    """«의회는 집행부가 낸 예산 9억 원을 손대지 않고 통과시켰다»: who votes on what another handed in."""
    if not {"Council", "Committee"} & set(body.value.classes if body.kind != "person" else ()):
        return False
    return _PASSED.match(clause.analysis.text, clause.money.end, clause.sentence.end) is not None


_RUNS_ON = regex(r"(?:이|가)\s[^.“”]{0,40}?(?:하고|되고|며|맡고|짓고|열고|고),?\s")


def _another_bears(clause: Clause, body: Mention) -> bool:
    """«재단이 운영하고, 수리비 18억 원 가운데 12억 원은 중기부가 댄다»: the subject of a clause that is closed, where
    another body is told to give."""
    text, head = clause.analysis.text, clause.row.chunks[-1]
    if not _RUNS_ON.match(text, body.end, clause.segment().begin):
        return False
    after = [c for c in clause.following() if c.kind == "noun" and c.money is None and c.begin < head.begin]
    return any(c.particle in ("이", "가") and clause.is_body(c.begin, c.end) for c in after)


def _another_leans(clause: Clause, body: Mention) -> bool:
    """«의회는 시장이 제출한 예산안 73억 원을 심사했다»: the act that leans on the sum has its own subject."""
    if clause.leaning is None:
        return False
    chunks = clause.row.chunks
    at = next((i for i, c in enumerate(chunks) if c is clause.leaning), 0)
    subject = chunks[at - 1] if at else None
    return (
        subject is not None
        and subject.kind == "noun"
        and subject.particle in ("이", "가")
        and subject.begin >= body.end
        and not is_time(clause.analysis.text[subject.begin : subject.end])
    )
