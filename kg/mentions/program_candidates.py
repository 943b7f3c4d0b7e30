"""What might be the name of a program, with the witnesses that speak for it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kg.language.model import Analysis, Sentence, Token
from kg.lexicon import Lexicon
from kg.mentions.model import Mentions
from kg.mentions.program_phrases import Phrase, phrases
from kg.mentions.program_words import ProgramWords, Suffix, program_words
from kg.spans import Span


class Candidate(NamedTuple):
    """A possible name: its place, its words, how it ends, where it was seen and what speaks for it.

    ``origin`` is ``marked`` (in name marks), ``listed`` (a bullet's or a table row's head) or ``phrase``.
    """

    begin: int
    end: int
    name: str
    suffix: Suffix | None
    origin: str
    witnesses: frozenset[str]
    specific: bool


_EDITION = re.compile(r"\s*(?:\d+\.\d+|\d단계|시즌\s?\d+|\d+기|Ⅱ|Ⅲ|II|III)$")
_NUMBERED = re.compile(r"^[가-힣A-Za-z][가-힣A-Za-z ]{2,}\s(?:\d{2,3}|20[3-9]\d|\d{3,5}\+?)$")
_GLOSS = re.compile(r"\([^()]*\)")
_WORDS = re.compile(r"[A-Za-z]+|[가-힣]+")
_SPACE = re.compile(r"\s+")
_MARKS = re.compile(r"[《〈<「『]([^《》〈〉<>「」『』\n]{2,60})[》〉>」』]")
_NOMINAL_ENDS = frozenset({"NNG", "NNP", "SL", "SN", "SH", "XSN", "ETN", "NNB", "NR", "XR", "SSC", "SW"})
_AFTER_MARK = re.compile(r"[’'」』》〉>\"”]?\s?(?:\([^()]{1,20}\)\s?)?([가-힣]{2,6})(?:\s([가-힣]{2,5}))?")
_MONEY_LEAD = re.compile(
    r"^[’'」』》〉>\"”]?\)?\s?(?:사업|운영|조성|구축|육성|지원|관련)?\s?(?:예산안|예산|사업비|운영비|출자금|지원금|육성비|조성비|구축비|비)?"
    r"(?:에는|에만|에도|에|은|는|이|가|도|을|를|으로|로|\(|:|：|,)?"
    r"(?:\s|총|모두|약|최대|내년|올해|지난해|첫해|매년|연간|해마다|추가로|각각|국비|시비|도비|구비|군비|민자|사업비|예산|전액|"
    r"\d{4}년(?:까지|도)?|앞으로|향후|\d년간|\(|,)*$"
)
_MONEY_OF = re.compile(
    r"\s?(?:짜리|규모(?:의|인)?|(?:을|를|이)\s(?:들이는|들여|투입하는|투입해|드는|들어가는|투자하는))\s?(?:국책\s|대형\s)?"
)
_MONEY_INTO = re.compile(r"\s?(?:을|를|은|이|가|만)?\s?(?:전액\s|모두\s|우선\s|각각\s)?")
_INTO = re.compile(r"[’'」』》〉>\"”]?\s?(?:사업\s?)?(?:등\s?)?(?:에|에는|몫|용|으로)(?![가-힣]{3})")
_SLOGAN = re.compile(r"[’'」』》〉>\"”]?\s?(?:을|를|이라는|라는|란)?\s?(?:목표로|주제로|슬로건|구호|표어|기치)")
_SAID = re.compile(
    r"[’'」』》〉>\"”]?\s?(?:(?:이?라는|이?란)\s(?:말|단어|이름표|꼬리표|수식어|표현|간판|문구|오명|비아냥|우려|지적|질문|인식)"
    r"|(?:글자|글귀|문구|현수막|팻말|푯말|간판|구호)|(?:이|가|으?로)\s(?:되지|남지|끝나지|전락)|이라고\s(?:쓴|적힌|적은|새긴))"
)
_COINED = re.compile(r"[가-힣A-Za-z0-9+]{2,8}(?: [가-힣A-Za-z0-9+.]{1,6})?")
_OF_PLACE = re.compile(r"[가-힣]{2,4}형 ")
"""``‘가온형 일자리’``: what a place calls its own kind of a thing."""
_SEVERAL = re.compile(
    r"(?:만|이|은|는|도|을|를)? ?(?:[두세네]|다섯|여섯|일곱|여덟|아홉|열|열두|여러|\d{1,3}) ?"
    r"(?:개|종|가지|곳|대|건)(?!년|월|소|국|분의|사|통령)"
)
_NAMED_KINDS = frozenset({"System", "Voucher", "Fund", "Project", "Program"})
_KINDS_OF_MANY = ("로봇", "카드", "지도", "과정", "정책")
_TOPIC = re.compile(r"(?:은|는|도|이|가)(?: 함께| 더| 크게)? [가-힣]")
_OPENING = "‘'「『《〈<\"“ "
_OPENING_TAGS = frozenset({"SSO", "SS", "SSC", "SW"})
_CLAUSAL = frozenset({"JX", "JKS", "EF", "EC", "EP", "IC"})
_VERB_GAP = 24


def marked(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Candidate]:
    """Noun phrases between name marks."""
    words, text = program_words(lexicon), analysis.text
    for begin, end, speech in _marked_spans(analysis):
        sentence = analysis.sentence_at(begin)
        if sentence is None or not 2 <= end - begin <= 60:
            continue
        inner = [t for t in sentence.tokens if begin <= t.begin and t.end <= end]
        if not speech and (called := _called(sentence, text, begin, end, words)) is not None:
            yield called
            continue
        if not inner or inner[-1].tag not in _NOMINAL_ENDS or text[begin:end].rstrip()[-1] in ".?!…":
            continue
        if _SLOGAN.match(text, end) or _SAID.match(text, end):
            continue
        name = _SPACE.sub(" ", text[begin:end]).strip()
        head = _head_after(text, end, words)
        if speech and head is None:
            continue
        bare = _bare(name)
        suffix, other = words.suffix(bare), words.other_head(bare)
        if head is None and suffix is not None and suffix.word == bare.replace(" ", ""):
            continue
        if any(t.tag in _CLAUSAL for t in inner) and suffix is None and head is None:
            continue
        if other == "event" and not any(t.tag in ("ETM", "JKO") for t in inner):
            inside = _plan_in_event(name, words)
            if inside is not None:
                yield Candidate(begin, begin + len(inside), inside, words.suffix(inside), "event", frozenset(), True)
            continue
        if other == "topic" and _OF_PLACE.match(name):
            yield Candidate(begin, end, name, suffix, "marked", frozenset({"head"}), True)
            continue
        if other and (suffix is None or len(suffix.word) < 3) and not (head and other in ("slogan", "topic")):
            continue
        seen = _witnesses(analysis, sentence, mentions, begin, end, lexicon)
        if head is not None:
            seen.add("head")
        if head is not None and (len(name) <= 5 or (suffix is None and words.heads[head[0]][1])):
            end, name = head[1], f"{name} {head[0]}"
            suffix = words.suffix(head[0])
        if suffix is None and " " in bare and words.technology & set(_WORDS.findall(bare)):
            seen.add("technology")
        if suffix is None and _NUMBERED.search(name) and not speech:
            seen.add("head")
        specific = _specific(inner, text, words) or len(bare.replace(" ", "")) >= 8
        yield Candidate(begin, end, name, suffix, "marked", frozenset(seen), specific)


def unmarked(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Candidate]:
    """Rows of nouns that end as programs' names do."""
    words, text = program_words(lexicon), analysis.text
    for sentence in analysis.sentences:
        for phrase in phrases(sentence, text, words):
            if phrase.end - phrase.begin < 4 or not _may_end(text, phrase.begin, phrase.end, words):
                continue
            begin, end = _edges(phrase, sentence, text, words, mentions)
            if end - begin < 4:
                continue
            name = _SPACE.sub(" ", text[begin:end])
            bare = _bare(name)
            suffix = words.suffix(bare)
            if suffix is None or suffix.word == bare.replace(" ", ""):
                continue
            seen = _witnesses(analysis, sentence, mentions, begin, end, lexicon)
            if _SEVERAL.match(text, end):
                continue  # 관광 앱만 일곱 개
            if len(phrase.words) == 1 and not (suffix.strength == "strong" and "verb" in seen):
                continue  # ○○알파시티 is a place
            inner = [t for t in sentence.tokens if begin <= t.begin and t.end <= end]
            glued = suffix.strength == "strong" and len(bare.rsplit(" ", 1)[-1]) - len(suffix.word) >= 4
            specific = _specific(inner, text, words, suffix.word) or glued
            yield Candidate(begin, end, name, suffix, "phrase", frozenset(seen), specific)


