"""A purpose in the phrase of the sum itself: X 예산 35억 원, X(35억 원), X : 35억 원."""

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.giver_label import labelled_by_giver
from kg.facts.allocation.purpose.after import of_size
from kg.facts.allocation.purpose.deeds import deeds_of
from kg.facts.allocation.purpose.words import before_count, told_by
from kg.facts.allocation.wording import Purpose, wording
from kg.lexicon import Lexicon
from kg.patterns import regex
from kg.spans import Span


def bracket(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """X(35억 원): the words before the bracket; a bracket on another sum holds its parts instead."""
    row = clause.row
    if row.host is None or row.parent is None or (row.host.money is not None and row.host.money.begin < row.host_end):
        return None
    if clause.place and any(c.money is not None for c in row.chunks[: clause.place]):
        return None
    if row.host.kind == "verb":  # «CCTV를 설치하고(24억 원)»
        chunks = row.parent.chunks
        for chunk in reversed(chunks[: next(i for i, c in enumerate(chunks) if c is row.host)]):
            if chunk.kind == "noun" and chunk.particle in ("을", "를"):
                end = before_count(clause.analysis.text, chunk.begin, chunk.end)
                return told_by(wording(clause, chunk.begin, end, lexicon), "bracket")
            if chunk.closes():
                break
        return None
    if (done := _done_to_object(clause, lexicon)) is not None:
        return told_by(done, "bracket")
    found = wording(clause, row.host.begin, row.host_end, lexicon)
    return None if found is not None and _HOLDS_SUM.search(found.text) else told_by(found, "bracket")


_GOES_ON = regex(r"\s?(?:하[고며여는기였]|해|했|한다|할|함|합|된|되)")
_DONE_BEFORE = regex(r".*\)\s?(?:하고|하며|해)\s")


def _done_to_object(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """«감시 시스템을 확대 적용(5종, 2억 원)하고», «모델을 연구(1억 원)해»: the object of a predicate that the bracket
    cuts in two, with its noun where that says what is done."""
    host, row, text = clause.row.host, clause.row.parent, clause.analysis.text
    if host is None or row is None or host.kind != "noun" or host.money is not None:
        return None
    close = text.find(")", clause.money.end, clause.sentence.end)
    if close < 0 or _GOES_ON.match(text, close + 1) is None:
        return None
    place = next((i for i, c in enumerate(row.chunks) if c is host), 0)
    before = row.chunks[place - 1] if place else None
    if before is None or before.kind != "noun" or before.money is not None or before.particle not in ("을", "를"):
        return None
    other = _DONE_BEFORE.match(text, before.begin, before.end)  # «교체(12억 원)하고 서버를 구축(30억 원)한다»
    begin = other.end() if other else before.begin
    thing = wording(clause, begin, before_count(text, begin, before.end), lexicon)
    if thing is None:
        return None
    last = text[host.begin : clause.row.host_end].split()
    doing = last[-1] if last and last[-1] in deeds_of(lexicon) else ""
    return Purpose(f"{thing.text} {doing}".rstrip(), thing.span, "")


_HOLDS_SUM = regex(r"\(\s?(?:약|총)?\s?\d[\d,.]*\s?[조억만천백]+\s?(?:원)?[^()]{0,8}\)\s?(?:\+|및|,|과|와)")
"""One sum of a row of them, each in the brackets of who gives it."""
_OWNS = regex(r"[가-힣A-Za-z0-9)’]의\s(?:약\s|총\s)?$")
_SIZED = regex(r"\s?(?:규모의?|상당의?|대의?|짜리)\s*(?:[가-힣A-Za-z]{1,8}\s){0,2}[‘“「『'\"<〈]")


def in_phrase(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """X 예산 35억 원, 운영비 12억 원, X 35억 원: the words before the sum in its own phrase."""
    if clause.before.rstrip().endswith(("위한", "위해")):
        return None
    if _OWNS.search(clause.before) and _SIZED.match(clause.after) and (thing := of_size(clause, lexicon)) is not None:
        return thing  # «은행의 30억 원짜리 ‘X’»: whose it is, and the thing
    if labelled_by_giver(clause) is not None:
        return None  # «산림청 보조 4억 원»: whose money it is
    found = wording(clause, clause.chunk.begin, clause.money.begin, lexicon)
    if found is not None and _HOLDS_SUM.search(found.text):
        return None  # «정부(20억 원) + 지자체 10억 원»: what the sums beside it are of
    if found is not None and found.text.endswith(("규모", "상당", "대비", "보다", "이상", "기준")):
        return None
    return told_by(found, "in-phrase")


def label(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """X : 35억 원."""
    chunks, i = clause.row.chunks, clause.place
    if i < 2 or chunks[i - 1].kind != "stop" or chunks[i - 1].lemma != ":":
        return None
    if chunks[i - 2].kind == "verb" and chunks[i - 2].ending == "ETN" and i > 2 and chunks[i - 3].kind == "noun":
        name = Span(chunks[i - 3].begin, chunks[i - 1].begin)  # «AI 돌봄 : 37억 원»
        return told_by(wording(clause, name.begin, name.end, lexicon), "label")
    if chunks[i - 2].kind != "noun":
        return None
    return told_by(wording(clause, chunks[i - 2].begin, chunks[i - 2].end, lexicon), "label")


_SAYS_WHAT = regex(r"AI|인공지능|디지털|데이터|로봇|스마트|드론|[가-힣A-Za-z]\s[가-힣A-Za-z]")


_PROGRAM = regex(r"[가-힣A-Za-z0-9)]\s?(?<!총)(?<!신규)(?<!계속)(?:사업|프로젝트|프로그램|펀드|바우처)[’'”\"」』]?$")


def program_in_bracket(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """«교육을 강화(다솜스퀘어 사업, 200억 원)한다»: the program that the bracket names beside the sum."""
    name = clause.row.chunks[0]
    if clause.row.parent is None or clause.place != 1 or name.kind != "noun" or name.particle != ",":
        return None
    if _PROGRAM.search(clause.analysis.text, name.begin, name.end) is None or name.end - name.begin < 6:
        return None
    return told_by(wording(clause, name.begin, name.end, lexicon), "bracket")


def within_bracket(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """«국비 신청 (X 2단계, 45억 원 규모)»: the name before the sum in a bracket behind what names nothing."""
    name = clause.row.chunks[0]
    if clause.row.parent is None or clause.place != 1 or name.kind != "noun" or name.particle != ",":
        return None
    words = clause.analysis.text[name.begin : name.end]
    if len(words) < 5 or _SAYS_WHAT.search(words) is None:
        return None
    return told_by(wording(clause, name.begin, name.end, lexicon), "bracket")
