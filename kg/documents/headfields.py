"""The dated line of a head in its fields: who issues, which desk, who wrote.

Bars, slashes, dots and wide spaces divide it, or the day itself does: «달래시 관광과 2025. 10. 16.», «달래살림 | 2025년
10월 16일 | 도윤재 소담대 교수», «자료제공 : 달래교통공사 안전관리처 | 2026. 1. 14.».
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from kg.documents.bodies import BODY_NAME, HALLS, LEGAL_FORM
from kg.documents.lines import Line
from kg.documents.press import is_organ
from kg.documents.reporters import EMAIL, is_author, is_name, reporters
from kg.documents.stamps import find_stamps
from kg.lexicon import Lexicon
from kg.lexicon.governments import is_government
from kg.patterns import regex
from kg.spans import Span

FieldKind = Literal["body", "desk", "organ", "author", "told", "frame", "other"]

_LONGEST = 110
_MOST_OTHERS = 1
_BETWEEN = regex(r"\s*[|ㅣ│┃∣→\t\x00]\s*|\s+[/·ㆍ–—]\s+|(?<=[가-힣)])/(?=[가-힣])|\s{2,}|\s*[□■○◇◆]\s+")
_TAG = regex(r"^[\[<【(〈](?P<words>[^\[\]<>【】()〈〉|]{1,16})[\]>】)〉]\s*(?=\S)")
_RECIPIENT = regex(r"\s*→\s*(?P<to>[^→()\x00]+)")
_BESIDE_DAY = regex(
    r"[(\[]?\s*[월화수목금토일]요일\s*[)\]]?|\([월화수목금토일]\)|(?:오전|오후)?\s*\d{1,2}:\d\d(?::\d\d)?|(?:오전|오후)\s?\d{1,2}시(?:\s?\d{1,2}분)?|"
    r"(?<!\S)\d{1,2}시(?:\s?\d{1,2}분)?|(?:지면\s?)?[A-Z]?\d{1,2}\s?면(?![가-힣])|"
    r"[☎☏]\s?[\d\-.)~ ]{4,}|0\d{1,2}[\-)]\s?\d{3,4}-\d{4}|"
    r"(?:첨부(?:파일)?|조회수?|댓글|추천|공감)\s?[:：]?\s?\(?\d*\)?|배포\s?(?:후\s?)?즉시|(?<![가-힣])즉시(?:\s?(?:보도|배포))?(?:\s?가능)?(?![가-힣])|(?:보도|사용)\s?가능|"
    r"[조석]간(?:\s?부터)?|이후\s?보도|\d{4}년|(?<!\S)\d{1,3}월호|"
    r"제?\s?(?:\d{2,4}\s?[-–]\s?)?\d{1,5}\s?호(?![가-힣])"
)
_LABELLED = regex(r"(?P<label>[가-힣]{1,4}(?:\s?[가-힣]{1,4})?)\s?[:：]\s*(?P<value>.+)")
_GIVEN_OUT = regex(r"(?P<label>배포|제공|작성|발표|배부|발송)\s(?P<value>[가-힣].+)")
"""A label of the day that who issues it stands behind: «배포: 달래시청 홍보실, 2025-10-23», «작성 달래구 관광과»."""
_RANK = regex(r"[가-힣·,\s]*?(?:기자|특파원|위원|에디터|PD|리포터|앵커|연구원)")
_LABEL_ALONE = regex(r"[:：]\s*\x00*$")
_BEHIND = regex(
    r"\s?(?:제공|배포|작성|발표|게시|발행)$|\s?(?:보도\s?(?:참고|설명|해명)?\s?자료|공고|고시|공보|누리집|홈페이지|대변인실|브리핑문?|논평|성명서?)$"
)
_DESK_END = r"(?:실|국|과|관|팀|부|단|처|센터|소|위원회|특위|반|지사|담당)"
_BODY = regex(
    rf"{LEGAL_FORM}(?P<name>{BODY_NAME})(?:(?:\s[가-힣A-Za-z0-9·]{{1,16}}){{0,2}}\s[가-힣A-Za-z0-9·]{{1,16}}{_DESK_END})?"
)
_DESK = regex(r"[가-힣A-Za-z0-9·]{2,16}?(?:실|국|과|관|팀|본부|추진단|지원단|사업단|기획단|위원회|특위|사무처|사무국)")
_INNER = regex(r"^[가-힣]{2,}(?:부|처|본부)$")
"""A name in one word as ministries and a body's own divisions have it: «문의 : 교량안전처»."""
_LETTERS_APART = regex(r"(?:[가-힣]\s+){2,}[가-힣]")
_HEAD_OF = regex(
    r"(?P<name>(?:[가-힣]{2,7}(?:특별자치도|특별자치시|광역시|특별시|도)\s?)?[가-힣]{1,7}?(?:도(?=지사)|시(?=장)|군(?=수)|구(?=청장)))"
    r"(?:지사|장|수|청장)(?:\s[가-힣]{2,4})?"
)
_WRITES = (
    r"(?:(?:글|취재|진행|정리|대담|인터뷰어|기자|글쓴이|필자|작성자|기고|기록|by)"
    r"(?:\s?[·ㆍ/,]\s?(?:글|사진|정리|진행|영상)(?![가-힣]))?\s?[·:：=]?\s?)"
)
_AUTHOR = regex(
    rf"(?P<by>{_WRITES})?(?P<name>[가-힣]{{2,4}})(?P<post>\s[가-힣A-Za-z0-9·]{{1,14}}(?:\s[가-힣A-Za-z0-9·]{{1,14}}){{0,3}})?",
    re.IGNORECASE,
)
_ORGAN_AND_AUTHOR = regex(r"(?P<organ>[가-힣A-Za-z0-9&]{2,14})\s(?P<name>[가-힣]{3,4})")
_ORGAN = regex(
    r"(?P<name>(?:(?:월간|주간|계간|격월간|격주간|순간|연간|일간)\s)?[가-힣A-Za-z][가-힣A-Za-z0-9&]{1,13})"
    r"(?:\s(?:오피니언|사설|칼럼|시론|기고|웹진|뉴스레터|매거진|블로그|브런치|소식지|온라인|디지털|지면|인터넷판|뉴스|특집|기획|[가-힣]{1,4}면|[가-힣]{1,4}판))?"
)
_NO_ORGAN = regex(
    r"(?:[은는을를에의]|에서|으로|(?:기자|회견|소통|상황|회의|대회의|사무)[장실]|[다요]|자료|브리핑|회의|기준|현재|보고|공고|발표|예정|완료|사항|"
    r"[가-힣](?:장|관|홀|층|실|당)|사용|가능|부터|까지|일시?|시점)$"
)
_SENTENCE = regex(r"[가-힣](?:다|요|까|죠|함|됨|임)[.?!]|[가-힣](?:했다|한다|된다|됐다|였다|밝혀|위해)(?:\s|$)|[“”\"]")