def _called(sentence: Sentence, text: str, begin: int, end: int, words: ProgramWords) -> Candidate | None:
    """A name that only the noun before its marks shows to be a program's: AI 길동무 앱 ‘다온이’."""
    name = text[begin:end].strip()
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
    whole = _SPACE.sub(" ", f"{kind} {name}")
    return Candidate(phrase.begin, end, whole, suffix, "marked", frozenset({"head"}), True)


def _plan_in_event(name: str, words: ProgramWords) -> str | None:
    """The plan in an event's name: ‘… 육성전략 보고회’."""
    head, _, _ = name.rpartition(" ")
    for _ in range(2):
        suffix = words.suffix(head)
        if suffix is not None and suffix.cls in ("Strategy", "Plan") and len(head) >= 8 and suffix.word != "비전":
            return head
        head = head.rpartition(" ")[0]
    return None


def _may_end(text: str, begin: int, end: int, words: ProgramWords) -> bool:
    """Whether a row of nouns ends as a program's name can, or with a word that may be cut off: a cheap first look."""
    last = text[end - 1]
    return last in words.last or last.isdigit() or last == ")" or text[begin:end].rpartition(" ")[2] in words.trail


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
    for size in range(len(one), 1, -1):
        if one[:size] in words.heads and (size == len(one) or _particle(one[size:])):
            return one[:size], m.start(1) + size
    return None


