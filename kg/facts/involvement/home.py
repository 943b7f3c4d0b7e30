"""Which government or body a text is mostly about."""

from collections import Counter

from kg.facts.involvement.page import FOLD, SHORT_GOVERNMENTS, Page, no_body, stem
from kg.facts.involvement.voice import who_answers
from kg.facts.involvement.words import behind
from kg.mentions.model import Mention
from kg.patterns import regex

_ITS_HEAD = regex(r"\((?:원장|이사장|사장|총장|대표|대표이사|회장|센터장|소장|단장|본부장|관장|청장)\s[가-힣]{2,4}[),]")

_CALLED_SO = regex(r"\((?:이하\s)?([A-Za-z가-힣]{2,12})\)")
_OPENS = 6
"""So many letters (a mark, ``(재)``) may stand before the body with which a line begins."""


def main_government(page: Page) -> tuple[Mention | None, bool]:
    """The government, ministry or body that the text is mostly about, and whether it is about several.

    Title and subjects count most.
    """
    weight: Counter[str] = Counter()
    named: dict[str, list[Mention]] = {}
    publisher = page.analysis.document.publisher or ""
    if page.is_interview and (asked := interviewee_body(page)) is not None:
        return asked, False
    if page.analysis.document.kind == "press-release":
        own_body = by_name(page, publisher) if publisher else opening_body(page)
        own = own_body is not None and not no_body(own_body)
        if own_body is not None and own and not page.is_government(own_body) and not page.is_ministry(own_body):
            return own_body, False
    if page.analysis.document.kind == "news" and (own_body := _of_release(page)) is not None:
        return own_body, False
    for m in page.mentions.of("organization"):
        if "Council" in m.value.classes and m.value.head:
            weight[stem(m.value.head)] += 2
        if not (page.is_government(m) or page.is_ministry(m)) or m.value.text in SHORT_GOVERNMENTS:
            continue
        if page.is_ministry(m) and not _is_told_of(page, m):
            continue
        name = stem(m.value.official or m.value.text)
        sentence = page.analysis.sentence_at(m.begin)
        title = sentence is not None and sentence.block in ("title", "subtitle")
        weight[name] += 3 if title else 2 if sentence and behind(sentence, m, 0)[0] in ("은", "이") else 1
        if name not in named and publisher and stem(publisher) == name:
            weight[name] += 5
        named.setdefault(name, []).append(m)
    places = _acting_places(page)
    weight.update(places)
    short = [m for m in page.mentions.of("organization-short") if m.value.text in SHORT_GOVERNMENTS]
    for kind in () if page.is_interview else ("시", "도", "군", "구"):
        meant = [n for n, found in named.items() if (found[0].value.official or found[0].value.text).endswith(kind)]
        if len(meant) == 1 and len(named[meant[0]]) > 1:
            weight[meant[0]] += min(4, sum(m.value.text[-1] == kind for m in short))
    if not weight:
        return (short[0] if short else None), False
    best = max(sorted(weight), key=lambda n: weight[n])
    if best in named and page.is_ministry(named[best][0]) and _of_a_place(publisher):
        return (short[0] if short else None), False  # a paper of a government that names but a ministry
    local = [n for n in sorted(named) if not page.is_ministry(named[n][0])]
    if best in named and best not in local and local and page.analysis.document.kind != "press-release":
        home = max(local, key=lambda n: weight[n])
        best = home if 2 * weight[home] > weight[best] else best
    rivals = [n for n in (*named, *places) if n != best and not (n in named and page.is_ministry(named[n][0]))]
    own = page.analysis.document.kind == "press-release" and bool(publisher) and stem(publisher) == best
    several = not own and any(2 * weight[n] > weight[best] for n in rivals)
    if best not in named:
        kinds = {name[-1] for m in page.mentions.of("organization") if (name := _council_of(m)) and stem(name) == best}
        meant_so = [m for m in short if not kinds or m.value.text[-1] in kinds]
        return (meant_so[0] if meant_so else None), several
    officials = {m.value.official for m in named[best] if m.value.official}
    council = any("Council" in m.value.classes for m in page.mentions.of("organization"))
    return (short[0] if short and (len(officials) > 1 or council) else named[best][0]), several


