"""Who speaks in a paper that labels words with a post or a body alone, or gathers them below a heading: «- 시장
지시사항(1. 26. 간부회의): “…”», «가. N 구청장 지시» above «▷ “…”», «- 가온시 담당자 “…”»."""

from kg.facts.quotation.direct import Direct
from kg.facts.quotation.label import SPEECH, place_of_label
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.mentions.person.titles import read_titles
from kg.patterns import regex
from kg.spans import Span

_POST = regex(
    r"(?P<title>[가-힣A-Za-z0-9·]{0,10}(?:시장|지사|군수|구청장|부시장|부지사|부군수|부구청장|교육감|국장|실장|과장|단장|본부장|원장|소장|센터장|담당관|"
    r"기획관|정책관|이사장|총장|의장|위원장|회장|대표))님?\s?"
)
_WORDS = rf"(?:\s?(?:주요|특별|당일)?\s?{SPEECH}(?:\s?(?:및|·)\s?{SPEECH})?)"
_ASIDE = r"(?:\s?\([^()\n]{2,60}\))?"
_LABEL_ENDS = regex(rf"{_WORDS}?{_ASIDE}\s?[:：]\s?")
_HEADING_ENDS = regex(rf"(?:\s?[가-힣A-Za-z0-9·]{{1,12}}){{0,2}}?{_ASIDE}{_WORDS}{_ASIDE}\s*[:：]?\s*")
_STAFF = regex(
    r"(?:\s?[가-힣A-Za-z0-9·]{1,10}){0,2}?\s?(?:측|관계자|담당자|담당|직원|공무원|당국자|실무자|간부|대변인|책임자|임원)"
    r"(?:\s?[/·]\s?(?:음성\s?변조|익명|전화\s?인터뷰))?\s?(?:\([^()\n]{2,40}\))?\s?[:：]?\s?"
)
_BODY_ALONE = regex(r"(?:\s?\([^()\n]{2,40}\))?\s?[:：]\s?")
_ONLY_MARK = regex(r"[\Wㅇㅁo]*")
_OPENED = regex(r"[\s\[【<(]*")


def labelled_post(analysis: Analysis, mentions: Mentions, lexicon: Lexicon, begin: int, opening: int) -> Mention | None:
    """The person whom the text calls by the post that stands before the marks as a label."""
    post = _POST.match(analysis.text, place_of_label(analysis.text, begin, opening), opening)
    if post is None or not _LABEL_ENDS.fullmatch(analysis.text, post.end(), opening):
        return None
    return _holder(analysis, mentions, lexicon, post["title"])


def labelled_body(analysis: Analysis, mentions: Mentions, begin: int, opening: int) -> Mention | None:
    """The body whose name, with a word for who speaks for it, stands before the marks as a label."""
    text = analysis.text
    place = place_of_label(text, begin, opening)
    if (bracket := _OPENED.match(text, place, opening)) is not None:
        place = bracket.end()
    for body in mentions.within(Span(place, opening), "organization", "organization-short"):
        if body.begin == place and (
            _STAFF.fullmatch(text, body.end, opening) or _BODY_ALONE.fullmatch(text, body.end, opening)
        ):
            return body
    return None


def below_heading(analysis: Analysis, mentions: Mentions, lexicon: Lexicon, quote: Direct) -> Mention | None:
    """Whose words the heading says that the items below it are, each of them nothing but a quotation."""
    sentence = quote.sentence
    if not _alone(analysis, sentence, quote.span.begin - 1):
        return None
    mark = analysis.text[sentence.begin]
    for above in reversed(analysis.sentences[max(0, sentence.index - 8) : sentence.index]):
        if analysis.text[above.begin] == mark or analysis.quoted_at(above.begin) is not None:
            continue
        return _of_heading(analysis, mentions, lexicon, above)
    return None


def _alone(analysis: Analysis, sentence: Sentence, opening: int) -> bool:
    """Whether a quotation is all of its line behind a mark."""
    return opening > sentence.begin and _ONLY_MARK.fullmatch(analysis.text, sentence.begin, opening) is not None


def _of_heading(analysis: Analysis, mentions: Mentions, lexicon: Lexicon, line: Sentence) -> Mention | None:
    text = analysis.text
    place = place_of_label(text, line.begin, line.end)
    for person in mentions.within(line.span, "person"):
        if person.begin == place and _HEADING_ENDS.fullmatch(text, person.end, line.end):
            return person
    post = _POST.match(text, place, line.end)
    if post is None or not _HEADING_ENDS.fullmatch(text, post.end(), line.end):
        return None
    return _holder(analysis, mentions, lexicon, post["title"])


def _holder(analysis: Analysis, mentions: Mentions, lexicon: Lexicon, title: str) -> Mention | None:
    """The one person of the text who has a post of that name and has not left it."""
    found: dict[str, Mention] = {}
    persons = {m.begin: m for m in mentions.of("person")}
    for beside in read_titles(analysis, lexicon).appositions:
        whole = analysis.text[beside.title.begin : beside.title.end]
        person = persons.get(beside.begin)
        if person is not None and not beside.former and (whole == title or whole.endswith(title)):
            found.setdefault(person.value, person)
    return next(iter(found.values())) if len(found) == 1 else None
