"""Names of programs between name marks, and what their surroundings say of them."""

from collections.abc import Iterator

from kg.language.model import Analysis, Sentence, Token
from kg.lexicon import Lexicon
from kg.mentions.model import MentionKind, Mentions
from kg.mentions.program.candidates import Candidate, bare_name, says_specific
from kg.mentions.program.introduced import are_plain, is_christened, only_mentioned, used_as_name
from kg.mentions.program.phrases import phrases
from kg.mentions.program.witnesses import governed, is_planned, witnesses
from kg.mentions.program.words import ProgramWords, program_words
from kg.patterns import regex
from kg.spans import Span

_SPACE = regex(r"\s+")
_NUMBERED = regex(r"^[가-힣A-Za-z][가-힣A-Za-z ]{2,}\s(?:\d{2,3}|20[3-9]\d|\d{3,5}\+?)$")
_RENEWED = regex(r"[가-힣A-Za-z]{2} ?(?:\d\.\d|시즌 ?\d)$")
"""``‘가온누리 2.0’``: what has editions is a scheme."""
_TECHNICAL_WORD = regex(r"(?:AI|AX|인공지능|디지털)[가-힣]{4,}")
"""A coined name in one word: ‘AI안심등굣길’."""
_SHORT_TECHNICAL = regex(r"(?:AI|AX)[가-힣]{2,3}")
"""A short one, which must stand as a part of its sentence: ‘AI주치의’가."""
_WORDS = regex(r"[A-Za-z]+|[가-힣]+")
_MARKS = regex(r"[《〈<「『]([^《》〈〉<>「」『』\n]{2,60})[》〉>」』]")
_NOMINAL_ENDS = frozenset({"NNG", "NNP", "SL", "SN", "SH", "XSN", "ETN", "NNB", "NR", "XR", "SSC", "SW"})
_AFTER_MARK = regex(r"[’'」』》〉>\"”]?\s?(?:\([^()]{1,20}\)\s?)?([가-힣]{1,6})(?:\s([가-힣]{2,5}))?")
_CHOSEN = regex(
    r"[’'」』》〉>\"”]에 ?(?:최종 |최종적으로 |연달아 |나란히 )?"
    r"(?:선정|뽑[혔혀히힌]|지정|낙점|응모|공모|도전장|지원서|신청서)"
)
"""«‘가온 거점’에 뽑혔다»: only a program chooses."""
_COUNTED_OUT = regex(r"[’'」] ?\d[\d,]*여? ?(?:개|대|곳|벌|척|기|세트|개소)(?=[을를] )")
"""``손목밴드 ‘가온지기’ 1,500개를 보급한다``."""
_FAIR = ("축제", "페스타", "페스티벌", "박람회", "엑스포", "대회", "전시회", "공모전", "콘서트", "해커톤")
_HELD = regex(r"[^.\n]{0,60}(?:열[렸린리고었어]|연다|열 계획|개최|개막|폐막|막을 (?:올|내)|참석|찾[았은])")
"""The verbs of a gathering that takes place."""
_SLOGAN = regex(r"[’'」』》〉>\"”]?\s?(?:을|를|이라는|라는|란)?\s?(?:목표로|주제로|슬로건|구호|표어|기치)")
_SAID = regex(
    r"[’'」』》〉>\"”]?\s?(?:(?:이?라는|이?란)\s(?:말|단어|이름표|꼬리표|수식어|표현|간판|문구|오명|비아냥"
    r"|우려|지적|질문|인식|이유|주장|논리|명분|핑계|목소리|반응|평가|비판|소리|뜻|의미)"
    r"|(?:이)?라(?:고|며)\s(?:비판|꼬집|지적|비꼬|쏘아붙|깎아내|평가절하|혹평|질타|되묻|반문)"
    r"|(?:글자|글귀|문구|현수막|팻말|푯말|간판|구호)|(?:이|가|으?로)\s(?:되지|남지|끝나지|전락)"
    r"|이라고\s(?:쓴|적힌|적은|새긴))"
)
_OF_A_TEAM = regex(r"[’'」』》〉>\"”]\s?(?:팀(?!장)|부문|세션|트랙(?!터)|조(?=[는가의를와 ])|코너)")
"""Behind these marks stands the name of a team, or of a part of a contest or a meeting: ‘푸른별’팀."""
_ANSWERED = regex(r"[’'」』》〉>\"”]\s?\(\d[\d.]*\s?(?:%|퍼센트|명|건)")
"""What so many answered in a poll: «‘업무 속도 향상’(63.4%)»."""
_TALKED_OF = regex(r"(?:방안|방향|과제|현황|사례|전망|동향|성과|필요성|중요성|역할|쟁점|해법|미래|계획)$")
_IS_TALKED_OF = regex(
    r"[’'」』》〉>\"”]\s?(?:을|를|에\s대해서?도?|에\s대하여|에\s관해서?|에\s관하여|이라는\s제목으로|등을|등에\s대해),?\s?"
    r"(?:[가-힣]+\s){0,3}?(?:논의|토의|토론|강연|발제|특강|강의|제언|공유|이야기|"
    r"발표(?:하였|했|하고|하며|를 (?:했|맡|진행))|의견을|머리를 맞)"
)
"""What was talked of at a meeting: «‘데이터 활용 방안’에 대해 논의했다»."""
_PRESENTED_PLAN = regex(r"계획[’'」』》〉>\"”]\s?을\s(?:[가-힣]+\s){0,2}?발표")
_GATHERS = regex(r"세미나|포럼|워크숍|학술|토론회|발제|콘퍼런스|심포지엄|강연")
"""«‘P 계획’을 발표했다» presents the plan, unless somebody talks of it where people meet."""
_FOOTNOTE = regex(r"\s?[*＊†‡]{1,3}$")  # ‘가온 자율차*’
_NO_NAME = regex(
    r"(?:국비|도비|시비|군비|구비|예산|사업비|예산안|현황|추이|내역|개요|삭감|감액|감축|논란|의혹|실패|부실|주장|요구|반대|폐지|철회"
    r"|투자계획|집행계획|재원계획|추진일정|총괄표|내역서|세부내역|체계도|개요도)$"
)
"""What closes a table's title or a point of dispute, and no name of a program."""
_HEADS_AN_ITEM = regex(
    r"(?:^|\n)[ \t]*(?:(?:제[ \t]?목|건[ \t]?명|안건|사업|과제)[ \t]?[:：]|"
    r"\[[^\[\]\n]{1,8}\]|\d{1,2}[.)]|[가-하][.)]|[①-⑳]"
    r"|[□■○◇▶◆▣❍❏◎●])[ \t]?(?:[가-힣A-Za-z0-9]{1,8} ){0,3}[‘'「『]$"
)
"""``[시정 1] ‘가온 AI 상담봇’ 낮은 이용``: a numbered or marked line is about what it names."""
_NO_COLON = regex(r"[^\n:：]*(?:\n|\Z)")
_PAID_NEXT = regex(
    r"[’'」』](?:이다|다|입니다|이에요|예요)\. (?:여기|이 사업|이곳|여긴)[^.]{0,14}\d[\d,.]*[조억천백만 ]*원"
)
_COINED = regex(r"[가-힣A-Za-z0-9+]{2,8}(?: [가-힣A-Za-z0-9+.]{1,6})?")
_ONE_WORD = regex(r"[가-힣A-Za-z0-9+]{2,8}")
_OF_PLACE = regex(r"[가-힣]{2,4}형 ")
"""``‘가온형 일자리’``: what a place calls its own kind of a thing."""
_NAMED_KINDS = frozenset({"System", "Voucher", "Fund", "Project", "Program"})
_KINDS_OF_MANY = ("로봇", "카드", "지도", "과정", "정책")
_STANDS = regex(
    r"[’'」』》〉>\"”](?:은|는|이|가|을|를|에|에는|의|이다|이며|예요|이에요|입니다)(?=[\s.,])"
    r"|[’'」』》〉>\"”]\s?:\s"
)
"""What closes a name that is a part of its sentence as any noun is, and heads a bullet."""
_GOES_ON = regex(
    r"[’'」』》〉>](?:은|는|이|가|을|를|에|에는|에서|에서는|의|도|와|과|로|부터|까지)(?=[\s.,])"
    r"|[’'」』》〉>]\s?(?:사업|운영|확대|구축|도입|실증|조성|추진|보급|개발|시범|개소|개통|공모|예산|사업비|건립|설치|확산|육성|지원|참여|\d)"
)
"""What is behind a name that its sentence uses as a noun."""
_OBJECT = regex(r"[’'”\"」』》〉]?(?:을|를)\s")
_EDITION_OF_YEAR = regex(r"20\d\d$")
_CLAUSAL = frozenset({"JX", "JKS", "EF", "EC", "EP", "IC"})
_OF_OTHERS: tuple[MentionKind, ...] = ("region", "organization", "organization-short", "person", "place")
_SUM_LAST = regex(r"\d[\d,.]*\s?(?:[조억만천백]\s?\d*)+\s?(?:원)?$|\d\s?원$")
"""What stands in marks and ends with a sum is words of somebody: ‘468억 원’."""


