"""Telling direct speech from words set in marks for another reason: names, slogans, terms."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from kg.language.model import Analysis, QuotedSpan, Sentence
from kg.lexicon import Lexicon
from kg.patterns import regex

_ENDING = regex(
    r"(?:다|요|까|자|냐|라|네|지|죠|야|군|걸|게|래|세|오|해|돼|봐|줘|려|때|듯|것|뿐|터|셈|중|점|음|임|함|기|며|고|"
    r"만|데|서|면)[.!?…~]*$"
)
_HANGUL = regex(r"[가-힣]")
_NO_LETTER = regex(r"[^0-9A-Za-z가-힣]")
_TAKEN_UP = regex(r"^(?:이?라고|고|이?라며|며|면서)도?\s+(?P<verb>[^.“\"]{0,24})")
_HADA = regex(r"^(?:하였|했|한|하)(?:다|다고|다며|다면서|다는|며|면서|고|다고도|다고는)(?=[\s,.]|$)")
"""«“…추진이 중요”하다면서», «“…이어지기를 기대”한다며»: the marks close before the verb's ending."""
_BEFORE_HADA = regex(
    r"(?:기대|중요|필요|희망|당부|가능|요청|다짐|약속|강조|생각|확신|자신|판단|평가|추진|지원|노력|준비|검토|협력|부탁|"
    r"축하|감사|환영|바람직|시급|절실|유일|충분|불가피|불가능|당연|분명|확실|심각|부족|우려|유감|송구|죄송|건의|제안|"
    r"촉구|주장|마련|확대|강화|구축|조성|기여|최선을 다|만전을 기)$"
)
_AND_IS = regex(r"^(?:이며|이고),?\s[“\"]")
"""«“…할 것”이며, “…”라고 밝혔다»: the first of two quotations under one verb."""
_FINAL = regex(r"(?:다|요|까|죠|네|자|냐|세|라|지|야|오|아|어)[.!?…]*$")
_STOPPED = regex(r"[가-힣][.!?…](?:\s|$)")
_COPULA = regex(
    r"^(?:(?:이?라고|이?라며|이?라면서|고|며|면서)(?:도|만|는)?(?=[\s,.…]|$)|이?라(?=\s(?:하였|했|하며|하고|한다|함|말|밝|답|평|적|강조|설명|전하|전했|덧붙|언급|당부|주장|표현|역설|회고|지적|진단|"
    r"규정|비판|소개|화답|약속|다짐|일갈|호소|반박|해명|예고|전망|분석|제언|조언)))"
)
_ATTRIBUTIVE = regex(r"^(?:이?라는|이?란|는|던|이?라던|이란)\s+(?P<after>[^\s.,“\"]{1,12}(?:\s[^\s.,“\"]{1,12}){0,4})")
_BEING = regex(r"^(?:임|이었음|였음|이라는 (?:점|것|취지))(?:을|이라고|을 들어)\s")
"""«“…뜻”임을 당부함»."""
_TO_BE_DONE = regex(
    r"^\s?[을를]\s(?:[가-힣]+(?:히|하게|로|서|게|에게|께|도)\s){0,3}?(?:재차\s|거듭\s|다시\s|함께\s|적극\s)?"
    r"(?:당부|주문|지시|요청|부탁|강조|촉구|약속|다짐|건의|제안|호소|요구|권고|주장|제언|조언|역설|천명)"
)
"""«“…하여 줄 것”을 당부했다»: a whole clause that the verb of speaking governs."""
_AS_TOLD = regex(r"(?:말|지적|표현|비유|주장|경고|고백)(?:대로|처럼|마따나),?\s?$")
_SAYS = regex(r"^(?:이?라고|고|하고)\s+(?P<verb>[^.“\"]{0,24})")


class Direct(NamedTuple):
    """A quoted span that is direct speech, and how that was seen."""

    span: QuotedSpan
    sentence: Sentence
    signs: tuple[str, ...]


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], re.Pattern[str]]:
    naming = lexicon.words("reporting_verbs", role="naming")
    reporting = (*lexicon.words("reporting_verbs", role="verb"), *lexicon.words("reporting_verbs", role="phrase"))
    return (
        lexicon.words("quote_closers", role="noun"),
        lexicon.words("quote_closers", role="motto"),
        naming,
        re.compile("|".join(map(re.escape, reporting)) or r"(?!)"),
    )


