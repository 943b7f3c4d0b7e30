"""Which program a sentence, or a part of it, is about that names none: each program is weighed, the heaviest is meant.

What counts: how near it was named, whether it is what the text is mostly about, whether the words at hand are words of
its name; against it, that it is somebody else's or was given up, and that others were named beside it.
"""

from kg.facts.allocation.sections import items_over
from kg.facts.involvement.page import FOLD, stem
from kg.facts.involvement.scene import Scene
from kg.facts.involvement.standing import is_call, is_rejected, is_weak, is_won, may_be_run
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.mentions.program.words import program_words
from kg.patterns import regex
from kg.spans import Span

_TOPIC_WORDS = regex(r"([가-힣A-Za-z0-9]{2,}?)(?:은|는|의|을|를|이|가)?(?=[\s,])")
_TOPIC_END = regex(r"[은는](?=[\s,])|[을를](?=[\s,])")
_HEADING = regex(r"(?:\[[^\[\]\n]{1,8}\]|\d{1,2}[.)]|[Ⅰ-Ⅹ]\.)\s(?![^\n]*(?:다|음|함|임|됨|것)\.?\s*$)[^\n.?!]{2,40}$")
"""A numbered or marked line that ends without a predicate."""
_NAMES_IT = regex(
    r"\s*(?:[□○◇❍ㅇ◦▶▷■▪•·\-]\s?)?(?:사\s?업|과\s?제|프로그램|정책|용역|공약|공사|건)\s?명(?:칭)?\s?[:：|\t]"
)
"""«사업명: P»: what the other fields of a sheet tell of."""
_SOURCE = regex(
    r"[’'」』》〉\"”]?\s?(?:사업|과제|공모|예산|국비|기금)?\s?(?:에서|으로부터|로부터)\s[^.,]{0,12}?(?:\d|받|나오|나온|나왔|따)"
    r"|[’'」』》〉\"”]?\s?(?:사업|과제|공모)?\s?(?:으로|로)\s\d"
)
"""«모태펀드에서 160억원이 나왔고»: where money comes from is named by the way."""
_BESIDE = regex(
    r"[’'」』》〉\"”]?\s?(?:사업)?(?:(?:와|과)\s(?:함께|더불어|나란히|짝을|별도|별개|연계|맞물|발맞)|에\s이어|에\s더해|외에|말고|에\s그치지|은\s물론|는\s물론)"
)
"""«P와 짝을 이루는 Q도 있다», «P에 이어 Q를 연다»: named by the way of another."""
_ANY_PROGRAM = frozenset(
    {"사업", "프로젝트", "계획", "전략", "정책", "과제", "조성", "구축", "운영", "지원", "육성", "사업단", "전체"}
    | {"개발", "교육", "실증", "플랫폼", "시스템", "서비스", "데이터", "기업", "관리", "센터", "지역", "산업", "기술"}
)
_SAME, _OVER, _BEFORE, _FARTHER, _MINUTES = 6.5, 4.5, 3.0, 1.0, 2.5
_WEAK, _PLACE, _ASIDE = 2.5, 3.0, 1.5
_HERE, _MAIN_NAMED = 4.0, 0.6
_MAIN, _ENDS_IN_WORDS, _HAS_WORDS, _CALL, _GIVEN_UP, _LEAST = 1.5, 2.5, 2.0, 3.0, 1.0, 0.5


def program_at(scene: Scene, sentence: Sentence, span: Span | None = None, of: Mention | None = None) -> Mention | None:
    """The program that a sentence is about.

    ``span`` are the words that tell the topic where not the whole sentence; ``of`` is the government whose it is.
    """
    if scene.is_interview and opens_a_house(scene, sentence):
        return None
    near = _nearness(scene, sentence)
    words = _words(scene, sentence, span or sentence.span)
    best, most = (scene.main if scene.main_stands_out else None), _LEAST
    if best is not None and scene.first_named(best) > sentence.end:
        best = None
    for name, program in scene.programs.items():
        if not may_be_run(scene, program) or scene.first_named(program) > sentence.end:
            continue
        weight = near.get(name, 0.0) + _standing(scene, program, any(w >= _HERE for w in near.values()))
        weight += _own_words(program, words) if words and program.begin < sentence.begin else 0.0
        weight += _of_its_place(scene, program, of) if of is not None else 0.0
        if weight > most:
            best, most = program, weight
    return best


def _standing(scene: Scene, program: Mention, named: bool) -> float:
    """What a program weighs wherever the sentence stands; ``named`` tells that the paragraph has named one."""
    weight = (_MAIN_NAMED if named else _MAIN) if program is scene.main and not scene.several else 0.0
    weight -= _WEAK if is_weak(scene, program) else 0.0
    others_call = is_call(scene, program) or (is_won(scene, program) and program is not scene.main)
    return weight - (_CALL if others_call else _GIVEN_UP if is_rejected(scene, program) else 0.0)


def _of_its_place(scene: Scene, program: Mention, government: Mention) -> float:
    """What a place in a program's name adds for the government of that place, and takes from all others."""
    named = {
        stem(m.value.official or m.value.text) for m in scene.mentions.of("organization") if scene.is_government(m)
    }
    place = next((n for n in sorted(named) if len(n) > 1 and n in program.value.text), None)
    if place is None:
        return 0.0
    return _PLACE if stem(government.value.official or government.value.text) == place else -_PLACE


