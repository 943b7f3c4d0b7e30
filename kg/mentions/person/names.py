"""What can be a Korean full name: surname, syllables of given names, and what Kiwi makes of the letters."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kg.language.model import Analysis, Token
from kg.lexicon import Lexicon
from kg.mentions.coined import coined_end
from kg.patterns import regex

Witness = Literal["name", "noun", "split", "compound", "inflected", "verb", "word"]
"""What Kiwi says of a run of letters: a proper name, one noun, pieces, a noun and a syllable, a noun of two syllables
with a particle or copula (조상+은, 고영+인), a syllable with a verb that describes (국+서리+ㄴ), something else."""

_TAILS = frozenset("안과들별관국부처청권자장형용화적팀회비금법률층실단급당측원소대군구도사차점계층")
"""The endings of the compounds that a name of three syllables may be mistaken for (민원실, 문화원)."""
_PLACES = frozenset("동산역섬항리면읍천강호봉골길로교포진")
"""The endings of names of places, which a word of three syllables with a rare surname rather is."""
_PLAIN_RARE = frozenset("도석선설마길연옥육맹탁편피표왕봉")  # rare surnames with which few nouns begin
_NAMELY = frozenset("윤준환균훈혁섭웅빈린율엽욱희숙옥혜현철진석규민연태택정희호열식준")  # end no compound: 기하+철
_GLUED = frozenset("은는이가을를도의와과")
_SPEAKERS_MARKS = frozenset("○◯〇◇●")
_TOWNSHIP = regex(r"[가-힣][읍면] $")
_TOWN_AFTER, _TOWN_BEFORE = regex(r"(?:[·,ㆍ･․‧]|과|와) ?[가-힣]{2,3}동"), regex(r"동(?:[·,ㆍ･․‧]|과|와) ?$")
_SCHOOL_AFTER = regex(
    r" (?:[가-힣]{3} (?:교수|총장|부총장|학장|명예교수|연구원|박사)(?![가-힣]{2})|산학협력단"
    r"|[가-힣]{0,8}(?:학과|학부|대학원|연구소|캠퍼스)|[가-힣]{1,4}대학(?!교)|"
    r"부설|학생|재학|졸업|연구팀|연구진|출신)"
)
_CLAUSE = regex(r"(?:^|[.?!”\"’),·\n] ?)$")
_DUTY = regex(r" (?:책임|선임|주장)(?:[을를은는이가도과와만]|으로| 소재| 여부| 공방| 규명| 추궁| 범위| 비율| 분담)")
"""What a noun's genitive stands before, though it is a title too: «오판의 책임을 묻다»."""
_SHORT_NEXT = regex(r" (?P<surname>[가-힣]) [가-힣]{2,5}")
_CALLED_SHORT = regex(
    r"(?<![가-힣])(?P<surname>[가-힣]) (?:교수|단장|원장|센터장|대표|의원|위원|국장|과장|본부장|시장|군수|"
    r"구청장|회장|소장|실장|팀장|총장|이사장|사장|지사|장관|위원장|의장)(?=[은는이가도의,. ]|에게|과|와)"
)
_NEVER_IN_NAMES = frozenset({"SF", "SP", "SN", "SL", "XSV", "XSA"})
_STEMS, _ALONE = frozenset({"XSV", "XSA", "VV", "VA"}), frozenset({"MM", "NNP", "IC", "NR"})
_ON = frozenset("고며면지게자러려")  # a clause goes on with these; in other endings Kiwi may see a name (나가+람)
_BREAKS = frozenset({"SF", "SSC", "XSV", "XSA"})


@dataclass(frozen=True, slots=True)
class NameTables:
    """Surnames, given-name syllables and the words that only look like names."""

    common: frozenset[str]
    surnames: frozenset[str]
    double: frozenset[str]
    given: frozenset[str]
    never: frozenset[str]
    western: frozenset[str]
    bodies: tuple[str, ...]
    titles: frozenset[str]
    """Titles of two letters: with a particle they look like names (장관은)."""
    countries: frozenset[str]
    places: frozenset[str]
    """Governments' names of one word: Kiwi cuts those that it does not know (은+결+시)."""


