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
