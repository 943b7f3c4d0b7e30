"""Speech without attribution in its sentence: answers of an interview, turns of a council's minutes."""

import re

from kg.documents.reporters import is_name
from kg.facts.model import Quotation
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.mentions.remembered import once_a_document
from kg.patterns import regex
from kg.spans import Span

_QUESTION = regex(r"^(?:[―—–\-─◇◆▲△▷▶■●Q]|Q\s?\d*\s?[.:)]|문\s?[.:)]|질문|[가-힣]{2,4}\s?기자\s?[:：])\s*\S")
_ANSWER = regex(r"^(?:A\s?\d*\s?[.:)]|답\s?[.:)]|답변\s?[.:)]|[▲△▶▷○●■]|ㅡ|=)\s*(?=\S)")
_NAMED = regex(r"^(?P<label>[○◯〇●◇▲■]?\s?(?P<who>[가-힣()\s·]{2,24}?)\s?(?:[:：]|(?<=\s)=(?=\s)))\s*(?=\S)")
_OFFICE = (
    r"(?:위원장대리|위원장|의장대리|의장|부의장|위원|의원|국장|과장|실장|단장|본부장|소장|관장|원장|팀장|담당관|"
    r"기획관|정책관|"
    r"보좌관|전문위원|시장|지사|군수|구청장|교육감|교육장|총장|처장|차장|청장|이사장|사장|대표|감사|대변인|"
    r"직무대리|권한대행|"
    r"위원회|간사|센터장|장)"
)
_MARKED = regex(r"^[○◯〇◎●◉▣]\s?(?=[가-힣A-Z])")
_TITLE_NAME = regex(
    rf"(?:[가-힣A-Za-z0-9·]{{1,12}}\s){{0,2}}?[가-힣A-Za-z0-9·]{{0,14}}?{_OFFICE}\s?\(?(?P<name>[가-힣]{{2,4}})\)?(?=\s|$|[:：])"
)
_NAME_TITLE = regex(rf"(?P<name>[가-힣]{{2,4}}?)\s?\(?{_OFFICE}\)?(?=\s|$|[:：])")
_REST_OF_TITLE = regex(rf"\s?\(?(?:{_OFFICE}|후보|교수|씨)\)?(?=\s|$|[:：])")
_SUBJECT = regex(rf"\s?(?:[가-힣A-Za-z0-9·]{{0,14}}{_OFFICE})?(?:께서는|은|는|이|가|도|의|에게|과|와)(?=[\s,])")
"""What stands behind a name that a sentence is about, and that heads no turn."""
_COLON = regex(r"\s*[:：]\s*|\s+")
_DIRECTION = regex(r"^[(（【\[「].*[)）】\]」]\.?$")
_ROLL = regex(r"^[○◯〇◎●◉▣■□]?\s?(?:[가-힣]{2,8}\s)?(?:출석|불참|결석|청가|참석|배석|회의록|서명)\s?[가-힣]{0,8}")


_IN_REPORT = regex(r"\W{0,3}(?:질\s?의|답\s?변|질\s?문|응\s?답|의\s?견|토\s?론|건\s?의|답\s?신)\s?\(")
"""«○ 질의(N 위원) : …»: a report that gives the gist of what was said."""
_WHEN = regex(
    r"(?:일\s?시|날\s?짜)\s?[:：]\s?(?P<year>20\d\d)\s?[.년\-]\s?(?P<month>1[0-2]|0?[1-9])\s?[.월\-]\s?"
    r"(?P<day>[12]\d|3[01]|0?[1-9])(?!\d)"
)
_HEAD = 500
_LIFE = regex(r"(?:[△▲▷▶◦•][^△▲▷▶◦•\n“”]{3,61}){3,}$")
"""The stations of a life, each behind its mark: «△ 1968년 가온 출생 △ 가온대 박사 △ 전 가온연구원 연구위원»."""


