"""What is done with a sum: X를 세우는 데 35억 원, 35억 원을 들여 X를 짓는다, X가 35억 원을 들여 조성된다."""

import itertools
from functools import lru_cache

from kg.facts.allocation.chunk import Chunk
from kg.facts.allocation.clause import Clause
from kg.facts.allocation.purpose.words import (
    GOAL_PARTICLES,
    KIND,
    MOVES,
    OPENS,
    QUANTITY,
    before_count,
    is_place,
    spread,
    told_by,
    words_of,
)
from kg.facts.allocation.wording import Purpose, is_time, is_time_or_count, wording
from kg.facts.allocation.words import acts
from kg.lexicon import Lexicon
from kg.patterns import regex
from kg.spans import Span

_PLAN = regex(r"(?:계획|구상|방안|방침|전략|사업|안|복안|청사진|로드맵|협약|정책|것|그림|작업|공사|프로젝트)$")


def for_doing(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """X를 세우는 데 35억 원, X를 위해 35억 원, X를 양성하기 위해 35억 원."""
    chunks, text = clause.row.chunks, clause.analysis.text
    for i in range(clause.place - 1, max(clause.left - 3, -1), -1):
        chunk = chunks[i]
        if chunk.money is not None:
            return None
        if chunk.kind == "noun" and text[chunk.begin : chunk.end] == "데" and i and chunks[i - 1].kind == "verb":
            return told_by(deed(clause, i - 1, lexicon), "for-doing")
        if chunk.kind == "verb" and chunk.lemma in ("위하", "대비하", "대응하"):
            if chunk.ending == "ETM" and i + 1 < clause.place and chunks[i + 1].kind == "noun":
                return None  # «청소년을 위한 ‘X’에 9억 원»: it describes the thing
            if any(_is_cost(c, text) for c in chunks[i + 1 : clause.place]):
                return None  # «부담을 덜기 위해 감지기 구입비도 업체당 300만 원까지»: the cost is what is paid
            before = chunks[i - 1] if i else None
            if before is None:
                return None
            if before.kind == "verb" and before.ending == "ETN":
                return told_by(deed(clause, i - 1, lexicon), "for-doing")
            if before.kind == "noun" and before.particle in ("을", "를"):
                return told_by(wording(clause, spread(clause, i - 1), before.end, lexicon), "for-thing")
            return None
    return None


_COST = regex(r"[가-힣](?:비|비용|료|값|보조금|지원금|장려금|수당|이용권|바우처)$")


def _is_cost(chunk: Chunk, text: str) -> bool:
    """Whether a noun is a cost that somebody bears: 구입비도, 임차료를."""
    if chunk.kind != "noun" or chunk.money is not None or chunk.particle not in ("도", "을", "를", "은", "는"):
        return False
    return _COST.search(text[chunk.begin : chunk.end].removesuffix(chunk.particle)) is not None


def deed(clause: Clause, verb_place: int, lexicon: Lexicon) -> Purpose | None:
    """The object of a predicate, with its noun where that says what is done: «인재를 양성하» -> 인재 양성."""
    chunks, text = clause.row.chunks, clause.analysis.text
    verb = chunks[verb_place]
    for i in range(verb_place - 1, max(verb_place - 5, -1), -1):
        chunk = chunks[i]
        if chunk.kind == "noun" and not chunk.particle and words_of(clause, chunk) in _MANNER:
            continue  # «예산을 지속 확대하다»
        if (
            chunk.kind == "noun"
            and chunk.money is None
            and (chunk.particle in ("을", "를") or (i == verb_place - 1 and (not chunk.particle or _also(chunk, text))))
        ):
            found = wording(clause, spread(clause, i), before_count(text, chunk.begin, chunk.end), lexicon)
            if found is None:
                return None
            if verb.suffix == "하" and verb.lemma in deeds_of(lexicon):
                bare = QUANTITY.sub("", found.text)
                return Purpose(f"{bare} {verb.lemma}", Span(found.span.begin, verb.begin + len(verb.lemma)), "")
            return Purpose(QUANTITY.sub("", found.text) or found.text, found.span, "")
        linked = chunk.ending == "EC" and chunk.ending_form in ("어", "아", "여", "어서", "아서")
        if chunk.kind == "verb" and chunk.closes() and not (linked and i == verb_place - 1):
            break  # but «별관을 고쳐 쓰는 데»
    noun_verb = verb.suffix == "하"
    if noun_verb and verb_place and chunks[verb_place - 1].kind == "noun" and not chunks[verb_place - 1].particle:
        return wording(clause, chunks[verb_place - 1].begin, verb.begin + len(verb.lemma), lexicon)
    _ = text
    return None


_MANNER = frozenset(
    (
        *(
            "지속",
            "집중",
            "적극",
            "순차",
            "전면",
            "대폭",
            "조기",
            "우선",
            "추가",
            "본격",
            "공동",
            "상시",
            "시범",
            "직접",
            "즉시",
            "최종",
        ),
        *(
            "일괄",
            "동시",
            "신속",
            "수시",
            "점차",
            "꾸준",
            "중점",
            "별도",
            "무상",
            "전액",
            "일부",
            "최대",
            "확대",
            "단계별",
            "연차별",
        ),
    )
)
"""Nouns that say how, where they stand before a predicate: 지속 확대, 집중 지원."""
_MARKS = frozenset("‘'「『<〈《")


def _also(chunk: Chunk, text: str) -> bool:
    """Whether a name in marks with 도 is one thing more that is done: «35억 원을 들여 ‘X’도 운영한다»."""
    return chunk.particle == "도" and text[chunk.begin] in _MARKS


@lru_cache(maxsize=4)
def deeds_of(lexicon: Lexicon) -> frozenset[str]:
    """The nouns that say what is done with a thing, as part of what the money is for: 구축, 양성."""
    return frozenset(lexicon.words("purpose_deeds"))


_BECOMES = frozenset(("서", "들어서", "생기", "세워지", "지어지", "만들어지", "놓이", "갖춰지", "열리", "선보이"))


def built_with(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """X가 35억 원을 들여 조성된다: the subject of what is done with the money, where that is passive."""
    if clause.head is None or clause.head.ending_form not in ("어", "아", "여", "어서") or clause.act is None:
        return None
    chunks = clause.row.chunks
    for chunk in clause.beyond_head():
        if chunk.kind == "stop" or (chunk.kind == "verb" and chunk.ending == "ETM"):
            return None  # «A가 35억 원을 들여 짓는 X는 …»
        if chunk.kind == "verb" and chunk.closes():
            if chunk.suffix != "되" and chunk.lemma not in _BECOMES and not chunk.compound.endswith("지"):
                return None
            break
    else:
        return None
    for i in range(clause.place - 1, clause.left - 1, -1):
        if chunks[i].kind == "noun" and chunks[i].particle in ("이", "가", "은", "는") and chunks[i].money is None:
            return told_by(wording(clause, chunks[i].begin, chunks[i].end, lexicon), "subject")
    return None


def paid_with(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """«시비 2억 원으로 심야 진료를 잇는 ‘X’를 내달 개통한다»: the thing in marks that is opened or run with the sum."""
    if clause.act is not None or clause.chunk.particle not in ("으로", "로") or clause.leaning is not None:
        return None
    thing = None
    for chunk in clause.following():
        if chunk.kind == "stop" or chunk.money is not None:
            return None
        if chunk.kind == "noun" and chunk.particle in ("을", "를"):
            marked = clause.analysis.text[chunk.begin] in OPENS
            thing = chunk if marked else None
        if chunk.kind == "verb" and chunk.closes():
            found = wording(clause, thing.begin, thing.end, lexicon) if thing is not None else None
            return told_by(found, "done-with")
    return None


_FACILITY = regex(
    r"(?:센터|관|단지|타운|허브|캠퍼스|밸리|파크|시설|공원|청사|도서관|학교|병원|연구소|거점|실증동)[’'”」』]?$"
)


def topic_as_object(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """X는 A가 35억 원을 들여 보강한다, X센터는 35억 원을 들여 짓는다: the topic of a sentence whose subject spends, or
    that is itself what is built, and which names no other object.
    """
    head = clause.head
    if head is None or clause.act is None or head.ending_form not in ("어", "아", "여", "어서"):
        return None
    for chunk in clause.beyond_head():
        if chunk.particle in ("을", "를") or chunk.kind == "stop" or (chunk.kind == "verb" and chunk.ending == "ETM"):
            return None
        if chunk.kind == "verb" and chunk.closes():
            break
    else:
        return None
    subject = False
    for chunk in clause.previous():
        if chunk.kind != "noun" or chunk.money is not None:
            continue
        built = builds(clause) and _FACILITY.search(words_of(clause, chunk)) is not None
        subject = subject or chunk.particle in ("이", "가") or built
        if chunk.particle in ("은", "는") and subject and not is_time_or_count(words_of(clause, chunk)):
            return told_by(wording(clause, chunk.begin, chunk.end, lexicon), "subject")
    return None


def spent_on_object(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """구비 5억 원으로 ‘X’ 사업을 벌였지만: the object that the sum pays for."""
    act, text = clause.act, clause.analysis.text
    if clause.chunk.particle not in ("으로", "로") or (act is not None and (act.plain == "cut" or act.word in MOVES)):
        return None
    for chunk in clause.following():
        if chunk is clause.head or chunk.kind != "noun" or chunk.money is not None:
            break
        if chunk.particle in ("을", "를") or _also(chunk, text):
            if act is None and text[chunk.begin] not in _MARKS:
                return None  # «5억 원으로 이름을 알렸다»
            end = before_count(text, chunk.begin, chunk.end)
            return told_by(wording(clause, chunk.begin, end, lexicon), "done-with")
    return None


_TURNS_INTO = frozenset(
    (
        *(
            "고치",
            "바꾸",
            "꾸미",
            "되살리",
            "만들",
            "키우",
            "탈바꿈",
            "개조",
            "리모델링",
            "전환",
            "변신",
            "재탄생",
            "단장",
        ),
        *("새단장", "재단장", "개편", "확대", "거듭나", "되살아나", "바뀌", "조성", "개축"),
    )
)
"""«37억 원을 들여 빈 점포를 ‘X’로 고친다»: what it becomes."""


def _another(clause: Clause, subject: Chunk) -> bool:
    head = clause.head
    if head is None or head.ending_form != "고":
        return False
    return not is_time(clause.analysis.text[subject.begin : subject.end])


_AFTERWARDS = frozenset(("데", "뒤", "후", "이후", "다음", "바", "끝", "결과", "직후"))


def _is_done(clause: Clause, place: int) -> bool:
    """«35억 원을 들여 X를 세운 데 이어», «… 세운 뒤»: a predicate before what only says that it is over."""
    chunks = clause.row.chunks
    if place + 1 >= len(chunks) or chunks[place + 1].kind != "noun":
        return False
    return words_of(clause, chunks[place + 1]).partition(" ")[0] in _AFTERWARDS


def _named_beyond(clause: Clause, place: int) -> Chunk | None:
    """«35억 원을 세워 이웃이 기계를 돌보러 다니는 ‘X’를 두었다»: the name in marks that what follows a joined predicate
    describes, where that itself is the object."""
    chunks, text = clause.row.chunks, clause.analysis.text
    for i in range(place + 1, len(chunks)):
        chunk = chunks[i]
        if chunk.kind == "stop" or chunk.money is not None or chunk.ending == "EF" or chunk.particle in ("은", "는"):
            return None
        if chunk.kind == "noun" and text[chunk.begin] in _MARKS and chunk.particle in ("을", "를"):
            return chunk if chunks[i - 1].ending == "ETM" else None
    return None


def done_with(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """35억 원을 들여 X를 짓는다, 35억 원으로 X를 만든다."""
    chunks, text = clause.row.chunks, clause.analysis.text
    start = None
    if (
        clause.head is not None
        and clause.head.ending == "EC"
        and clause.act is not None
        and clause.act.voice in ("gives", "gets")
    ):
        if clause.head.lemma != "위하" and clause.head.ending_form in ("어", "아", "여", "어서", "아서", "해", "고"):
            start = len(chunks) - len(clause.beyond_head()) if clause.heads_own_row() else None
    elif clause.chunk.particle in ("으로", "로") and clause.act is None:
        start = clause.place + 1
    if start is None:
        return None
    while (
        start < len(chunks) and chunks[start].kind == "noun" and is_time(text[chunks[start].begin : chunks[start].end])
    ):
        start += 1  # «26억 원을 들여 지난해 5월 내놓은 ‘X’»
    for i in range(start, len(chunks)):
        chunk = chunks[i]
        if chunk.kind == "stop" or chunk.money is not None:
            break
        if chunk.kind == "noun" and chunk.particle in ("은", "는", "이", "가") and _another(clause, chunk):
            break  # «A가 30억 원을 내고 B는 건물을 준다»
        if chunk.kind == "verb" and chunk.ending == "ETM" and _is_done(clause, i):
            return told_by(deed(clause, i, lexicon), "done-with")
        if i == start and chunk.kind == "verb" and chunk.ending == "ETM" and i + 1 < len(chunks):
            thing = chunks[i + 1]  # «35억 원을 들여 짓는 X»
            if thing.kind == "noun" and thing.money is None:
                return told_by(wording(clause, thing.begin, thing.end, lexicon), "done-with")
        if (
            i > start
            and chunks[i - 1].ending == "ETM"
            and chunk.particle in ("을", "를")
            and text[chunk.begin] in _MARKS
        ):
            # «30억 원을 모아 기업에 투자하는 ‘X’를 의회에 올린다»
            end = before_count(text, chunk.begin, chunk.end)
            return told_by(wording(clause, chunk.begin, end, lexicon), "done-with")
        if (
            chunk.kind == "noun"
            and chunk.particle == "에"
            and i + 1 < len(chunks)
            and chunks[i + 1].lemma in _SETS_ABOUT
        ):
            return told_by(wording(clause, chunk.begin, chunk.end, lexicon), "done-with")
        if chunk.kind == "noun" and chunk.particle in ("으로", "로") and i + 1 < len(chunks):
            turned = chunks[i + 1]
            if turned.kind == "verb" and turned.lemma in _TURNS_INTO:
                return told_by(wording(clause, chunk.begin, chunk.end, lexicon), "done-with")
        if (
            chunk.kind == "verb"
            and chunk.ending == "ETM"
            and i + 1 < len(chunks)
            and i > start
            and chunks[i - 1].particle in ("을", "를")
            and _PLAN.search(text[chunks[i + 1].begin : chunks[i + 1].end])
        ):
            return told_by(deed(clause, i, lexicon), "done-with")  # «35억 원을 들여 X를 짓는 계획을 보고했다»
        if chunk.kind == "verb" and chunk.closes():
            if chunk.ending == "EC" and (named := _named_beyond(clause, i)) is not None:
                return told_by(wording(clause, named.begin, named.end, lexicon), "done-with")
            if chunk.lemma in acts(lexicon) and chunk.lemma not in (
                "세우",
                "구입",
                "구매",
                "매입",
                "사",
                "조성",
                "마련",
                "추진",
                "지원",
                "늘리",
                "키우",
                "높이",
                "벌이",
                "모집",
                "결성",
                "제공",
                "나누",
                "폐지",
                "활용",
                "맡기",
                "위탁",
            ):
                break
            return told_by(deed(clause, i, lexicon), "done-with")
    return None


_SETS_ABOUT = frozenset(("나서", "들어가", "착수", "돌입", "뛰어들"))
"""«12억 원을 들여 전수 진단에 나선다»."""
_BUILDS = frozenset(
    (
        "짓",
        "세우",
        "만들",
        "설치",
        "건립",
        "조성",
        "구축",
        "신축",
        "설립",
        "마련",
        "놓",
        "깔",
        "꾸미",
        "열",
        "개설",
        "증축",
        "신설",
        "갖추",
        "들이",
        "두",
    )
)


def built_at(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """옛 나루터에 35억 원을 들여 X를 짓는다: what is built, where the goal is but the place."""
    if not any(
        c.kind == "noun" and c.particle in GOAL_PARTICLES and is_place(words_of(clause, c)) for c in clause.previous()
    ):
        return None
    return done_with(clause, lexicon) if builds(clause) else None


def builds(clause: Clause) -> bool:
    """Whether something is built with the sum: 35억 원을 들여 … 짓는다, 조성한다."""
    if clause.head is None or clause.act is None or clause.head.ending != "EC":
        return False
    after = itertools.takewhile(lambda c: c.kind != "stop" and c.money is None, clause.beyond_head())
    return any(c.kind == "verb" and c.lemma in _BUILDS for c in after)


def defined(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """‘X’는 시가 35억 원을 들여 세운 기관이다, … 짓는 시설로, …: the topic of what tells what kind of thing it is."""
    chunks, text = clause.row.chunks, clause.analysis.text
    if clause.act is None or clause.act.voice == "gets" or len(chunks) < clause.place + 4:
        return None
    for i in range(clause.place + 1, len(chunks) - 1):
        if chunks[i].kind == "stop" or chunks[i].money is not None:
            return None
        kind_of = chunks[i].particle in ("로", "으로") and text.startswith(",", chunks[i].end + len(chunks[i].particle))
        if chunks[i].kind == "noun" and (kind_of or (chunks[i + 1].kind == "verb" and chunks[i + 1].lemma == "이")):
            if chunks[i - 1].ending != "ETM" or not KIND.search(text[chunks[i].begin : chunks[i].end]):
                return None
            break
        if chunks[i].kind == "verb" and chunks[i].ending == "EF":
            return None
    else:
        return None
    for chunk in clause.row.chunks[: clause.place]:
        if chunk.kind == "noun" and chunk.particle in ("은", "는") and chunk.money is None:
            return told_by(wording(clause, chunk.begin, chunk.end, lexicon), "subject")
    return None


_DOINGS = frozenset(
    (
        "사",
        "사들이",
        "구입",
        "구매",
        "빌리",
        "임차",
        "고치",
        "넓히",
        "늘리",
        "바꾸",
        "벌이",
        "추진",
        "짓",
        "만들",
        "세우",
        "운영",
        "도입",
        "조성",
        "구축",
        "설치",
        "개발",
        "얹",
        "열",
        "펴",
        "펼치",
        "시행",
        "개설",
    )
)


_PUT_IN = frozenset(
    ("투입", "도입", "배치", "설치", "보급", "놓", "달", "들이", "깔", "세우", "심", "띄우", "굴리", "운행")
)


def in_doing(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """«‘X’ 사업을 벌여 19억 원을 들였다», «‘X’를 얹겠다고 280억 원을 건의했다»: what is done in the clause before."""
    chunks = clause.row.chunks
    if clause.act is None or clause.act.voice == "gets" or clause.left < 2:
        return None
    verb = chunks[clause.left - 1]
    if verb.kind != "verb" or verb.ending != "EC":
        return None
    if verb.lemma not in _DOINGS and not (
        verb.lemma in _PUT_IN and verb.ending_form in ("면서", "으면서", "며", "느라")
    ):
        return None
    linked = verb.ending_form in (
        "어",
        "아",
        "여",
        "어서",
        "면서",
        "으면서",
        "며",
        "으며",
        "는데",
        "느라",
        "고자",
        "려고",
        "으려고",
    )
    if not linked and not verb.ending_form.endswith(("다고", "겠다고", "라고", "자고")):
        return None
    if any(c.money is not None for c in chunks[max(0, clause.left - 4) : clause.left]):
        return None
    return told_by(deed(clause, clause.left - 1, lexicon), "for-doing")