def marked(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Candidate]:
    """Noun phrases between name marks."""
    words, text = program_words(lexicon), analysis.text
    for begin, end, speech in _marked_spans(analysis):
        sentence = analysis.sentence_at(begin)
        if sentence is None or not 2 <= end - begin <= 60:
            continue
        starred = _FOOTNOTE.search(text, begin, end)
        stop = starred.start() if starred else end
        inner = [t for t in sentence.tokens if begin <= t.begin and t.end <= stop]
        if len(inner) > 1 and inner[-1].tag == "JKS" and inner[-1].form == "이" and inner[-1].end == end:
            inner = inner[:-1]  # no subject ends where a name does: 알림이
        if not speech and (called := _called(sentence, text, begin, end, lexicon)) is not None:
            yield called
            continue
        if not inner or text[begin:end].rstrip()[-1] in ".?!…":
            continue
        noun = not speech and sentence.block != "title" and _stands_as_noun(inner, text, begin, end, words)
        used = not speech and used_as_name(sentence, inner, text, begin, end, lexicon)
        used = used and not any(m.span.holds(Span(begin, end)) for m in mentions.within(Span(begin, end), *_OF_OTHERS))
        noun = noun or used
        if inner[-1].tag not in _NOMINAL_ENDS and not noun:
            continue
        if (
            _SUM_LAST.search(text, begin, end)
            or _OF_A_TEAM.match(text, end)
            or _ANSWERED.match(text, end)
            or _is_talked_of(text, begin, end, sentence)
            or _SLOGAN.match(text, end)
            or _SAID.match(text, end)
            or _NO_NAME.search(text, begin, end)
        ):
            continue
        name = _SPACE.sub(" ", text[begin:stop]).strip()
        head = _head_after(text, end, words)
        if speech and head is None:
            continue
        bare = bare_name(name)
        suffix, other = words.suffix(bare), words.other_head(bare)
        if suffix is None and (year := _EDITION_OF_YEAR.search(bare)) and _names_event(text, end, words):
            suffix = words.suffix(bare[: year.start()])
            if suffix is None or suffix.cls not in ("Strategy", "Plan"):
                continue
        numbered = suffix is None and not speech and bool(_NUMBERED.search(name) or _RENEWED.search(name))
        if head is None and suffix is None and not speech and not numbered and only_mentioned(text, begin, end):
            continue
        if head is None and suffix is not None and suffix.word == bare.replace(" ", ""):
            continue
        if (
            suffix is None
            and head is None
            and not noun
            and (
                any(t.tag in _CLAUSAL and not text[t.end : t.end + 1].isalnum() for t in inner)
                or (sentence.block == "title" and text.count(text[begin:end]) == 1 and not _OBJECT.match(text, end))
            )
        ):
            continue  # a clause (a particle inside a word is none), or a headline's slogan
        budgeted = other == "event" and bare.endswith(_FAIR) and not _HELD.match(text, end)
        if budgeted and "money" in witnesses(analysis, sentence, mentions, begin, end, lexicon):
            yield Candidate(begin, end, name, suffix, "marked", frozenset({"head", "money"}), True)
            continue
        if other == "event" and not any(t.tag in ("ETM", "JKO") for t in inner):
            inside = _plan_in_event(name, words)
            if inside is not None:
                yield Candidate(begin, begin + len(inside), inside, words.suffix(inside), "event", frozenset(), True)
            continue
        if other == "topic" and _OF_PLACE.match(name):
            yield Candidate(begin, end, name, suffix, "marked", frozenset({"head"}), True)
            continue
        planned = other == "organization" and is_planned(analysis, lexicon, mentions, begin, end)
        if (
            other
            and not planned
            and (suffix is None or len(suffix.word) < 3)
            and not (head and other in ("slogan", "topic"))
        ):
            continue
        seen = witnesses(analysis, sentence, mentions, begin, end, lexicon)
        if not speech and (counted := _COUNTED_OUT.match(text, end)) and governed(sentence, counted.end(), lexicon):
            seen.add("verb")
        if head is not None or planned:
            seen.add("head")
        if _PAID_NEXT.match(text, end):
            seen.add("money")
        if not speech and head is None and (_CHOSEN.match(text, end) or is_christened(text, begin, end)):
            seen.add("head")
        closing, end = end, stop
        if head is not None and (len(name) <= 5 or (suffix is None and words.heads[head[0]][1])):
            end, name = head[1], f"{name} {head[0]}"
            suffix = words.suffix(head[0])
        telling = " " in bare or _TECHNICAL_WORD.fullmatch(bare)
        if not telling and not speech and _SHORT_TECHNICAL.fullmatch(bare):
            telling = _STANDS.match(text, closing)
        if suffix is None and telling and words.technology & set(_WORDS.findall(bare)):
            seen.add("technology")
        hangul = sum("가" <= letter <= "힣" for letter in bare)
        alone = not speech and suffix is None and hangul > 1 and _NO_COLON.match(text, closing)
        if alone and _HEADS_AN_ITEM.search(text, max(0, begin - 40), begin):
            seen.add("head")
        if numbered:
            seen.add("head")
        if not speech and _ONE_WORD.fullmatch(name) and text.count(name) > 1:
            seen.add("again")
        if not speech and " " in bare and _STANDS.match(text, closing) and are_plain(inner, name):
            seen.add("stands")
        if used and suffix is None:
            seen.add("used")
        specific = says_specific(inner, text, words) or len(bare.replace(" ", "")) >= 8
        yield Candidate(begin, end, name, suffix, "marked", frozenset(seen), specific)


