"""What kind of document it is: news, press release, council paper, interview, analysis or table."""

import re

from kg.documents.frame import names_release
from kg.documents.headfields import head_fields
from kg.documents.layout import Layout
from kg.documents.lines import Line
from kg.documents.model import DocumentKind
from kg.documents.press import is_organ
from kg.lexicon import Lexicon
from kg.patterns import regex

_TITLES: tuple[tuple[DocumentKind, re.Pattern[str]], ...] = (
    (
        "interview",
        re.compile(
            r"^\s*[\[<【(]?[^\]>】)]{0,12}(?:인터뷰|대담|일문일답)|인터뷰[\]>】)]|…인터뷰$"
            r"|^\s*[\[<【(][^\]>】)]{0,12}(?:초대석|초대손님|만나\s?봅시다|만나다|만났습니다|만난\s?사람|만난\s?CEO"
            r"|(?:에게|한테)\s?(?:듣는다|듣다|묻는다|묻다)|(?:을|를)\s?만나다?|묻고\s?답하[다기]|문답|Q&A)[\]>】)]"
        ),
    ),
    (
        "table",
        re.compile(
            r"^\s*[\[<【(]\s*(?:[^\]>】)]{0,8}표로\s?[^\]>】)]*|표|통계표|[^\]>】)]{0,6}한눈에[^\]>】)]*|숫자로\s?[^\]>】)]*)[\]>】)]"
        ),
    ),
    (
        "analysis",
        re.compile(
            r"^\s*[\[<【(][^\]>】)]{0,10}(?:분석|해설|진단|심층|전망|점검|이슈|쟁점|뉴스\s?인사이드|포커스)[^\]>】)]{0,10}[\]>】)]"
        ),
    ),
)
_SAYS_INTERVIEW = regex(r"^\s*[\[<【(][^\]>】)]{0,8}(?:인터뷰|일문일답|대담)[\]>】)]")
"""A line of the head that tells what follows: «[인터뷰] 홍길동 국장 / 한빛일보»."""
_RELEASED = regex(
    r"[\-*·•○□ㅇ|>\s]*(?:\*\*)?(?:(?:발표|소관|담당|배포)?\s?부처(?:명)?|배포\s?(?:일|일시|일자|시점|시각|기관)|보도\s?(?:일|일시|일자|시점)|발표\s?(?:기관|부처))"
    r"(?:\*\*)?\s*[:：|]"
)
"""A field that a saved release bears in its head: «- 부처: 가온부», «배포일 : 2026. 3. 2.»."""
_QUESTION = regex(
    r"^(?:[―—–\-─Q◇◆▲△▷▶■●문]|Q\.?|문\s?[.:)]|[△▲]?질문)\s*.{4,150}(?:[?？]|나|가|지|까|데|다|는데|은|는|요|죠|냐|달라)[.?？]?\s*$"
)
_ANSWER = regex(r"^(?:[“\"]|A\s?[.:)]|답\s?[.:)]|[▲△▷▶]|[가-힣]{2,4}(?:\s[가-힣]{1,8})?\s?[:：])")
_TURN = regex(
    r"^[○◯〇●]\s?[가-힣]{0,20}\s?(?:위원장|의장|위원|의원|부의장|국장|실장|과장|시장|지사|부시장|부지사)(?:\s?[가-힣]{2,4})?(?:\s|$)|^[○◯〇]\s?[가-힣]{2,4}\s?(?:위원|의원)\s"
)
_BOARD = (
    "담당부서",
    "작성자",
    "부서",
    "조회",
    "등록일",
    "작성일",
    "첨부파일",
    "게시일",
    "담당자",
    "연락처",
    "공공누리",
)
_GIVEN_OUT = regex(r"[-·•*○ㅇ□]*(?:배포일|배포|발표부처|부처명?|소관부처)[:：|]")
"""A field of the head of a release that a portal gives out again: «- 배포일: 04/20/2020»."""
_COUNCIL_SIGN = regex(
    r"(?:[가-힣]{1,6}\s){0,4}[가-힣]{1,9}(?:도|시|군|구)의회"
    r"(?:\s*[|>].*|\s+[A-Z][A-Za-z \-]+|\s[가-힣·]{2,14}(?:위원회|특위|사무처|사무국|전문위원실))?$"
)
_PAPER = regex(
    r"(?:5분\s?(?:자유\s?)?발언|(?:[시도군구]정|긴급\s?현안)\s?질문|(?:심사|검토|감사|행정사무감사)\s?(?:결과\s?)?보고서?|의안번호.{0,12})(?:\(.{0,20}\))?$|^제\d+회\s[가-힣]{2,9}의회"
)
"""How councils head their papers."""
_COUNCIL = regex(r"의회(?:\s|$|\||>)|의정\s?(?:소식|뉴스)|회의록|의회\s?소식")


