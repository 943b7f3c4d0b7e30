"""Short names of places that act as governments: «시흥·부천 2개 시», «포항과 구미가 뽑혔다», «나주가 신청했다»."""

from collections.abc import Iterable, Iterator, Sequence

from kg.mentions.model import Mention, Name
from kg.patterns import regex

_LINK = regex(r"(?:·|ㆍ|‧|･|․|・|, ?|/|[과와],? | 및 )")
_NUMBER = r"(?:\d+|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열두|양)"
_COUNTED = regex(
    rf"[’'”\"]?(?: 등| 등의)? ?{_NUMBER} ?(?:개|곳의)? ?"
    r"(?:기초지자체|광역지자체|지자체|자치단체|지방정부|시·군·구|시·군|시·도|시군구|시군|시도|자치구|도시|시|군|구|곳)"
    r"(?![가-힣]*(?:민|내버스))"
)
_JOINED = regex(r"(?: 등)?(?:은|는|이|가|도)(?![가-힣])")
_ACTS = regex(
    r"[^.“”]{0,60}?"
    r"(?:합류|참여|동참|가세|신청|응모|도전장|출사표|손(?:을)? 잡|손잡|협약|유치|이름을 올[렸려린]|"
    r"(?:선정|지정|확정|낙점)(?:됐|되|된|돼)|뽑[혔히힌]|탈락|고배|떨어졌|웃었|울었|맞붙|경합|경쟁|유치전|나섰|뛰어들)"
)
_ALONE = regex(
    r"(?:은|는|이|가|도)(?: (?:이미|먼저|나란히|함께|최종|새로|추가로|올해|지난해|잇따라|일찌감치|"
    r"[가-힣]+ ?(?:공모|사업|후보)에)){0,3} "
    r"(?:합류|동참|가세|신청했|신청한|응모|도전장|출사표|손(?:을)? 잡|손잡|이름을 올|"
    r"(?:선정|지정|낙점)(?:됐|되|된|돼)|뽑[혔히힌]|탈락|고배)"
)
_CHOSEN = regex(
    r"(?:을|를) (?:[가-힣A-Za-z0-9·‘’]+ ){0,5}?"
    r"(?:대상지|대상|사업지|지역|도시|거점|시범도시)(?:으로|로) ?"
    r"(?:[가-힣]+ )?(?:뽑|골|선정|지정|낙점|확정)"
)
_TITLE_END = regex(r"[’'”\"]?(?: 등)? ?(?:최종 |추가 |신규 )?(?:선정|지정|확정|합류|탈락|유치전)(?![가-힣])")
HOMONYM = "region-among-places"
"""The rule that names a place whose short name is a common word too (전주, 화성): it is one beside others alone."""


def governments_that_act(text: str, found: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions, with short names of places made governments where a list of them is counted as such or acts.

    Left out are homonyms (rule `HOMONYM`) that no other place stands beside.
    """
    row: list[Mention] = []
    for mention in found:
        linked = bool(row) and _LINK.fullmatch(text, row[-1].end, mention.begin) is not None
        if linked and _shares_level(mention, row[-1]):
            yield from map(_government, row)
            row = []
        elif row and not (linked and mention.kind == "region"):
            yield from _settled(text, row)
            row = []
        if mention.kind == "region":
            row.append(mention)
        else:
            yield mention
    yield from _settled(text, row)


def _shares_level(last: Mention, before: Mention) -> bool:
    """Whether a government closes a list whose places share the word for what it is: 가온·나루·다솔군은."""
    if last.kind != "organization" or "LocalGovernment" not in last.value.classes or before.rule == HOMONYM:
        return False
    level = last.value.text[-1]
    official = before.value.official or ""
    return level in "시군구" and official[-1:] == level and before.value.text[-1:] != level


def _settled(text: str, row: Sequence[Mention]) -> Iterator[Mention]:
    """One run of place names, as governments where what stands behind it says so."""
    if not row:
        return
    end = row[-1].end
    if all(m.rule == HOMONYM for m in row) and (len(row) < 3 or not _COUNTED.match(text, end)):
        return
    if len(row) > 1:
        behind = _JOINED.match(text, end)
        acts = (behind is not None and _ACTS.match(text, behind.end()) is not None) or (
            _COUNTED.match(text, end) or _CHOSEN.match(text, end) or _TITLE_END.match(text, end)
        )
    else:
        acts = _ALONE.match(text, end) or _CHOSEN.match(text, end)
    for mention in row:
        yield _government(mention) if acts else mention


def _government(mention: Mention) -> Mention:
    value = Name(mention.value.text, ("LocalGovernment",), mention.value.official)
    return Mention(mention.begin, mention.end, "organization", value, "government-in-list")
