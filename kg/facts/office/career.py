"""Offices that a career list tells: ``◇N 시장 △○○대 졸업 △○○부 정책관 △○○테크노파크 원장 △민선 8기 ○○시장``."""

from collections.abc import Iterable, Iterator

from kg.facts.model import Office
from kg.facts.office.bodies import body_before, body_in_title
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_LIST = regex(r"[△▲▷▶◦•][^△▲▷▶◦•\n]{2,60}")
_LEAST = 3
"""So many items make a list."""
_LIFE = regex(
    r"출생|생$|졸업|학사|석사|박사|수료|고등?학교|대학교|대학원|[가-힣]대 [가-힣]+(?:학과|학부|과)|행정고시|"
    r"사법시험|행시|기수|합격|"
    r"\d{4}년생|^[△▲▷▶◦•]\s?19\d\d년?\.? [가-힣]{2,5}(?: 생)?\s*$|입사|약력|학력|경력|역임|"
    r"^[△▲▷▶◦•]\s?\(?(?:전|前|현|現)\)?\s"
)
"""What a life's stations hold and no other list does."""
_NOW = regex(r"^\(?(?:현|現|현재|현직)\)?[ ,)]|\((?:현|現|현재)\)$|^민선 ?\d기|^제?\d+대 ")
_PAST = regex(r"^\(?(?:전|前)\)?[ ,)]|\((?:전|前)\)$")
_LONGEST_HEAD = 400


def career_offices(analysis: Analysis, mentions: Mentions, beside: Iterable[Office]) -> Iterator[Office]:
    """An `Office` for each title that ends an item of a career list, of the person whom the words before it name.

    Posts are past but for the one that the person has beside the name, for one that the list calls present, and for
    those that a list leaves unmarked which calls others past (△전 ○○과장 △○○학회 부회장).
    ``beside`` are the offices told beside a name.
    """
    held = list(beside)
    people = mentions.of("person")
    for items, head in _lists(analysis):
        named = [p for p in people if head.begin <= p.begin and p.end <= items[0].begin]
        if not named or len({p.value for p in named}) > 1:
            continue
        yield from _of_list(analysis.text, mentions, items, named[-1], held)


def _lists(analysis: Analysis) -> Iterator[tuple[list[Span], Span]]:
    """The items of each list that tells of a life, and the words before it: on its line, or the lines above."""
    text = analysis.text
    found = [Span(m.start(), m.end()) for m in _LIST.finditer(text) if analysis.sentence_at(m.start())]
    run: list[Span] = []
    for item in [*found, None]:
        if item is not None and run and not text[run[-1].end : item.begin].strip():
            run.append(item)
            continue
        if len(run) >= _LEAST and sum(bool(_LIFE.search(i.of(text))) for i in run):
            line = text.rfind("\n", 0, run[0].begin) + 1
            begin = line if text[line : run[0].begin].strip() else text.rfind("\n", 0, max(line - 1, 0)) + 1
            if _LIST.match(text, line) and line == run[0].begin and len(run) > _LEAST and _heads(text, run[0]):
                yield run[1:], Span(run[0].begin, run[1].begin)  # ▲N 원장 ▲1968년생 …
            else:
                yield run, Span(max(begin, run[0].begin - _LONGEST_HEAD), run[0].begin)
        run = [item] if item is not None else []


def _heads(text: str, item: Span) -> bool:
    """Whether the first item is the name itself and tells nothing of the life."""
    return not _LIFE.search(item.of(text))


def _of_list(text: str, mentions: Mentions, items: list[Span], person: Mention, held: list[Office]) -> Iterator[Office]:
    marked = any(_PAST.search(i.of(text)[1:].strip()) for i in items) and not any(
        _NOW.search(i.of(text)[1:].strip()) for i in items
    )
    own = {o.title.replace(" ", "") for o in held if o.person.value == person.value and not o.former}
    for item in items:
        words = item.of(text)[1:].strip()
        titles = mentions.within(item, "title")
        if not titles:
            continue
        title = titles[-1]
        behind = text[title.end : item.end].strip()
        if behind and behind not in ("(현)", "(現)", "(현재)", "(전)", "(前)", "역임", "등"):
            continue
        bare = str(title.value.bare)
        now = (marked or bool(_NOW.search(words))) and not _PAST.search(words)
        if now and bare.replace(" ", "") in own:
            continue
        body = body_in_title(mentions, title) or body_before(mentions, text, title.begin)
        yield Office(
            rule="office-of-career",
            evidence=(Span(item.begin, item.end),),
            features=("office-told-by-verb", *(("office-body-told",) if body else ())),
            person=person,
            title=bare,
            title_span=title.span,
            organization=body,
            former=not now,
            acting=title.value.acting,
        )
