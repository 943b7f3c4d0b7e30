"""What tells that a name in a sentence is the new or the old name of a thing (words: table ``renaming_words``)."""

import re
from functools import lru_cache
from typing import NamedTuple

from kg.lexicon import Lexicon

_AS = r"(?:이)?(?:으로|로)(?:는|도)?"
_NAMED = r"(?:이)?(?:라는|란|라고 하는)"
_WORDS = r"(?:[가-힣]{1,6} ){0,2}?"
_CLOSE = r"[’'”\"」』》〉]"
_FRESH = r"(?:새로운|새|공식|정식|현재|지금의) ?"


class Cues(NamedTuple):
    """Patterns for what stands directly before and behind a name, marks left out."""

    hint: re.Pattern[str]
    sign: re.Pattern[str]
    sign_before_name: re.Pattern[str]
    borne: re.Pattern[str]
    named_new: re.Pattern[str]
    announced: re.Pattern[str]
    new_behind: re.Pattern[str]
    new_before: re.Pattern[str]
    instead: re.Pattern[str]
    old_behind: re.Pattern[str]
    old_before: re.Pattern[str]

    def is_new(self, before: str, behind: str) -> bool:
        """Whether a name is told as the new one."""
        return bool(self.new_behind.match(behind) or self.new_before.search(before))

    def is_old(self, before: str, behind: str) -> bool:
        """Whether a name is told as the old one."""
        return bool(self.old_behind.match(behind) or self.old_before.search(before))


@lru_cache(maxsize=8)
def renaming_cues(lexicon: Lexicon) -> Cues:
    """The cues that the lexicon's words make."""

    def any_of(kind: str) -> str:
        words = sorted(lexicon.words("renaming_words", kind=kind), key=lambda w: (-len(w), w))
        return "(?:" + "|".join(map(re.escape, words)) + ")" if words else "(?!)"

    sign = any_of("sign") + r"(?!난|나)"  # what is known by a name got none (이름난)
    changed, made = any_of("changed"), any_of("made")
    called, dropped, got = any_of("called"), any_of("dropped"), any_of("got")
    thing = r"(?: ?(?:조성|구축|건립|육성|지원)? ?(?:사업|과정|프로젝트))?"
    return Cues(
        hint=re.compile(
            rf"{sign}|개[칭명편]|재편|{_CLOSE}(?:이)?(?:으로|로) |{_CLOSE}(?:이|가) [됐되된돼]|"
            r"라는 |라고? [부불]|이?던 |전신|"
            r"→|⇒|➝|->|▷|\((?:옛|구|舊|前|이전|종전|기존|현|現)[ :,]"
        ),
        sign=re.compile(sign + "|개칭|개명"),
        sign_before_name=re.compile(
            rf"(?:새 |공식 |정식 )?{sign}(?:을|은|이|도|까지|마저|으로는)? ?(?:[가-힣]{{1,6}} ){{0,2}}$"
        ),
        borne=re.compile(rf"{_NAMED} {sign}(?:을|으로)? ?(?:달게 된|얻은|얻게 된|단|갖게 된|받은|붙은|붙인) "),
        named_new=re.compile(
            rf"{_NAMED} (?:새로운|새) ?{sign}|(?:을|를) {_FRESH}{sign}(?:으로|로)"
            rf"|(?:이)?라고? {_WORDS}(?:부르|부른|불린)"
        ),
        announced=re.compile(rf"{sign}(?:을|를|이|가|은|는|도)? {_WORDS}{changed}"),
        new_behind=re.compile(
            rf"{_AS} (?!{_WORDS}{called})(?:사업 |과정 )?(?:{_FRESH})?"
            rf"(?:{sign}(?:을|를|이|가|은|도|까지|마저)? )?{_WORDS}{changed}"
            rf"|{_AS} (?:{_FRESH})?{sign}"
            rf"|{_NAMED} (?:{_FRESH})?{sign}(?:으로|로) {_WORDS}"
            r"(?:다시|새로|이어|바뀌|바꿔|(?:운영|추진)(?:된|될|한다|할))"
            rf"|{_NAMED} (?:{_FRESH})?{sign}(?:을|를|이|가|도)? {_WORDS}{got}"
            rf"|(?:을|를) (?:{_FRESH}){sign}(?:으로|로)|(?:이)?라고? {_WORDS}(?:부르|부른|불린)"
            rf"|(?:이?라는|이?란)? ?(?:{_FRESH})?{sign}(?:을|를)? (?:새로 )?(?:달고|달았|단다|단 |내걸|걸고|걸었)"
        ),
        new_before=re.compile(
            rf"(?:새로운|새) ?{sign}(?:은|는|이|가|으로|로|으로는|인)? ?$|{sign}(?:으로는|에는) {_WORDS}$"
            rf"|{sign}(?:을|를|이|가) {made} ?$|(?:확대|통합)? ?(?:개편|재편)(?:한|해 만든) ?$"
        ),
        instead=re.compile(
            rf"{thing}(?:(?:이?라는|이?란) (?:옛 |이전 )?{sign})?"
            r"(?: ?대신(?:에)?,?|(?:을|를) (?:떼|떼어 ?내|내리|지우|버리|걷어 ?내|거두)고) "
            r"(?:[가-힣]{1,6} ){0,2}?[‘'“\"「『《〈]?$"
        ),
        old_behind=re.compile(
            rf"{thing}(?:이던|이었던|였던|이라던|라던) "
            rf"|{_AS} {_WORDS}{called}"
            rf"|(?:이라고|라고|{_AS}) {_WORDS}(?:불러 ?[온왔오]|부르던|불리던|불렀던|불렸던|불려 ?[온왔오]"
            rf"|칭하던|일컫던|알려[져졌] ?[온왔오있]|알려졌던)"
            rf"|{_NAMED} {sign}(?:으로|로) {_WORDS}"
            rf"(?:시작[했됐한된]|출발[했한]|처음|선보|출범|불렸|불려|불린|문을|(?:추진|운영)[됐해])"
            rf"|{_NAMED} {sign}(?:을|를|이|가|은|는|도)? {_WORDS}(?:{dropped}|바뀌|바꾸|바꿔)"
            rf"|{_NAMED} {sign}(?:은|는|이|가|을|를|도) "
            rf"|(?: 사업)? ?{sign}(?:을|를)? {dropped}"
            rf"|{thing} 대신"
            rf"|{thing}(?: {sign})?에서 (?:[^.]{{0,20}}?{sign}|[‘'“\"「『])"
            rf"|의 전신"
        ),
        old_before=re.compile(r"(?:^|[ (])(?:옛|구|舊|前|이전|종전|기존|당초|원래)(?:의|에는)? ?$"),
    )
