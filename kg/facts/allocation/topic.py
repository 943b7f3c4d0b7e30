"""What a sentence is about where a sum names no purpose of its own: the program told before it."""

import re

from kg.facts.allocation.noted_row import noted_row
from kg.facts.allocation.outline import outline_topic
from kg.facts.allocation.says_nothing import says_nothing
from kg.facts.allocation.section_heading import section_topic
from kg.facts.allocation.sections import item_at, items_over
from kg.facts.allocation.sides import side_program, sides_of
from kg.facts.allocation.topic_ahead import announced_before
from kg.facts.allocation.topic_asked import asked_about, asked_before, asked_in_paper
from kg.facts.allocation.topic_label import by_number, item_label, ordinal_label, title_plan
from kg.facts.allocation.topic_main import main_topic
from kg.facts.allocation.topic_own_body import asked_of_body, own_body
from kg.facts.allocation.topic_raised import raised_in
from kg.facts.allocation.topic_sentence import marked_in, named_in, this_time, unmarked_in
from kg.facts.allocation.topic_title import whole_topic
from kg.facts.allocation.topics import Topic, thing_of
from kg.facts.allocation.turn import by_member, is_minutes, same_speaker_before, turn_before, turn_of
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import Mentions
from kg.patterns import regex
from kg.spans import Span

_HEADER = regex(
    r"^[\s\-○◦□■▪•·ㅇ❍▶△①-⑳\d.)]*[(\[<【〈](?=\s*(?:\(가칭\))?[^()\[\]<>【】〈〉]*[)\]>】〉])\s*((?:\(가칭\))?[^()\[\]<>【】〈〉]{2,40}?)\s*[)\]>】〉]\s*(?=[가-힣A-Za-z0-9‘'“\"])"
)
_GENERIC_HEADING = regex(
    r"(?:재원|예산|사업비|기간|대상|규모|내용|방법|일정|목표|효과|계획|현황|배경|개요|분야|추진|총괄|"
    r"사진|단위|문의|자료|제공)\S{0,3}$|기자\b"
)
_QUESTION = regex(r"^\s*(?:[―—–\-▶■◇◆●○Q문]|\d+\.)\s?")
_THAT = regex(r"(?:그|이)\s(?:사업|프로그램|시스템|서비스|센터|펀드)(?:은|는|이|가|도|을|를)\s")
TURNS_AWAY = regex(
    r"[\s○◦□■❍❑▪•·ㅇ\-–]*(?:한편|반면|이와\s(?:별도로|별개로|함께|달리)|이\s밖에|그\s밖에|아울러|또한|또\s다른|같은\s(?:자리|시간|기간|날)|별도로)[,\s]"
)
"""Openings of a paragraph that is about another thing than the one before."""
_MARKS = "ㅇ○◦❍●◯-–▪•·*※▸☞(①②③④⑤⑥⑦⑧⑨⑩"
_BACKWARD = 6
_REACH = 16


def topic_before(
    analysis: Analysis, mentions: Mentions, sentence: Sentence, place: int, lexicon: Lexicon
) -> Topic | None:
    """What the words before ``place`` are about: the sentence's own program, then back through the paragraph, then the
    heading of the list item, the question that is being answered, the paragraph before, the document's program.

    In each sentence a program that is its topic or subject goes before one that is an object, and that before the rest;
    where there is none, a name in quotation marks and «X 예산은» serve. An ordinance gets no money.
    """
    if _THAT.match(analysis.text[sentence.begin : sentence.begin + 14].lstrip("“\"‘' ")):
        for earlier in reversed(analysis.sentences[max(0, sentence.index - 4) : sentence.index]):
            if (pointed := _about(analysis, mentions, earlier.span)) is not None:
                return pointed
    if (ahead := announced_before(analysis, mentions, sentence, counted=False)) is not None:
        return ahead
    own = own_body(analysis, mentions, sentence, place) or asked_of_body(analysis, mentions, sentence, place)
    if own is not None:
        return own
    found = (
        noted_row(analysis, mentions, place)
        or _about(analysis, mentions, Span(sentence.begin, place))
        or _in_line(analysis, mentions, sentence)
        or item_label(analysis, mentions, place)
        or _heading(analysis.text, mentions, analysis, sentence)
        or outline_topic(analysis, mentions, place)
        or _back_from(analysis, mentions, sentence, lexicon)
        or asked_in_paper(analysis, mentions, sentence)
        or section_topic(analysis, mentions, sentence)
    )
    if found is None:
        found = announced_before(analysis, mentions, sentence, counted=True)
    label = ordinal_label(analysis, mentions, sentence, place)
    if label is not None and (found is None or found.span.begin < label.span.begin):
        found = label
    if analysis.document.kind == "council" and (own := _of_own_turn(analysis, mentions, sentence, found)) is not None:
        return own
    sides = sides_of(analysis, mentions)
    if sides is not None:  # what another government's paragraph told is not what this one's is about
        inside = found is not None and analysis.paragraph_to(sentence)[0].begin <= found.span.begin
        return found if inside else side_program(analysis, sides, place) or found
    if found is not None or TURNS_AWAY.match(analysis.text, analysis.paragraph_to(sentence)[0].begin):
        return found
    if analysis.document.kind != "council" and (asked := asked_before(analysis, mentions, sentence)) is not None:
        return asked
    main = whole_topic(analysis, mentions)
    if main is not None and _of_later_item(analysis.text, sentence.begin, main.span.begin):
        main = None
    if main is not None and _far_behind(analysis, sentence, main.span.begin):
        main = None  # what a lead tells is not for one of the many programs that come after it
    return main or title_plan(analysis)


