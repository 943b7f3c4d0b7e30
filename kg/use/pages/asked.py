"""The named questions: their list, and each with a form for its parameters and its answer as a table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.errors import UserError
from kg.graph.terms import ID
from kg.patterns import regex
from kg.use.answer import Answer, Cell, adding_up, answer
from kg.use.names import name_of
from kg.use.pages.route import Route, Shown, route_of
from kg.use.pages.words import concept
from kg.use.question import Parameter, Question, filled, questions
from kg.use.searching.index import NAMED
from kg.use.won import won

TITLES = {
    "budget-path": "예산은 어디서 늘고 줄었나",
    "compare-theme": "한 주제의 사업을 지역끼리 견주면",
    "disagreements": "같은 사업의 금액이 서로 다른 곳",
    "dossier": "한 이름에 대한 모든 것",
    "no-money": "돈 이야기가 없는 사업",
    "offices": "누가 언제 어떤 직책을 맡았나",
    "ordinances": "지역의 조례와 그 날짜",
    "program-money": "한 사업의 총액, 재원, 연도별 금액",
    "promises": "한 사람이 약속하고 추진한 것",
    "region-budget": "한 지역이 한 해에 쓰겠다는 AI 예산",
    "said-about": "한 주제를 두고 누가 무슨 말을 했나",
    "sources": "사실마다 독립 출처가 몇인가",
    "targets": "수로 적힌 목표와 성과",
    "timeline": "한 이름을 시간 순서로",
    "who-runs": "누가 내고 정하고 운영하고 받나",
}
ABOUT = {
    "budget-path": "한 지역의 예산 항목이 요구에서 의결, 추가경정까지 오면서 얼마나 늘거나 깎였는지 봅니다.",
    "compare-theme": "한 주제의 사업을 둘 이상의 지역에서 찾아, 적힌 금액과 나란히 놓습니다.",
    "disagreements": "사업, 연도, 기준, 재원이 같은데 문서마다 다르게 적힌 금액을 나란히 놓습니다. 총액은 "
    "총액끼리, 같은 재원의 몫은 몫끼리 견주고, 어림한 금액과 다른 해는 견주지 않습니다. 나중 문서가 고친 것일 수 "
    "있으니 날짜를 보십시오.",
    "dossier": "한 이름의 직책, 사업, 돈, 목표, 발언, 행사를 한 표에 모읍니다.",
    "no-money": "한 지역의 사업 가운데 어느 문서도 금액을 적지 않은 것과, 살펴본 문서의 수를 보입니다.",
    "offices": "누가 어떤 직책에 있었는지 문서의 날짜로 보입니다. ‘처음’과 ‘마지막’은 그 직책으로 적힌 첫날과 "
    "끝날이고, ‘끝남’은 전직이라거나 다른 사람이 그 자리에 있다고 적힌 첫날입니다. 실제 임기는 더 길 수 있습니다.",
    "ordinances": "지역의 조례를 발의, 의결, 공포, 시행된 날과 함께 보입니다.",
    "program-money": "한 사업의 총액과 재원별, 연도별 금액을 모으고, 줄마다 합계에 더했는지와 뺀 까닭을 적습니다.",
    "promises": "한 사람이 발표하거나 추진한 사업, 금액, 목표를 모으고, 그 뒤의 문서가 같은 사업을 두고 적은 것을 "
    "곁에 둡니다.",
    "region-budget": "한 지역의 한 해 AI 예산을 누가 얼마라고 적었는지 모읍니다. 총액의 일부, 단가, 삭감액, "
    "나중에 달리 결정된 요구액은 합계에서 빼고 까닭을 적습니다.",
    "said-about": "낱말 하나가 든 말, 또는 그 이름을 두고 한 말을 누가 언제 했는지 모읍니다.",
    "sources": "한 이름의 사실마다 서로 독립한 출처를 셉니다. 거의 같은 글은 한 출처로 세고, 어림한 금액은 정확한 "
    "금액의 출처로도 칩니다. 문장은 처음 적은 문서의 것입니다.",
    "targets": "수로 적힌 목표를 출발 값, 기한과 함께 보이고 이미 나온 성과도 곁에 둡니다.",
    "timeline": "한 이름을 두고 적힌 단계, 금액, 목표, 새 이름, 직책, 행사를 시간 순서로 놓습니다. 날짜가 없으면 "
    "처음 적은 문서의 날을 씁니다.",
    "who-runs": "사업마다 돈을 내고, 정하고, 운영하고, 뒷받침하고, 받는 사람과 기관을 보입니다.",
}
"""What each question answers, as its page says it; the files themselves say it in English."""
PARAMETERS = {
    "region": "지역",
    "year": "연도",
    "from": "이날부터 나온 문서",
    "to": "이날까지 나온 문서",
    "theme": "주제",
    "program": "사업",
    "person": "사람",
    "organization": "기관",
    "name": "이름",
    "as_of": "이날 기준",
    "about": "낱말",
}
MOST = 500
_PLAIN = ("year", "date", "text", "theme")
COLUMNS = {
    "personName": "사람", "bodyName": "기관", "title": "직책", "first": "처음", "last": "마지막", "over": "끝남",
    "documents": "문서", "sentence": "문장", "source": "발행처", "date": "발행일", "link": "근거", "regionName": "지역",
    "year": "연도", "programName": "사업", "purpose": "쓰임새", "amount": "금액", "currency": "통화", "fund": "재원",
    "basis": "기준", "status": "상태", "by": "누가", "adds": "합산", "begin": "시작", "end": "끝", "item": "항목",
    "stage": "예산 단계", "round": "예산 회차", "before": "전", "change": "늘고 줄음", "otherAmount": "다른 금액",
    "otherSentence": "다른 문장", "otherSource": "다른 발행처", "otherDate": "다른 발행일", "otherLink": "다른 근거",
    "kind": "종류", "what": "무엇", "detail": "내용", "when": "때", "sources": "독립 출처", "measure": "무엇을",
    "baseline": "출발 값", "value": "값", "most": "위 값", "unit": "단위", "deadline": "기한", "observed": "관측",
    "speakerName": "말한 이", "quotation": "말", "saidOn": "말한 날", "part": "참여", "who": "누가",
    "laterDate": "나중 날짜", "later": "나중 문장", "ordinanceName": "조례", "proposedBy": "발의자",
    "proposed": "발의", "passed": "의결", "promulgated": "공포", "inForce": "시행",
}  # fmt: skip
"""What the columns of the questions are called on pages; files keep the questions' own names."""

