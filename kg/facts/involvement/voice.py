"""Whose voice a text is told in: an author who says «I» judges what others do, and reports no government's own work;
who introduces himself speaks for what he proposes."""

from collections import Counter
from collections.abc import Iterable, Iterator

from kg.facts.involvement.words import inside_speech
from kg.facts.quotation.same import speaker_key
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex

_WORDS = ("필자", "나는", "내가", "내게", "나도", "나로서는", "나라면", "저는", "제가", "제게", "저도", "본인은")
_HOUSES = ("연구소", "연구원", "연구실", "모임", "단체")
_AT_HEAD = frozenset({"나는", "나도"})
_OPENS = regex(
    r"(?:^|[.?!,”\"’)\n]\s?)"
    r"(?:(?:그래서|그러나|그런데|하지만|그때|그리고|결국|요즘|지금|그래도|여기서|오늘|다만|물론|사실|당시|그날)\s)?$"
)
_COLUMN = regex(
    r"[\[<【〈(]\s?(?:[가-힣A-Za-z·]{1,8}\s?)?(?:기고|기고문|특별기고|칼럼|시론|시평|독자투고|독자기고|열린마당|발언대|오피니언|포럼|논단|에세이|수필|편지)[^\]>】〉)]{0,8}[\]>】〉)]"
)
"""How the title of an author's piece is marked: «[기고] …»."""
_OUR = regex(r"(?<![가-힣])(?:우리|본)\s?$")
_IS_ME = regex(r"\s?(?:[가-힣]{1,10}\s?)?(?:입니다|이올시다|라고\s합니다|인사\s?(?:드립|올립)니다)")
"""«순천시의원 홍길동입니다», «홍길동 의원입니다»: who introduces himself."""
_SPEAKER = regex(
    r"(?:발언자|발언\s?의원|연설자|발표자?|브리핑|낭독|대표\s?발의자?|연사)\s?[:：]\s?(?:[가-힣]{1,12}\s)?$"
)
_GREETS = regex(r"(?<![가-힣])(?:안녕하십니까|안녕하세요|존경하는\s)")
_ADDRESS = regex(
    r"연설|제안\s?설명|신년사|취임사|송년사|기념사|축사|환영사|개회사|폐회사|인사말|담화|발언문|자유\s?발언|신상\s?발언|치사|격려사|모두\s?발언"
)
"""What is read out by the one who signs it."""
_BY_LINE = 60
"""So long is a line that tells no more than who wrote a text."""
_REPORTER = regex(r"\s?(?:기자|특파원|앵커|아나운서|리포터|PD)")
I_AM = regex(
    r"(?<![가-힣])(?:저는|제가|저희는|저희가|저도|나는|내가|나도|필자는|필자가|본\s?의원은|본\s?위원은|본인은)\s"
)
_ENDS_A_SENTENCE = regex(r"(?:다|요|까|죠)[.?!”\"]?\s?$")
_ENDS = frozenset(" ,은는이가의도에라와\n")
"""What may stand behind: a particle or the word's end."""


def told_by_author(analysis: Analysis) -> bool:
    """Whether the running text, outside of speech, is told in the first person: a column, an essay, a study.

    Interviews, minutes and releases are not: there the first person is who answers, sits or publishes.
    """
    if analysis.document.kind in ("interview", "council", "press-release"):
        return False
    if _COLUMN.match(analysis.document.title or ""):
        return True
    return any(not inside_speech(analysis, at) for at in _said(analysis.text))


def introduced(analysis: Analysis, mentions: Mentions) -> Mention | None:
    """The only person who introduces himself in a text that is told in the first person: a speech, an address."""
    if analysis.document.kind == "interview":
        return None
    greets = _GREETS.search(analysis.text) is not None
    if not greets and all(inside_speech(analysis, i.start()) for i in I_AM.finditer(analysis.text)):
        return None
    found = {
        p.value: p
        for p in reversed(mentions.of("person"))
        if not inside_speech(analysis, p.begin)
        and (
            (_IS_ME.match(analysis.text, p.end) and not _REPORTER.match(analysis.text, p.end))
            or _SPEAKER.search(analysis.text, max(0, p.begin - 24), p.begin)
        )
    }
    address = greets and _ADDRESS.search(analysis.document.title or "") is not None
    if found or not (address or told_by_author(analysis)):
        return next(iter(found.values())) if len(found) == 1 else None
    return _signed(analysis, mentions)


def _signed(analysis: Analysis, mentions: Mentions) -> Mention | None:
    """The only person whom the head of a text or its last line names: who wrote what is told in the first person."""
    last = analysis.sentences[-1] if analysis.sentences else None
    lines = [s for s in analysis.sentences if s.block in ("subtitle", "byline")]
    if (
        last is not None
        and last.end - last.begin <= _BY_LINE
        and not _ENDS_A_SENTENCE.search(analysis.text, last.begin, last.end)
    ):
        lines.append(last)
    found = {p.value: p for s in reversed(lines) for p in mentions.within(s.span, "person")}
    return next(iter(found.values())) if len(found) == 1 else None


def who_answers(analysis: Analysis, mentions: Mentions, speakers: Iterable[Mention | None]) -> str | None:
    """The full name of the person whose words a text quotes most often, under whatever short forms; of several the one
    whom the title names."""
    people = [m for m in speakers if m is not None and m.kind.startswith("person")]
    said = Counter(speaker_key(analysis, mentions, m) for m in people)
    title = analysis.document.title_span
    for person in mentions.within(title, "person") if title else ():
        if str(person.value) in said:
            said[str(person.value)] += 1
    return max(sorted(said), key=lambda n: said[n]) if said else None


def _said(text: str) -> Iterator[int]:
    """Where the author's «I» or «our institute» stands."""
    for word in (*_WORDS, *_HOUSES):
        at = text.find(word)
        while at >= 0:
            before = text[at - 1 : at]
            own = _OUR.search(text, max(0, at - 4), at) if word in _HOUSES else not "가" <= before <= "힣"
            if word in _AT_HEAD and not _OPENS.search(text, max(0, at - 7), at):
                own = None  # 하늘을 나는 드론
            if own and text[at + len(word) : at + len(word) + 1] in _ENDS:
                yield at
            at = text.find(word, at + 1)