def _particle(rest: str) -> bool:
    return rest in _PARTICLES


_PARTICLES = frozenset(
    [
        "은",
        "는",
        "이",
        "가",
        "을",
        "를",
        "의",
        "에",
        "로",
        "으로",
        "도",
        "만",
        "과",
        "와",
        "에는",
        "에서",
        "에도",
        "에만",
        "이나",
        "나",
        "까지",
        "부터",
        "이다",
        "인",
        "이란",
        "란",
        "등",
        "처럼",
        "보다",
        "보다는",
        "이라는",
        "이며",
        "이고",
        "이었다",
        "였다",
        "이지만",
        "인데",
        "에만",
        "에선",
        "에서는",
        "부터는",
        "까지는",
        "만큼",
        "뿐",
        "마저",
        "조차",
    ]
)


def _edges(phrase: Phrase, sentence: Sentence, text: str, words: ProgramWords, mentions: Mentions) -> tuple[int, int]:
    """A phrase without the government that owns it and without words such as 예산, 추진 behind it."""
    begin, end = phrase.begin, phrase.end
    for m in mentions.within(Span(begin, end), "organization", "region"):
        whole = text[m.end : m.end + 1] == " " and text[m.end - 1] in "시도군구부청" and m.end - m.begin > 2
        if m.begin == begin and whole and not text[begin:end].endswith(("조례", "조례안")):
            begin = m.end + 1
    while True:
        cut = text.rfind(" ", begin, end)
        if cut < 0 or text[cut + 1 : end] not in words.trail:
            return begin, end
        end = cut


def _bare(name: str) -> str:
    """A name without glosses in brackets and without its edition."""
    return _EDITION.sub("", _GLOSS.sub("", name)).strip()


