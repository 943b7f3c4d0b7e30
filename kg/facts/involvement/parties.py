"""Which bodies and people are the subject of a clause, and who is listed beside them."""

import re
from itertools import pairwise

from kg.facts.involvement.counted import counted
from kg.facts.involvement.page import Page, no_body
from kg.facts.involvement.words import behind, inside_speech
from kg.language.model import Sentence, Token
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span

_JOIN = regex(
    r"[ \n]?(?:[,·ㆍ、]|와|과|및|그리고|\([^()]*\)[,와과]?)?[ \n]?(?:㈜|\(주\)|\(재\)|\(사\)|주식회사\s|재단법인\s"
    r"|사단법인\s)?"
)
_KIND_BETWEEN = regex(
    r"(?:\([^()]*\))?(?:와|과|,)\s[^,.]{0,24}(?:업체|기업|회사|벤처|스타트업|기관|법인|대학"
    r"|전문가)(?:인)?\s(?:㈜|\(주\))?"
    r"|(?:\([^()]*\))?\s등\s(?:[^\s.,]{1,6}\s)?(?:\d{1,3}|[두세네])?\s?(?:개|곳)?\s?(?:기업|기관|대학|회사|업체|단체|학교|지자체|사|곳)(?:와|과)\s(?:㈜|\(주\))?"
)
_CLOSES = regex(r"[^()]{0,12}\)")
_CALLED = regex(r"\((?:[^()]*, ?)?이하[ ‘'“]{0,2}$")
"""Before the short name of a body in the bracket behind it."""
_JOINS_PEOPLE = regex(r"\s?[가-힣\s·]{0,20}?(?:\([^()]{1,20}\))?(?:와|과|,|·)\s?([가-힣]{0,12})\s?")
_NO_PART_OF_A_LIST = regex(r"(?:함께|나란히|만난|마주한|손잡은|경쟁한|[한된인던]|[은는을를에]|에서|의)$")
"""What stands before a person who is no further one of a list: «A 지사와 만난 B 시장은»."""
_BY_MARK = regex(r"\s?(?:[가-힣·]{1,14}\s?){0,2}(?:\([^()]{1,30}\))?\s?[:：]\s")
"""«A 의원(간담회, 9. 25.): …», «해양수산과장 A : …»: who stands before a colon says or does what follows."""
_OPENS_A_LINE = 24
"""So many letters (a mark, a date, a body) may stand before a person with whom a headline begins."""
_SAYS = regex(r"고\s(?:했다|말했다|밝혔다|약속했다|덧붙였다|강조했다|설명했다|했습니다|말했습니다)\.?$")
_PLEDGES = regex(
    r"(?:약속|공약|제안|제시|공언|다짐|선언|예고|천명|제의|건의)(?:했|하였|함|한\s(?:바|것"
    r"|셈))[가-힣\s]{0,4}\.?$|(?:내놨|내놓았|내걸었|꺼냈|꺼내\s?들었|밝혔)다\.?$"
    r"|(?:공약|카드|약속|과제|해법|승부수)(?:으?로|를|을)\s(?:[가-힣]{1,4}\s)?(?:올렸|걸었|던졌|들고나왔|제시했"
    r"|밀었|삼았|꼽았|담았|넣었)다\.?$"
    r"|자는\s(?:[가-힣]{1,4}\s)?(?:것|제안|주장|구상|얘기|이야기|취지|생각|뜻|공약|복안|주문|요구|말)(?:이다"
    r"|이었다|이라고\s했다|이라고\s말했다|도\s(?:냈|내놨|했|폈|보탰|꺼냈)다|을\s(?:냈|내놨|폈|꺼냈)다|다)\.?$"
)
"""What only somebody who was named before can have done where a sentence tells of no subject."""
_GOES_ON = regex(r"(?:□|○|-|ㅇ)?\s?(?:이어|또한?|아울러|그러면서|이와 함께|이 밖에|특히)[,\s]")
_ELSEWHERE = regex(r"(?:에는|에선|에서는|도)\s")

