"""Programs and facilities that get another name: «‘A’가 ‘B’로 이름을 바꿨다», «‘B’라는 이름을 달게 된 A»."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from kg.facts.model import Fact, Renaming
from kg.facts.renaming.aliases import find_aliases
from kg.facts.renaming.bodies import bodies_renamed
from kg.facts.renaming.cues import Cues, renaming_cues
from kg.facts.renaming.names import behind_short, closed, inside, names_told, opened, thing_of, words_of
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import Mentions
from kg.patterns import regex
from kg.spans import Span

_LINK = regex(
    r"(?: ?(?:조성|구축|건립|육성|지원)? ?(?:사업|과정))?"
    r"(?:(?:이|가|은|는|을|를|의|에서)(?: [^.‘’“”]{0,60})? ?"
    r"|(?: 새)? [가-힣]{2,4}(?:을|이|은|도|의)?(?: [^.‘’“”]{0,40})? ?|, ?)"
)
_OTHER_OBJECT = regex(r"(?P<what>[가-힣]+)(?:을|를) ")
_ARROW = regex(r" ?(?:→|⇒|➝|->|▷) ?")
_NOW = regex(r" ?\((?:현|現|지금의|새)(?: [가-힣]{2,3})?[ :,]?")
_WAS = regex(
    r" ?\((?:옛|구|舊|前|이전|종전|기존)(?: (?:이름|명칭|사업명))?[ :,]\s?"
    r"[‘'“\"「『]?(?P<name>[^()‘’“”「」『』]{2,30})[’'”\"」』]?\)"
)
_BECAME = regex(r"(?:은|는|이|가) ?")
_BECOME = regex(r"(?:이|가) (?:됐|되었|된다|되고|돼 )")
_ADNOMINAL = regex(r"(?:[은는한된친낀]|[가-힣] ?단|바꾼|바뀐|옮긴) ?$")
_BARE_NAME = regex(r"(?P<name>[가-힣A-Za-z0-9·]+?(?: [가-힣A-Za-z0-9·]+?){0,3}?)(?:은|는|이|가|을|를|의|도)(?=[ ,])")
_THINGS = "센터|단지|허브|캠퍼스|파크|사업|프로젝트|과정|거점|시설|클러스터|플랫폼|바우처"
_SITES = regex(rf"(?:{_THINGS}|관|타운|밸리|사업단)$")
_HEAD = regex(
    r"(?<![가-힣])(?:이 )?"
    rf"(?P<head>{_THINGS}|재단)의? "
    r"(?:새 |공식 |정식 )?$"
)
_TOPIC = regex(
    r"[“\"‘'○◦□\-\s]*(?:이|이번|해당)? ?"
    rf"(?P<head>{_THINGS})(?:은|는|이|가|도) "
)
"""What a sentence about a new name begins with: «사업은 새해부터 ‘B’라는 이름을 쓴다»."""
_DOING = regex(r"(?:사업|프로젝트|과정|계획|전략)$")
"""How names of doings end, which a facility is not."""
_ANY = ("", "시설", "사업", "프로젝트", "과정")
"""Words that may stand for any program."""
_LEGAL_FORM = regex(
    r"^(?:(?:재단|사단|학교|의료|사회복지)법인 |주식회사 |㈜ ?|\((?:재|사|주)\) ?)|(?: ?㈜|\(주\)| 주식회사)$"
)
_REACH = 600
_APART = 80
_BEFORE = 24
_NEAR = 6
_BEHIND = 40


def find_renamings(
    analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...]
) -> Iterable[Renaming]:
    """Renamings, old and new name in the text's own words; each pair once."""
    cues = renaming_cues(lexicon)
    at_a_time = {frozenset((a.name, a.other)) for a in find_aliases(analysis, mentions)}
    seen: set[tuple[str, str]] = set()
    for sentence in analysis.sentences:
        if not cues.hint.search(analysis.text, sentence.begin, sentence.end):
            continue
        for old, new in _told(analysis, sentence, mentions, cues):
            pair = (words_of(analysis.text, old, mentions), words_of(analysis.text, new, mentions))
            program = thing_of(mentions, new) or thing_of(mentions, old)
            if program is None or pair in seen or pair[0] == pair[1] or frozenset((old, new)) in at_a_time:
                continue
            if program.kind.startswith("program") and _is_body(mentions, new):
                continue
            seen.add(pair)
            yield Renaming(
                rule="renaming",
                evidence=_evidence(old, new),
                features=("same-sentence",),
                program=program,
                old=pair[0],
                new=pair[1],
            )
        for told in bodies_renamed(analysis, sentence, mentions, cues):
            pair = (
                _LEGAL_FORM.sub("", words_of(analysis.text, told.old, mentions)),
                _LEGAL_FORM.sub("", words_of(analysis.text, told.new, mentions)),
            )
            if pair not in seen and pair[0] != pair[1]:
                seen.add(pair)
                yield Renaming(
                    rule="renaming",
                    evidence=_evidence(told.old, told.new),
                    features=("same-sentence",),
                    program=told.body,
                    old=pair[0],
                    new=pair[1],
                )