def genre_of(text: str, lines: list[Line], layout: Layout, lexicon: Lexicon) -> DocumentKind:
    """The kind, by the frame of a release or a council's page, the title's bracket, questions and
    answers, and tables.
    """
    top = layout.first if layout.first is not None else min(len(lines), 15)
    head = lines[: top + 1]
    if any(_COUNCIL_SIGN.match(x.bare) and not names_release(x, lexicon) for x in head[:3]) and not any(
        "기자" in x.bare for x in head
    ):
        return "council"
    if any(names_release(x, lexicon) for x in head[:12]) or any(
        x.squeezed.startswith(("배포일시", "배포일자", *lexicon.words("press_frame", role="embargo")))
        or _GIVEN_OUT.match(x.squeezed)
        for x in head
    ):
        return "press-release"
    if any(_RELEASED.match(x.bare) and not x.prose for x in head) and not any("기자" in x.bare for x in head):
        return "press-release"
    board = {w for x in head for w in _BOARD if x.squeezed.startswith(w)}
    if len(board) >= 3 and board & set(_BOARD[:3]) and not any("기자" in x.bare for x in lines if len(x.bare) < 90):
        return "press-release"
    body = [lines[i] for i, k in enumerate(layout.kinds) if k in ("body", "table")]
    title = lines[layout.title].bare[layout.title_offset :] if layout.title is not None else ""
    for kind, pattern in _TITLES:
        if pattern.search(title):
            return kind
    if any(_SAYS_INTERVIEW.match(x.bare) and len(x.bare) < 90 for x in head):
        return "interview"
    if sum(bool(_TURN.match(x.bare)) for x in body) >= 3:
        return "council"
    if (
        any(_COUNCIL.search(x.bare) and len(x.bare) < 60 and re.match(r"[가-힣 ]{0,12}의회", x.bare) for x in head[:8])
        and not any("기자" in x.bare for x in head)
        and not any(_is_printed(text, x, lexicon) for x in head[:8])
    ):
        return "council"
    if any(_PAPER.search(x.bare) and len(x.bare) < 60 for x in head[:8]) and not any(
        "기자" in x.bare for x in (*head, *lines[-8:])
    ):
        return "council"
    asked = sum(
        bool(_QUESTION.match(x.bare)) and i + 1 < len(body) and bool(_ANSWER.match(body[i + 1].bare))
        for i, x in enumerate(body)
    )
    if asked >= 3:
        return "interview"
    if body and sum(k == "table" for k in layout.kinds) >= max(6, 0.5 * len(body)):
        return "table"
    return "news"


def _is_printed(text: str, line: Line, lexicon: Lexicon) -> bool:
    """Whether a line of the head names a paper or an author: «달빛신문 | 2025년 12월 18일자 3면»."""
    told = head_fields(text, line, lexicon)
    written = any(f.kind == "author" for f in told)
    return any(f.kind == "organ" and (written or is_organ(f.name, lexicon)) for f in told)