def _specific(tokens: list[Token], text: str, words: ProgramWords, suffix: str = "") -> bool:
    """Whether a word before the suffix says more than words that fit any program."""
    forms = [text[t.begin : t.end] for t in tokens if t.tag not in ("XSN", "XPN", "SP", "SW", "SSO", "SSC", "JKG")]
    while forms and suffix and suffix.endswith(forms[-1]):
        suffix = suffix[: -len(forms.pop())]
    return words.says_something(forms)


def _witnesses(
    analysis: Analysis, sentence: Sentence, mentions: Mentions, begin: int, end: int, lexicon: Lexicon
) -> set[str]:
    """What in the sentence speaks for a program: money or a verb of doing behind the phrase."""
    seen: set[str] = set()
    text = analysis.text
    money = next((m for m in mentions.within(Span(end, min(end + 40, sentence.end)), "money")), None)
    if money is not None and _MONEY_LEAD.match(text[end : money.begin]):
        seen.add("money")
    earlier = mentions.within(Span(max(sentence.begin, begin - 40), begin), "money")
    if earlier and _money_goes(text[earlier[-1].end : begin].rstrip(_OPENING), text[end : end + 12]):
        seen.add("money")
    if _adnominal(sentence, begin, lexicon):
        seen.add("verb")
    if governed(sentence, end, lexicon):
        seen.add("verb")
    if sentence.block in ("title", "subtitle"):
        seen.add("title")
    if _opens_on(analysis, sentence, mentions, begin, end):
        seen.add("topic")
    return seen


def _opens_on(analysis: Analysis, sentence: Sentence, mentions: Mentions, begin: int, end: int) -> bool:
    """«AX 바우처도 넓어진다. 올해 40억원을 …»: the topic of a sentence, and money here or in the next sentence."""
    if begin - sentence.begin > 1 or not _TOPIC.match(analysis.text, end):
        return False
    following = analysis.sentences[sentence.index + 1 : sentence.index + 2]
    near = [s for s in (sentence, *following) if s.paragraph == sentence.paragraph]
    return bool(mentions.within(Span(end, near[-1].end), "money"))


def _money_goes(before: str, after: str) -> bool:
    """«N억원을 P에», «N억원이 P 몫», «N억원짜리 P», «N억원을 들이는 P»."""
    if _MONEY_OF.fullmatch(before):
        return True
    return bool(_MONEY_INTO.fullmatch(before) and _INTO.match(after))


def _adnominal(sentence: Sentence, begin: int, lexicon: Lexicon) -> bool:
    """Whether a verb of doing stands right before, bent to what follows: 추진하는 P, 발표한 P."""
    before = [t for t in sentence.tokens if begin - 12 <= t.begin and t.end <= begin and t.tag not in _OPENING_TAGS]
    if len(before) < 2 or before[-1].tag != "ETM":
        return False
    own = doing_verbs(lexicon)["을"]
    return any(t.form in own for t in before[-4:-1] if t.tag in ("NNG", "VV"))


def governed(sentence: Sentence, end: int, lexicon: Lexicon) -> str | None:
    """The verb of doing that takes what ends at ``end`` as its object (을/를, 에 착수), if there is one near."""
    verbs = doing_verbs(lexicon)
    rest = [t for t in sentence.tokens if end <= t.begin < end + _VERB_GAP]
    case = ""
    for i, t in enumerate(rest):
        if t.tag in ("JKO", "JX") and not case:
            case = "을" if t.tag == "JKO" else ""
        elif t.tag == "JKB" and not case:
            case = "에" if t.form in ("에", "에서", "으로", "로") else ""
        elif t.tag in ("NNG", "VV") and case and t.form in verbs.get(case, ()):
            return t.form
        elif t.tag in ("JKS", "EF", "SF") or (t.tag == "JKO" and case):
            return None
        if i == 0 and t.tag not in ("JKO", "JKB", "SS", "SSC", "NNG", "SW", "SSO"):
            return None
    return None


@lru_cache(maxsize=4)
def doing_verbs(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The verbs of table ``operating_verbs`` by the particle of their object."""
    rows = lexicon.rows("operating_verbs")
    return {c: frozenset(r["verb"] for r in rows if r["case"] == c) for c in sorted({r["case"] for r in rows})}
