"""The name behind a title: ``구청장 N``, ``(대표 N)``, ``원장(N)``, ``가수 N``."""

from kg.mentions.person.apposition import Apposition, Place
from kg.mentions.person.names import bracketed_name, is_name, looks_like_name
from kg.mentions.title_words import NO_OFFICE, PARTICLE, TitleWord
from kg.patterns import regex

_NAME_INSIDE = regex(r" ?\((?P<name>[가-힣]{3})\)")
_RIGHT = regex(
    r"(?:\s?[=:]\s?|(?:은|는|에|에는|인|이던|였던|이었던|(?:을|를) (?:맡았|지냈|역임했|거쳤)던)\s|\s)"
    r"([가-힣]{2,7})"
)
_SIGNED = regex(r"[ \u3000]{2,}(?P<name>[가-힣]{2,4})$")
"""A name set off at the end of a line that tells a post: «산업건설위원회 전문위원   N»."""
_SPACED = regex(r"[ \u3000]{2,}(?P<name>[가-힣](?:[ \u3000]{1,3}[가-힣]){2})\s*(?:\([인印]\)|[인印])?$")
"""The same with a space between its letters, as papers have it: «전문위원   N  N  N»."""
_FOREIGN = regex(r"(?P<given>[가-힣]{1,6}) [가-힣]{1,5}?(?=(?:은|는|이|가|도|의|을|를|와|과|에게)?(?![가-힣]))")
_TWO_WORDS = regex(r"(?P<given>[가-힣]{2,6}) (?P<last>[가-힣]{2,6}?)(?=(?:은|는|이|가|도|의|를|을|와|과)(?![가-힣]))")
_SCHOLARS = ("학자", "사상가", "작가", "시인", "기업가", "발명가", "언론인", "소설가", "지휘자", "피아니스트")
_MARKED = regex(r"[○◯◇◆▲△▶▷■□●] ?$")
"""The marks before a speaker in minutes."""
_AFTER_SPEAKER = regex(r"\s{2}|\s?[:：]|\t")
_PARTICLE = regex(PARTICLE)
_LONGEST_SIGNATURE = 30
_DUTIES = frozenset({"총괄", "책임", "담당", "실무", "간사", "주관", "팀원", "부책임"})
"""Words before a colon that tell a part in a plan and no post."""


def name_behind_title(place: Place, word: TitleWord) -> Apposition | None:
    """The name behind a title: ``구청장 진교훈``, ``(대표 남궁혁)``, ``원장(남궁혁)``."""
    text = place.text
    inside = _NAME_INSIDE.match(text, word.end, place.end)
    if inside is not None and word.kind not in NO_OFFICE:
        begin, end = inside.span("name")
        named = bracketed_name(inside["name"], place.names) and place.tokens.witness(begin, end) != "noun"
        return Apposition(begin, end, word, (word.end, begin), "before") if named else None
    signed = _SIGNED.match(text, word.end, place.end) if word.kind not in NO_OFFICE else None
    if signed is not None and word.end - place.begin <= _LONGEST_SIGNATURE:
        named = is_name(text, *signed.span("name"), place.tokens, place.names, strong=len(signed["name"]) > 2)
        return Apposition(*signed.span("name"), word, (word.end, signed.start("name")), "before") if named else None
    spaced = _SPACED.match(text, word.end, place.end) if word.kind not in NO_OFFICE else None
    if spaced is not None and word.end - place.begin <= _LONGEST_SIGNATURE:
        letters = "".join(spaced["name"].split())
        named = letters[0] in place.names.surnames and looks_like_name(letters, place.names)
        begin, end = spaced.span("name")
        return Apposition(begin, end, word, (word.end, begin), "before") if named else None
    told = _RIGHT.match(text, word.end, place.end)
    if told is None or told.start(1) == word.end:
        return None
    if word.kind in NO_OFFICE:
        return _called(place, word)
    opened = text[max(place.begin, word.begin - 1) : word.begin]
    begin, run = told.start(1), told.group(1)
    gap = text[word.end : begin]
    marked = gap == " " and _MARKED.search(text[max(place.begin, word.begin - 2) : word.begin]) is not None
    if word.bare in _DUTIES and gap.strip(" ") in (":", "="):
        return None  # 총괄 : N 부구청장: what somebody does in a plan
    if gap not in (" ", ":", " : ", ": ", "=", " = ") and not gap.endswith(("에 ", "에는 ", "인 ", "던 ")):
        return None
    for n in (3, 2, 4):
        end = begin + n
        if n > len(run) or not _PARTICLE.match(text, end):
            continue
        if n == 2 and not ((opened == "(" and text[end : end + 1] in ")·, ") or marked):
            continue
        bound = opened != "(" and not marked and text[end : end + 1] in (" ", ".", "")
        if bound and place.tokens.witness(begin, end) == "inflected":
            continue  # 시장 권한을
        bracketed = opened == "(" and text[end : end + 1] == ")"
        alone = (bracketed or _speaks(place, end)) and bracketed_name(text[begin:end], place.names)
        if alone or is_name(text, begin, end, place.tokens, place.names, strong=(opened == "(" or marked) and n > 2):
            return Apposition(begin, end, word, (word.end, begin), "before")
    abroad = _FOREIGN.match(text, begin, place.end) if gap == " " else None
    if abroad and abroad["given"] in place.names.western and _PARTICLE.match(text, abroad.end()):
        return Apposition(*abroad.span(), word, (word.end, begin), "before")
    return None


def _speaks(place: Place, end: int) -> bool:
    """Whether a line of minutes, as far as ``end``, only says who speaks: ``○기업지원국장 N  예, …``."""
    if _MARKED.match(place.text[place.begin : place.begin + 1]) is None:
        return False
    return end == place.end or _AFTER_SPEAKER.match(place.text, end, place.end) is not None


def _called(place: Place, word: TitleWord) -> Apposition | None:
    """The name behind a calling: ``가수 N``."""
    begin, end = word.end + 1, word.end + 4
    if word.kind != "calling" or place.text[word.end] != " ":
        return None
    if (abroad := _scholar_abroad(place, word)) is not None:
        return abroad
    if not _PARTICLE.match(place.text, end):
        return None
    seen = place.tokens.witness(begin, end)
    if seen in ("name", "split") and is_name(place.text, begin, end, place.tokens, place.names, strong=False):
        return Apposition(begin, end, word, (word.end, begin), "before")
    return None


def _scholar_abroad(place: Place, word: TitleWord) -> Apposition | None:
    """Two words behind what scholars are called, no common noun among them: «독일 사회학자 하르트무트 로자는»."""
    named = _TWO_WORDS.match(place.text, word.end + 1, place.end) if word.bare.endswith(_SCHOLARS) else None
    if named is None:
        return None
    given, last = named.span("given"), named.span("last")
    told = named["given"] in place.names.western or len(named["given"]) > 2
    common = {place.tokens.witness(*given), place.tokens.witness(*last)} & {"noun", "compound", "inflected", "verb"}
    if not told or (common and named["given"] not in place.names.western):
        return None
    if named["given"] in place.names.never or named["last"] in place.names.titles:
        return None
    begin, end = given[0], last[1]
    return Apposition(begin, end, word, (word.end, begin), "before")