_TITLE_AND_COLON = regex(
    r"(?:(?:시장|지사|군수|구청장|부시장|부군수|부구청장|국장|과장|실장|단장|원장|소장|의장|위원장|대표|총장|위원|의원|교수|회장|이사장|"
    r"본부장|센터장|담당관|교육감|연구위원)(?:\s?\([^()]{2,24}\))?|(?:의원|위원|국장|과장|위원장|의장)\s[가-힣]{2,4})\s?[:：]\s*$"
)
"""The label of who speaks in minutes and notes: «❍ 도윤재 부군수: “…”», «- 위원 구준표: “…”»."""


_SPEECH_AND_COLON = regex(
    r"(?:지시|당부|강조|주문|발언|말씀|답변|질의|질문|의견|건의|지적|총평|소감|제언|반응|인사말|신년사|축사|훈시|한마디|코멘트)\s?"
    r"(?:사항|내용|요지|발췌)?(?:\s?\([^()]{2,60}\))?\s?[:：]\s*$"
    r"|(?:관계자|담당자|실무자|당국자|책임자|대변인|주민|어르신|이용자|상인|농민|참여자|수강생)(?:\s?\([^()]{2,40}\))?\s?[:：]?\s*$"
)
"""The label of what is said: «- 시장 지시사항(1. 26. 간부회의): “…”»."""


def find_direct(analysis: Analysis, lexicon: Lexicon) -> list[Direct]:
    """The direct speech of a document, outermost spans only, in order; titles that repeat speech of
    the text are left out.
    """
    found: list[Direct] = []
    last_end = -1
    for span in analysis.quoted:
        if span.begin < last_end:
            continue
        sentence = _around(analysis, span)
        if sentence is None:
            continue
        if span.double:
            last_end = span.end
        signs = _signs(analysis.text, span, sentence, lexicon)
        if signs:
            last_end = span.end
            found.append(Direct(span, sentence, signs))
    return _without_repeats(analysis.text, found)


def _around(analysis: Analysis, span: QuotedSpan) -> Sentence | None:
    """The sentence that holds a span; where the words of a line are sentences of their own, all of them as one."""
    first, last = analysis.sentence_at(span.begin), analysis.sentence_at(span.end - 1)
    if first is None or last is None or last.index <= first.index or last.paragraph != first.paragraph:
        return first
    tokens = tuple(t for s in analysis.sentences[first.index : last.index + 1] for t in s.tokens)
    return replace(first, end=last.end, tokens=tokens)


def reports(words: str, lexicon: Lexicon) -> bool:
    """Whether the words hold a verb of speaking."""
    return bool(_words(lexicon)[3].search(words))


def _signs(text: str, span: QuotedSpan, sentence: Sentence, lexicon: Lexicon) -> tuple[str, ...]:
    """The features by which a span is speech; none where it is a name, a slogan or a term."""
    words = text[span.begin : span.end].strip()
    if len(words) < 2 or not _HANGUL.search(words):
        return ()
    after = text[span.end + span.closed : sentence.end if span.end <= sentence.end else span.end + 60].lstrip("”")
    before = text[max(sentence.begin, span.begin - 60) : span.begin - 1]
    if not span.double:
        return _single(words, after, lexicon)
    if sentence.block in ("title", "subtitle"):
        return _headline(words, before, after)
    return _double(words, before, after, span, sentence, lexicon)