_OF_WORDS = frozenset(
    {
        "요구",
        "요청",
        "건의",
        "제안",
        "신청",
        "제출",
        "내",
        "올리",
        "받",
        "따내",
        "확보",
        "지원",
        "대",
        "후원",
        "부담",
        "보태",
        "출자",
    }
    | {
        "지적",
        "비판",
        "반대",
        "삭감",
        "깎",
        "심의",
        "의결",
        "검토",
        "논의",
        "말",
        "하",
        "밝히",
        "부르",
        "꼽",
        "바라",
        "원하",
        "쓰",
    }
)
"""What one asks, gives or says: who does so need not do the rest of the sentence."""
_OF_TIME = frozenset({"지나", "오", "다가오", "이르"})
"""«지난 해 봄», «오는 10월»: verbs that tell but when."""
_ENDS_AS_BODY = regex(
    r"[가-힣]{2,}(?:대학교|대학|의료원|연구소|수협|농협|축협|문화의집|학습관|보건소|도서관|문화원|클럽|컨소시엄|연합|위원회|협회|재단|진흥원|연구원|의학원|공단|공사|사업단|추진단|조합|병원|관리소|소방서|경찰서|본부|협의회|연합회|법인|박물관|생물자원관)$"
)
_SCHOOL = regex(r"[가-힣]{2,}대")
_HEAD_OF = regex(r"[가-힣A-Za-z0-9]\([가-힣]{2,8}\s$")
_HEADED = regex(r"([^가-힣A-Za-z(]{0,6}\()(?=[^()]{2,30}\)\s)")
"""``◦ (나루대) ‘P’를 운영하여``: the body that heads a bullet."""


def subject_bodies(page: Page, sentence: Sentence, before: int) -> list[Mention]:
    """The bodies that are the subject of what stands at ``before``; none where a person is."""
    last: Mention | None = None
    for m in parties_in(page, sentence.begin, before):
        if inside_speech(page.analysis, m.begin) != inside_speech(page.analysis, before):
            continue
        if embedded(page, sentence, m, before):
            continue
        nouns = 4 if m.kind in ("person", "person-short") else 0
        if behind(sentence, m, nouns)[0] in ("은", "이", "도") or (
            m.kind == "organization" and bracketed_head(page, m)
        ):
            last = m
    if last is None:
        last = _of_the_whole(page, sentence, before)
    if last is None and (head := _HEADED.match(page.analysis.text, sentence.begin, before)) is not None:
        last = next((b for b in page.bodies(sentence) if b.begin == head.end(1)), None)
    if last is None:
        return counted(page, sentence, before)
    if last.kind in ("person", "person-short") or no_body(last):
        return []
    return listed(page, sentence, last)


def _of_the_whole(page: Page, sentence: Sentence, before: int) -> Mention | None:
    """The body that is subject of the whole and not of what is bent to a noun: «A와 B가 둘레에 걸음을 읽는 P를 닦는다».

    The bent verb has an object of its own and is none of doing, and what follows tells of no other subject.
    """
    for m in page.mentions.within(Span(sentence.begin, before), "organization", "organization-short"):
        if behind(sentence, m, 0)[0] != "이" or page.titled(m) or no_body(m):
            continue
        own = next(
            (v for v in page.verbs(sentence) if v.begin >= m.end and v.ending != "linking" and v.stem not in _OF_TIME),
            None,
        )
        if own is None or own.ending != "adnominal" or own.passive or own.stem in page.words.operating:
            return None
        if own.stem in page.words.backing or own.stem in _OF_WORDS or inside_speech(page.analysis, m.begin):
            return None
        marks = [t.tag for t in sentence.tokens if m.end < t.begin < own.begin]
        others = any(
            t.tag == "JKS" or (t.tag == "JX" and t.form in ("은", "는", "ᆫ"))
            for t in sentence.tokens
            if own.end <= t.begin < sentence.end
        )
        return m if "JKO" in marks and not others and not foreign_subject(page, sentence, sentence.end) else None
    return None


