"""Universities that no table knows, by their short name in -대: what stands behind one place of it tells."""

from collections.abc import Iterator

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.mentions.organization.words import ends_word, place_stems
from kg.mentions.person.names import looks_like_name, name_tables
from kg.patterns import regex

_NAMED = regex(
    r"(?<![가-힣A-Za-z0-9])(?P<name>[가-힣]{2,7}대)(?=[^가-힣A-Za-z0-9]|"
    r"[와는가의에도를로측](?![가-힣]{2})|에서|$)"
)
_CAMPUS = regex(
    r"(?:의)? (?:산학협력단|대학원|총학생회|평생교육원|[가-힣]{1,8}(?:학과|학부|공학과|대학원|캠퍼스)|"
    r"[가-힣]{1,4}대학(?!교)|총장|부총장|학장|"
    r"[가-힣]{2,10}학과 교수|(?:석좌|명예|특임|겸임|초빙|연구|전임|조|부)?"
    r"교수(?:직|로서|[로를도은는이가])?(?![가-힣])|재학생|졸업생|캠퍼스|연구팀|교수진|교수팀)"
)
"""What only universities have."""
_PARTNERED = regex(
    r"(?:와|과) (?:함께|손잡|협약|공동|협력|업무협약|산학)|(?:에|에서|가|는) [가-힣 ]{0,10}(?:학과|"
    r"강의|교과목|석사|학위|계약학과)"
)
_HEAD = regex(r" (?:총장|부총장|학장|교수|연구팀)")
_OF_PERSON = 3
_NO_SCHOOL = (
    "시대",
    "세대",
    "기대",
    "무대",
    "군대",
    "부대",
    "지대",
    "초대",
    "대대",
    "판매대",
    "진열대",
    "계산대",
    "연대",
    "침대",
    "등대",
    "확대",
    "절대",
    "반대",
)


def universities_told(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """Each place of a word in -대 that the text once uses as a university's: before its departments, its office or its
    head; a place's name with 대 also where somebody works together with it.
    """
    text = analysis.text
    if "대" not in text:
        return
    stems = place_stems(lexicon)
    places = [
        m for m in _NAMED.finditer(text) if analysis.sentence_at(m.start()) and not m["name"].endswith(_NO_SCHOOL)
    ]
    known: set[str] = set()
    names = name_tables(lexicon)
    for m in places:
        name, end = m["name"], m.end("name")
        if len(name) == _OF_PERSON and _HEAD.match(text, end) and looks_like_name(name, names):
            continue  # 최현대 총장
        own = name.removeprefix("국립")[:-1] in stems
        if (
            (len(name) > 2 and _CAMPUS.match(text, end))
            or (own and _PARTNERED.match(text, end))
            or name.startswith("국립")
        ):
            known.add(name)
    for m in places:
        begin, end = m.span("name")
        if m["name"] in known and ends_word(text, end) and mentions.free(begin, end, "organization", "region"):
            yield Mention(begin, end, "organization", Name(m["name"], ("University",)), "university-told")
