"""Short forms of bodies: 시는, 도 관계자, 시의회, the head noun of a longer name, and what a text calls (이하 …)."""

from collections.abc import Iterator

from kg.language.model import Analysis, Sentence, Token
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.mentions.organization.called import called_here
from kg.mentions.organization.words import ends_word, suffix_words
from kg.mentions.pieces import piece_rows
from kg.patterns import regex

_LEVELS = frozenset("시도군구")
_COUNCILS = frozenset({"시의회", "도의회", "군의회", "구의회", "의회"})
_HALLS = frozenset({"시청", "도청", "군청", "구청"})
_SCHOOL_OFFICES = frozenset({"시교육청", "도교육청"})
_OWN_OFFICES = frozenset({"보건소"})
"""Offices that every city and county has, called by what they are."""
_SHORT_ENDS = (("노동조합", "노조"), ("테크노파크", "TP"), ("상공회의소", "상의"))
_NO_HEADS = frozenset({"캠퍼스", "의회", "대학교", "대학", "대", "그룹", "전자"})
_SHORT_HEADS = ("센터", "허브", "재단", "원", "위원회", "추진단", "사업단", "자문단", "연구소", "협의회", "협의체")
_PARTICLE = frozenset({"JKS", "JX", "JKG", "JKB", "JKO", "JC", "JKC"})
_ROOM = regex(r"\s?(?:[가-힣0-9·]*(?:실|홀|룸|강당|로비|광장|회의장|청사|앞|센터|관))?(?:에서|서|에|로)(?![가-힣])")
_BEHIND = regex(
    r"\s(?:관계자|담당자|당국|집행부|산하|예산|재정|자체|차원|누리집|홈페이지|공무원|직원|간부|본청|전체|조례|의원|소속|주관|"
    r"출연|출자|(?:고위|핵심|실무|내부|한|(?:[가-힣]{2,6}\s)?담당)\s(?:관계자|공무원|간부|직원|당국자|실무자)|"
    r"[가-힣A-Za-z0-9]+(?:국장|과장|실장|팀장|본부장|단장|국|과|실|센터|위원회|재단)|"
    r"[가-힣A-Za-z0-9·]*(?:소|팀|단|본부|관실|담당관) (?:관계자|담당자|직원|공무원))"
)
_ITS_HEAD = regex(r"\s[가-힣A-Za-z0-9·]+(?:국장|과장|실장|팀장|본부장|단장|담당관|기획관|정책관|추진관)(?![가-힣]{2})")
_ITS_STAFF = regex(r" (?:관계자|담당자|당국자|공무원|실무자)")
_SOME = regex(
    r"(?<![가-힣])(?:(?:뽑|선정|지정|신청|참여|탈락|떨어|응모|제외|포함)"
    r"[가-힣]{0,2}[은는인한던된힌진]|다른|같은|이웃|인접|일부|나머지|어느) $"
)
"""Some of several governments: «뽑힌 시는», «참여하는 군이»."""
_IN_TURN = regex(
    r"(?<=[고며만데서,] )(?:시|도|군|구)"
    r"(?=(?:은|는|이|가) (?:[가-힣]{2,6} ){0,2}\d[\d,.]*(?:조|억|천|백|만))"
)
"""«충남도가 38억원을 대고 군은 52억원을 마련한다», whatever Kiwi makes of the letter."""
_JOINED = frozenset("·‧ㆍ･․/(")


