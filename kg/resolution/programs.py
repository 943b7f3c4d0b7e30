"""Programs: spellings of one program come together, short forms and «이 사업» find theirs."""

from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Name
from kg.patterns import regex
from kg.resolution.cast import Cast
from kg.resolution.draft import Draft
from kg.resolution.home import Home
from kg.resolution.names import entity_key, folded, loose, spaced
from kg.resolution.organizations import region_draft

_TAIL = regex(r"(?:추진계획|조성사업|구축사업|지원사업|추진사업|사업|프로젝트|정책|제도|서비스)$")
_PHASE = regex(r"(?:실증|시범|확산|육성|보급|구축|조성|지원|운영)(?:사업)?$")
"""What a name may end in where the text elsewhere goes without it: ‘가온도시 AI’, ‘가온도시 AI 실증사업’."""
_EDITION = regex(r"(?:\d\.\d|\d+단계|\d{4}년도?|시즌\d|\d+기)")
_SO_CALLED = regex(r"\s?\((?:이하|약칭|일명)[ ,:][^()]*\)")
_BRACKET = regex(r"\(([^()]*)\)")
_ANAPHOR = regex(r"^(?:이|이번|해당|동|그|본)\s")


def cast_programs(cast: Cast, region: str | None) -> None:
    """Give every program mention its program; ``region`` (official name) sets equal names apart."""
    prefixes = _place_names(cast)
    longer = _longer_names(cast)
    for mention in cast.mentions.of("program"):
        name: Name = mention.value
        words = longer.get(name.text) or _SO_CALLED.sub("", name.text)
        draft = _known(cast, words, prefixes)
        if draft is None:
            label = spaced(words)
            draft = cast.draft("program", entity_key("program", label, region), label, ("rap:Program",))
        elif len(folded(words)) > len(folded(draft.label)) and not _BRACKET.search(words):
            draft.alternates[draft.label] = draft.label
            draft.label = spaced(words)
            draft.alternates.pop(draft.label, None)
        draft.types += [t for c in name.classes if (t := f"rap:{c}") not in draft.types]
        draft.spelled(name.text)
        if _BRACKET.search(name.text):
            draft.spelled(_BRACKET.sub("", name.text))
        cast.mean(mention, draft)
    _headline_stubs(cast)
    for draft in cast.of("program"):
        del cast.drafts[draft.key]
        draft.key = entity_key("program", draft.label, region)
        cast.drafts[draft.key] = draft
    for mention in cast.mentions.of("program-short"):
        meant = _short(cast, mention)
        if meant is not None:
            anaphor = bool(_ANAPHOR.match(mention.value.text))
            cast.mean(mention, meant, bears=not anaphor and folded(mention.value.text) in folded(meant.label))
            if not anaphor:
                meant.spelled(mention.value.text)


def _headline_stubs(cast: Cast) -> None:
    """A name that stands in the headline alone and within one longer name of the text is that thing: ‘AI 복원’ of
    the ‘가온 AI 복원센터’.
    """
    title = cast.analysis.document.title_span
    if title is None:
        return
    for draft in cast.of("program"):
        stub = folded(draft.label)
        if len(stub) < 4 or not all(title.holds(m.span) for m in draft.bearing):
            continue
        things = [d for d in cast.of("program") if d is not draft]
        things += [d for d in cast.of("organization") if "rap:Centre" in d.types]
        whole = [d for d in things if stub in folded(d.label) and not folded(d.label).startswith(stub)]
        if len(whole) == 1 and any(not title.holds(m.span) for m in whole[0].bearing):
            for mention in draft.bearing:
                cast.mean(mention, whole[0], bears=False)
            del cast.drafts[draft.key]


def _longer_names(cast: Cast) -> dict[str, str]:
    """The one longer name of the document that a name is the end of, or that only says what is done with it besides."""
    names = list(dict.fromkeys(m.value.text for m in cast.mentions.of("program")))
    found: dict[str, str] = {}
    for name in names:
        if len(name) < 4 or _EDITION.search(name):
            continue
        whole = [n for n in names if n != name and (n.endswith(f" {name}") or _without_phase(n) == name)]
        if len(whole) == 1 and not _BRACKET.search(whole[0]):
            found[name] = whole[0]
    return {name: whole for name, whole in found.items() if whole not in found}


def _without_phase(name: str) -> str:
    """A name without a last word for what is done with the thing."""
    head, _, last = name.rpartition(" ")
    return head if _PHASE.fullmatch(last) else ""


def _place_names(cast: Cast) -> tuple[str, ...]:
    """Names of places and governments in the document, folded: a program's name may begin with one or not."""
    names = {loose(m.value.text) for m in cast.mentions.of("region", "organization") if len(m.value.text) <= 8}
    return tuple(sorted(names, key=lambda n: (-len(n), n)))


def _core(name: str, prefixes: tuple[str, ...]) -> str:
    """A name without what writers add and leave out: place, bracketed additions, a last 사업."""
    core = loose(name)
    for prefix in prefixes:
        if core.startswith(prefix) and len(core) - len(prefix) >= 4:
            core = core[len(prefix) :]
            break
    bare = _TAIL.sub("", core)
    return bare if len(bare) >= 4 else core


def _known(cast: Cast, name: str, prefixes: tuple[str, ...]) -> Draft | None:
    """The program already met under this name or under one that differs only in its core's dress."""
    core, edition = _core(name, prefixes), _EDITION.findall(name)
    for draft in cast.of("program"):
        spellings = (draft.label, *draft.alternates)
        if any(folded(s) == folded(name) for s in spellings):
            return draft
        if any(_core(s, prefixes) == core and _EDITION.findall(s) == edition for s in spellings):
            return draft
    return None


def _short(cast: Cast, mention: Mention) -> Draft | None:
    """The program that a short form means: the last one before it whose name holds or ends with it."""
    name: Name = mention.value
    wanted = folded(name.head or name.text)
    anaphor = name.head is None and bool(_ANAPHOR.match(name.text))
    for other in cast.mentions.before(mention.begin, "program"):
        draft = cast.meant(other)
        if draft is None:
            continue
        if anaphor and mention.begin - other.end > 500:
            return None
        if anaphor or any(wanted in folded(s) for s in (draft.label, *draft.alternates)):
            return draft
    return next((d for d in cast.of("program") if not anaphor and wanted in folded(d.label)), None)


def place_programs(cast: Cast, home: Home) -> None:
    """Say which region each program is for: that of the government which runs it or pays, else the document's.

    A program that only a national body runs serves no one region.
    """
    own = region_draft(cast, home.government) if home.government else None
    for program in cast.of("program"):
        operators = [cast.drafts[p.value] for p in program.properties if p.predicate == "rap:operatedBy"]
        governed = [p.value for o in operators for p in o.properties if p.predicate == "rap:governs"]
        for region in dict.fromkeys(governed):
            program.say("rap:forRegion", region)
        national = operators and all("rap:Ministry" in o.types for o in operators)
        if not governed and own is not None and not national:
            program.say("rap:forRegion", own.key)
        for theme in _themes(cast.lexicon, program.label):
            program.say("dcterms:subject", f"theme/{theme}", "concept")


def _themes(lexicon: Lexicon, label: str) -> list[str]:
    """The themes that the words of a program's name tell, at most two, in the order of the table ``themes``."""
    found = [row["theme"] for row in lexicon.rows("themes") if row["word"] in label]
    return list(dict.fromkeys(found))[:2]