_LEAD = 4
"""So many sentences of the text are its lead, whose names it may take up from the first sum on."""
_SOON = 3
"""So many sentences behind a sum its thing may first be named."""


def _of_later_item(text: str, place: int, named: int) -> bool:
    """Whether a thing is first named in a later item of the same list, whose items each tell of their own thing."""
    here, there = item_at(text, place), item_at(text, named)
    if here.mark is None or there.mark is None or there.begin <= here.begin:
        return False
    if here.mark == there.mark:
        return here.sentence
    return any(over.mark == there.mark for over in items_over(text, place))


def _far_behind(analysis: Analysis, sentence: Sentence, place: int) -> bool:
    at = analysis.sentence_at(place)
    if at is None or at.index <= sentence.index:
        return False
    if at.index - sentence.index > _SOON:
        return True
    return at.paragraph != sentence.paragraph and sum(s.block == "body" for s in analysis.sentences[: at.index]) > _LEAD


def _of_own_turn(analysis: Analysis, mentions: Mentions, sentence: Sentence, found: Topic | None) -> Topic | None:
    """What a speaker in minutes last spoke about, where the turn itself has named nothing: a member who asks again goes
    on with the question, whatever the answers named; who answers goes on with what the question names."""
    before = same_speaker_before(analysis, mentions, sentence)
    if before is None or (found is not None and found.span.begin >= before[0]):
        return None
    if (
        found is not None
        and not by_member(analysis, sentence)
        and found.span.begin >= turn_before(analysis, mentions, before[0])
    ):
        return None
    for index in reversed(before[1]):
        if (told := _about(analysis, mentions, analysis.sentences[index].span)) is not None:
            return told
    return None


_POINTER = regex(r"(?:^|[\s\])】>])(?:해당|동|본|이|그|위|상기)$")
"""«해당 사업은»: no name of a thing."""


def _about(analysis: Analysis, mentions: Mentions, span: Span) -> Topic | None:
    named = thing_of(named_in(analysis, mentions, span))
    if named is None and this_time(analysis, mentions, span):
        return main_topic(analysis, mentions)
    told = named or thing_of(marked_in(analysis, mentions, span)) or by_number(analysis, mentions, span)
    if told is None and is_minutes(analysis, mentions):
        told = raised_in(analysis, mentions, span)
    return None if told is not None and _POINTER.search(told.text) else told


def _in_line(analysis: Analysis, mentions: Mentions, sentence: Sentence) -> Topic | None:
    """What the sentences before it on the line of one list item are about."""
    if not _mark(analysis, sentence) and item_at(analysis.text, sentence.begin).mark is None:
        return None
    begin = analysis.text.rfind("\n", 0, sentence.begin) + 1
    for earlier in reversed(analysis.sentences[max(0, sentence.index - 5) : sentence.index]):
        if earlier.begin < begin:
            return None
        if (found := _about(analysis, mentions, earlier.span)) is not None:
            return found
    return None