def _is_body(mentions: Mentions, name: Span) -> bool:
    """Whether what is named is a body that is no building: no program gets such a name."""
    around = Span(max(name.begin - 1, 0), name.end + 1)
    return any("Centre" not in m.value.classes for m in mentions.within(around, "organization"))


def _evidence(old: Span, new: Span) -> tuple[Span, ...]:
    """The words from one name to the other; the two names alone where they stand far apart."""
    first, last = sorted((old, new))
    return (Span(first.begin, last.end),) if last.begin - first.end <= _APART else (first, last)


def _told(analysis: Analysis, sentence: Sentence, mentions: Mentions, cues: Cues) -> Iterator[tuple[Span, Span]]:
    """Pairs of old and new name that the sentence tells."""
    text = analysis.text
    names = names_told(text, sentence, mentions)
    around = {n: (_before(text, n, names, sentence), _behind(text, n, sentence)) for n in names}
    gone = {a: b for a, b in pairwise(names) if _gives_way(text, sentence, a, b, cues)}
    yield from gone.items()
    new = [n for n in names if n not in gone and cues.is_new(*around[n])]
    old = [n for n in names if n not in new and cues.is_old(*around[n])]
    for place, name in enumerate(names):
        if phrase := _WAS.match(text, closed(text, name.end)):
            yield Span(*phrase.span("name")), name
        if place and (pair := _beside(text, names[place - 1], name)) and _fit(text, *pair, mentions, cues):
            yield pair
    for name in new:
        if name in gone.values():
            continue
        known = (
            _nearest(name, old)
            or _follower(text, names, name, cues)
            or _former(text, names, name, cues)
            or _announced(text, name, sentence, analysis, mentions, cues)
            or _the_one_before(text, name, sentence, mentions, cues)
        )
        if known is not None and _fit(text, known, name, mentions, cues):
            yield known, name
    for name in old if not new else ():
        other = _follower(text, names, name, cues) or _former(text, names, name, cues)
        following = next((n for n in names if n.begin > name.end), None)
        if (other := other or following) is not None and _signed(text, name, other, cues):
            yield name, other


def _gives_way(text: str, sentence: Sentence, old: Span, new: Span, cues: Cues) -> bool:
    """«간판에는 ‘A’ 대신 ‘B’라고 적혔다»: whether the sentence speaks of a sign or name, and B stands in place of A."""
    between = text[closed(text, old.end) : new.begin]
    return bool(cues.instead.fullmatch(between)) and cues.sign.search(text, *sentence.span) is not None


def _beside(text: str, first: Span, second: Span) -> tuple[Span, Span] | None:
    """Old and new name with nothing but a sign between them («A → B», «A(현 B)»), and what became what."""
    between = text[closed(text, first.end) : opened(text, second.begin)]
    became = _BECAME.fullmatch(between) and _BECOME.match(text, closed(text, second.end))
    return (first, second) if became or _ARROW.fullmatch(between) or _NOW.fullmatch(between) else None


def _former(text: str, names: list[Span], new: Span, cues: Cues) -> Span | None:
    """The name before the new one that is subject, object or owner of what is said of a name."""
    for name in (n for n in reversed(names) if n.end <= new.begin):
        between = text[closed(text, name.end) : opened(text, new.begin)]
        if _LINK.fullmatch(between):
            end = closed(text, new.end)
            signed = cues.sign.search(between) or cues.sign.search(text, end, end + _BEFORE)
            return name if signed or not _OTHER_OBJECT.search(between) else None
    return None


def _follower(text: str, names: list[Span], new: Span, cues: Cues) -> Span | None:
    """The name behind the new one that what is said of the new one qualifies («‘B’라는 이름을 달게 된 A»)."""
    end = closed(text, new.end)
    following = next((n for n in names if n.begin > new.end), None)
    if following is not None:
        between = text[end : opened(text, following.begin)]
        signed = cues.sign.search(text, max(opened(text, new.begin) - _NEAR, 0), end + len(between))
        return following if signed and len(between) < _BEHIND and _ADNOMINAL.search(between) else None
    borne = cues.borne.match(text, end)
    bare = _BARE_NAME.match(text, borne.end()) if borne else None
    return Span(*bare.span("name")) if bare else None