_WORDS = {
    "taken": "더함",
    "left out: a price per unit": "뺌: 단가",
    "left out: part of a sum that is told": "뺌: 함께 적힌 합계의 일부",
    "left out: part of a total": "뺌: 총액의 일부",
    "left out: cut": "뺌: 삭감",
    "left out: replaced by a later decision": "뺌: 나중 결정으로 바뀜",
    "left out: a share of a sum that is told": "뺌: 함께 적힌 합계의 몫",
    "left out: spent from a sum that is told": "뺌: 예산에서 집행",
    "left out: a newer text tells another sum": "뺌: 더 새로운 문서가 다른 금액",
    "left out: asked, and decided elsewhere": "뺌: 요구액",
    "1 office": "직책", "2 program": "사업", "3 money": "돈", "4 target": "목표", "5 quotation": "발언",
    "6 event": "행사",
    "step": "단계", "new name": "새 이름", "part": "참여", "money": "돈", "target": "목표", "office": "직책",
    "event": "행사", "quotation": "발언", "pays": "부담", "decides": "결정", "receives": "수령", "gives": "배정",
}  # fmt: skip
_SCHEMES = {"basis": "basis", "status": "status", "kind": "target-kind", "part": "involvement-kind"}
_SUM = regex(r"(?P<year>\d{4}|no year): (?P<sum>[\d,]+) (?P<currency>\w+) from (?P<rows>\d+) rows")
_LEFT = regex(r"(?P<rows>\d+) rows (?P<why>.+)")


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter of the form with the words that were given."""

    parameter: Parameter
    title: str
    given: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """A question for the list."""

    route: Route
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question's page; ``answer`` is None where nothing was asked yet."""

    question: Question
    title: str
    about: str
    fields: tuple[Field, ...]
    answer: Answer | None
    rows: Sequence[Sequence[tuple[Cell, Route | None]]]
    notes: tuple[str, ...]
    problem: str
    offered: tuple[tuple[str, str, Route], ...]
    sparql: str


def shelf(route: Route, shown: Shown) -> tuple[Shelf, ...]:
    """All named questions."""
    return tuple(Shelf(Route("question", q.name), TITLES[q.name], ABOUT[q.name]) for q in questions().values())