@lru_cache(maxsize=4)
def name_tables(lexicon: Lexicon) -> NameTables:
    """The tables ``surnames``, ``given_syllables``, ``person_stopwords`` and the names of places and bodies."""
    kinds: dict[str, set[str]] = {"common": set(), "rare": set(), "double": set()}
    for row in lexicon.rows("surnames"):
        kinds[row["kind"]].add(row["word"])
    never = set(lexicon.words("person_stopwords"))
    places: set[str] = set()
    for table in ("regions", "universities", "companies", "agencies", "ministries"):
        for row in lexicon.rows(table):
            for name in (row.get("official", ""), *row.get("names", "").split("|")):
                never.update((name, name.split(" ")[-1]))
                if table == "regions":
                    places.add(name.split(" ")[-1])
                if name.endswith("대학교"):
                    never.add(name.removesuffix("학교"))
                if table == "regions" and name[-1:] in ("시", "군", "구") and len(name.split(" ")[-1]) > 2:
                    never.add(name.split(" ")[-1][:-1])  # 가온 국장 is of the place
    return NameTables(
        frozenset(kinds["common"]),
        frozenset(kinds["common"] | kinds["rare"]),
        frozenset(kinds["double"]),
        frozenset(lexicon.words("given_syllables")),
        frozenset(n for n in never if 2 <= len(n) <= 5),
        frozenset(lexicon.words("western_names")),
        tuple(w for w in lexicon.words("organization_suffixes", "suffix") if len(w) > 1),
        frozenset(w for w in lexicon.words("titles") if len(w) == 2),
        frozenset(lexicon.words("countries")),
        frozenset(p for p in places if len(p) > 1),
    )


def looks_like_name(word: str, tables: NameTables) -> bool:
    """Whether the syllables can be a surname with a given name and the word is nothing else that is known."""
    if word in tables.never or not 2 <= len(word) <= 4:
        return False
    if word[-1] in "고중초" and word[:-1] in tables.never:
        return False  # 구미고 in 구미고 교장
    if word[-1] == "권" and any(word[:-1] + level in tables.places for level in ("", "시", "군", "구")):
        return False  # 구미권
    if word[:2] in tables.double and len(word) > 2:
        given = word[2:]
    elif word[0] in tables.surnames and len(word) <= 3:
        given = word[1:]
    else:
        return False
    return given != "모" and all(syllable in tables.given for syllable in given)


