"""Programs that have heads: whose post «○○사업 총괄단장», «○○ 운영위원장» is where no body of that name is told."""

from kg.facts.model import Office
from kg.mentions.model import Mention
from kg.patterns import regex
from kg.resolution.cast import Cast
from kg.resolution.draft import Draft
from kg.resolution.names import entity_key, folded, spaced

_HEADS = regex(
    r"(?:운영|추진|총괄|기획|공동|민관|실무|조성|자문|심의|준비|집행)(?:기획|추진|운영|사업|자문)?(?:위원|단|본부)장$|"
    r"(?:사업|추진|기획|총괄|준비)단장$|(?:총괄|사업|연구|과제)?책임자?$|총괄(?:감독|기획자|코디네이터|PM|피엠)$|^(?:PM|MP)$"
)
_BARE_HEADS = ("단장", "위원장", "추진위원장", "부단장", "부위원장", "공동위원장", "공동단장")
_BEFORE = regex(
    r"[’'”\"」』]?(?:\([^()]{1,20}\))?(?: (?:사업|프로젝트))?(?:의)? (?:(?:초대|새|신임|전|현|공동) ){0,2}$"
)
_REACH = 400
_BY_OFFICE, _AGAIN = "body-by-office", "named-again"


def scheme_headed(cast: Cast, fact: Office) -> Draft | None:
    """The program whose head it is: the one named right before the title or the name, else (for a title that only
    schemes have) the one that the text named last, where it names one there.
    """
    title = fact.title.replace(" ", "")
    proper = _HEADS.search(title) is not None
    if not proper and title not in _BARE_HEADS:
        return None
    for begin in (fact.title_span.begin, fact.person.begin):
        beside = _ending_before(cast, begin)
        if beside is not None:
            return beside
    if not proper:
        return None
    near = [
        m
        for m in cast.mentions.before(fact.title_span.begin, "program", "program-short")
        if fact.title_span.begin - m.end <= _REACH
    ]
    drafts = {d.key: d for m in near if (d := cast.meant(m)) is not None}
    return next(iter(drafts.values())) if len(drafts) == 1 else None


def _ending_before(cast: Cast, begin: int) -> Draft | None:
    """The program whose name ends right before a place."""
    for mention in cast.mentions.before(begin, "program", "program-short"):
        if begin - mention.end > 40:
            return None
        if _BEFORE.fullmatch(cast.text, mention.end, begin):
            return cast.meant(mention)
    return None


def join_bodies_of_programs(cast: Cast) -> None:
    """A body that only the office of its head tells (N 가온링크 운영위원장), and that is a program's name, is that
    program; a unit whose name begins amid a program's name (밸리 추진단 of the 가온 AI 밸리) begins with all of it.
    """
    for draft in cast.of("organization"):
        rules = {m.rule for m in draft.bearing}
        if _BY_OFFICE in rules and rules <= {_BY_OFFICE, _AGAIN}:
            names = (draft.label, f"{draft.label} 사업")
            program = next((p for p in cast.of("program") if any(p.matches(n) for n in names)), None)
            if program is not None:
                for mention in (*draft.bearing, *draft.short):
                    cast.mean(mention, program, bears=False)
                program.features |= draft.features
                del cast.drafts[draft.key]
                continue
        if draft.bearing and "rap:LocalGovernment" not in draft.types:
            _named_whole(cast, draft)


def _named_whole(cast: Cast, draft: Draft) -> None:
    """Write a unit's name with all words of the program's name amid which it begins."""
    names = sorted({n for p in cast.of("program") for n in (p.label, *p.alternates)}, key=lambda n: (-len(n), n))
    for mention in draft.bearing:
        for name in names:
            begin = _begins(cast.text, mention, name)
            if begin is not None:
                del cast.drafts[draft.key]
                draft.label, short = spaced(cast.text[begin : mention.end]), draft.label
                draft.alternates.pop(draft.label, None)
                draft.spelled(short)
                draft.key = entity_key("organization", draft.label, draft.key.partition("|")[2] or None)
                known = cast.drafts.setdefault(draft.key, draft)
                if known is not draft:
                    cast.drafts[draft.key + short] = draft
                    draft.key += short
                    cast.merge(known, draft)
                return


def _begins(text: str, mention: Mention, name: str) -> int | None:
    """Where a program's name begins before a mention that starts within it; None where it does not."""
    at = text.find(name, max(mention.begin - len(name), 0), mention.end - 1)
    overlaps = 0 <= at < mention.begin < at + len(name) < mention.end
    inner = overlaps and folded(text[at : mention.end]) != folded(name)
    return at if inner else None
