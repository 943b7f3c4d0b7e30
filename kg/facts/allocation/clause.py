"""The clause round a sum: what stands before it, which predicate governs it, what its own phrase says."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.facts.allocation.chunk import Chunk, Row
from kg.facts.allocation.words import Act, acts
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span


@dataclass(slots=True, eq=False)
class Clause:
    """A sum's place: ``row.chunks[place]`` is its noun phrase.

    ``left`` is the first chunk of its clause. ``head`` is the predicate that governs it (``투입``), with the lexicon's
    ``act``; ``leaning`` a budget predicate that leans on the sum's own phrase (``기부한 544억원``) or on the subject
    of a nominal clause (``쓴 시비는 46억원이다``).
    """

    analysis: Analysis
    sentence: Sentence
    row: Row
    place: int
    left: int
    head: Chunk | None = None
    act: Act | None = None
    leaning: Chunk | None = None
    leaning_act: Act | None = None
    told: Span | None = None
    places: tuple[Span, ...] = ()
    """Names of governments and regions in the sentence: no money is for a bare name of one."""
    bodies: tuple[Span, ...] = ()
    """Names of organizations in the sentence."""

    chunk: Chunk = field(init=False)
    """The noun phrase that holds the sum."""
    money: Mention = field(init=False)

    def __post_init__(self) -> None:
        self.chunk = self.row.chunks[self.place]
        assert self.chunk.money is not None
        self.money = self.chunk.money

    def is_body(self, begin: int, end: int) -> bool:
        """Whether words are but the name of an organization."""
        return any(b.begin <= begin and b.end == end for b in self.bodies)

    @property
    def before(self) -> str:
        """The words before the sum in its own phrase."""
        return self.analysis.text[self.chunk.begin : self.money.begin]

    @property
    def after(self) -> str:
        """The words after the sum in its own phrase."""
        return self.analysis.text[self.money.end : self.chunk.end]

    @property
    def rest(self) -> str:
        """What follows the sum in the sentence, particles and marks included, up to thirty characters."""
        return self.analysis.text[self.money.end : min(self.sentence.end, self.money.end + 30)]

    def previous(self) -> Iterator[Chunk]:
        """The chunks of the clause before the sum's own, the nearest first."""
        for i in range(self.place - 1, self.left - 1, -1):
            yield self.row.chunks[i]

    def following(self) -> Iterator[Chunk]:
        """The chunks after the sum's own up to the end of the row."""
        yield from self.row.chunks[self.place + 1 :]

    def heads_own_row(self) -> bool:
        """Whether the governing predicate stands in the sum's own row, not in the one round its brackets."""
        return any(c is self.head for c in self.row.chunks)

    def inner(self) -> Span:
        """The sentence round the sum inside a quotation of several: from one full stop to the next."""
        text = self.analysis.text
        begin, end = self.sentence.begin, self.sentence.end
        for i, chunk in enumerate(self.row.chunks):
            if chunk.kind == "stop" and text[chunk.begin] in ".?!":
                if i < self.place:
                    begin = max(begin, chunk.end)
                else:
                    end = min(end, chunk.end)
                    break
        return Span(begin, end)

    def beyond_head(self) -> list[Chunk]:
        """The chunks after the governing predicate, in the row where it stands."""
        row: Row | None = self.row
        while row is not None and self.head is not None:
            for i, chunk in enumerate(row.chunks):
                if chunk is self.head:
                    return row.chunks[i + 1 :]
            row = row.parent
        return []

    def segment(self) -> Span:
        """The words between the sum before it in the row and this one: what is said of this sum alone."""
        if self.told is None:
            self.told = self._segment()
        return self.told

    def _segment(self) -> Span:
        begin = self.row.chunks[self.left].begin if self.left < len(self.row.chunks) else self.chunk.begin
        for chunk in self.row.chunks[: self.place]:
            if chunk.money is not None:
                begin = max(begin, chunk.money.end)
        begin = min(begin, self.money.begin)
        while begin > self.sentence.begin and self.analysis.text[begin - 1] in "’‘'`":
            begin -= 1
        return Span(begin, self.money.begin)


