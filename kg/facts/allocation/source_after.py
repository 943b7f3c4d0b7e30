"""The purse of a sum where the words behind it tell: «전액 시 특별교부금이다», a next sentence «전액 구비다»."""

from typing import cast

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.words import LEVELS
from kg.facts.model import Source
from kg.patterns import regex
from kg.spans import Span

_IS = r"(?:다|이다|임|입니다|예요|이에요|에요|이고|이며|라고|로\s|으로\s|\.|$)"
_ALL_OF_IT = regex(
    r"[\s“\"‘'(]*(?:(?:이\s?)?(?:재원|예산|사업비|비용|돈)(?:은|도|이)\s|이는\s|이건\s|이것도\s|(?P<all>(?:두|세|네|다섯|이들)\s(?:가지\s)?(?:사업|예산)?\s?(?:은|는|이|가)?\s?))?(?:(?:전액|모두|전부|다|순수|100%|오롯이)\s?){1,2}"
    rf"(?P<purse>국비|도비|시비|군비|구비|민자)(?=\s?{_IS})"
)
_GRANTED = regex(
    r"(?:원)?(?:은|는|이|가)\s(?:전액|모두|전부)\s(?P<level>[시도군구])(?:의)?\s?(?:특별|조정|특별조정)?(?:교부금|보조금|지원금|보조|예산|재원|돈)"
    rf"(?=\s?{_IS})"
)


def granted_by(clause: Clause) -> tuple[Source, Span] | None:
    """The purse of the government, told by its level alone, whose grant the sum is as a whole."""
    granted = _GRANTED.match(clause.analysis.text, clause.money.end, clause.sentence.end)
    return (LEVELS[granted["level"]], Span(*granted.span("level"))) if granted is not None else None


_SAID_OF_ALL = regex(
    r"(?:원)?(?:으로|로|이며|이고|인데|이라|을|를|은|는|,|\s(?:들었는데|들어갔는데|드는데)|이\s(?:든다|드는데|들며|들고|들었는데|들었고|들어가는데|들어가며|들어갔는데|들어갔고|소요되는데|소요되며|소요됐는데|필요한데|쓰였는데|투입됐는데|투입되는데))?,?\s?"
    rf"(?:모두|전액|전부|순수|100%|순)\s?(?P<purse>국비|도비|시비|군비|구비)(?=\s?{_IS}|[\s,)])"
)
"""«1억 5천만 원으로 모두 시비», «60억 원이 드는데 전액 시비다», «연 1억 원, 전액 구비»."""
_BORNE_BY = regex(
    r"(?:원)?(?:은|는|을|를|이|가|도)\s(?:전액\s|모두\s)?(?P<level>[시도군구])(?:가|에서)\s(?:[진지]다|[진지]고|지며|짊어|떠안|떠맡|책임|감당|메[운우웠]|채[운우웠]|[댄대]다|대고|[낸내]다|내고|부담|분담|맡는|맡아)"
    r"|(?:원)?(?:은|는|이|가|을|를)\s(?P<own>[시도군구])\s?(?:금고|곳간|살림|자체\s?예산|자체\s?재원|재정|주머니|예산)(?:에서|으로|로)\s"
)
_PURSE = regex(r"국비|국고|도비|시비|군비|구비|교부[세금]")


def said_behind(clause: Clause) -> tuple[Source, Span] | None:
    """The purse that the words right behind the sum tell of all of it, or whose level bears what other purses leave."""
    text, end = clause.analysis.text, clause.money.end
    told = _SAID_OF_ALL.match(text, end, clause.sentence.end)
    if told is not None:
        return cast("Source", told["purse"]), Span(*told.span("purse"))
    borne = _BORNE_BY.match(text, end, clause.sentence.end)
    if (
        borne is None
        or _PURSE.search(text, max(clause.sentence.begin, clause.money.begin - 60), clause.money.begin) is None
    ):
        return None
    group = "level" if borne["level"] else "own"
    return LEVELS[borne[group]], Span(*borne.span(group))


def source_behind(clause: Clause) -> tuple[Source, Span] | None:
    """The purse that the next sentence tells for the one sum of this, with its place."""
    text, sentence = clause.analysis.text, clause.sentence
    several = sum(c.money is not None for c in clause.row.chunks) > 1
    if clause.row.parent is not None:
        return None
    later = clause.analysis.sentences[sentence.index + 1 : sentence.index + 2]
    if not later or later[0].paragraph != sentence.paragraph:
        stop = _ALL_OF_IT.match(text, clause.chunk.end + 1, sentence.end) if clause.act is None else None
        return (cast("Source", stop["purse"]), Span(*stop.span("purse"))) if stop and not several else None
    told = _ALL_OF_IT.match(text, later[0].begin, later[0].end)
    if told is None or several != (told["all"] is not None):
        return None
    return cast("Source", told["purse"]), Span(*told.span("purse"))
