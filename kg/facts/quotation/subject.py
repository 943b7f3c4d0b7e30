"""The subjects of a sentence that can speak: persons, bodies, people without a name."""

import re
from functools import lru_cache
from typing import NamedTuple

from kg.documents.reporters import is_name
from kg.facts.quotation.unknown import NO_SPEAKER
from kg.language.model import Analysis, Sentence, Token
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_PARTICLE = regex(r"(?:께서는|께서도|께서|측에서는|측에서|측은|측이|측도|은|는|이|가|도|역시)(?=[\s,“\"‘'(]|$)")
_BRACKET = regex(r"\s?\([^()]{1,40}\)")
_ANONYMOUS_NAME = regex(
    r"[가-힣]\s?모\s?(?:\(\d{1,3}[^)]{0,6}\)\s?)?(?:씨|군|양|대표|교수|사장)|[A-Z가-힣]\s?씨|[A-Z]\s?(?:대표|교수|"
    r"국장|과장|의원)"
)
_ONE = regex(r"(?<![가-힣A-Za-z0-9])한\s$")  # 한 농부는: somebody without a name
_CIRCLES = regex(
    r"(?:사이에서|일각에서|안팎에서|주변에서|업계에서|학계에서|야권에서|여권에서|지역사회에서)(?:는|도|선)(?=\s)"
)
_UNNAMED_TITLE = regex(
    r"(?<![가-힣A-Za-z0-9·])[가-힣A-Za-z0-9·]{0,14}(?:국장|과장|팀장|실장|단장|본부장|센터장|담당관|기획관|정책관|"
    r"소장|원장|처장|부장|회장|사무총장|"
    r"총장|대변인|위원장|시장|군수|구청장|지사|의원|의장|위원|교수|대표|사장|조합장|박사|씨)$"
)
_STAFF_NEXT = regex(r" (?:관계자|담당자|담당|직원|공무원|팀장|주무관|간부)")
_LISTS = regex(r"[·,(]|와 |과 |및 ")
_REACH = 40
_THIS_BODY = regex(r"(?<![가-힣])(?:이|해당) (?:단체|회사|기업|업체|기관|협회|재단|조합|노조|연구원|병원|대학|공사) ?$")
_ITS_TOPIC = regex(r"[’'”\"」)]?(?:은|는|이|가|도)(?![가-힣])")


_LAST_WORD = regex(r"(?:^|[\s,.(])([가-힣]{2,4})\s$")


class Subject(NamedTuple):
    """Somebody who may speak: ``mention`` is None for people without a name; ``topic`` tells 은/는 from 이/가."""

    mention: Mention | None
    begin: int
    end: int
    topic: bool
    human: bool