def _is_talked_of(text: str, begin: int, end: int, sentence: Sentence) -> bool:
    """Whether what is in marks is but the matter of a talk, and no plan that is presented."""
    if not (_TALKED_OF.search(text, begin, end) and _IS_TALKED_OF.match(text, end)):
        return False
    presented = _PRESENTED_PLAN.match(text, end - 2) is not None
    return not presented or _GATHERS.search(text, sentence.begin, sentence.end) is not None


def _stands_as_noun(inner: list[Token], text: str, begin: int, end: int, words: ProgramWords) -> bool:
    """Whether what is in marks stands as a noun of its sentence and names a technology beside another word, however
    its last letters were analysed: ‘이동 AI 안과’에서는 is no «안» with a particle."""
    name = _WORDS.findall(text[begin:end])
    if len(name) < 2 or not words.technology & set(name) or not _GOES_ON.match(text, end):
        return False
    return not any(t.tag in ("EF", "EP", "JKO") for t in inner)


def _called(sentence: Sentence, text: str, begin: int, end: int, lexicon: Lexicon) -> Candidate | None:
    """A coined name that the noun before its marks, or a verb of doing, shows to be a program's: AI 앱 ‘다온이’."""
    words = program_words(lexicon)
    name = text[begin:end].strip()
    plain = text[begin - 1] == "「" and _ONE_WORD.fullmatch(name) is not None and not words.other_head(name)
    if plain and governed(sentence, end + 1, lexicon) is not None:
        return Candidate(begin, end, name, None, "marked", frozenset({"head"}), True)
    if not _COINED.fullmatch(name) or words.suffix(name) or words.other_head(name) or _SLOGAN.match(text, end):
        return None
    before = begin - 1 - (text[begin - 2] == " ")
    phrase = next((p for p in phrases(sentence, text, words) if p.end == before), None)
    if phrase is None:
        return None
    kind = text[phrase.begin : phrase.end]
    suffix = words.suffix(kind)
    if suffix is None or suffix.cls not in _NAMED_KINDS or suffix.strength == "deed" or kind.endswith(_KINDS_OF_MANY):
        return None
    if " " in name and words.technology & set(_WORDS.findall(name)):  # 상담 서비스 ‘AI 다온이’: it tells enough alone
        return Candidate(begin, end, name, suffix, "marked", frozenset({"head"}), True)
    whole = _SPACE.sub(" ", f"{kind} {name}")
    return Candidate(phrase.begin, end, whole, suffix, "marked", frozenset({"head"}), True)