def _double(
    words: str, before: str, after: str, span: QuotedSpan, sentence: Sentence, lexicon: Lexicon
) -> tuple[str, ...]:
    nouns, mottos, naming, _ = _words(lexicon)
    clause = len(words) >= 6 and " " in words and bool(_ENDING.search(words))
    final = " " in words and bool(_FINAL.search(words))
    if _COPULA.match(after):
        says = _SAYS.match(after)
        if says and says["verb"].startswith(naming):
            return ()
        bare = _COPULA.match(after)
        if (
            bare
            and bare.group().startswith(("고", "며", "면서"))
            and not re.search(r"[다냐자라까요마죠네지오세음함됨임][.!?…]*$|[.!?…]$", words)
        ):
            return ()
        return ("quoting-particle",)
    if _HADA.match(after) and words.count(" ") >= 3 and len(words) >= 14 and _BEFORE_HADA.search(words):
        return ("quoting-particle",) if reports(after, lexicon) else ()
    if _AND_IS.match(after) and words.endswith("것") and len(words) >= 14 and reports(after, lexicon):
        return ("quoting-particle",)
    if _BEING.match(after) and " " in words and reports(after[:60], lexicon):
        return ("quoting-particle",)
    attributive = _ATTRIBUTIVE.match(after)
    if attributive:
        told = attributive["after"].split()
        if any(w.startswith(mottos) for w in told[:2]) and not any(w.startswith(nouns) for w in told[:2]):
            return ()
        owned = next((i for i, w in enumerate(told) if len(w) > 1 and w.endswith("의")), 0)
        near = told if told[0] in ("게", "것이", "것은", "점을") else told[: owned + 2]
        if any(w.startswith(nouns) for w in near) and (
            len(words) >= 6 or final or re.search(r"(?:다|요|까|자)$", words)
        ):
            return ("speech-noun",)
        return ("clause",) if final and len(words) >= 14 else ()
    if re.match(r"^\s?\([^)]{2,30}\)", after):
        rest = re.sub(r"^\s?\([^)]{2,30}\)", "", after)
        return ("speech-noun",) if clause and not rest.startswith(("을", "를")) else ()
    if _STOPPED.search(words) and len(words) >= 8:
        return ("whole-sentence",)
    last = not after.strip(' .,”"')
    labelled = last and " " in words and len(words) >= 8
    if labelled and (_TITLE_AND_COLON.search(before) or _SPEECH_AND_COLON.search(before)):
        return ("paragraph-of-its-own",)
    if last and not before.strip(' ,-“"A답:.ㅇㅁo○◦•●▷▶□■※·∙‣'):
        return ("paragraph-of-its-own",) if final or len(words) >= 20 else ()
    if re.match(r"^\s*[,，]?\s*(?:이?라고|이?라며)\s", after):
        return ("quoting-particle",)
    if re.match(r"^\s?등(?:의|과|을|으로|이라며|이라는)?\s", after):
        return ("clause",) if final and len(words) >= 6 else ()
    if re.match(r"^\s", after) and reports(after[:40], lexicon):
        return ("reporting-verb",)
    if _AS_TOLD.search(before) and len(words) >= 6 and " " in words:
        return ("speech-noun",)
    if len(words) >= 14 and words.count(" ") >= 2 and words.endswith("것") and _TO_BE_DONE.match(after):
        return ("speech-noun",)
    if re.match(r"^[은는이가을를의과와도에로]", after):
        return ()
    return ("clause",) if final and len(words) >= 10 and (not after.strip() or after[0] in " .,…") else ()


def _single(words: str, after: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Name marks round a whole sentence that a verb of speaking takes up."""
    says = _TAKEN_UP.match(after)
    if not says or len(words) < 12 or words.count(" ") < 2 or not _FINAL.search(words):
        return ()
    verb = says["verb"]
    if re.match(
        r"^(?:(?:거듭|다시|또|재차|힘주어|분명히|직접)\s)?(?:말했|말한|밝혔|밝힌|강조|설명했|덧붙였|당부했|지적했|"
        r"답했|전했|주장했|약속했|비판했|호소했|토로했|했다)",
        verb,
    ):
        return ("quoting-particle", "name-marks")
    return ()


def _headline(words: str, before: str, after: str) -> tuple[str, ...]:
    """In a headline: a clause, or words that a name stands before."""
    if len(words) < 6 or " " not in words or re.match(r"^[은는이가을를의과와에로]|^(?:이?라는|이?란)", after):
        return ()
    named = bool(re.search(r"[가-힣](?:장|사|수|원|자|표|통령|총리|장관|행|위|측|[가-힣]{2})\s*[:,]?\s*$", before))
    if re.search(
        r"(?:다|요|까|자|냐|라|네|지|죠|야|해|돼|려|때|돼야|해야|어야|아야|겠다|없어|있어|않아|것|중|뿐|왜)[.!?…]*$",
        words,
    ):
        return ("headline-clause",)
    return ("headline-named",) if named and len(words) >= 8 else ()


def _without_repeats(text: str, found: list[Direct]) -> list[Direct]:
    """Leave out the headline speech that the body says again, a particle or two more or less."""
    body = [_letters(d.span.span.of(text)) for d in found if d.sentence.block not in ("title", "subtitle")]
    kept: list[Direct] = []
    heads: list[str] = []
    for direct in found:
        if direct.sentence.block in ("title", "subtitle"):
            mine = _letters(direct.span.span.of(text))
            if any(_repeats(mine, other) for other in (*body, *heads)):
                continue
            heads.append(mine)
        kept.append(direct)
    return kept


def _letters(words: str) -> str:
    return _NO_LETTER.sub("", words)


def _repeats(short: str, long: str) -> bool:
    """Whether the letters of ``short`` stand in ``long`` in order, within a stretch hardly longer."""
    if not short or short in long:
        return bool(short)
    most = len(short) + max(2, len(short) // 7)
    at = long.find(short[0])
    while at >= 0:
        place, hits = at, 0
        for letter in short:
            place = long.find(letter, place, at + most)
            if place < 0:
                break
            place, hits = place + 1, hits + 1
        if hits == len(short):
            return True
        at = long.find(short[0], at + 1)
    return False
