"""The verbs by which a sentence says that somebody has or had a post, as patterns for what stands behind its title."""

import re

from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex

_ADVERB = r"(?:새로 |공식 |전격 |최종 |다시 |신규 )?"
_LEFT = "역임|지[내낸냈]|거[쳐친치쳤]|마[치친쳤]|끝으로|끝낸|그만[두뒀둔]|사퇴|사임|내려놓"
_QUIT = "물러[나났난]|퇴임|사퇴|사임|내려[왔온오]"
_WORKED = (
    "일했|일하다|일한|일하던|재직했|재직하다|재직한|재직하던|재임했|재임하다|재임한|활동했|활동하다|근무했|근무하다|근무한|근무하던|"
    "봉직했|봉직하다|몸담았|몸담다|몸담은|몸담던|복무했|복무하다|있다가|있었|있던|지내다가|지내던|뛰었|뛰다가|살다가"
)
_BECAME = (
    "취임|(?:임명|위촉)(?!장)|선임|선출|당선|승진|발탁|부임|임용|보임|자리를 옮|뽑[혔힌히]|추대|재직 중|재임 중|"
    "활동 중|활동하고|활약|참여[하한해했]|합류[하한해했]|함께[하한해했]|일하[고는]|영입|지명|호선|"
    "옮[기겨긴겼길]|옮아|이동[해했하한]|전보|영전|발령|낙점|전격 기용|기용|전출|전입|전근|복귀|파견"
)
_ROSE = (
    "보임|취임|임명|선임|위촉|선출|당선|[오올]르|올랐|오른|올라|발탁|부임|추대|호선|"
    "앉[은아았는게히힌혔]|낙점|기용|승진|영전|전보|발령"
)
TAKEN = "이어받|물려받|넘겨받|넘겨 받|꿰[찼차찬]"
SEAT = r"(?: ?(?:자리|직책|직위|직|바통|배턴|지휘봉|임무))?"
_ABBREVIATED = r"(?:\([A-Z][A-Za-z]{1,4}\))?"
_AND_MORE = r"(?: ?등(?: ?(?:주요|여러) ?(?:보직|요직|직책))?)?"
FORMER = regex(
    rf"{_ABBREVIATED}(?:직)?(?: ?(?:\d+|[한두세네]|여러) ?(?:번|차례|선)| ?[초재삼]선)?"
    rf"(?:{_AND_MORE}(?:을|를) (?:[가-힣]+ |(?:[한두세네] |[가-힣]+ ?)[번차]례? )?(?:{_LEFT})|에서 (?:{_QUIT})"
    rf"|(?:으로|로) (?:[가-힣]+ ){{0,2}}(?:{_WORKED})| 출신|{_AND_MORE} 역임(?=[.,·/)\s]|$))"
)
NOW = regex(
    rf"{_ABBREVIATED}{SEAT}(?:(?:을|를) (?:[가-힣]+ )?(?:맡[은고아았는으기게]|겸[하한해했임직]|수행|{TAKEN})"
    rf"|(?:으로|로) (?:{_ADVERB}|[가-힣]+ )(?:{_BECAME})"
    r"|(?<!시장)(?:으로|로) (?:새로 |함께 )?(?:왔다?|온|갔다?|가게 됐다?)(?=[ .,])"
    r"|(?:으로|로)(?:서)? (?:[가-힣]{1,4}[을를] )?(?:이끌|이끈|이끄|꾸려 ?[가오온왔갔]|꾸[린렸리]|지휘|총괄)"
    r"|(?:으로|로) (?:[가-힣]{1,6}[을를] )?(?:가르[치친쳐]|강의하|있[다으는고지]|봉직|몸담|일하고)"
    r"|(?:으로|로) (?:하[는고여]|한[ ,]|해[ ,]|삼[고은아]|내세)"
    rf"|에 {_ADVERB}(?:{_ROSE})"
    rf"|(?:이|가) {_ADVERB}(?:됐|된[ ,]|되[었어며고는]|되면서|돼)"
    r"|(?:으로서|로서)[ ,]|이기도 | (?:신분|자격)(?:으로|이던|이었던|일 때)[ ,])"
)
TOPIC = regex(
    r"(?: ?\([^()]{1,24}\))?(?: ?[가-힣A-Za-z0-9]+(?: [가-힣A-Za-z0-9]+){0,2}?)??(?:께서는|은|는|이|가)(?![가-힣])"
)
NO_OFFICE = regex(r"(?:으로|로) (?:출마|나[서선섰]|거론|유력)")
_UNTIL = regex(r"(?<=[가-힣\d])까지(?:도|는)? ")
_OVER = regex(r"\S{0,3}?[았었했]\S{0,3}")  # with ``지난해까지`` before it the post is over


def is_over(text: str, sentence: Sentence, title: Mention, verb: re.Match[str]) -> bool:
    """Whether somebody had a post until then: ``지난해까지 ○○위원을 맡았다``."""
    until = _UNTIL.search(text, sentence.begin, title.begin)
    return until is not None and _OVER.match(text, verb.end() - 2) is not None