class Field(NamedTuple):
    """One field of a head line: what it is, the name that it holds, and that name's place.

    A ``body`` is a public body, a ``desk`` one of its departments told without it, an ``organ`` a name of any other
    make, an ``author`` a person; ``told`` is who is asked, answers or receives; ``frame`` and ``other`` name nobody.
    ``post`` is what the article goes on to speak of: an author's name with his post, what a ``told`` field says.
    """

    kind: FieldKind
    name: str
    span: Span
    post: Span | None = None


@lru_cache(maxsize=4)
def _label_before(lexicon: Lexicon) -> re.Pattern[str]:
    words = [row["word"] for row in lexicon.rows("press_frame") if row["role"] in ("published", "embargo", "modified")]
    spaced = (r"\s?".join(map(re.escape, w)) for w in sorted(words, key=lambda w: (-len(w), w)))
    return re.compile(rf"(?:{'|'.join(spaced)})\s?[:：]?\s*$")


@lru_cache(maxsize=4)
def _labels(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str], re.Pattern[str]]:
    """The labels of who issues, those of who is asked or receives, and what a label of these without a colon heads."""
    told = lexicon.words("press_frame", role="told")
    unmarked = "|".join(re.escape(w) for w in sorted(told, key=lambda w: (-len(w), w))) or r"(?!)"
    contact, credit = lexicon.words("press_frame", role="contact"), lexicon.words("press_frame", role="credit")
    issuing = frozenset((*lexicon.words("press_frame", role="issuer"), *contact, *credit))
    return issuing, frozenset(told), re.compile(rf"(?P<label>{unmarked})\s(?P<value>\S.+)")


