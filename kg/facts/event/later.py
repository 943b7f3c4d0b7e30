"""Whom the sentences behind an event add to it: who speaks there, stands beside, has a part, is shown in a caption."""

from kg.facts.event.people import ATTEND, ROLE, SUBJECT, attendants, beside, described, heard, particle_after, unsaid
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex

_ABSENT_VOICE = regex(
    r"서면|질의서|질문서|영상 ?(?:축사|메시지|인사)|축전|보도자료|페이스북|SNS|소셜미디어|성명|논평|입장문|"
    r"통화|전화|기자들|취재진|별도로|본지|본보"
)
_HERE = regex(
    r"(?:이|그) 자리에서|(?:이|그)날 현장에서|현장에서|행사에서|회의에서|질의에서|행사 뒤|회의 뒤"
    r"|당시,? (?=[“\"])|^(?:[□○ㅇ◦-]\s?)?이어 (?=[가-힣]{2,4} )"
)
_EVENT_AGAIN = regex(
    r"(?:회의|설명회|행사|방문|면담|자리|식|간담회|토론회|보고회|포럼|브리핑|회견|축사|협약|토론|강연|공연"
    r"|발제|현장|발표회|세미나|콘퍼런스|내빈석|귀빈석|객석|단상|행사장|식장)(?:에는|에서|에 (?:배|참|함께|자리|동))"
)
_CAME_TOO = regex(r"도 (?:[^\s.]{1,8} )?(?:출석|참석|배석|동석|자리|함께|참여했|나왔|얼굴을)")
SURELY = regex(
    r"자리(?:했|하였|할 예정)|자리를 (?:함께|같이|빛|지|메)|함께했|함께 (?:했|자리)|참석했|참석하였|참석한다|"
    r"참석할|참석합|함께한다|함께합|배석했|배석해|"
    r"동석했|서명(?:했|하였|은|에는|할)|(?:토론자|발제자|연사|강사|패널|사회자|좌장)(?:로|으로) (?:나섰|나왔|참여)|"
    r"함께 [가-힣]{0,3}[았었했탔갔왔섰렀봤웠겼쳤]다"
)
"""What only those say who take part in the gathering told right before."""


_ROSTER = regex(
    r"\W{0,4}\(?(?:주요 ?|협약 ?|서명 ?|회의 ?|행사 ?)?(?:참석|참여|배석|서명|발표|발제|토론|출석|협약|주재|좌장|사회)"
    r"(?:자|인|인사|기관장|위원|인원)?\)? ?[:：)] ?"
)
_PROGRAMMED = (
    "포럼", "세미나", "토론회", "심포지엄", "심포지움", "콘퍼런스", "컨퍼런스", "학술대회", "워크숍", "공유회",
    "발표회", "보고회", "좌담회", "라운드테이블", "콘서트", "대회", "공청회", "서밋", "써밋", "토론",
    "강연회", "설명회",
)  # fmt: skip
"""Gatherings with a course of papers and talks."""
_FAR = 10  # sentences behind an event in which a roster or its course may follow
_NEXT = 3  # sentences behind one paper of a forum in which the next is told without such a word
_PRESENTS = regex(r"(?:에 대해|에 관해|에 대하여|[을를]) (?:발표|소개|설명|공유|제시|강연|발제)(?:하|했|한 )")
_IN_PROGRAM = regex(
    r"(?:(?:첫|두|세|네|다섯|여섯) ?번째|이어진|이어지는|마지막|주제|종합|패널) ?(?:주제 ?)?(?:발표|발제|강연|세션|연사"
    r"|토론)"
    r"|(?:발표|발제|강연|특강|기조 ?(?:연설|강연|발제|발표)|좌장|사회|토론)(?:[을를]|으로|로|에)? ?"
    r"(?:맡은|맡아|맡았|통해|나선|나섰|나서|주재|진행한|이끌)"
    r"|[을를]? ?주제로 (?:한 )?(?:[가-힣]+ )?(?:발표|강연|발제|특강|강의|설명|소개|토론)"
    r"|(?:연사|발제자|발표자|토론자|패널|좌장)(?:로|으로)(?:는)? "
)


def of_its_course(analysis: Analysis, sentence: Sentence, mentions: Mentions, head: str, behind: int) -> list[Mention]:
    """Those on a roster line ``behind`` so many sentences after an event told by ``head`` (협약참여자 : ○○시장(A)), and
    who gave a paper, led or joined a talk in the course of a forum: 첫 번째 발표를 맡은 A 교수는.
    """
    text = analysis.text
    if behind > _FAR:
        return []
    if _ROSTER.match(text, sentence.begin, sentence.end) is not None:
        return list(mentions.within(sentence.span, "person"))
    if not head.endswith(_PROGRAMMED):
        return []
    told = _IN_PROGRAM.search(text, sentence.begin, sentence.end)
    told = told or (_PRESENTS.search(text, sentence.begin, sentence.end) if behind <= _NEXT else None)
    return [
        m
        for m in (heard(analysis, sentence, mentions) if told is not None else [])
        if particle_after(analysis, m, sentence, mentions) in (*SUBJECT, ",", "과", "와", "도", "에")
        and not described(analysis, m, sentence)
    ]


def shown(analysis: Analysis, sentence: Sentence, mentions: Mentions) -> list[Mention]:
    """The people whom a caption shows: its subject and whom it lists with it."""
    return [
        m
        for m in heard(analysis, sentence, mentions)
        if particle_after(analysis, m, sentence, mentions) not in (None, "의") and not described(analysis, m, sentence)
    ]


def in_roles(analysis: Analysis, sentence: Sentence, mentions: Mentions) -> list[Mention]:
    """Who leads, explains or lectures at the event told just before: 사회는 ○○○ 씨가 맡았다."""
    if not ROLE.search(analysis.text, sentence.begin, sentence.end):
        return []
    return [
        m
        for m in heard(analysis, sentence, mentions)
        if particle_after(analysis, m, sentence, mentions) in (*SUBJECT, ",", "과", "와")
        and not described(analysis, m, sentence)
    ]


def bystanders(analysis: Analysis, sentence: Sentence, mentions: Mentions, same_day: bool) -> list[Mention]:
    """Whom a later sentence adds: who speaks 이 자리에서 or 이날, stood beside, is listed as attending."""
    people = heard(analysis, sentence, mentions)
    text = analysis.text[sentence.begin : sentence.end]
    if not people or _ABSENT_VOICE.search(text):
        return []
    here = _HERE.search(text) and _HERE.search(unsaid(analysis, sentence))
    found = beside(analysis, sentence, mentions)
    if ATTEND.search(text) and (
        same_day
        or here
        or len(people) >= 3
        or SURELY.search(text)
        or _EVENT_AGAIN.search(text)
        or _CAME_TOO.search(text)
    ):
        return [*found, *attendants(analysis, sentence, mentions)]
    if same_day or here:
        found += [
            m
            for m in people
            if particle_after(analysis, m, sentence, mentions) in SUBJECT and not described(analysis, m, sentence)
        ][:1]
    return found