def embedded(page: Page, sentence: Sentence, m: Mention, before: int) -> bool:
    """Whether a party is the subject of a clause that only tells of a noun before an offset: 구가 지원하는 P를."""
    if behind(sentence, m, 4 if m.kind.startswith("person") else 0)[0] != "이":
        return False
    own = next(
        (v for v in page.verbs(sentence) if v.begin >= m.end and v.ending != "linking" and v.stem not in _OF_TIME), None
    )
    if own is None or own.ending != "adnominal" or own.end > before:
        return False
    others = [t for t in sentence.tokens if t.tag == "JKS" and m.end < t.begin < own.begin]
    return len(others) <= (0 if m.kind.startswith("org") else 1)


def parties_in(page: Page, begin: int, end: int) -> list[Mention]:
    span = Span(begin, end)
    found = page.mentions.within(span, "organization", "organization-short", "person", "person-short")
    here = page.analysis.sentence_at(begin)
    if here is not None and (nouns := [n for n in page.kinds(here) if begin <= n.begin and n.end <= end]):
        found = sorted([*found, *nouns], key=lambda m: m.begin)
    return [m for m in found if not (in_bracket(page, m) if m.kind.startswith("person") else page.titled(m))]


def in_bracket(page: Page, person: Mention) -> bool:
    """Whether a person stands in the bracket behind a body: ``가온테크노파크(원장 홍길동)는`` is what the body does."""
    return _HEAD_OF.search(page.analysis.text, max(0, person.begin - 24), person.begin) is not None


def bracketed_head(page: Page, m: Mention) -> bool:
    """``강서구(구청장 홍길동)가``."""
    rest = page.analysis.text[m.end : m.end + 30]
    found = re.match(r"\([^()]{2,24}\)([은는이가])\s", rest)
    return found is not None


def person_subject(page: Page, sentence: Sentence, before: int) -> Mention | None:
    """The person who is the subject of what stands at ``before``."""
    last: Mention | None = None
    spoken = page.is_interview and inside_speech(page.analysis, before)
    for m in parties_in(page, sentence.begin, before):
        if inside_speech(page.analysis, m.begin) != spoken or embedded(page, sentence, m, before):
            continue
        if behind(sentence, m, 4 if m.kind in ("person", "person-short") else 0)[0] in ("은", "이", "도") or (
            m.kind.startswith("person") and _by_mark(page, sentence, m)
        ):
            last = m
    return last if last is not None and last.kind in ("person", "person-short") else None


def _by_mark(page: Page, sentence: Sentence, person: Mention) -> bool:
    """Whether a mark and no particle makes a person the subject: before a colon, or «A 시장, P 발표» in a line that
    ends with the noun of a deed."""
    if _BY_MARK.match(page.analysis.text, person.end, sentence.end):
        return True
    alone = len(page.people_in(sentence)) == 1 and page.analysis.text[sentence.end - 2 : sentence.end] != "다."
    if person.begin - sentence.begin > _OPENS_A_LINE * (1 + alone) or behind(sentence, person, 4)[0] != ",":
        return False
    verbs = page.verbs(sentence)
    if verbs and verbs[-1].ending == "noun" and verbs[-1].end >= sentence.end - 2:
        return True
    return any(t.tag == "ETN" and t.end >= sentence.end - 1 for t in sentence.tokens[-2:])  # … 늘리겠다고 밝힘


def listed(page: Page, sentence: Sentence, last: Mention) -> list[Mention]:
    """The body and those joined to it: «A와 B가», «A B C가», «A, B가»."""
    text = page.analysis.text
    if (called := _CALLED.search(text, sentence.begin, last.begin)) is not None:
        last = next((b for b in page.bodies(sentence) if b.end == called.start()), last)
    found = [last]
    for b in reversed([b for b in page.bodies(sentence) if b.end <= last.begin]):
        between = text[b.end : found[-1].begin]
        if _CLOSES.match(between):
            continue  # 가온부(이하 가부)와: the short name in the bracket of a body that is joined itself
        if not (_JOIN.fullmatch(between) or _KIND_BETWEEN.fullmatch(between)):
            break
        if _of_school(b, last) and not re.search(r"[,·ㆍ와과및]", between):
            continue  # 나루대(나루과학기술원) 인공지능대학원
        found.append(b)
    return found[::-1]