def clauses(
    analysis: Analysis,
    sentence: Sentence,
    rows: list[Row],
    lexicon: Lexicon,
    places: tuple[Span, ...] = (),
    bodies: tuple[Span, ...] = (),
) -> list[Clause]:
    """The clause of every sum of a sentence, in the order of the text."""
    found: list[Clause] = []
    for row in rows:
        row.chunks, stepped = _without_steps(row.chunks)
        for place, chunk in enumerate(row.chunks):
            if chunk.money is not None:
                clause = Clause(
                    analysis, sentence, row, place, _left(row, place, analysis.text), places=places, bodies=bodies
                )
                if chunk in stepped:
                    clause.told = Span(clause.segment().begin, max(clause.segment().begin, stepped[chunk]))
                _govern(clause, lexicon)
                found.append(clause)
    for clause in found:  # a bracket group without a predicate of its own shares that of its host
        if clause.row.parent is not None and clause.head is None and clause.leaning is None:
            _share(clause, found, lexicon)
    return sorted(found, key=lambda c: c.money.begin)


_GROUND = regex(r"(?<=기 )때문(?:에|이)|(?<=[은는인] )(?:탓|덕분|덕택|까닭)(?:에|으로)|(?<=[은는] )바람에")
"""What closes a clause that tells why: «세수가 줄었기 때문에 시비를 84억 원으로 낮췄다»."""
_SUMMING = frozenset(("합치", "합하", "더하", "통틀", "아우르", "포함"))


def _left(row: Row, place: int, text: str) -> int:
    for i in range(place - 1, -1, -1):
        chunk = row.chunks[i]
        if _GROUND.match(text, chunk.begin):
            return i + 1
        if (
            chunk.kind == "stop"
            and chunk.lemma == ":"
            and i
            and row.chunks[i - 1].kind == "noun"
            and row.chunks[i - 1].money is None
        ):
            continue  # «총사업비 : 35억 원»
        if chunk.kind == "verb" and chunk.lemma in ("많", "적", "크", "짧", "길") and chunk.ending_form == "게":
            continue  # «70%까지, 많게는 한 곳에 8천만 원»
        if chunk.closes() and not (chunk.kind == "verb" and chunk.lemma in _SUMMING and chunk.ending == "EC"):
            if _tallies(row.chunks, i):
                continue
            return i + 1
    return 0


def _tallies(chunks: list[Chunk], i: int) -> bool:
    """«국비 200억, 도비 69억 해서 269억 원이»: a verb that only adds up the sums before it."""
    verb = chunks[i]
    return (
        verb.kind == "verb" and verb.lemma == "하" and verb.ending == "EC" and i > 0 and chunks[i - 1].money is not None
    )


_STEPS = frozenset(
    ("늘", "늘어나", "늘리", "불", "불어나", "줄", "줄어들", "줄이", "오르", "올리", "증가", "감소", "보태")
)


def _without_steps(chunks: list[Chunk]) -> tuple[list[Chunk], dict[Chunk, int]]:
    """«총사업비는 28억원 늘어 214억원이 된다»: the chunks but for the sum by which another moves, and its verb.

    Beside them, for each sum that is moved, where the words begin that tell by how much.
    """
    kept: list[Chunk] = []
    stepped: dict[Chunk, int] = {}
    for i, chunk in enumerate(chunks):
        if (
            chunk.kind == "verb"
            and chunk.lemma in _STEPS
            and (chunk.ending_form in ("어", "아") if chunk.ending == "EC" else chunk.ending == "ETM")
            and any(c.money is not None for c in chunks[i + 1 : i + (4 if chunk.ending == "EC" else 2)])
        ):
            place = len(kept) - 1
            while place > 0 and kept[place].kind == "adverb":
                place -= 1
            measured = place > 0 and kept[place].money is not None and kept[place].particle in ("", "이", "가")
            if measured and kept[place - 1].particle != "보다":
                moved = next(c for c in chunks[i + 1 :] if c.money is not None)
                stepped[moved] = kept[place].begin
                del kept[place:]
                continue
        kept.append(chunk)
    return kept, stepped