@once_a_document
def turns(analysis: Analysis, mentions: Mentions) -> tuple[Quotation, ...]:
    """The answers and turns of a document; none where it is neither an interview nor a council's minutes."""
    paragraphs = paragraphs_of(analysis)
    if analysis.document.kind == "interview":
        return tuple(_answers(analysis, mentions, paragraphs))
    if analysis.document.kind == "council":
        return tuple(_minutes(analysis, mentions, paragraphs))
    if analysis.document.kind in ("news", "analysis") and _is_talk(analysis, mentions, paragraphs):
        return tuple(_answers(analysis, mentions, paragraphs))
    return ()


def _is_talk(analysis: Analysis, mentions: Mentions, paragraphs: list[list[Sentence]]) -> bool:
    """Whether three paragraphs begin with a person's name and a colon."""
    led = 0
    for paragraph in paragraphs:
        begin = paragraph[0].begin
        named = _NAMED.match(analysis.text[begin : begin + 30])
        led += bool(named and mentions.within(Span(begin, begin + named.end()), "person", "person-short"))
    return led >= 3


def paragraphs_of(analysis: Analysis) -> list[list[Sentence]]:
    """The sentences of the body by the lines in which they stand."""
    found: list[list[Sentence]] = []
    for sentence in analysis.sentences:
        if sentence.block != "body":
            continue
        if found and found[-1][0].paragraph == sentence.paragraph:
            found[-1].append(sentence)
        else:
            found.append([sentence])
    return found


def _answers(analysis: Analysis, mentions: Mentions, paragraphs: list[list[Sentence]]) -> list[Quotation]:
    """One quotation for each answer: the paragraph behind a question, from its first word to its last."""
    text = analysis.text
    guest = interviewee(analysis, mentions)
    date = _met_on(mentions, paragraphs) or _noted_day(analysis.text)
    found: list[Quotation] = []
    asked = False
    for paragraph in paragraphs:
        begin, end = paragraph[0].begin, paragraph[-1].end
        words = text[begin:end]
        answer = _ANSWER.match(words)
        if _LIFE.match(words):
            asked = False
            continue
        quoted = words[:1] in '“"' and (words[-1:] in '”"' or asked)
        named = _NAMED.match(words)
        said_by = (
            next(iter(mentions.within(Span(begin, begin + named.end()), "person", "person-short")), None)
            if named
            else None
        )
        speaker = said_by or guest
        if (asked and (quoted or answer)) or said_by:
            first = begin + (named.end() if named and said_by else answer.end() if answer else 0)
            while text[first] in '“" ':
                first += 1
            last = end - (1 if text[end - 1] in '”"' else 0)
            span = Span(first, last)
            found.append(
                Quotation(
                    rule="quotation-answer",
                    evidence=(span,),
                    slots={"speaker": (speaker.span,)} if speaker else {},
                    features=("answer",),
                    span=span,
                    text=span.of(analysis.document.text),
                    speaker=speaker,
                    date=date,
                )
            )
            asked = False
            continue
        asked = bool(_QUESTION.match(words)) or (asked and not quoted)
    return found


def interviewee(analysis: Analysis, mentions: Mentions) -> Mention | None:
    """The person whom the title of an interview names, else the one named first in its text."""
    title = analysis.document.title_span
    if title and (named := mentions.within(title, "person")):
        return named[0]
    persons = mentions.of("person")
    return persons[0] if persons else None


def _met_on(mentions: Mentions, paragraphs: list[list[Sentence]]) -> str | None:
    """The day on which the interview was held, told before its first question."""
    if not paragraphs:
        return None
    for paragraph in paragraphs[:3]:
        days = [
            m for m in mentions.within(Span(paragraph[0].begin, paragraph[-1].end), "date") if len(m.value.iso) == 10
        ]
        for sentence in reversed(paragraph):
            inside = [m for m in days if sentence.begin <= m.begin < sentence.end]
            if inside and re.search(
                r"만났|만나|인터뷰|대담|마주|찾았|나눴|들었|들어", "".join(t.form for t in sentence.tokens)
            ):
                return str(inside[-1].value.iso)
    return None