class TokenIndex:
    """A document's tokens by the place where they begin."""

    __slots__ = ("_begins", "_tokens")

    def __init__(self, analysis: Analysis) -> None:
        self._tokens: list[Token] = []
        for sentence in analysis.sentences:
            self._tokens += sentence.tokens
        self._begins = [t.begin for t in self._tokens]

    def _within(self, begin: int, end: int) -> list[Token]:
        return self._tokens[bisect_left(self._begins, begin) : bisect_left(self._begins, end)]

    def plain(self, begin: int, end: int) -> bool:
        """Whether only nouns stand there: no particle, verb or ending.

        What begins a word and goes on is no particle, though Kiwi takes it for one (은+결시의회, 도+담소프트).
        """
        first, last = bisect_left(self._begins, begin), bisect_left(self._begins, end)
        for i in range(first, last):
            token = self._tokens[i]
            if token.tag[:1] not in "JEV" and token.tag not in _BREAKS:
                continue
            after = self._tokens[i + 1] if i + 1 < last else None
            if token.tag == "ETN" or (token.tag[:1] == "V" and after is not None and after.tag == "ETN"):
                continue  # 나눔센터, 돌봄지원단
            opens = i > 0 and self._tokens[i - 1].end < token.begin and after is not None and after.begin == token.end
            if not (opens and token.tag[:1] == "J" and after is not None and after.tag[:1] == "N"):
                return False
        return True

    def coined(self, begin: int, end: int) -> bool:
        """Whether a word there is a name coined out of a clause: 함께짓는마을."""
        return coined_end(self._within(begin, end)) == end

    def surname_parted(self, begin: int, end: int) -> bool:
        """Whether Kiwi parts the first syllable and sees no particle: 길+도+하+ㄴ."""
        here = self._within(begin, end)
        return len(here) > 1 and here[0].end == begin + 1 and all(t.tag[0] != "J" and t.tag != "XSA" for t in here)

    def surname_first(self, begin: int) -> bool:
        """Whether Kiwi sees a proper name of one syllable there."""
        here = self._within(begin, begin + 1)
        return bool(here) and here[0].tag == "NNP" and here[0].end == begin + 1

    def describes(self, begin: int) -> bool:
        """Whether Kiwi sees a verb there that describes what follows: «발제를 한», no «한» that counts."""
        return [t.tag for t in self._within(begin, begin + 1)] == ["VV", "ETM"]

    def proper_first(self, begin: int) -> bool:
        """Whether Kiwi sees a proper name of two syllables there."""
        return any(t.tag == "NNP" and t.end == begin + 2 for t in self._within(begin, begin + 1)[:1])

    def cut_short(self, begin: int, end: int) -> bool:
        """Whether Kiwi sees a proper name of two syllables and one more syllable that may stand alone (한침+현)."""
        here = self._within(begin, end)
        return len(here) == 2 and self.proper_first(begin) and here[1].end == end and here[1].tag in _ALONE

    def _stands_without_ending(self, stem: Token) -> bool:
        """Whether no ending is joined to what Kiwi takes for a verb's stem: then it is none (손+명+하 조합장)."""
        after = self._within(stem.end, stem.end + 2)
        return not after or after[0].tag[0] not in "EJXV"

    def witness(self, begin: int, end: int) -> Witness:
        """What Kiwi makes of ``text[begin:end]``."""
        tokens = self._within(begin, end)
        if not tokens or tokens[0].begin > begin:
            return "word"
        head, rest = tokens[0], tokens[1:]
        if tokens[-1].end > end:  # Kiwi now and then takes a particle for a part of the name
            return "name" if not rest and head.tag == "NNP" and head.form[end - begin :] in _GLUED else "word"
        if not rest:
            return "name" if head.tag == "NNP" else "noun" if head.tag == "NNG" and end - begin > 2 else "word"
        last = rest[-1].tag
        if head.tag == "XPN" and len(rest) == 1 and rest[0].tag == "NNG":
            return "word"
        if head.end - head.begin == 2 and (
            (last[0] == "J" and len(rest) == 1) or (last == "ETM" and rest[0].tag == "VCP")
        ):
            return "inflected"
        if last == "ETM" and head.end - head.begin == 1 and head.tag[:2] == "NN" and rest[0].tag[:2] in ("VV", "VA"):
            return "verb"
        if (last == "JX" and len(rest) > 1 and rest[-2].tag == "JKB") or (
            last == "EC" and head.tag == "VV" and len(rest) == 1 and head.end - head.begin > 1 and rest[0].form in _ON
        ):
            return "word"  # 여기+서+ㄴ, 만들고
        if last in _STEMS and self._stands_without_ending(tokens[-1]):
            tokens, last = tokens[:-1], "NNG"
        if len(tokens) == 4 and rest[1].tag == "VCP" and rest[0].tag[:2] == "NN" and head.end - head.begin == 1:
            return "split"  # 은+건+이+ㄴ: a copula stands behind a noun, hardly behind two single letters
        if last == "ETM" or any(t.tag in _NEVER_IN_NAMES for t in tokens):
            return "word"
        if head.tag == "NNG" and head.end - head.begin == 2 and len(rest) == 1:
            return "compound"
        return "split"