def _govern(clause: Clause, lexicon: Lexicon) -> None:
    table, chunks = acts(lexicon), clause.row.chunks
    if clause.chunk.comma and clause.chunk.particle in ("으로", "로"):
        return  # «총사업비는 1조 원으로, A가 2천억 원을 낸다»: it is that sum, and what follows is said of others
    for chunk in clause.following():
        if chunk.kind == "stop" and not (chunk.lemma and chunk.lemma in "△▲▶▷◇◆○●◦□■•·"):
            break
        if chunk.kind == "verb":
            if _tallies(chunks, chunks.index(chunk)):
                continue
            if chunk.ending == "ETM":
                after = chunks.index(chunk) + 1
                if after < len(chunks) and chunks[after].money is not None:
                    continue  # it leans on another sum
                if after + 1 < len(chunks) and chunks[after + 1].money is not None and _stands_as(chunks[after]):
                    continue  # or on what another sum is: «A가 낼 도비가 10억 원»
            act = table.get("받") if chunk.suffix == "받" else table.get(chunk.compound) or table.get(chunk.lemma)
            before = chunks[chunks.index(chunk) - 1]
            if act is None and chunk.lemma == "하" and before.lemma == "더" and before.end == chunk.begin:
                act = table.get("더하")  # «40억 원을 더했다» may be read as 더 and 하다
            if chunk.lemma == "드리" and before.kind == "noun" and before.end == chunk.begin:
                act = table.get(clause.analysis.text[before.begin : before.end].rpartition(" ")[2])  # «요구드렸으나»
            if chunk.ending_form.endswith(("는지", "ᆫ지", "은지", "ᆯ지", "을지")):
                act = None  # a question tells no act
            if act is not None and chunk.lemma != "이":
                clause.head, clause.act = chunk, act
                break
            if chunk.closes():
                clause.head = chunk
                break
    if (
        (clause.act is None or clause.act.word in _CHANGES)
        and clause.head is not None
        and clause.head.ending == "EC"
        and clause.chunk.particle in ("은", "는", "도", "으로", "로")
    ):
        _decide(clause, table)
    tail = clause.after.split()
    for word in tail[:4]:  # «35억원 투입», «12억원 지원 예정»
        if word in table and (clause.act is None or clause.chunk.particle == ""):
            clause.act = table[word]
            break
    if clause.head is None and clause.act is None and clause.place + 1 < len(chunks):
        last = chunks[-1] if chunks[-1].kind != "stop" else chunks[-2]
        if last.kind == "noun" and last.money is None and not last.particle and last is not clause.chunk:
            word = clause.analysis.text[last.begin : last.end].rpartition(" ")[2]
            clause.act = table.get(word)  # «나머지 25억 원은 X에 배분»
    if clause.place and chunks[clause.place - 1].kind == "verb" and chunks[clause.place - 1].ending == "ETM":
        leaning = chunks[clause.place - 1]
        act = table.get(leaning.compound) or table.get(leaning.lemma)
        if act is not None:
            clause.leaning, clause.leaning_act = leaning, act
    if clause.leaning is None and clause.act is None:
        for i in range(clause.place - 1, clause.left, -1):
            chunk = chunks[i]
            if chunk.kind == "noun" and chunk.money is None and chunk.particle in ("은", "는", "이", "가", "도", "만"):
                leaning = chunks[i - 1]
                told = table.get(leaning.compound) or table.get(leaning.lemma)
                if leaning.kind == "verb" and leaning.ending == "ETM" and told is not None:
                    clause.leaning, clause.leaning_act = leaning, told
                break


def _stands_as(chunk: Chunk) -> bool:
    return chunk.kind == "noun" and chunk.money is None and chunk.particle in ("이", "가", "은", "는")


_ASKS = frozenset(("요구", "요청", "신청", "건의"))
_CHANGES = frozenset(("줄이", "늘리", "키우", "높이"))


def _decide(clause: Clause, table: dict[str, Act]) -> None:
    """«6억 원은 집행이 더디어 전액 감액하기로 했다», «9억 원으로 고쳐 의결했다»: a later clause decides."""
    assert clause.head is not None
    for chunk in clause.beyond_head():
        if chunk.kind == "stop" or chunk.money is not None:
            return
        if (
            chunk.kind == "verb"
            and (act := table.get(chunk.lemma)) is not None
            and (act.plain == "cut" or act.past == "approved" or act.word in _ASKS)
        ):
            clause.head, clause.act = chunk, act
            return


def _share(clause: Clause, found: list[Clause], lexicon: Lexicon) -> None:
    host, parent = clause.row.host, clause.row.parent
    if host is None or parent is None:
        return
    for other in found:
        if other.row is parent and other.chunk is host:
            clause.head, clause.act = other.head, other.act
            return
    seen = False
    for chunk in parent.chunks:
        if seen and chunk.kind == "verb" and (chunk.lemma in acts(lexicon) or chunk.closes()):
            clause.head, clause.act = chunk, acts(lexicon).get(chunk.lemma)
            return
        seen = seen or chunk is host
