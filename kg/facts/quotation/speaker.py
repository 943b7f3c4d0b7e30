"""Who speaks: the subject before or behind the marks, the name in brackets, the speaker carried on
from what was said before.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.facts.quotation.colon import FINISHED, before_colon, on_line_above
from kg.facts.quotation.direct import Direct, reports
from kg.facts.quotation.label import heads_item, is_item, place_of_label
from kg.facts.quotation.posts import below_heading, labelled_body, labelled_post
from kg.facts.quotation.subject import Subject, find_subjects, human_nouns, this_body
from kg.facts.quotation.turns import interviewee
from kg.facts.quotation.unknown import speaks_unknown
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_CARRIES = regex(
    r"^(?:이어|이어서|그러면서|그러면서도|아울러|또|또한|또다시|특히|이와 함께|이와 관련해|이에 대해|"
    r"다만|나아가|더불어|더 나아가|끝으로|마지막으로|계속해서|그리고|하지만|그러나|반면|한편|덧붙여|"
    r"여기에|동시에|무엇보다)(?=[\s,])"
)
_CLOSER = regex(r"^[”\"]?(?:이?라고도?|고도?|이?라며|이?라면서|며|면서|는|이?라는)?\s*,?\s*")
_NOUN_OF = regex(
    r"(?:의|측의|측)\s?(?:[가-힣]{1,6}\s)?(?:설명|지적|말|질문|질의|물음|주장|얘기|이야기|분석|전망|진단|당부|"
    r"호소|제안|입장"
    r"|생각|답|답변|평가|판단|조언|비판|우려|목소리|발언|반응|다짐|포부|소감|각오|바람|첫마디|첫 마디|첫말|"
    r"일성|한마디|하소연|푸념|농담|귀띔|탄식|외침|호통|일갈|넋두리|항변|증언|고백)"
)
_TITLE_OF = regex(
    r"[^.,“\"]{1,30}?(?:의|측의|측)\s?(?:[가-힣]{1,6}\s)?(?:설명|지적|말|질문|주장|얘기|이야기|분석|전망|진단|"
    r"당부|호소|제안|입장|답|답변|평가|판단|조언|"
    r"비판|목소리|반응|다짐|소감|바람|하소연|푸념|토로|회고|귀띔)(?:이다|이었다|였다|다)\."
)
_AS_TOLD = regex(
    r"(?<=[가-힣])의\s(?:[가-힣]{1,4}\s)?(?:말|지적|표현|비유|설명|주장|당부|경고|고백)(?:대로|처럼|마따나),?\s?[“\"]?$"
)
"""A 의장의 말대로 “…”이다."""
_RELATIVE = regex(
    r"(?:이?라고|고|이?라며|며)\s(?:[가-힣]{1,6}\s){0,2}?(?:했던|하던|한|[가-힣]{1,5}(?:했던|하던|한|힌|던))\s"
)
_IMPERSONAL = regex(
    r"(?:이?라|다|[가-힣])?는\s(?:[가-힣]{1,6}\s){0,2}?(?:지적|목소리|우려|비판|볼멘소리|반응|말|얘기|이야기|의견|"
    r"주장|불만|질문|요구|분석|전망|평가|하소연|푸념|탄식|"
    r"농담|기대|제안|호소|반론|회의론|쓴소리|원성)(?:이|가|도|까지|마저|만|들이|들도)?\s?(?:[가-힣]{1,5}\s){0,2}?"
    r"(?:나오|나왔|나온|있|쏟아|이어|제기|들리|들렸|들려|터져|터졌|빗발|적지|많|일었|일고|흘러|오갔|엇갈|잇따|"
    r"끊이|고개)"
)
_CAME_BACK = regex(
    r"[”\"]?(?:이?라)?(?:는|던|란)\s(?:[가-힣]{1,6}\s){0,2}?(?:답|대답|답변|설명|말|얘기|이야기|"
    r"하소연)[이가만을를도은는]?\s?"
    r"(?:[가-힣]{1,5}\s)?(?:돌아[왔온오]|나왔|나온|들려|들었|들을|건네|전해|내놨|내놓|꺼냈)"
)
_TO_WHOM = regex(r"(?:\s?[가-힣A-Za-z0-9·]{1,14}){0,4}?(?:에게|께|한테)(?:서|도|는)?(?=[\s,])")
_ASKED = regex(
    r"(?:에게|께|한테)(?:서|도|는)? (?:[가-힣]+ ){0,3}?"
    r"(?:묻자|물었|물으|물어|질문했|질문하|여쭸|여쭈|여쭤|되물|청했|들어봤|들어 봤|들었)"
)
_WORDS_OF = regex(
    r"(?<=[가-힣])의 (?:[가-힣]+ )?"
    r"(?:첫마디|첫 마디|첫말|일성|대답|답변|답|말|설명|소감|한마디|하소연|푸념|각오|다짐|회고|당부)"
    r"(?:은|는|이|가|도|부터|이다|였다|이었다)(?![가-힣])"
)
_FOR_A_BODY = regex(r"(?:관계자|담당자|직원|공무원|당국자|실무자|간부|대변인|책임자|측|쪽)$")
"""``가온시 관계자의 설명은 이렇다.``: who speaks for a body."""
_IT_WAS = regex(r"(?:\s?[가-힣A-Za-z0-9]{1,12}){0,2}?\s?(?:씨)?(?:이었|였|이다|이에요|예요|입니다|이지요)")
_BEGAN = regex(
    r"\s?(?:[가-힣A-Za-z0-9()]{1,14}\s){0,2}?[가-힣A-Za-z0-9()]{1,14}?(?:은|는|이|가)\s[^.“”\"]{0,60}?"
    r"(?:(?:한|꺼낸|던진|남긴|밝힌|내놓은|건넨)\s(?:첫\s?)?(?:말|첫마디|일성|얘기|이야기)|이렇게\s(?:말|운|입|밝)|"
    r"운을\s(?:떼|뗐)|말문을|말을\s꺼|입을\s(?:열|뗐|떼)|첫마디|(?<![다라자냐]고\s)말(?:했다|한다|했습니다)\.)"
)
_SOMEBODYS = regex(
    r"[”\"]?(?:이?라|다|냐|자)?(?:던|는)\s(?:어느|한|모|어떤|또\s다른|익명의|이름\s모를)\s(?:[가-힣]{1,10}\s?){1,3}(?:의|이|가)\s"
)
_IS = regex(r"(?:이다|였다|이었다|입니다|이었습니다)\.")
_OUTCRY = regex(
    r"(?:고함|탄식|야유|함성|아우성|항의|질문|목소리|외침|웃음|한숨|비명|성토|원성|환호|불만|푸념|말)(?:이|가|도|소리가)\s"
    r"(?:[가-힣]{1,6}\s)?(?:터|쏟|나왔|나온|이어|들렸|들려|빗발|튀어|날아|새어|흘러|오갔|일었)[가-힣]{0,5}[.]?\s?$"
)
"""«객석에서 고함이 터졌다. “…”»: nobody named cries what follows."""


_TO_SPEAK = regex(r"(?:통해|통하여|에서|자리에서|하며|하고|며|면서|고|만나|찾아|이어|뒤|후|석해|석하여)\s?,?\s?$")
"""A sentence that the speech of the items below it completes."""
_LEAD = 60
_TOLD = 12
"""The end of a sentence in which its verb stands."""
_OTHERS = regex(
    r"[가-힣](?:은|는|이|가|께서|들도|에서도?는?|측)\s|(?:주민|시민|참석자|참가자|관계자|전문가|대표)[가-힣]{0,4}\s"
)
"""Somebody else of whom an item may tell before its speech."""


class Voice(NamedTuple):
    """The speaker of a quotation, None where the text gives none, and by which sign."""

    mention: Mention | None
    sign: str


SILENT = Voice(None, "no-speaker")


def _is_body(mention: Mention) -> bool:
    return mention.kind.startswith("organization")


class Attribution:
    """Reads a document's quotations in order and remembers who spoke last."""

    def __init__(self, analysis: Analysis, mentions: Mentions, lexicon: Lexicon, quotes: Sequence[Direct]) -> None:
        self.analysis, self.mentions, self.lexicon, self.quotes = analysis, mentions, lexicon, quotes
        self.voices: list[Voice] = []
        self._subjects: dict[int, list[Subject]] = {}

    def attribute(self) -> list[Voice]:
        """The voice of each quotation."""
        for i, quote in enumerate(self.quotes):
            if quote.sentence.block in ("title", "subtitle"):
                self.voices.append(self._in_headline(quote))
            else:
                self.voices.append(self._voice(i, quote))
        return self.voices

    def _voice(self, i: int, quote: Direct) -> Voice:
        text, sentence = self.analysis.text, quote.sentence
        before = self.quotes[i - 1] if i and self.quotes[i - 1].sentence.index == sentence.index else None
        after = (
            self.quotes[i + 1]
            if i + 1 < len(self.quotes) and self.quotes[i + 1].sentence.index == sentence.index
            else None
        )
        begin = before.span.end + before.span.closed if before else sentence.begin
        opening = quote.span.begin - 1
        stop = quote.span.end + quote.span.closed
        rest = after.span.begin - 1 if after else sentence.end
        if stop < rest and (bracket := re.match(r"\s?\((?P<who>[^)]{2,40})\)", text[stop:rest])):
            named = self._named_in(Span(stop, stop + bracket.end()))
            if named:
                return Voice(named, "in-brackets")
        ahead = find_subjects(self.analysis, self.mentions, self.lexicon, sentence, begin, opening)
        if (answering := self._answering(begin, opening, stop, rest)) is not None:
            return Voice(answering, "subject-before")
        if _AS_TOLD.search(text[begin:opening]) and (told := self._last_named(Span(begin, opening))):
            return Voice(told, "subject-before")
        if (chosen := self._of(ahead)) is not None:
            return Voice(self._unit(chosen, sentence), "subject-before")
        colon = before_colon(self.analysis, self.mentions, begin, opening)
        colon = colon or heads_item(self.analysis, self.mentions, begin, opening)
        colon = colon or labelled_post(self.analysis, self.mentions, self.lexicon, begin, opening)
        if colon := colon or labelled_body(self.analysis, self.mentions, begin, opening):
            return Voice(colon, "name-before-colon")
        if _SOMEBODYS.match(text, stop, rest):
            return SILENT
        if (behind := self._behind(quote, stop, rest, after is None)) is not None:
            return behind
        if not before and not after and (following := self._in_next(quote, stop)) is not None:
            return following
        if i == 0 and not after and (opened := self._opening(quote, stop)) is not None:
            return opened
        if _IMPERSONAL.match(text, stop, rest) and not (before and self.voices[i - 1].mention):
            return SILENT
        if not before and (headed := below_heading(self.analysis, self.mentions, self.lexicon, quote)) is not None:
            return Voice(headed, "name-before-colon")
        if not before and (labelled := on_line_above(self.analysis, self.mentions, quote)) is not None:
            return Voice(labelled, "name-before-colon")
        if speaks_unknown(self.analysis, sentence, begin, opening):
            return SILENT
        if before:
            return Voice(
                self.voices[i - 1].mention, self.voices[i - 1].sign if self.voices[i - 1].mention else "no-speaker"
            )
        voice = self._carried(i, quote)
        if self.analysis.document.kind == "interview" and (voice.mention is None or _is_body(voice.mention)):
            guest = interviewee(self.analysis, self.mentions) if self._is_guests(quote) else None
            return Voice(guest, "carried-on") if guest is not None else voice
        return voice

    def _is_guests(self, quote: Direct) -> bool:
        """Whether words of an interview are a sentence of their own, and nobody without a name spoke before."""
        text, sentence = self.analysis.text, quote.sentence
        left = text[sentence.begin : quote.span.begin - 1] + text[quote.span.end + quote.span.closed : sentence.end]
        before = self.analysis.sentences[sentence.index - 1] if sentence.index else None
        subject = self._of(self._topics(before)) if before is not None else None
        return not left.strip(' .-“”"') and not (subject is not None and subject.mention is None)

    def _answering(self, begin: int, opening: int, stop: int, rest: int) -> Mention | None:
        """Who was asked, where the words came back as an answer: ``N 교수에게 보여 줬더니 “…”는 답이 돌아왔다``."""
        if not _CAME_BACK.match(self.analysis.text, stop, rest):
            return None
        for person in reversed(self.mentions.within(Span(begin, opening), "person", "person-short")):
            if _TO_WHOM.match(self.analysis.text, person.end, opening):
                return person
        return None

    def _of(self, subjects: list[Subject]) -> Subject | None:
        """The last topic (은/는); where there is none, the last subject (이/가)."""
        topics = [s for s in subjects if s.topic]
        return topics[-1] if topics else (subjects[-1] if subjects else None)

    def _unit(self, subject: Subject, sentence: Sentence) -> Mention | None:
        """A subject's mention; for 직원, 관계자 without a body, the body of the same people named shortly before."""
        if subject.mention is not None:
            return subject.mention
        text = self.analysis.text
        staff, _ = human_nouns(self.lexicon)
        words = text[subject.begin : subject.end]
        noun = next((n for n in sorted(staff, key=len, reverse=True) if n in words and n != "측"), None)
        if noun is None:
            return None
        if (told := this_body(self.analysis, self.mentions, sentence, subject)) is not None:
            return told
        for earlier in reversed(self.analysis.sentences[max(0, sentence.index - 2) : sentence.index]):
            at = text.rfind(noun, earlier.begin, earlier.end)
            if at >= 0:
                for mention in self.mentions.before(at, "organization", "organization-short"):
                    if mention.begin >= earlier.begin and not re.search(
                        r"[은는이가을를]\s|[.,]", text[mention.end : at]
                    ):
                        return mention
                    break
        return None

    def _named_in(self, span: Span) -> Mention | None:
        within = self.mentions.within(span, "person", "person-short")
        return within[0] if within else None

    def _last_named(self, span: Span) -> Mention | None:
        within = self.mentions.within(span, "person", "person-short")
        return within[-1] if within else None

    def _behind(self, quote: Direct, stop: int, rest: int, last: bool) -> Voice | None:
        """``“…”라고 홍길동 시장이 말했다``, ``“…” 홍길동 교수가 말을 이었다``, ``“…”는 게 홍길동 시장의 설명이다``."""
        text, sentence = self.analysis.text, quote.sentence
        if stop >= rest:
            return None
        if related := _RELATIVE.match(text, stop, rest):
            within = self.mentions.within(
                Span(related.end(), min(rest, related.end() + 30)),
                "person",
                "person-short",
                "organization",
                "organization-short",
            )
            if within and not re.search(r"[,.]|[은는이가을를에]\s", text[related.end() : within[0].begin]):
                return Voice(within[0], "subject-behind")
        for subject in find_subjects(self.analysis, self.mentions, self.lexicon, sentence, stop, rest):
            between = text[stop : subject.begin]
            closer = _CLOSER.match(between)
            lead = between[closer.end() :] if closer else between
            if (
                len(lead) > 30
                or re.search(r"[다자면며고]\s|[.,]", lead)
                or not reports(text[subject.end : rest], self.lexicon)
            ):
                break
            if not last and not re.match(r"[^“\"]{0,40}다\.", text[subject.end : rest]):
                break
            return Voice(self._unit(subject, sentence), "subject-behind")
        for mention in self.mentions.within(
            Span(stop, min(rest, stop + 60)), "person", "person-short", "organization", "organization-short"
        ):
            tail = re.match(r"(?:\s?[가-힣A-Za-z0-9]{1,12}){0,3}?(?=의\s|측)", text[mention.end : rest])
            if tail and _NOUN_OF.match(text, mention.end + tail.end()):
                return Voice(mention, "subject-behind")
        return None

    def _in_next(self, quote: Direct, stop: int) -> Voice | None:
        """``“…” 홍길동 시장의 말이다.``, ``“…” 홍길동 시장이 목소리를 높였다.``: speech alone, its speaker in the
        next sentence.
        """
        analysis, sentence = self.analysis, quote.sentence
        if analysis.text[sentence.begin : quote.span.begin - 1].strip() or analysis.text[stop : sentence.end].strip(
            ' .”"'
        ):
            return None
        following = next((s for s in analysis.sentences[sentence.index + 1 :] if s.begin >= quote.span.end), None)
        if following is None:
            return None
        apart = following.paragraph != sentence.paragraph  # the words stand as a paragraph of their own
        if following.begin < sentence.end or following.block != sentence.block:
            return None
        end = next(
            (q.begin - 1 for q in analysis.quoted if q.double and following.begin <= q.begin < following.end),
            following.end,
        )
        for mention in self.mentions.within(
            Span(following.begin, min(end, following.begin + 30)), "person", "person-short"
        ):
            tail = re.match(r"(?:\s?[가-힣A-Za-z0-9]{1,12}){0,3}?(?=의\s)", analysis.text[mention.end : end])
            noun = _NOUN_OF.match(analysis.text, mention.end + tail.end()) if tail else None
            if noun and (not apart or _IS.match(analysis.text, noun.end())):
                return Voice(mention, "subject-behind")
        if apart:
            return None
        if unnamed := _TITLE_OF.match(analysis.text, following.begin, end):
            bodies = self.mentions.within(Span(following.begin, unnamed.end()), "organization", "organization-short")
            return Voice(bodies[-1] if bodies else None, "subject-behind" if bodies else "no-speaker")
        for later in analysis.sentences[following.index : following.index + 2]:  # 뒤에서 들린 소리다. N 회장이었다.
            if later.paragraph != sentence.paragraph or later.end - later.begin > 50:
                break
            if any(q.double and later.begin <= q.begin < later.end for q in analysis.quoted):
                break
            for person in self.mentions.within(later.span, "person"):
                if _IT_WAS.match(analysis.text, person.end, later.end):
                    return Voice(person, "subject-behind")
        if end < following.end or not reports(analysis.text[following.begin : end], self.lexicon):
            return None
        subject = self._of(find_subjects(analysis, self.mentions, self.lexicon, following, following.begin, end))
        if subject is None or subject.begin - following.begin > 40:
            return None
        return Voice(self._unit(subject, following), "subject-behind")

    def _opening(self, quote: Direct, stop: int) -> Voice | None:
        """Whose words open the text, as the sentences behind tell: ``“…” 14일 ○○회관. N 군수가 이렇게 운을 떼자``."""
        analysis, sentence = self.analysis, quote.sentence
        if analysis.text[sentence.begin : quote.span.begin - 1].strip() or analysis.text[stop : sentence.end].strip(
            ' .”"'
        ):
            return None
        for later in analysis.sentences[sentence.index + 1 : sentence.index + 3]:
            for person in self.mentions.within(later.span, "person", "person-short"):
                if _BEGAN.match(analysis.text, person.end, later.end):
                    return Voice(person, "subject-behind")
        return None

    def _carried(self, i: int, quote: Direct) -> Voice:
        """No subject of its own: the one who spoke or was spoken of just before goes on."""
        analysis, sentence = self.analysis, quote.sentence
        carries = bool(_CARRIES.match(analysis.text[sentence.begin : sentence.end]))
        opening = quote.span.begin - 1
        item = is_item(analysis, analysis.paragraph_to(sentence)[0])
        alone = not analysis.text[place_of_label(analysis.text, sentence.begin, opening) : opening].strip(' -“"')
        reported = reports(analysis.text[quote.span.end : sentence.end], self.lexicon)
        lead = analysis.text[sentence.begin : opening]
        goes_on = reported and (alone or (item and len(lead) <= _LEAD and _OTHERS.search(lead) is None))
        paragraph = sentence.paragraph
        for back in range(sentence.index - 1, max(-1, sentence.index - 4), -1):
            earlier = analysis.sentences[back]
            apart = paragraph - earlier.paragraph
            if apart and item and not (goes_on and self._speaks(earlier)):
                break  # an item of a list does not go on with the one before, but for speech that an item goes on with
            if apart == 1 and not FINISHED.search(analysis.text[earlier.begin : earlier.end]):
                paragraph, apart = earlier.paragraph, 0  # the line was broken inside a sentence
            if apart > (1 if carries or alone or goes_on else 0) and earlier.block == "body":
                break
            if earlier.block != "body":
                continue
            if earlier.index in (q.sentence.index for q in self.quotes[:i]):
                latest = max(j for j in range(i) if self.quotes[j].sentence.index == earlier.index)
                voice = self.voices[latest]
                return Voice(voice.mention, "carried-on") if voice.mention else SILENT
            if alone and _OUTCRY.search(analysis.text, earlier.begin, earlier.end):
                return SILENT
            if alone and (asked := self._asked(earlier)) is not None:
                return Voice(asked, "carried-on")
            subject = self._of(self._topics(earlier))
            if subject is not None:
                return (
                    Voice(subject.mention, "carried-on")
                    if subject.mention and (carries or alone or goes_on or back == sentence.index - 1)
                    else SILENT
                )
        return SILENT

    def _speaks(self, sentence: Sentence) -> bool:
        """Whether a sentence is the speech of somebody, in marks or told («N 청장은 …고 설명했다»), or breaks off where
        speech follows: «N 장관은 축사를 통해,».
        """
        if any(q.sentence.index == sentence.index for q in self.quotes):
            return True
        last = self.analysis.text[max(sentence.begin, sentence.end - _TOLD) : sentence.end]
        if FINISHED.search(last) and reports(last, self.lexicon):
            return True
        return _TO_SPEAK.search(self.analysis.text, sentence.begin, sentence.end) is not None

    def _asked(self, sentence: Sentence) -> Mention | None:
        """``N 위원에게 물었더니 답은 달랐다.``, ``N 시장의 첫마디는 짧았다.``: whose words the next sentence gives."""
        text = self.analysis.text
        told = _ASKED.search(text, sentence.begin, sentence.end) or _WORDS_OF.search(text, sentence.begin, sentence.end)
        if told is None:
            return None
        span = Span(max(sentence.begin, told.start() - 30), told.start())
        near = self.mentions.within(span, "person", "person-short")
        if not near and _FOR_A_BODY.search(text, span.begin, told.start()):
            near = self.mentions.within(span, "organization", "organization-short")
        return near[-1] if near and not re.search(r"[,.“”]", text[near[-1].end : told.start()]) else None

    def _topics(self, sentence: Sentence) -> list[Subject]:
        """The subjects of a sentence outside its quotations."""
        if sentence.index not in self._subjects:
            found: list[Subject] = []
            place = sentence.begin
            for q in self.analysis.quoted:
                if q.double and sentence.begin <= q.begin < sentence.end and q.begin > place:
                    found += find_subjects(self.analysis, self.mentions, self.lexicon, sentence, place, q.begin - 1)
                    place = q.end + q.closed
            found += find_subjects(self.analysis, self.mentions, self.lexicon, sentence, place, sentence.end)
            self._subjects[sentence.index] = found
        return self._subjects[sentence.index]

    def _in_headline(self, quote: Direct) -> Voice:
        """The name that stands right before the marks, a title between them at most."""
        text, sentence = self.analysis.text, quote.sentence
        opening = quote.span.begin - 1
        begin = max(
            [
                sentence.begin,
                *(q.span.end + 1 for q in self.quotes if q.sentence.index == sentence.index and q.span.end < opening),
            ]
        )
        named = self.mentions.within(Span(begin, opening), "person", "person-short")
        if named and re.fullmatch(r"\s?[^,…“”\"]{0,20}[,:]?\s?", text[named[-1].end : opening]):
            return Voice(named[-1], "name-before-marks")
        bodies = self.mentions.within(Span(begin, opening), "organization", "organization-short")
        if bodies and re.fullmatch(r"(?:선|서|는|은|도|측)?[,:]?\s?", text[bodies[-1].end : opening]):
            return Voice(bodies[-1], "name-before-marks")
        if self.analysis.document.kind == "interview" and (guest := interviewee(self.analysis, self.mentions)):
            return Voice(guest, "name-before-marks")
        return SILENT