def _of_school(school: Mention, other: Mention) -> bool:
    return all("University" in m.value.classes for m in (school, other))


def people_listed(page: Page, sentence: Sentence, last: Mention) -> list[Mention]:
    """A person and those joined to it by 와, 과 or a comma: «A 의원과 B 의원이»."""
    found = [last]
    for p in reversed(page.mentions.within(Span(sentence.begin, last.begin), "person", "person-short")):
        between = page.analysis.text[p.end : found[-1].begin]
        joined = _JOINS_PEOPLE.fullmatch(between)
        if joined is None or _NO_PART_OF_A_LIST.search(joined[1]):
            break
        found.append(p)
    return found[::-1]


def foreign_subject(page: Page, sentence: Sentence, before: int) -> bool:
    """Whether a noun that is no known body is the subject before an offset: 정부가, 업체는, 다른 고을은."""
    for place in page.mentions.within(Span(sentence.begin, before), "region"):
        if page.mentions.free(place.begin, place.end, "organization") and behind(sentence, place, 0)[0] == "은":
            return True
        if _ELSEWHERE.match(page.analysis.text, place.end):
            return True
    for i, t in enumerate(sentence.tokens[1:], 1):
        if t.begin >= before:
            return False
        left = sentence.tokens[i - 1]
        if left.form not in page.words.actors and not _is_unknown_body(page, left, t):
            continue
        if t.tag == "JX" and t.form in ("은", "는", "ᆫ"):
            return True
        if t.tag == "JKS" and inside_speech(page.analysis, t.begin) == inside_speech(page.analysis, before):
            return True
    return False


def unknown_subject(page: Page, sentence: Sentence, before: int) -> bool:
    """Whether a body that the text is not known to name is the subject before an offset: «광역연합이 P에 착수한다»."""
    tokens = [t for t in sentence.tokens if t.begin < before]
    return any(_is_unknown_body(page, a, b) for a, b in pairwise(tokens))


def _is_unknown_body(page: Page, noun: Token, particle: Token) -> bool:
    """Whether a noun with the particle of a subject ends as bodies do and is none that the text is known to name."""
    if particle.tag not in ("JKS", "JX") or noun.tag[0] not in "NX" or particle.begin != noun.end:
        return False
    word = page.analysis.text[page.analysis.text.rfind(" ", 0, noun.begin) + 1 : noun.end]
    free = page.mentions.free(noun.begin, noun.end, "organization", "organization-short", "program", "program-short")
    school = noun.form == "대" and noun.tag == "XSN" and _SCHOOL.fullmatch(word) is not None
    return free and (school or _ENDS_AS_BODY.search(word) is not None)


def subject_between(page: Page, sentence: Sentence, begin: int, end: int) -> bool:
    """Whether a body or an actor is the subject between a program and its verb: P에 정부가 투자한다."""
    if any(behind(sentence, m, 0)[0] == "이" for m in page.mentions.within(Span(begin, end), "organization")):
        return True
    tokens = sentence.tokens
    return any(
        t.tag == "JKS" and begin <= t.begin < end and tokens[i - 1].form in page.words.actors
        for i, t in enumerate(tokens)
        if i
    )


def continuing(page: Page, sentence: Sentence) -> Mention | None:
    """The person who goes on speaking or acting where a sentence begins with 이어, 또, 아울러."""
    whole = page.analysis.text[sentence.begin : sentence.end]
    pledges = _PLEDGES.search(whole) is not None and not foreign_subject(page, sentence, sentence.end)
    if not (_GOES_ON.match(whole) or _SAYS.search(whole) or pledges):
        return None
    paragraph = sentence.paragraph
    for earlier in reversed(page.analysis.sentences[max(0, sentence.index - 3) : sentence.index]):
        if earlier.paragraph < paragraph - 1 or earlier.block != sentence.block:
            return None
        paragraph = earlier.paragraph
        person = person_subject(page, earlier, earlier.end)
        if person is not None or subject_bodies(page, earlier, earlier.end):
            return person
    return None