def _council_of(mention: Mention) -> str:
    """The government whose council a mention names: 나루군 of 나루군의회; empty where it names none."""
    return str(mention.value.head or "") if "Council" in mention.value.classes else ""


def _of_a_place(publisher: str) -> bool:
    return publisher.endswith(("시", "도", "군", "구", "시의회", "도의회", "군의회", "구의회")) and len(publisher) > 2


def _acting_places(page: Page) -> Counter[str]:
    """How often the name of a place alone is the subject, as its government is: «창원은 접었다»."""
    found: Counter[str] = Counter()
    for m in page.mentions.of("region"):
        sentence = page.analysis.sentence_at(m.begin)
        if sentence is not None and behind(sentence, m, 0)[0] in ("은", "이"):
            found[stem(m.value.official or m.value.text)] += 1
    return found


def interviewee_body(page: Page) -> Mention | None:
    """The body, no government, of which the one who answers most is the head."""
    name = who_answers(page.analysis, page.mentions, (m for _, m in page.speakers))
    for fact in page.offices:
        if fact.person.value == name and not fact.former and fact.organization is not None:
            body = fact.organization
            return None if page.is_government(body) or no_body(body) else body
    return None


def opening_body(page: Page) -> Mention | None:
    """The body with whose name and head a release begins: ``(재)나루진흥원(원장 김도윤, 이하 진흥원)은``."""
    lead = next((s for s in page.analysis.sentences if s.block == "body" and page.bodies(s)), None)
    for body in page.bodies(lead) if lead is not None else ():
        if _ITS_HEAD.match(page.analysis.text, body.end):
            return body
    return None


def _of_release(page: Page) -> Mention | None:
    """The body, no government, with which both headline and first sentence of a text begin: «나루진흥원, P 모집 ⏎
    나루진흥원(원장 김도윤)은 …»."""
    title = next((s for s in page.analysis.sentences if s.block == "title"), None)
    lead = next((s for s in page.analysis.sentences if s.block == "body"), None)
    body = next(iter(page.bodies(lead)), None) if lead is not None else None
    if title is None or lead is None or body is None or page.is_government(body) or page.is_ministry(body):
        return None
    if no_body(body):
        return None
    if body.begin - lead.begin > _OPENS or behind(lead, body, 0)[0] not in ("은", "이"):
        return None
    name = body.value.official or body.value.text
    for m in page.mentions.within(title.span, "organization", "organization-short"):
        called = m.value.official or m.value.text
        if m.begin - title.begin <= _OPENS and (called == name or m.value.head == body.value.text):
            return body
    called_so = _CALLED_SO.match(page.analysis.text, body.end)
    return body if called_so and page.analysis.text.startswith(called_so[1] + ",", title.begin) else None


def _is_told_of(page: Page, ministry: Mention) -> bool:
    """Whether a text may be a ministry's: it stands in the title, signs the text, or is the topic of a sentence."""
    sentence = page.analysis.sentence_at(ministry.begin)
    if sentence is None or sentence.block in ("title", "subtitle"):
        return True
    publisher = page.analysis.document.publisher or ""
    name = stem(ministry.value.official or ministry.value.text)
    return (publisher != "" and stem(publisher) == name) or behind(sentence, ministry, 0)[0] == "은"


def by_name(page: Page, name: str) -> Mention | None:
    """The first mention of a body, no council, that bears a name."""
    wanted = FOLD.sub("", name)
    for m in page.mentions.of("organization"):
        if "Council" not in m.value.classes and wanted in {
            FOLD.sub("", n) for n in (m.value.text, m.value.official or "")
        }:
            return m
    return None