@lru_cache(maxsize=4)
def _frame_words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("press_frame")) | frozenset(lexicon.words("noise_phrases"))


@lru_cache(maxsize=4)
def _ministries(lexicon: Lexicon) -> frozenset[str]:
    """The names of ministries and agencies, former ones too."""
    rows = [*lexicon.rows("ministries"), *lexicon.rows("agencies")]
    return frozenset(n for row in rows for n in (row["official"], *row.get("names", "").split("|")) if n)


def head_fields(text: str, line: Line, lexicon: Lexicon) -> list[Field]:
    """The fields of a dated head line, its day left out; empty where the line is a sentence, holds no whole day, or
    tells more than the making of a document.
    """
    if len(line.bare) > _LONGEST or line.prose or _SENTENCE.search(line.bare):
        return []
    stamps = find_stamps(text, line.begin, line.end, lexicon)
    if not stamps:
        return []
    begin, bare = line.begin, line.bare
    cuts = [(s.span.begin - begin, s.span.end - begin) for s in stamps]
    cuts = [(_label_begin(bare, b, lexicon), e) for b, e in cuts]
    cuts += [(m.start(), m.end()) for m in EMAIL.finditer(bare)]
    cuts += [(m.start(), m.end()) for m in _BESIDE_DAY.finditer(bare)]
    found: list[Field] = []
    for byline in reporters(text, begin, line.end, lexicon):
        at = byline.span.begin - begin
        rank = _RANK.match(bare, at + len(byline.name))
        cuts.append((at, rank.end() if rank else at + len(byline.name)))
        found.append(Field("author", byline.name, byline.span))
    if tag := _TAG.match(bare):
        if is_organ(tag["words"], lexicon):
            found.append(Field("organ", tag["words"], Span(begin + tag.start("words"), begin + tag.end("words"))))
        cuts.append((0, tag.end()))
    if to := _RECIPIENT.search(bare):
        cuts.append((to.start(), to.end()))
        span = Span(begin + to.start("to"), begin + to.end("to"))
        found.append(Field("told", to["to"], span, span))
    masked = list(bare)
    for b, e in cuts:
        masked[b:e] = "\x00" * (e - b)
    place, words = 0, "".join(masked)
    for between in (*_BETWEEN.finditer(words), None):
        stop = between.start() if between else len(words)
        piece = words[place:stop]
        kept = piece.strip(" .,:：|/()[]<>·-–—\x00")
        if kept and _LABEL_ALONE.search(piece):
            found.append(Field("other", kept, Span(begin + place, begin + stop)))
        elif kept:
            found += _told(kept, begin + place + piece.index(kept), lexicon)
        place = between.end() if between else stop
    if (
        sum(f.kind == "other" and ":" not in f.name for f in found) > _MOST_OTHERS
        or sum(f.kind == "organ" for f in found) > 1
    ):
        return []
    return found


def _label_begin(bare: str, day: int, lexicon: Lexicon) -> int:
    """Where the label of a day begins, or the day itself."""
    label = _label_before(lexicon).search(bare[:day])
    return label.start() if label else day