def _plan_in_event(name: str, words: ProgramWords) -> str | None:
    """The plan in an event's name: ‘… 육성전략 보고회’."""
    head, _, _ = name.rpartition(" ")
    for _ in range(2):
        suffix = words.suffix(head)
        if suffix is not None and suffix.cls in ("Strategy", "Plan") and len(head) >= 8 and suffix.word != "비전":
            return head
        if suffix is not None and suffix.word.endswith(("사업", "프로젝트")) and len(head) >= 10:
            return head
        head = head.rpartition(" ")[0]
    return None


def _marked_spans(analysis: Analysis) -> Iterator[tuple[int, int, bool]]:
    """Begin, end and whether the marks are those of speech."""
    text = analysis.text
    for q in analysis.quoted:
        if q.closed:
            yield q.begin, q.end, q.double and text[q.begin - 1] not in "「『"
    if "《" in text or "〈" in text or "<" in text:
        for m in _MARKS.finditer(text):
            if m.group()[0] in "《〈<":
                yield m.start(1), m.end(1), False


def _head_after(text: str, end: int, words: ProgramWords) -> tuple[str, int] | None:
    """The noun behind the closing mark that says that a program is named, and its end."""
    m = _AFTER_MARK.match(text, end)
    if m is None or m.start(1) == end:
        return None
    one = m.group(1)
    for size in range(len(one), 0, -1):
        if one[:size] in words.heads and (size == len(one) or _particle(one[size:])):
            return one[:size], m.start(1) + size
    return None


def _names_event(text: str, end: int, words: ProgramWords) -> bool:
    """Whether the noun behind the closing mark says that a gathering is named: ‘AI 가온 2025’ 콘퍼런스에서."""
    m = _AFTER_MARK.match(text, end)
    one = m[1] if m is not None and m.start(1) > end else ""
    return any(
        words.other_head(one[:size]) == "event" and (size == len(one) or _particle(one[size:]))
        for size in range(len(one), 1, -1)
    )


def _particle(rest: str) -> bool:
    return rest in _PARTICLES


# fmt: off
_PARTICLES = frozenset({
    "은", "는", "이", "가", "을", "를", "의", "에", "로", "으로", "도", "만",
    "과", "와", "에는", "에서", "에도", "에만", "이나", "나", "까지", "부터", "이다", "인",
    "이란", "란", "등", "처럼", "보다", "보다는", "이라는", "이며", "이고", "이었다", "였다", "이지만",
    "인데", "에선", "에서는", "부터는", "까지는", "만큼", "뿐", "마저", "조차",
})
# fmt: on