def is_name(text: str, begin: int, end: int, tokens: TokenIndex, tables: NameTables, *, strong: bool) -> bool:
    """Whether ``text[begin:end]`` is a full name.

    Right before a title or in ``(대표 …)`` the place is strong: Kiwi's proper name may have rare syllables there, and
    a noun that Kiwi cuts in two (신동+욱) may be a name.
    """
    word = text[begin:end]
    double = word[:2] in tables.double
    if (
        word in tables.never
        or word in tables.double
        or not 2 <= len(word) <= (4 if double else 3)
        or not (double or word[0] in tables.surnames)
    ):
        return False
    if word[:2] in tables.titles and word[2:] in _GLUED:
        return False
    if word[-1] in "리길" and _TOWNSHIP.search(text, max(0, begin - 6), begin):
        return False
    if word[-1] == "대" and len(word) > 2 and _SCHOOL_AFTER.match(text, end):
        return False  # 한빛대 산학협력단
    if word[-1] in "면읍" or (
        word[-1] == "동" and (_TOWN_AFTER.match(text, end) or _TOWN_BEFORE.search(text, max(0, begin - 6), begin))
    ):
        return False
    if word[-1] == "의" and _DUTY.match(text, end):
        return False
    seen = tokens.witness(begin, end)
    if seen == "word" or (seen == "name" and any(word + p in tables.never for p in _GLUED)):
        return False  # 가온남+도
    if not looks_like_name(word, tables):
        cut = strong and seen == "split" and len(word) == 3 and word[2] in tables.given and tokens.cut_short(begin, end)
        known = word[0] in tables.common or (strong and word[2:3] not in _PLACES)
        return (seen == "name" or cut) and len(word) > 2 and known and word[2] not in _TAILS
    if seen == "name":
        return len(word) > 2 or strong or word[0] in tables.common
    if len(word) == 2:
        return strong and seen == "split" and word[0] in tables.common and tokens.surname_first(begin)
    if seen == "verb":
        return strong
    if seen == "inflected":
        if strong and word[2:] == "일" and word[0] in tables.common and _CLAUSE.search(text, max(0, begin - 3), begin):
            return True  # 이상일 시장은, to Kiwi «a mayor who is 이상»
        follows = _SHORT_NEXT.match(text, end)
        if follows and follows["surname"] in tables.surnames:
            return False  # 서명은 정 시장과 …
        proper = tokens.proper_first(begin)
        known = (word[0] in tables.common and (strong or proper)) or (strong and proper)
        return known and word[:2] not in tables.never
    if seen in ("noun", "compound"):
        namely = word[2] in _GLUED or (strong and word[2] in _NAMELY)
        plain = word[0] in tables.common | _PLAIN_RARE or (seen == "compound" and namely)
        tailed = word[2] in _TAILS and not (strong and word[2] == "안" and text.startswith(" 의원", end))
        tailed = tailed and not (strong and word[0] in _PLAIN_RARE and _called_short(text, word[0], end))
        return plain and not tailed and (strong or seen == "noun")
    return True


def _called_short(text: str, surname: str, since: int) -> bool:
    """Whether the text goes on to call somebody by the surname and a title: «맹 교수는»."""
    return any(m["surname"] == surname for m in _CALLED_SHORT.finditer(text, since))


def bracketed_name(word: str, tables: NameTables) -> bool:
    """Whether syllables alone in ``(구청장 □□)`` are a name: the place leaves hardly anything else."""
    return (len(word) == 3 or (len(word) == 2 and word[0] in tables.common)) and looks_like_name(word, tables)


def heads_government(text: str, begin: int, end: int, tokens: TokenIndex, tables: NameTables) -> bool:
    """Whether three syllables right before ``○○시장`` or ``○○부 장관`` are a name, whatever nouns Kiwi sees in them."""
    word = text[begin:end]
    if len(word) != 3 or word[0] not in tables.common or not looks_like_name(word, tables):
        return False
    return tokens.plain(begin, end) or tokens.surname_first(begin)


def name_test(text: str, tokens: TokenIndex, tables: NameTables) -> Callable[[int, int], bool]:
    """The test `sure_name` for one text."""
    return lambda begin, end: sure_name(text, begin, end, tokens, tables) or opens_turn(text, begin, end, tables)


def opens_turn(text: str, begin: int, end: int, tables: NameTables) -> bool:
    """Whether letters stand between a speaker's mark at a line's head and a member's title: ``○최하담위원``."""
    if begin < 1 or not text.startswith(("위원", "의원"), end):
        return False
    mark = begin - 1 - (text[begin - 1] == " ")
    if text[mark] not in _SPEAKERS_MARKS or text[max(0, mark - 8) : mark].rstrip(" \t")[-1:] not in ("", "\n"):
        return False
    word = text[begin:end]
    double = word[:2] in tables.double
    return len(word) == 3 + double and (double or word[0] in tables.surnames) and word not in tables.never


def sure_name(text: str, begin: int, end: int, tokens: TokenIndex, tables: NameTables) -> bool:
    """Whether surname, syllables and Kiwi all speak for a full name of three syllables."""
    word = text[begin:end]
    return (
        len(word) == 3
        and word[0] in tables.common
        and looks_like_name(word, tables)
        and tokens.witness(begin, end) == "name"
    )