def _noted_day(text: str) -> str | None:
    """The day that a field tells above the words: «일시: 2026. 8. 20.(목) 15:00»."""
    told = _WHEN.search(text, 0, _HEAD)
    return "-".join((told["year"], told["month"].zfill(2), told["day"].zfill(2))) if told else None


def _minutes(analysis: Analysis, mentions: Mentions, paragraphs: list[list[Sentence]]) -> list[Quotation]:
    """One quotation for each turn: from behind the speaker's name to the next turn; a stage direction parts a turn."""
    text = analysis.text
    labels = [turn_label(analysis, mentions, p) for p in paragraphs]
    if sum(label is not None for label in labels) < 3:
        return []
    found: list[Quotation] = []
    who: Mention | None = None
    run: Span | None = None
    speaking = False

    def close() -> None:
        if run and re.search(r"[가-힣]", run.of(text)):
            found.append(
                Quotation(
                    rule="quotation-turn",
                    evidence=(run,),
                    slots={"speaker": (who.span,)} if who else {},
                    features=("turn",),
                    span=run,
                    text=run.of(analysis.document.text),
                    speaker=who,
                    date=analysis.document.published,
                )
            )

    for paragraph, label in zip(paragraphs, labels, strict=True):
        begin, end = paragraph[0].begin, paragraph[-1].end
        words = text[begin:end]
        if label is None and (_DIRECTION.match(words) or _ROLL.match(words)):
            close()
            run, speaking = None, speaking and not _ROLL.match(words)
        elif label is not None:
            close()
            who, first = label
            run, speaking = (Span(first, end) if first < end else None), True
        elif speaking:
            run = Span(run.begin if run else begin, end)
    close()
    return found


def turn_label(analysis: Analysis, mentions: Mentions, paragraph: list[Sentence]) -> tuple[Mention | None, int] | None:
    """Who speaks in a turn that begins with this paragraph, and where the words begin; None where no turn begins.

    The label is a mark with a title and a name in either order (``○위원장 홍길동``, ``○홍길동 위원``), or the same
    before a colon without the mark.
    """
    text = analysis.text
    begin, end = paragraph[0].begin, paragraph[-1].end
    words = text[begin:end]
    marked = _MARKED.match(words)
    if _ROLL.match(words) or _IN_REPORT.match(words):
        return None
    if not marked and not re.match(r"[가-힣A-Za-z0-9·() ]{2,30}[:：]", words):
        return None
    first = begin + (marked.end() if marked else 0)
    head = Span(first, min(end, first + 40))
    named = next(iter(mentions.within(head, "person")), None)
    if named is None or not re.fullmatch(
        r"(?:[가-힣A-Za-z0-9·]+(?:\s[가-힣A-Za-z0-9·]+){0,2}\s?)?[(]?", text[first : named.begin]
    ):
        named = None
    if named:
        stop = named.end
        if _SUBJECT.match(text, stop, end):
            return None  # ○ N 위원은 “…”고 말함: an item of a paper
        if rest := _REST_OF_TITLE.match(text, stop, end):
            stop = rest.end()
    else:
        match = next(
            (
                m
                for pattern in (_TITLE_NAME, _NAME_TITLE)
                if (m := pattern.match(text, first, end)) and is_name(m["name"])
            ),
            None,
        )
        short = re.match(rf"[가-힣A-Za-z0-9·]{{0,16}}{_OFFICE}(?=\s|[:：])", text[first:end])
        if match is None and short is None:
            return None
        stop = match.end() if match else first + (short.end() if short else 0)
        named = next(iter(mentions.within(Span(first, stop), "person-short")), None)
    colon = _COLON.match(text, stop, end)
    if not marked and not (colon and colon.group().strip()):
        return None
    return named, colon.end() if colon else stop