def _fit(text: str, old: Span, new: Span, mentions: Mentions, cues: Cues) -> bool:
    """Whether both are things of ours, or the two stand by a word for what a thing is called."""
    return _signed(text, old, new, cues) or all(thing_of(mentions, name) for name in (old, new))


def _signed(text: str, old: Span, new: Span, cues: Cues) -> bool:
    """Whether a word for what a thing is called stands with the two names."""
    begin, end = min(old.begin, new.begin), max(old.end, new.end)
    return cues.sign.search(text, max(begin - _BEFORE, 0), end + _BEFORE) is not None


def _nearest(name: Span, others: list[Span]) -> Span | None:
    """The one of the others that stands closest, of two alike the one before."""
    return min(others, key=lambda o: (abs(o.begin - name.begin), o.begin), default=None)


def _announced(
    text: str, new: Span, sentence: Sentence, analysis: Analysis, mentions: Mentions, cues: Cues
) -> Span | None:
    """«A가 이름표를 바꿔 달았다. 시는 ‘B’를 정식 이름으로 정했다»: whose name the sentence before tells to change."""
    if not sentence.index or sentence.paragraph != analysis.sentences[sentence.index - 1].paragraph:
        return None
    before = analysis.sentences[sentence.index - 1]
    names = [n for n in names_told(text, before, mentions) if thing_of(mentions, n)]
    told = cues.announced.search(text, names[0].end, before.end) if names else None
    return names[0] if told is not None and not any(n.begin > told.start() for n in names) else None


def _the_one_before(text: str, new: Span, sentence: Sentence, mentions: Mentions, cues: Cues) -> Span | None:
    """«단지 이름을 ‘B’로 확정했다», «새 이름은 ‘B’다», «‘B’라는 새 이름을 쓰기로 했다»: the old name is that of the
    last such thing named before.
    """
    lead = text[max(opened(text, new.begin) - _BEFORE, sentence.begin) : opened(text, new.begin)]
    sign = list(cues.sign_before_name.finditer(lead))
    topic = _TOPIC.match(text, sentence.begin, opened(text, new.begin))
    if not sign and not topic and not cues.named_new.match(text, closed(text, new.end)):
        return None
    front = lead[: sign[-1].start()] if sign else lead
    told = _HEAD.search(front) or topic
    head = told["head"] if told else ""
    start = 0
    if not sign and not topic:  # «‘B’라고 부른다» alone speaks of its own paragraph
        start = text.rfind("\n", 0, new.begin) + 1
    earlier = [m for m in mentions.before(new.begin, "program") if new.begin - m.end <= _REACH and m.begin >= start]
    earlier = [m for m in earlier if topic and m.rule == "program-marked"] or earlier
    alone = len({m.value.text for m in earlier}) == 1 and earlier[0].end < sentence.begin
    if alone and head in _ANY and not (head == "시설" and _DOING.search(earlier[0].value.text)):
        return Span(inside(text, earlier[0].begin), earlier[0].end)  # the one program of the text so far
    for old in mentions.before(new.begin - len(lead) + len(front), "program", "organization"):
        if new.begin - old.end > _REACH or (old.begin >= sentence.begin and not head) or old.begin < start:
            break
        bare = re.sub(r"\((?:이하|약칭)[^)]*\)|[‘’'“”\"「」『』]", "", text[old.begin : old.end]).replace(" ", "")
        fits = bare.endswith(head) if head else _SITES.search(bare) is not None
        if fits and (old.kind == "program" or "Centre" in old.value.classes):
            return Span(inside(text, old.begin), old.end)
    return None


def _before(text: str, name: Span, names: list[Span], sentence: Sentence) -> str:
    """What leads up to a name, its mark left out, back to the name before it."""
    begin = max((closed(text, n.end) for n in names if n.end <= name.begin), default=sentence.begin)
    end = opened(text, name.begin)
    return text[max(begin, end - _BEFORE) : end]


def _behind(text: str, name: Span, sentence: Sentence) -> str:
    """What follows a name, its mark left out."""
    begin = behind_short(text, closed(text, name.end))
    return text[begin : min(begin + _BEHIND, sentence.end)]