@lru_cache(maxsize=4)
def human_nouns(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """The nouns for people without a name: those who speak for a body, and all."""
    return frozenset(lexicon.words("human_nouns", role="staff")), frozenset(lexicon.words("human_nouns"))


@lru_cache(maxsize=4)
def _longer(lexicon: Lexicon) -> tuple[str, ...]:
    """The nouns of more than one letter, with which a compound can end."""
    return tuple(sorted(noun for noun in human_nouns(lexicon)[1] if len(noun) > 1))


def find_subjects(
    analysis: Analysis, mentions: Mentions, lexicon: Lexicon, sentence: Sentence, begin: int, end: int
) -> list[Subject]:
    """The subjects in ``text[begin:end]`` of one sentence, in order; quoted words must not stand in that range."""
    if end - begin < 2:
        return []
    text = analysis.text
    tokens = [t for t in sentence.tokens if begin <= t.begin < end]
    found: dict[int, Subject] = {}
    staff, anyone = human_nouns(lexicon)
    for mention in mentions.within(Span(begin, end), "person", "person-short", "organization", "organization-short"):
        particle = _particle_after(text, mention, end, tokens, mentions)
        if particle is None:
            continue
        place, stop = particle
        if mention.kind.startswith("organization") and not _speaks_for(text[mention.end : place], staff):
            continue
        old = found.get(place)
        if old and old.mention and _rank(old.mention) <= _rank(mention) and old.mention.begin <= mention.begin:
            full = old.mention.kind == mention.kind == "person"
            if not full or _LISTS.search(text, old.mention.end, mention.begin):
                continue
        if old and old.mention and _rank(old.mention) < _rank(mention):
            continue
        who: Mention | None = mention
        if not _by_name(mention) and _ANONYMOUS_NAME.search(text, mention.begin, place):
            who = None
        found[place] = Subject(
            who,
            mention.begin,
            stop,
            text[place] in "은는도역" or text.startswith("께서는", place) or "측은" in text[place:stop],
            True,
        )
    longer = _longer(lexicon)
    for token in tokens:
        if (
            token.tag in ("JX", "JKS")
            and token.form in ("은", "는", "이", "가", "도", "께서")
            and token.begin not in found
        ):
            word = _word_before(text, token.begin, begin)
            if word and (
                word in anyone
                or word.endswith(longer)
                or _ONE.search(text, max(begin, token.begin - len(word) - 3), token.begin - len(word))
                or _ANONYMOUS_NAME.search(text, max(begin, token.begin - 16), token.begin)
            ):
                found[token.begin] = Subject(
                    None, token.begin - len(word), token.end, token.form in ("은", "는", "도"), True
                )
        if token.tag in ("JX", "JKS") and token.form in ("은", "는", "이", "가", "도") and token.begin not in found:
            titled = _UNNAMED_TITLE.search(text, max(begin, token.begin - 24), token.begin)
            if titled and not any(s.begin <= titled.start() < s.end for s in found.values()):
                bodies = mentions.within(
                    Span(max(begin, titled.start() - 20), token.begin), "organization", "organization-short"
                )
                near = bodies[-1] if bodies and text[bodies[-1].end : titled.start()].strip() == "" else None
                if near is not None and _is_named(text[begin : min(near.begin, titled.start())]):
                    near = None  # 길훤 나루대병원장은: who has a name is not the body
                found[token.begin] = Subject(
                    near, near.begin if near else titled.start(), token.end, token.form in ("은", "는", "도"), True
                )
    for match in _CIRCLES.finditer(text, begin, end):
        found[match.start()] = Subject(None, match.start(), match.end(), True, True)
    return [found[p] for p in sorted(found)]


def _is_named(before: str) -> bool:
    """Whether the words before a title end with what looks like a person's name."""
    word = _LAST_WORD.search(before)
    return word is not None and word[1] not in NO_SPEAKER and is_name(word[1])


def this_body(analysis: Analysis, mentions: Mentions, sentence: Sentence, subject: Subject) -> Mention | None:
    """What «이 단체» in «이 단체 관계자는» means: the body that was a subject last, of the line before at most."""
    if not _THIS_BODY.search(analysis.text, max(sentence.begin, subject.begin - 8), subject.begin):
        return None
    for earlier in reversed(analysis.sentences[max(0, sentence.index - 2) : sentence.index]):
        if sentence.paragraph - earlier.paragraph > 1:
            return None
        for mention in mentions.within(earlier.span, "organization", "organization-short"):
            if _ITS_TOPIC.match(analysis.text, mention.end) and analysis.quoted_at(mention.begin) is None:
                return mention
    return None


def _by_name(mention: Mention) -> bool:
    """Whether a mention is a person's name, or the surname of somebody whom the text names in full."""
    return mention.kind == "person" or (mention.kind == "person-short" and mention.value.surname is not None)


def _rank(mention: Mention) -> int:
    """Persons come before bodies."""
    return {"person": 0, "person-short": 1, "organization": 2, "organization-short": 3}[mention.kind]


def _word_before(text: str, place: int, begin: int) -> str:
    match = re.search(r"[가-힣A-Za-z]+(?:\([^)]{1,20}\)\s?[가-힣]*)?$", text[max(begin, place - 20) : place])
    return match.group().removesuffix("들") if match else ""


def _particle_after(
    text: str, mention: Mention, end: int, tokens: list[Token], mentions: Mentions
) -> tuple[int, int] | None:
    """Where the subject particle of the phrase begins and ends whose name is the mention, or None.

    What looks like a particle inside the name of a government is none: N 아라도 국장은.
    """
    limit = min(end, mention.end + _REACH)
    place = mention.end
    closed: tuple[str, ...] = ("JKO", "JKB", "JC", "JKV", "JKQ", "EC", "EF", "ETM", "EP", "VV", "VX", "VCP", "XSV")
    if mention.kind.startswith("person"):
        closed += ("JKG",)
    while place < limit:
        bracket = _BRACKET.match(text, place, end)
        if bracket:
            place = bracket.end()
            limit = min(end, max(limit, place + 20))
            continue
        if text[place] == " " and (named := _government_at(mentions, text, place + 1)) is not None:
            place = named
            continue
        match = _PARTICLE.match(text, place, end)
        if match and not text[place - 1].isspace() and not _inside_word(text, place, match, tokens, mention):
            return place, match.end()
        if text[place] in ",.;:“”\"‘’'…" or (text[place] == "·" and place == mention.end):
            return None
        place += 1
        if text[place : place + 1] == "과" and _STAFF_NEXT.match(text, place + 1):
            continue  # the end of a department's name, which looks like a particle: 시 식품과 관계자
        if place < limit and any(t.begin == place and t.tag in closed for t in tokens):
            return None
    return None


def _government_at(mentions: Mentions, text: str, begin: int) -> int | None:
    """The end of the government's name that begins there and before which only the next word's space stands."""
    for mention in mentions.within(Span(begin, begin + 12), "organization"):
        if mention.begin == begin and "LocalGovernment" in mention.value.classes and text[mention.end] == " ":
            return mention.end
    return None


def _inside_word(text: str, place: int, match: re.Match[str], tokens: list[Token], mention: Mention) -> bool:
    """Whether the letters of the particle belong to a word: 대구시의 회의(이), 전문가, 관계자가 are told apart by
    Kiwi.
    """
    if place == mention.end or match.group() in ("께서는", "께서", "측은", "측이", "역시", "측에서는"):
        return False
    for token in tokens:
        if token.begin == place and token.tag in ("JX", "JKS", "JKC"):
            return False
        if token.begin < place < token.end and token.tag.startswith(("N", "V", "M", "X")):
            return True
        if token.begin > place:
            break
    return any(t.begin <= place < t.end and not t.tag.startswith("J") for t in tokens)


def _speaks_for(tail: str, staff: frozenset[str]) -> bool:
    """Whether what follows a body's name is nothing, or ends in a word for somebody who speaks for it."""
    words = _BRACKET.sub("", tail).strip()
    return not words or words.endswith(tuple(sorted(staff)))