def asked(route: Route, shown: Shown) -> Asked | None:
    """A question's page; None where there is no such question."""
    question = questions().get(route.name)
    if question is None:
        return None
    given = _given(route, question)
    fields = tuple(Field(p, PARAMETERS.get(p.name, p.name), given.get(p.name, ())) for p in question.parameters)
    found, problem, text = None, "", question.text
    offered: tuple[tuple[str, str, Route], ...] = ()
    if any(given.values()) or not any(p.required for p in question.parameters):
        try:
            text = filled(question, given, shown.store)
            found = answer(shown.store.select(text, f"question {question.name}"))
        except UserError:
            offered = tuple(_offered(route, question, given, shown))
            problem = _problem(question, given)
    rows = (
        [[_cell(c, v) for c, v in zip(found.columns, row, strict=True)] for row in found.rows[:MOST]] if found else []
    )
    notes = tuple(map(_note, adding_up(found))) if found else ()
    title, about = TITLES[question.name], ABOUT[question.name]
    return Asked(question, title, about, fields, found, rows, notes, problem, offered, text)


def _problem(question: Question, given: Mapping[str, tuple[str, ...]]) -> str:
    """What is wrong with what was asked, in Korean."""
    missing = [PARAMETERS.get(p.name, p.name) for p in question.parameters if p.required and not given[p.name]]
    if missing:
        return f"{', '.join(missing)} 칸을 채우십시오."
    words = [w for p in question.parameters for w in given[p.name] if p.kind not in _PLAIN]
    if words:
        return (
            f"{', '.join(f'‘{w}’' for w in words)}: 맞는 이름이 없거나 여럿입니다. 아래에서 고르거나 다르게 쓰십시오."
        )
    return "연도는 2026처럼 네 자리로, 날짜는 2026-03-11처럼 쓰십시오."


def _offered(
    route: Route, question: Question, given: Mapping[str, tuple[str, ...]], shown: Shown
) -> Iterator[tuple[str, str, Route]]:
    """Things that may be meant: name, region, and the same question with that thing."""
    for p in question.parameters:
        if p.kind in _PLAIN:
            continue
        for word in given[p.name]:
            kinds = NAMED if p.kind == "any" else (p.kind,)
            for hit in shown.index.search(word, kinds, limit=8):
                others = [name_of(hit.iri) if w == word else w for w in given[p.name]]
                yield hit.label, hit.region, route.having(**{p.name: others})


def asked_table(route: Route, shown: Shown) -> Answer | None:
    """The whole answer of a question."""
    question = questions().get(route.name)
    if question is None:
        return None
    return answer(shown.store.select(filled(question, _given(route, question), shown.store)))


def _given(route: Route, question: Question) -> dict[str, tuple[str, ...]]:
    """The words of the address for each parameter; of a repeatable one a field holds several between commas."""
    told = {}
    for p in question.parameters:
        words = [w.strip() for w in route.all(p.name)]
        if p.repeatable:
            words = [part.strip() for w in words for part in w.split(",")]
        told[p.name] = tuple(w for w in words if w)
    return told


def _cell(column: str, value: Cell) -> tuple[Cell, Route | None]:
    """A value as it is shown, and the page that it leads to."""
    if isinstance(value, str) and value.startswith(ID):
        return ("문장 보기" if "#char=" in value else value.removeprefix(ID), route_of(value))
    if column in ("amount", "before", "otherAmount", "change") and not isinstance(value, str):
        return (("-" if value < 0 else "") + won(abs(value)), None)
    if isinstance(value, str) and column in (*_SCHEMES, "adds", "what"):
        known = concept(f"{ID}{_SCHEMES[column]}/{value}") if column in _SCHEMES and value else value
        return (_WORDS.get(value, known), None)
    return (value, None)


def _note(line: str) -> str:
    """A line on what was added, in Korean."""
    if found := _SUM.fullmatch(line):
        year = "연도 없음" if found["year"] == "no year" else f"{found['year']}년"
        return f"{year}: {found['rows']}줄의 합계 {won(found['sum'].replace(',', ''), found['currency'])}"
    if found := _LEFT.fullmatch(line):
        return f"{_WORDS.get(found['why'], found['why'])} {found['rows']}줄"
    return line
