"""Parties that no table knows, and the regional branches of all: 더나은당, 더나은당 전남도당."""

from collections.abc import Iterator

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.patterns import regex

_NAMED = regex(r"(?<![가-힣A-Za-z0-9])(?P<name>[가-힣]{2,9}당)(?=[\s,.’'”()·\]]|은|이|을|의|과|도|에|측|$)")
_BRANCH = regex(r" [가-힣]{1,6}(?:도|시|군|구)당(?![가-힣]{2})")
_AS_PARTY = regex(
    r"(?:이|은|의|에서|도)? ?(?:(?:소속|중앙당|지도부|당사|당원|공천|비례대표|최고위원|원내대표|정책위|대변인|당대표|"
    r"선대위|경선|의원총회|의석|지역위원|시도당)|[가-힣]{2,4} (?:예비)?후보|[가-힣]{2,4} (?:국회)?의원)"
)
"""What stands behind a party's name and behind no other word in -당."""
_ACTS = regex(r"(?:은|이|의) ")
_SHORTEST = 2
_NO_PARTY = (
    *("식당", "성당", "담당", "해당", "정당", "여당", "야당", "일당", "수당", "강당", "상당", "부당"),
    *("타당", "온당", "명당", "마당", "사당", "서당", "당당", "전당", "신당", "창당", "입당", "탈당"),
    *("합당", "분당", "공당", "양당", "배당", "할당", "충당", "감당", "황당", "응당", "무당", "악당"),
    *("도당", "시당", "중앙당", "적당", "가당", "본당", "각당", "군소당"),
)


def parties(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """Each place of a name in -당 that the text once uses as a party's, and each branch behind a party's name."""
    text = analysis.text
    if "당" not in text:
        return
    places = [m for m in _NAMED.finditer(text) if analysis.sentence_at(m.start()) and not m["name"].endswith(_NO_PARTY)]
    at_all = any("Party" in m.value.classes for m in mentions.of("organization"))
    known = {m["name"] for m in places if _BRANCH.match(text, m.end("name")) or _AS_PARTY.match(text, m.end("name"))}
    if known or at_all:  # where parties are told of, who acts beside them is one too
        known |= {m["name"] for m in places if len(m["name"]) > _SHORTEST and _ACTS.match(text, m.end("name"))}
    for place in places:
        begin, end = place.span("name")
        if place["name"] not in known or not mentions.free(begin, end, "organization", "region"):
            continue
        if branch := _BRANCH.match(text, end):
            yield Mention(begin, branch.end(), "organization", Name(text[begin : branch.end()], ("Party",)), "party")
        else:
            yield Mention(begin, end, "organization", Name(place["name"], ("Party",)), "party")
    for party in list(mentions.of("organization")):
        if "Party" in party.value.classes and (branch := _BRANCH.match(text, party.end)):
            name = Name(f"{party.value.official or party.value.text}{branch.group()}", ("Party",))
            yield Mention(party.begin, branch.end(), "organization", name, "party-branch")