def short_forms(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """Mentions of kind ``organization-short``, to be made full by resolution; ``head`` is the longer name."""
    text = analysis.text
    called = {name: (at, m) for m in mentions.of("organization") for name, at in called_here(text, m)}
    heads = _heads(lexicon, mentions)
    for sentence, row in zip(analysis.sentences, piece_rows(analysis), strict=True):
        yield from _levels(text, sentence)
        for piece in row:
            begin, end = piece.begin, piece.end
            word = text[begin:end]
            if word in _COUNCILS:
                yield _short(begin, end, word, ("Council",), None, "council-level")
            elif word in _HALLS:
                if not _ROOM.match(text, end):
                    yield _short(begin, end, word, ("LocalGovernment",), None, "hall-level")
            elif word in _OWN_OFFICES and mentions.free(begin, end, "organization", "title"):
                yield _short(begin, end, word, ("PublicAgency",), None, "own-office")
            elif word in _SCHOOL_OFFICES and word not in heads and mentions.free(begin, end, "organization"):
                yield _short(begin, end, word, ("EducationOffice",), None, "education-level")
            elif word in heads and word not in called and not (word == "허브" and text.startswith("로", end)):
                full = _meant(analysis, mentions, heads[word], begin)
                if full and mentions.free(begin, end, "organization", "program"):
                    yield _short(begin, end, word, full.value.classes, full.value.text, "head-noun")
    for name, (since, full) in called.items():
        yield from _so_called(analysis, mentions, name, since, full)


def _meant(analysis: Analysis, mentions: Mentions, named: list[Mention], begin: int) -> Mention | None:
    """The body that its last noun takes up: the one that the headline names, else the last one before.

    A body that only stands in a program's name (‘지역거점병원 AI 사업’) is meant where there is no other.
    """
    before = [m for m in named if m.end < begin]
    own = [m for m in before if mentions.free(m.begin, m.end, "program")] or before
    first = analysis.sentence_at(own[0].begin) if own else None
    if first is not None and first.block == "title" and len({m.value.official or m.value.text for m in own[:-1]}) == 1:
        return own[0]
    return own[-1] if own else None


def _short(begin: int, end: int, word: str, classes: tuple[str, ...], head: str | None, rule: str) -> Mention:
    return Mention(begin, end, "organization-short", Name(word, classes, None, head), rule)


def _levels(text: str, sentence: Sentence) -> Iterator[Mention]:
    """시는, 도가, 군 관계자, 구의."""
    tokens = sentence.tokens
    in_turn = {m.start() for m in _IN_TURN.finditer(text, *sentence.span)}
    for i, token in enumerate(tokens):
        if token[0] not in _LEVELS:
            continue
        noun = token[1] == "NNG" or (not i and token[1] == "NNB")
        if (noun and _alone(text, tokens, i)) or token.begin in in_turn or _heads_department(text, token):
            yield _short(token.begin, token.end, token.form, ("LocalGovernment",), None, "government-level")


def _heads_department(text: str, token: Token) -> bool:
    """``N 도 AI국장``, ``만난 도 관계자``: a letter between spaces, whatever Kiwi makes of it, is the government before
    a department's head or those who speak for it.
    """
    before = text[token.begin - 2 : token.begin]
    if before[1:] != " " or not "가" <= before[0] <= "힣":
        return False
    return bool(_ITS_HEAD.match(text, token.end) or _ITS_STAFF.match(text, token.end))


def _alone(text: str, tokens: tuple[Token, ...], i: int) -> bool:
    """Whether 시, 도, 군 or 구 stands as a word of its own and means a government."""
    token = tokens[i]
    before, behind = text[token.begin - 1 : token.begin], text[token.end : token.end + 1]
    if before.isalnum() or before in (")", "%", "·", "‧", "ㆍ", "･", "․", "/") or behind in _JOINED:
        return False
    if i and (tokens[i - 1].tag in ("SN", "NR", "NNB") or (tokens[i - 1].tag == "MM" and tokens[i - 1].form != "각")):
        return False
    if _SOME.search(text, max(token.begin - 8, 0), token.begin):
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after and after.begin == token.end:
        return after.tag in _PARTICLE
    return bool(_BEHIND.match(text, token.end))


def _so_called(analysis: Analysis, mentions: Mentions, name: str, since: int, full: Mention) -> Iterator[Mention]:
    """The places, from where the text says so, at which it uses a name of its own for a body."""
    text, value = analysis.text, full.value
    begin = text.find(name, since)
    while begin >= 0:
        end = begin + len(name)
        whole = not text[begin - 1 : begin].isalnum() and ends_word(text, end)
        if whole and analysis.sentence_at(begin) and mentions.free(begin, end, "organization"):
            short = Name(name, value.classes, value.official, value.text)
            yield Mention(begin, end, "organization-short", short, "so-called")
        begin = text.find(name, end)


def _heads(lexicon: Lexicon, mentions: Mentions) -> dict[str, list[Mention]]:
    """The ends by which the text may take up a body that it has named: the last word, and the end of the word."""
    found: dict[str, list[Mention]] = {}
    known = suffix_words(lexicon)
    ends_of: dict[str, frozenset[str]] = {}
    for m in mentions.of("organization"):
        name: str = m.value.text
        if name not in ends_of:
            ends_of[name] = _ends(name, known)
        for end in ends_of[name]:
            found.setdefault(end, []).append(m)
    return found


def _ends(name: str, known: frozenset[str]) -> frozenset[str]:
    first, _, last = name.rpartition(" ")
    ends = {last} if first else set()
    ends |= {last[k:] for k in range(1, len(last) - 1) if last[k:] in known}
    if last.endswith(_SHORT_HEADS):
        ends |= {last[-size:] for size in range(3, min(len(last), 12))}
    for full, short in _SHORT_ENDS:
        if last.endswith(full):
            whole = last.removesuffix(full) + short
            ends |= {whole[k:] for k in range(len(whole) - len(short) + 1)}
    if last.endswith(("시교육청", "도교육청")):
        ends.add(last[-4:])
    return frozenset(e for e in ends if len(e) > 1 and e not in _NO_HEADS)