def _nearness(scene: Scene, sentence: Sentence) -> dict[str, float]:
    """How near each program was named before a sentence, in full or in short: by sentences and paragraphs."""
    found: dict[str, float] = {}
    minutes = scene.analysis.document.kind == "council"
    paragraph, reached = sentence.paragraph, 0
    for s in reversed(scene.analysis.sentences[max(0, sentence.index - 12) : sentence.index]):
        if s.block == "caption" or (scene.is_headline(s) and not _NAMES_IT.match(scene.analysis.text, s.begin)):
            continue
        if s.paragraph != paragraph:
            asked = scene.asks(s) and not scene.named_in(s)  # it parts no answer from the one before
            paragraph, reached = s.paragraph, reached + (0 if asked and reached else 1)
        if reached > 2 and not (minutes and not found):
            break
        named = scene.named_in(s)
        if not named and _HEADING.match(scene.analysis.text, s.begin, s.end):
            break  # what a heading opens is told of what it names
        names = {scene.full(p).value.text for p in named}
        aside = {
            scene.full(p).value.text
            for p in named
            if scene.in_others_words(p.begin)
            or _SOURCE.match(scene.analysis.text, p.end)
            or _BESIDE.match(scene.analysis.text, p.end)
            or is_call(scene, p)
        }
        away = sentence.index - s.index - 1
        if reached == 0:
            near = max(_SAME - 0.4 * away, 4.6)
        else:
            several = len({p.value.text for p in scene.programs_in(s.paragraph)})
            near = (_BEFORE - 0.1 * away if reached == 1 else _FARTHER) / max(1, several)
            near = max(near, _MINUTES - 0.2 * away) if minutes else near
        for name in names:
            weight = near - 0.7 * (len(names) - 1) - (_ASIDE if name in aside else 0.0)
            found[name] = max(found.get(name, 0.0), weight)
    for program in headed_by(scene, sentence):
        name = program.value.text
        found[name] = max(found.get(name, 0.0), _OVER)
    return found


def headed_by(scene: Scene, sentence: Sentence) -> list[Mention]:
    """The programs of the nearest item over a line of a list that names any, each once, in full."""
    for item in items_over(scene.analysis.text, sentence.begin):
        if item.mark is None and not _NAMES_IT.match(scene.analysis.text, item.end - len(item.words)):
            return []
        above = scene.analysis.sentence_at(item.end - len(item.words))
        if above is not None and (named := scene.named_in(above)):
            return list(dict.fromkeys(scene.full(p) for p in named))
    return []


def _words(scene: Scene, sentence: Sentence, span: Span) -> list[str]:
    """The telling words of a topic: 셔틀은, 관제망 운영은; not the name of a body."""
    text = scene.analysis.text[span.begin : span.end]
    end = _TOPIC_END.search(text)
    generic = program_words(scene.lexicon).generic
    bodies = "".join(b.value.text for b in scene.bodies(sentence))
    found = _TOPIC_WORDS.findall(text[: end.end()] + " ") if end else []
    return [w for w in found if w not in _ANY_PROGRAM and w not in generic and w not in bodies]


def _own_words(program: Mention, words: list[str]) -> float:
    """What the words at hand add: one that closes a program's name more than one inside its last word."""
    name = FOLD.sub("", program.value.text)
    if any(name.endswith(w) for w in words):
        return _ENDS_IN_WORDS
    return _HAS_WORDS if any(w in name for w in words) else 0.0


def program_of_speech(scene: Scene, sentence: Sentence, span: Span, government: Mention | None) -> Mention | None:
    """The program for which a head of government speaks: the main one, unless the words are those of another."""
    if scene.several or not scene.main_stands_out:
        return program_at(scene, sentence, span, government)
    spoken = scene.analysis.text[span.begin : span.end]
    generic = program_words(scene.lexicon).generic
    words = [w for w in _TOPIC_WORDS.findall(spoken + " ") if w not in _ANY_PROGRAM and w not in generic and len(w) > 2]
    told = [
        p
        for p in scene.programs.values()
        if may_be_run(scene, p)
        and p.begin < sentence.begin
        and any(FOLD.sub("", p.value.text).endswith(w) for w in words)
    ]
    return told[0] if told and scene.main not in told else scene.main


def opens_a_house(scene: Scene, sentence: Sentence) -> bool:
    """Whether an answer is about a centre or school that it names in marks: what follows is told of that."""
    return any(
        "Centre" in m.value.classes and scene.analysis.text[m.begin - 1] in "‘'「『"
        for m in scene.mentions.within(
            Span(scene.analysis.paragraph_to(sentence)[0].begin, sentence.end), "organization"
        )
    )


def named_near(scene: Scene, sentence: Sentence, program: Mention) -> bool:
    """Whether the paragraph of a sentence, the one before or the one behind names a program."""
    around = (p for n in (-1, 0, 1) for p in scene.programs_in(sentence.paragraph + n))
    return program.value.text in {p.value.text for p in around}
