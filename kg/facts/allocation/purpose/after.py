"""A purpose behind the sum: 35억 원 규모의 X, 35억 원을 X에 투입, 35억 원은 X 몫이다."""

import itertools
import re

from kg.facts.allocation.chunk import Chunk
from kg.facts.allocation.clause import Clause
from kg.facts.allocation.giver import giver_behind
from kg.facts.allocation.purpose.words import GOAL_PARTICLES, KIND, OPENS, OWN_PAPER, PLACE, RECEIVES, told_by, words_of
from kg.facts.allocation.wording import Purpose, is_time_or_count, wording
from kg.facts.allocation.words import acts
from kg.lexicon import Lexicon
from kg.patterns import regex
from kg.spans import Span

_MARKS = regex(r"[‘’“”「」'\"]")
_COST_NAME = regex(
    r"[가-힣]{1,6}(?<!사업)(?<!예)(?<!정)(?<![국시도구군낭소])비$|[가-힣](?:값|삯)$|(?:인건비|수당|장학금|용역비|임차료|사용료|구독료|이용료|보상금|장려금|격려금|상금)$"
)


def was(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """지난해 24억 원이던 X가: the noun that a copula leans on."""
    chunks = clause.row.chunks
    if (
        clause.place + 2 >= len(chunks)
        or chunks[clause.place + 1].lemma != "이"
        or chunks[clause.place + 1].ending != "ETM"
    ):
        return None
    thing = chunks[clause.place + 2]
    if (
        thing.kind != "noun"
        or thing.money is not None
        or clause.analysis.text[thing.begin : thing.end] in ("것", "데", "때", "만큼")
    ):
        return None
    return told_by(wording(clause, thing.begin, thing.end, lexicon), "was")


def share_after(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """35억 원이 X 몫이다, 35억 원은 X 예산이다, 35억 원은 X용이다."""
    if clause.chunk.particle not in ("이", "가", "은", "는"):
        return None
    chunks, text = clause.row.chunks, clause.analysis.text
    for i in range(clause.place + 1, min(clause.place + 4, len(chunks) - 1)):
        if chunks[i].kind == "noun" and chunks[i + 1].lemma == "이" and chunks[i + 1].kind == "verb":
            words = text[chunks[i].begin : chunks[i].end]
            if _COST_NAME.search(words):
                return told_by(wording(clause, chunks[i].begin, chunks[i].end, lexicon), "share")
            match = re.search(r"(?:\s?(?:몫|용도|예산|사업비|비용)|용|분)$", words)
            borne = any(c.kind == "verb" and c.lemma in _BEARS for c in chunks[: clause.place])
            rest = borne and clause.before.lstrip().startswith(("나머지", "남은"))
            whose = RECEIVES.search(words[: match.start()]) if match else None
            if match and match.group().strip() == "몫" and (whose or rest):
                return None  # who pays it
            return (
                told_by(wording(clause, chunks[i].begin, chunks[i].begin + match.start(), lexicon), "share")
                if match
                else None
            )
        if chunks[i].kind != "adverb":
            return _lot_described(clause, i, lexicon)
    return None


_LOT_OF_MARKED = regex(r"(?<=[’'”\"」』>〉])\s?(?:몫|용도|예산|사업비|비용|돈)$")


def _lot_described(clause: Clause, place: int, lexicon: Lexicon) -> Purpose | None:
    """35억 원이 시가 짓는 ‘X’ 몫이다: the thing in marks whose lot the sum is, with what describes it."""
    chunks, text = clause.row.chunks, clause.analysis.text
    for i in range(place, min(place + 7, len(chunks) - 1)):
        chunk = chunks[i]
        if chunk.kind == "stop" or chunk.money is not None or chunk.ending in ("EC", "EF"):
            return None
        if chunk.kind != "noun" or chunks[i + 1].lemma != "이" or chunks[i + 1].kind != "verb":
            continue
        lot = _LOT_OF_MARKED.search(words_of(clause, chunk))
        if lot is None or text[chunk.begin] not in OPENS:
            return None
        return told_by(wording(clause, chunk.begin, chunk.begin + lot.start(), lexicon), "share")
    return None


_LOT_AS = regex(r"\s?(?:몫|명목|용도|용)$")


def as_lot(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """35억 원이 X 몫으로 적혀 있다: the lot as which the sum is told."""
    if clause.chunk.particle not in ("이", "가", "은", "는", "을", "를", "도"):
        return None
    for chunk in clause.following():
        if chunk.kind != "noun" or chunk.money is not None:
            return None
        words = words_of(clause, chunk)
        lot = _LOT_AS.search(words)
        if chunk.particle not in ("으로", "로") or lot is None:
            continue
        if RECEIVES.search(words[: lot.start()]):
            return None
        return told_by(wording(clause, chunk.begin, chunk.begin + lot.start(), lexicon), "share")
    return None


_TAKES_UP = frozenset(
    ("가져가", "차지", "챙기", "받아가", "집어삼키", "삼키", "쓸어가", "잡아먹", "먹", "독차지", "빨아들이")
)


def taken_by(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """46억 원은 ‘X’ 한 사업이 가져갔다: the thing in marks that takes up the sum."""
    if clause.chunk.particle not in ("은", "는", "을", "를", "도"):
        return None
    chunks = [c for c in clause.following() if c.kind != "adverb"]
    if len(chunks) < 2 or chunks[0].kind != "noun" or chunks[0].particle not in ("이", "가"):
        return None
    if chunks[1].kind != "verb" or not ({chunks[1].lemma, chunks[1].compound} & _TAKES_UP):
        return None
    words = clause.analysis.text[chunks[0].begin : chunks[0].end]
    one = re.search(r"\s?한\s(?:사업|곳|건|항목|과제)$", words)
    end = chunks[0].begin + one.start() if one else chunks[0].end
    return told_by(wording(clause, chunks[0].begin, end, lexicon), "share") if words[:1] in "‘“「『'\"" else None


_BEARS = frozenset(("대", "내", "부담", "분담", "출자", "출연", "보태", "얹", "맡", "투자", "지원"))
"""Behind what others bear, the rest is the lot of who pays it: «나머지 6억 원은 한빛 몫이다»."""
_SIZED = regex(r"\s?(?:규모의?|상당의?|어치의?|짜리)\**\s*[^\s*]|대의?\s(?=[‘'“\"「『<〈])")
_SIZED_OR_OWNED = regex(
    r"\s?(?:규모의?|상당의?|짜리|대의|대(?=\s[‘'“\"「『<〈])|어치의?|가량의|의)\**\s*(?![\s*]|\d|절반|[두세]\s?배|갑절|배)"
)
_OWNED = regex(r"의\s(?=\S)")
_CLOSING = ("’", "'", "」", "』", ">", "〉", "》")


_OF_HEADLINE = regex(
    r"\s(?P<thing>(?:[가-힣A-Za-z0-9·]+\s){0,2}[가-힣A-Za-z0-9·]*"
    r"(?:센터|단지|펀드|기금|공장|허브|캠퍼스|학교|플랫폼|클러스터|벨트|타운|발전소|연구소|연구원|병원|사업|프로젝트|밸리|파크|특구|바우처|관제망|스튜디오))"
    r"(?=[…,·!?’'\"”]|\.{2,}|\s*$|\s(?:짓|세[우운워]|들어|서[고다]|추진|조성|건립|유치|만[들든]|연다|문\s|내년|올해|본격|띄|착[공수]|시동|윤곽|첫\s?삽))"
)
"""What a headline sets behind a sum without a particle: «항만에 2조1천억 데이터센터…»."""


def of_size(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """35억 원 규모의 X, 35억 원짜리 X, in a headline 35억 X."""
    if clause.sentence.block == "title":
        found = _OF_HEADLINE.match(clause.analysis.text, clause.money.end, clause.sentence.end)
        if found is not None:
            return told_by(wording(clause, found.start("thing"), found.end("thing"), lexicon), "after")
    if clause.chunk.suffix.endswith("짜리") or _SIZED.match(clause.after):
        topic = _topic_of_kind(clause)
        if topic is not None:
            return told_by(wording(clause, topic.begin, topic.end, lexicon), "after")
        return after_phrase(clause, lexicon)
    head, chunks = clause.head, clause.row.chunks
    if head is not None and head in chunks and head.ending == "ETM" and clause.act is not None:  # «35억 원이 드는 ‘X’»
        i = chunks.index(head) + 1
        if i < len(chunks) and clause.analysis.text[chunks[i].begin] in "‘“「『'\"<":
            return after_phrase(clause, lexicon)
    return None


def _topic_of_kind(clause: Clause) -> Chunk | None:
    """«‘X’는 870억 원짜리 시범단지다»: the name in marks of which the words behind the sum only say what it is."""
    chunks, text = clause.row.chunks, clause.analysis.text
    last = clause.place if len(clause.after) > 4 else clause.place + 1
    copula = chunks[last + 1] if last + 1 < len(chunks) else None
    if (
        copula is None
        or copula.lemma != "이"
        or copula.ending == "ETM"
        or _MARKS.search(text, clause.money.end, copula.begin)
    ):
        return None
    before = next((c for c in clause.previous() if c.kind == "noun"), None)
    if before is None or before.particle not in ("은", "는") or before.money is not None:
        return None
    return before if text[before.end - 1] in _CLOSING or text[before.end] in _CLOSING else None


def after_phrase(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """35억 원 규모의 X, 35억 원짜리 X, 35억 원의 X 예산, 35억 원이 드는 X, 35억 원을 들이는 X."""
    text, chunks = clause.analysis.text, clause.row.chunks
    match = _SIZED_OR_OWNED.match(clause.after)
    if match and _of_total(clause):
        return None  # «1조 원 가운데 지방비 2천억 원의 조달표»
    if match and match.end() < len(clause.after):
        begin = clause.money.end + match.end()
        fund = re.search(r"[가-힣A-Za-z]{2,}(?:기금|펀드)$", text[begin : clause.chunk.end]) is not None
        return told_by(wording(clause, begin, clause.chunk.end, lexicon, keep_paper=fund), "after")
    if (
        clause.chunk.suffix.endswith("짜리")
        and clause.place + 1 < len(chunks)
        and chunks[clause.place + 1].kind == "noun"
    ):
        return told_by(wording(clause, chunks[clause.place + 1].begin, chunks[clause.place + 1].end, lexicon), "after")
    if clause.head is not None and clause.head.ending == "ETM" and clause.act is not None:
        i = len(chunks) - len(clause.beyond_head()) if clause.heads_own_row() else len(chunks)
        if i < len(chunks) and chunks[i].kind == "noun" and chunks[i].money is None:
            words = text[chunks[i].begin : chunks[i].end]
            named = chunks[i].particle in ("으로", "로") or (
                i + 1 < len(chunks) and chunks[i + 1].kind == "verb" and chunks[i + 1].lemma == "이"
            )
            if named and clause.head.future and " " not in words and not _MARKS.search(words):
                return None  # «155억 원을 쓸 심산이다»: how it is meant
            if giver_behind(clause) is not None:
                return None
            if named and KIND.search(words) and not _MARKS.search(words):
                return None  # it only says what kind of thing the sentence's topic is
            if not re.match(
                r"(?:것|예정|계획|방침|사업비|예산|내용|방안|안|데|이유|만큼|때|경우|곳|기업|업체|"
                r"셈|의견|생각|주장|입장|제안|요구|요청|건의|말씀|말|얘기|이야기|뜻|취지|조건|결과|대신|결정|합의|논의|지적|거|게|건)\b|.{0,12}(?:예산안?|추경안?|계획)$",
                words,
            ):
                return told_by(wording(clause, chunks[i].begin, chunks[i].end, lexicon), "after")
    return None


def _of_total(clause: Clause) -> bool:
    """Whether the sum is told as a part of the sum right before it."""
    before = clause.row.chunks[clause.place - 1] if clause.place else None
    return before is not None and before.money is not None and before.particle == "가운데"


def goal_after(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """35억 원을 X에 투입한다, 35억 원은 X에 쓴다."""
    text = clause.analysis.text
    for chunk in clause.following():
        if chunk is clause.head or chunk.kind == "stop" or chunk.money is not None:
            break
        if chunk.kind == "verb" and chunk.ending != "ETM":
            break
        if (
            chunk.kind == "noun"
            and (chunk.particle in GOAL_PARTICLES or _names_thing(chunk, text) or _used_as(clause, chunk))
            and clause.act is not None
        ):
            words = text[chunk.begin : chunk.end]
            if _inside_leaning(clause, chunk, lexicon):
                continue
            if (
                is_time_or_count(words)
                or PLACE.search(words)
                or OWN_PAPER.match(words)
                or re.search(r"(?:정부|의회|국회|부처|부|도|시|군|구|청|회의|심사|심의|은행|재단|기업|업체)$", words)
            ):
                continue
            found = wording(clause, chunk.begin, chunk.end, lexicon)
            if found is not None:
                return told_by(found, "goal")
    return None


def _used_as(clause: Clause, chunk: Chunk) -> bool:
    """«남은 6억 원은 운영비로 돌린다», «3억 원은 홍보비로 쓴다»."""
    if chunk.particle not in ("으로", "로") or clause.chunk.particle not in ("은", "는", "을", "를", "도"):
        return False
    return (
        clause.act is not None and clause.act.word in _USES and _COST_NAME.search(words_of(clause, chunk)) is not None
    )


_USES = frozenset(
    ("돌리", "쓰", "쓰이", "사용", "활용", "전용", "편성", "충당", "들어가", "나가", "잡", "책정", "주", "지급")
)


def _names_thing(chunk: Chunk, text: str) -> bool:
    """A name in marks that is neither topic nor subject nor object."""
    return text[chunk.begin] in "‘“「" and chunk.particle not in ("은", "는", "이", "가", "을", "를", "도")


def _inside_leaning(clause: Clause, chunk: Chunk, lexicon: Lexicon) -> bool:
    """«눈길에 소금물을 뿌리는 X에»: a goal of a clause that only describes what follows."""
    chunks = clause.row.chunks
    for later in chunks[chunks.index(chunk) + 1 :]:
        if later.kind == "verb":
            return later.ending == "ETM" and later.lemma not in acts(lexicon)
        if later.kind == "stop":
            return False
    return False


def of_thing(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """«업체에는 한 곳에 최대 3억 원의 장비 사용료를 대 준다»: the thing given, where only who gets it stands before."""
    match = _OWNED.match(clause.after)
    if match is not None and clause.chunk.particle in ("을", "를", ",", "이", "가", "은", "는"):
        cost = Span(clause.money.end + match.end(), clause.chunk.end)
        if re.fullmatch(
            r"(?:[가-힣A-Za-z]{2,12}\s){0,2}[가-힣]{2,8}", cost.of(clause.analysis.text)
        ) and _COST_NAME.search(cost.of(clause.analysis.text)):
            return told_by(wording(clause, cost.begin, cost.end, lexicon), "after")  # «한 해 45억 원의 운영비를»
    given = clause.act is not None or (clause.head is not None and clause.head.lemma in ("하", "해주", "서", "열"))
    if match is None or clause.chunk.particle not in ("을", "를", ",") or not given:
        return None
    near = list(itertools.takewhile(lambda c: c.kind != "verb", clause.previous()))
    goals = [c for c in near if c.kind == "noun" and c.particle in (*GOAL_PARTICLES, "에게", "에게는")]
    if not goals or not all(
        RECEIVES.search(words_of(clause, c)) or is_time_or_count(words_of(clause, c)) for c in goals
    ):
        return None
    return told_by(wording(clause, clause.money.end + match.end(), clause.chunk.end, lexicon), "after")


def given_thing(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """한 곳에 최대 1억 원까지 도입 비용을 지원한다, 1인당 12만 원씩 이용권을 준다."""
    if not (
        clause.chunk.suffix
        or clause.chunk.particle in ("까지", "씩", "가량", "", "에서", "한도에서", "이내에서", "한도로")
    ):
        return None
    if clause.act is None:
        return None
    for chunk in clause.following():
        if chunk is clause.head or chunk.kind in ("stop", "verb") or chunk.money is not None:
            break
        if chunk.particle in ("을", "를", "도"):
            return told_by(wording(clause, chunk.begin, chunk.end, lexicon), "thing")
    return None


def handed_out(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """협력업체에는 한 사람에 월 60만 원씩 보조금을 준다: what each one gets, where the goals before are who gets it."""
    if clause.act is None or clause.act.voice != "gives" or clause.act.plain == "cut":
        return None
    if not (clause.chunk.suffix or clause.chunk.particle in ("까지", "씩")):
        return None
    goals = [c for c in clause.previous() if c.kind == "noun" and c.money is None]
    goals = [c for c in goals if c.particle in (*GOAL_PARTICLES, "에게", "에게는", "께")]
    if not goals or not all(
        RECEIVES.search(words_of(clause, c)) or is_time_or_count(words_of(clause, c)) for c in goals
    ):
        return None
    return given_thing(clause, lexicon)


_LOANS = frozenset(("보증", "융자", "대출", "특례보증", "융자지원", "장려", "포상", "보상", "감면"))


def as_loan(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """재단은 점포당 최대 3천만 원을 연 2% 금리로 보증한다: the support that the predicate itself names."""
    head = clause.head
    if (
        head is None
        or head.lemma not in _LOANS
        or not clause.heads_own_row()
        or clause.chunk.particle not in ("을", "를", "까지")
    ):
        return None
    return told_by(Purpose(head.lemma, Span(head.begin, head.begin + len(head.lemma)), ""), "thing")