def _told(words: str, begin: int, lexicon: Lexicon) -> list[Field]:
    """What the words between two marks tell: one field, or an organ and its author."""
    whole = Span(begin, begin + len(words))
    issuing, asked, unmarked = _labels(lexicon)
    if labelled := _LABELLED.fullmatch(words) or _GIVEN_OUT.fullmatch(words) or unmarked.fullmatch(words):
        label = labelled["label"].replace(" ", "")
        if label in asked:
            value = Span(begin + labelled.start("value"), begin + labelled.end("value"))
            return [Field("told", labelled["value"], value, value)]
        if label not in issuing and not _GIVEN_OUT.fullmatch(f"{label} {labelled['value']}"):
            return [Field("other", words, whole)]
        inner = _told(labelled["value"], begin + labelled.start("value"), lexicon)
        return inner if inner[0].kind in ("body", "desk", "author") else [Field("frame", words, whole)]
    plain = _BEHIND.sub("", words).strip()
    if not plain or {plain.replace(" ", ""), words.replace(" ", "")} & _frame_words(lexicon):
        return [Field("frame", words, whole)]
    if _DESK.fullmatch(plain):
        return [Field("desk", plain, whole)]
    if body := _body(plain, begin, lexicon):
        return [body]
    if author := _author(plain, begin, lexicon):
        return [author]
    if (both := _ORGAN_AND_AUTHOR.fullmatch(plain)) and is_author(both["name"], lexicon):
        named = Span(begin + both.start("name"), begin + len(plain))
        if both["organ"] in lexicon.words("titles"):  # «전문위원 도윤재»
            return [Field("author", both["name"], named, whole)]
        return [
            Field("organ", both["organ"], Span(begin, begin + both.end("organ"))),
            Field("author", both["name"], named),
        ]
    organ = _ORGAN.fullmatch(plain)
    if organ and (is_organ(organ["name"], lexicon) or not _NO_ORGAN.search(organ["name"])):
        return [Field("organ", organ["name"], Span(begin, begin + organ.end("name")))]
    return [Field("other", words, whole)]


def _body(words: str, begin: int, lexicon: Lexicon) -> Field | None:
    """The public body that a field names: by its head («달래시장»), with its desk, or as a government's short name."""
    spaced = _LETTERS_APART.fullmatch(words) is not None
    joined = re.sub(r"\s", "", words) if spaced else words
    if (head := _HEAD_OF.fullmatch(joined)) and is_government(lexicon, head["name"]):
        return Field("body", head["name"], Span(begin, begin + (len(words) if spaced else head.end("name"))))
    body = _BODY.fullmatch(words)
    if body and _INNER.search(body["name"]) and body["name"] not in _ministries(lexicon):
        return Field("desk", words, Span(begin, begin + len(words)))
    if body and body["name"] not in _frame_words(lexicon):
        name = body["name"].removesuffix("청") if body["name"].endswith(HALLS) else body["name"]
        return Field("body", name, Span(begin + body.start("name"), begin + body.start("name") + len(name)))
    first, _, rest = words.partition(" ")
    if is_government(lexicon, first) and (not rest or _DESK.fullmatch(rest.strip())):
        return Field("body", first, Span(begin, begin + len(first)))
    return None


def _author(words: str, begin: int, lexicon: Lexicon) -> Field | None:
    """The person whom a field names alone, behind a word for writing, or before a post."""
    told = _AUTHOR.fullmatch(words)
    if told is None or not is_name(told["name"]) or not (told["by"] or len(told["name"]) > 2):
        return None
    post = (told["post"] or "").strip()
    if post and not any(post.endswith(t) for t in lexicon.words("titles")):
        return None
    if not (post or told["by"] or is_author(told["name"], lexicon)) or told["name"] in _frame_words(lexicon):
        return None
    span = Span(begin + told.start("name"), begin + told.end("name"))
    return Field("author", told["name"], span, Span(span.begin, begin + len(words)) if post else None)


def authors(fields: list[Field]) -> list[Field]:
    """Who wrote it: all whom the fields name, but for a guest with his post beside whoever asked him."""
    named = [f for f in fields if f.kind == "author"]
    return [f for f in named if not f.post] or named


def is_head_line(text: str, line: Line, lexicon: Lexicon) -> bool:
    """Whether a dated line tells who issues or who wrote, and nothing of the matter."""
    return any(f.kind in ("body", "desk", "organ", "author") for f in head_fields(text, line, lexicon))


def signs_off(text: str, line: Line, lexicon: Lexicon) -> bool:
    """Whether a line below the text tells the day and the body that signs, and nothing else."""
    fields = [] if line.marked else head_fields(text, line, lexicon)
    return any(f.kind == "body" for f in fields) and all(f.kind in ("body", "desk", "frame") for f in fields)