def _back_from(analysis: Analysis, mentions: Mentions, sentence: Sentence, lexicon: Lexicon) -> Topic | None:
    """Back through the paragraph and, where it goes on from the one before, through that."""
    text, index = analysis.text, sentence.index
    crossed, seen = False, 0
    mark = _mark(analysis, sentence)
    for earlier in reversed(analysis.sentences[max(0, index - _REACH) : index]):
        if earlier.paragraph != sentence.paragraph and not crossed:
            crossed = True
            heading = _heading(text, mentions, analysis, sentence)
            if heading is not None:
                return heading
            asked = asked_about(analysis, mentions, earlier)
            if asked is not None:
                return asked
            if not _continues(text, analysis, sentence, earlier):
                return None
        if crossed and mark and _mark(analysis, earlier) == mark:
            continue  # another item of the list: what stands above the list goes first
        seen += 1
        if seen > _BACKWARD or (crossed and sentence.paragraph - earlier.paragraph > 2 and not mark):
            return None
        found = _about(analysis, mentions, earlier.span) or (
            None if crossed else unmarked_in(analysis, mentions, earlier, lexicon)
        )
        if found is not None and text.count("▲", earlier.begin, earlier.end) > 1:
            continue  # one of the many things of a list
        if found is not None and not _tried_before(text, found):
            if crossed and sentence.paragraph - earlier.paragraph > 1 and not mark:
                return main_topic(analysis, mentions) or found
            return found
    return None if crossed else _heading(text, mentions, analysis, sentence)


def _mark(analysis: Analysis, sentence: Sentence) -> str:
    """The mark of the list item to whose line the sentence belongs; the circle of a turn in minutes is none."""
    begin = analysis.text.rfind("\n", 0, sentence.begin) + 1
    first = analysis.text[begin : sentence.begin + 1].lstrip()[:1]
    if not first or first not in _MARKS:
        return ""
    if first in "○◯" and analysis.document.kind == "council":
        opening = analysis.sentence_at(begin + analysis.text[begin:].find(first))
        return "" if opening is None or turn_of(analysis, opening) is not None else first
    return first


_TRIAL_THEN = regex(r"(?:지난해|작년|재작년|지난 ?20\d\d년|20\d\d년)에?(?: [^.,“”]{0,30})? ?[‘'“\"「『]?$")


def _tried_before(text: str, topic: Topic) -> bool:
    """«지난해 ‘X 시범사업’에서 …»: a trial of another year is what was before, not what the sums are for."""
    if not topic.text.rstrip("’'”\"」』").endswith(("시범사업", "시범 사업", "시범운영", "실증사업")):
        return False
    return _TRIAL_THEN.search(text, max(topic.span.begin - 44, 0), topic.span.begin) is not None


def _continues(text: str, analysis: Analysis, sentence: Sentence, earlier: Sentence) -> bool:
    """Whether the paragraph goes on from the one before: a list item under its head, an answer to its question, the
    next sentence of a text that gives each a line of its own."""
    first = analysis.paragraph_to(sentence)[0]
    opening = text[first.begin : first.begin + 2]
    if opening[:1] in _MARKS:
        return True
    if opening[:1] in '“"답A' and (
        _QUESTION.match(text[earlier.begin : earlier.begin + 4])
        or text[earlier.begin : earlier.end].rstrip().endswith("?")
    ):
        return True
    if sentence.paragraph - earlier.paragraph != 1:
        return False
    return _points_back(text[first.begin : first.begin + 14]) or _each_a_line(analysis, first)


def _each_a_line(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the text round a sentence gives every sentence a paragraph of its own, as scripts of broadcasts do."""
    near = [s for s in analysis.sentences[max(0, sentence.index - 6) : sentence.index + 7] if s.block == "body"]
    if len(near) < 6 or TURNS_AWAY.match(analysis.text, sentence.begin):
        return False
    return len({s.paragraph for s in near}) >= 0.85 * len(near) and not any(_mark(analysis, s) for s in near)


def _points_back(words: str) -> bool:
    return bool(
        re.match(
            r"(?:이 사업|이 가운데|이 중|이를|여기|사업비|총사업비|재원|예산|이 예산|이번 사업|사업은|사업 기간"
            r"|(?:개소|개관|개장|개원|착공|준공|완공|공사|건립비|공사비|조성비|구축비|규모|덩치|몸집|부지|면적)"
            r"(?: ?(?:시점|시기|일정|목표|예정일))?(?:은|는|도) )",
            words,
        )
    )


def _heading(text: str, mentions: Mentions, analysis: Analysis, sentence: Sentence) -> Topic | None:
    first = analysis.paragraph_to(sentence)[0]
    match = _HEADER.match(text[first.begin : first.begin + 80])
    if match is None or "=" in match.group(1):
        return None
    span = Span(first.begin + match.start(1), first.begin + match.end(1))
    named = mentions.within(span, "program")
    nothing = _GENERIC_HEADING.search(match.group(1)) or says_nothing(match.group(1))
    if not named and (len(match.group(1)) < 4 or nothing):
        return None
    return Topic(match.group(1), span, named[0] if named else None)
