"""The stage on which programs are run and backed: main program, main government, who speaks, who is the subject."""

import re
from bisect import bisect_right
from collections import Counter

from kg.facts.involvement_ranks import Ranks
from kg.facts.involvement_words import Verb, behind, doing, inside_speech, verbs
from kg.facts.model import Fact, Office, Quotation
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name, PersonShort
from kg.mentions.program_words import program_words
from kg.spans import Span

_SHORT_GOVERNMENTS = frozenset(["시", "도", "군", "구", "특별시", "광역시"])
_JOIN = re.compile(r"\s?(?:[,·ㆍ、]|와|과|및|그리고|\([^()]*\)[,와과]?)?\s?")
_KIND_BETWEEN = re.compile(
    r"(?:\([^()]*\))?(?:와|과|,)\s[^,.]{0,24}(?:업체|기업|회사|벤처|스타트업|기관|법인|대학|전문가)(?:인)?\s(?:㈜|\(주\))?"
)
_HEADS_OF_BODIES = frozenset(
    {"원장", "이사장", "사장", "총장", "대표", "대표이사", "회장", "센터장", "소장", "단장", "본부장"}
)
_TOPIC = re.compile(
    r"[^가-힣A-Za-z]{0,4}(?:이\s|해당\s)?([가-힣A-Za-z]{2,10}(?:\s[가-힣]{2,6})?)(?:의\s[가-힣]{2,6})?[은는]\s"
)
_ANY_PROGRAM = frozenset(
    {"사업", "프로젝트", "계획", "전략", "정책", "과제", "조성", "구축", "운영", "지원", "육성", "사업단", "전체"}
)
_IS_TOLD = re.compile(r"[’'」』》〉\"”]?\s?(?:사업)?(?:이다|다|이며|이 있다|을 들 수|으로|[.])")
_PRESENTS = re.compile(r"(?:발표회|선포식|보고회|설명회|공개회|브리핑)")
_NO_BODY_CLASSES = frozenset({"Council", "Parliament", "Publisher", "Party", "Court", "Department", "Government"})
_PASSED = re.compile(
    r"[’'」』》〉\"”]?\s?(?:사업|예산)?(?:은|는|도|이|가)?\s?(?:원안|그대로|요구액)[^.]{0,12}(?:통과|가결|확정|반영)"
)
_SAYS = re.compile(r"고\s(?:했다|말했다|밝혔다|약속했다|덧붙였다|강조했다|설명했다|했습니다|말했습니다)\.?$")
_GOES_ON = re.compile(r"(?:□|○|-|ㅇ)?\s?(?:이어|또한?|아울러|그러면서|이와 함께|이 밖에|특히)[,\s]")
_ELSEWHERE = re.compile(r"(?:에는|에선|에서는|도)\s")
_REJECTED = re.compile(
    r"(?:사라졌|사라진|사라져|0원이|덜어|신청|건의|달라고|미반영|날아갔|물거품|없던 일|불발|좌초|보류|폐기|빠져|깎여"
    r"|깎인|전액 삭감|삭감(?:당|됐|되었)|반려|부결|무산|철회|폐지|백지화|중단|탈락|잘렸|접었|접기로|고배"
    r"|종료|문을 닫|철수했|철거|불용|없어졌|끝난 (?:경험|사업)|못하고 끝|[억원]에서\s[^.]{2,14}으로\s(?:줄|깎))"
)
_FLOWS = re.compile(r"(?:돌아간|돌아가|들어간|들어가|책정|든다|배정|배분|나눠 담|편성됐|반영됐)")
_LIST = re.compile(
    r"[’'」』》〉\"”]?\s?(?:\([^()]{1,20}\))?\s?(?:사업|조성|구축)?(?:과|와|,|·|ㆍ|및|\s|[△▲])\s?[△▲]?[‘'「『《〈\"“]?"
)
_PAYS = re.compile(r"[’'」』》〉\"”]?\s?(?:사업)?\s?(?:예산)?(?:에는|에|은|는|이|가|도)\s[^.,]{0,16}\d")
_AGAINST = re.compile(r"(?:비판|지적|꼬집|우려|따졌|따지|질타|촉구|요구|비꼬|반문|주문|당부|조언|물었|묻자)")
_OTHERS = re.compile(
    r"(?:공모한|공모하는|공모에|부의|부가|정부의|정부가|부\s주관|부\s주최|부\s소관|전\s[가-힣]{2,4}의)\s[‘'「『《〈\"“]?$"
    r"|공모\s?사업인\s[‘'「『《〈\"“]?$"
)
_FOLD = re.compile(r"[\s\"'‘’“”「」『』()·.,]")


def _stem(government: str) -> str:
    """A government's name without what kind it is: 부산광역시, 부산시 -> 부산."""
    return re.sub(r"(?:특별자치시|특별자치도|특별시|광역시|시청|도청|시|도|군|구)$", "", government.split()[-1])


class Scene:
    """What rules of involvement ask of a document; made once for each rule and document."""

    def __init__(self, analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...] = ()) -> None:
        self.analysis, self.mentions, self.lexicon = analysis, mentions, lexicon
        self.words = doing(lexicon)
        self.programs = {p.value.text: p for p in reversed(mentions.of("program"))}
        self.speakers = [(f.span, f.speaker) for f in facts if isinstance(f, Quotation)]
        self.offices = [f for f in facts if isinstance(f, Office)]
        self._verbs: dict[int, list[Verb]] = {}
        self._named: dict[int, list[Mention]] | None = None
        self._bodies: dict[int, list[Mention]] = {}
        self.several = False
        self.is_interview = analysis.document.kind == "interview"
        self.government = self._government()
        national = self.government is not None and self.is_ministry(self.government)
        heads = self.words.ministers if national else self.words.heads
        if self.government is not None and not national and not self.is_government(self.government):
            heads = _HEADS_OF_BODIES
        self.ranks = Ranks(analysis, mentions, self.words, heads, facts)
        self.of_a_body = self.is_interview and heads is _HEADS_OF_BODIES
        self.main = self._main()

    def _government(self) -> Mention | None:
        """The mention of the government (or ministry) that the text is mostly about: title and subjects count most."""
        weight: Counter[str] = Counter()
        named: dict[str, list[Mention]] = {}
        publisher = self.analysis.document.publisher or ""
        if self.is_interview and (asked := self._interviewee_body()) is not None:
            return asked
        if self.analysis.document.kind == "press-release" and publisher:
            own_body = self._by_name(publisher)
            if own_body is not None and not self.is_government(own_body) and not self.is_ministry(own_body):
                return own_body
        for m in self.mentions.of("organization"):
            if "Council" in m.value.classes and m.value.head:
                weight[_stem(m.value.head)] += 2
            if not (self.is_government(m) or self.is_ministry(m)) or m.value.text in _SHORT_GOVERNMENTS:
                continue
            name = _stem(m.value.official or m.value.text)
            sentence = self.analysis.sentence_at(m.begin)
            title = sentence is not None and sentence.block in ("title", "subtitle")
            weight[name] += 3 if title else 2 if sentence and behind(sentence, m, 0)[0] in ("은", "이") else 1
            if name not in named and publisher and _stem(publisher) == name:
                weight[name] += 5
            named.setdefault(name, []).append(m)
        short = [m for m in self.mentions.of("organization-short") if m.value.text in _SHORT_GOVERNMENTS]
        if not weight:
            return short[0] if short else None
        best = max(sorted(weight), key=lambda n: weight[n])
        local = [n for n in sorted(named) if not self.is_ministry(named[n][0])]
        if best in named and best not in local and local and self.analysis.document.kind != "press-release":
            home = max(local, key=lambda n: weight[n])
            best = home if 2 * weight[home] > weight[best] else best
        rivals = [n for n in named if n != best and not self.is_ministry(named[n][0])]
        own = self.analysis.document.kind == "press-release" and bool(publisher) and _stem(publisher) == best
        self.several = not own and any(2 * weight[n] > weight[best] for n in rivals)
        if best not in named:
            return short[0] if short else None
        meant = {m.value.official for m in named[best] if m.value.official}
        council = any("Council" in m.value.classes for m in self.mentions.of("organization"))
        return short[0] if short and (len(meant) > 1 or council) else named[best][0]

    def _interviewee_body(self) -> Mention | None:
        """The body, no government, of which the one who answers most is the head."""
        said = Counter(m.value for _, m in self.speakers if m is not None and m.kind == "person")
        name = max(sorted(said), key=lambda n: said[n]) if said else None
        for fact in self.offices:
            if fact.person.value == name and not fact.former and fact.organization is not None:
                body = fact.organization
                return None if self.is_government(body) or _NO_BODY_CLASSES & set(body.value.classes) else body
        return None

    def _by_name(self, name: str) -> Mention | None:
        """The first mention of a body, no council, that bears a name."""
        wanted = _FOLD.sub("", name)
        for m in self.mentions.of("organization"):
            if "Council" not in m.value.classes and wanted in {
                _FOLD.sub("", n) for n in (m.value.text, m.value.official or "")
            }:
                return m
        return None

    def _main(self) -> Mention | None:
        """The program that the text is mostly about: named often, early, in words of the title."""
        title = _FOLD.sub("", self.analysis.document.title or "").lower()
        weight: Counter[str] = Counter()
        first: dict[str, Mention] = {}
        lead = next((s.paragraph for s in self.analysis.sentences if s.block == "body"), -1)
        for p in self.mentions.of("program"):
            if not self.may_be_run(p):
                continue
            key = _FOLD.sub("", p.value.text).lower()
            if key not in first:
                first[key] = p
                pairs = {key[i : i + 2] for i in range(len(key) - 1)}
                held = sum(x in title for x in pairs) / max(1, len(pairs))
                weight[key] += int(6 * held) + (1 if len(first) == 1 else 0)
                sentence = self.analysis.sentence_at(p.begin)
                if sentence is not None and behind(sentence, p, 3)[0] in ("이", "은", "을"):
                    weight[key] += 1
                if sentence is not None and sentence.paragraph == lead:
                    weight[key] += 1
                if _OTHERS.search(self.analysis.text, max(0, p.begin - 16), p.begin):
                    weight[key] -= 2
            weight[key] += 1 if not self.rejected(p) else -1
        said = self.mentions.of("program", "program-short")
        for key, p in first.items():
            if not any(self._in_body(q) for q in said if self.full(q).value.text == p.value.text):
                weight[key] -= 20
        for p in self.mentions.of("program-short"):
            key = _FOLD.sub("", p.value.head or "").lower()
            if key in weight:
                weight[key] += 1
        return first[max(weight, key=lambda k: (weight[k], -first[k].begin))] if weight else None

    def _in_body(self, m: Mention) -> bool:
        sentence = self.analysis.sentence_at(m.begin)
        return sentence is not None and sentence.block not in ("title", "subtitle", "caption")

    def verbs(self, sentence: Sentence) -> list[Verb]:
        """The predicates of a sentence, read once."""
        found = self._verbs.get(sentence.index)
        if found is None:
            found = self._verbs[sentence.index] = verbs(sentence, self.analysis.text)
        return found

    def named_in(self, sentence: Sentence) -> list[Mention]:
        """The programs that a sentence names, in full or in short, read once."""
        if self._named is None:
            self._named = {}
            starts = [s.begin for s in self.analysis.sentences]
            for p in self.mentions.of("program", "program-short"):
                i = bisect_right(starts, p.begin) - 1
                if i >= 0 and p.end <= self.analysis.sentences[i].end:
                    self._named.setdefault(self.analysis.sentences[i].index, []).append(p)
        return self._named.get(sentence.index, [])

    def in_others_words(self, offset: int) -> bool:
        """Whether an offset stands in somebody's speech; an interview's answers are its text."""
        return not self.is_interview and inside_speech(self.analysis, offset)

    def full(self, program: Mention) -> Mention:
        """The mention that names in full what a short form means; the mention itself where none is known."""
        return self.programs.get(program.value.head or "", program) if program.kind == "program-short" else program

    def may_be_run(self, program: Mention) -> bool:
        """Ordinances are passed, not run; a festival or a contest is an event, whatever marks it stands in."""
        last = program.value.text.split()[-1].rstrip("’'」』》〉\"”)")
        heads = program_words(self.lexicon)
        return "Ordinance" not in program.value.classes and heads.other_head(last) != "event"

    def rejected(self, program: Mention) -> bool:
        """Whether the words round a program say that it was cut, refused or given up."""
        sentence = self.analysis.sentence_at(program.begin)
        return sentence is not None and bool(_REJECTED.search(self.analysis.text, program.end, sentence.end))

    def of_others(self, program: Mention) -> bool:
        """Whether the words before a program give it to somebody else: a ministry's call, a former mayor."""
        return bool(_OTHERS.search(self.analysis.text, max(0, program.begin - 16), program.begin))

    def own(self, name: str) -> bool:
        """Whether what the text says of a program makes it the government's own: its release, its list, its money."""
        kind = self.analysis.document.kind
        said = [p for p in self.mentions.of("program", "program-short") if self.full(p).value.text == name]
        if kind == "press-release":
            return not all(self._flows(p) for p in said)
        if any(p.rule == "program-listed" for p in said) and kind in ("table", "council"):
            return True
        if any(p.rule == "program-listed" and "|" in self.analysis.text[p.end : p.end + 4] for p in said):
            return True
        if kind == "council":
            return any(_PASSED.match(self.analysis.text, p.end) or self.paid(p) for p in said)
        if any(self._taken_up(p) for p in said):
            return True
        return any(self.paid(p) for p in said) and not any(self._flows(p) for p in said)

    def _taken_up(self, program: Mention) -> bool:
        """Whether the next sentence, which names no program, tells what the government does: 시는 5곳을 지원한다."""
        here = self.analysis.sentence_at(program.begin)
        if (
            here is None
            or here.index + 1 >= len(self.analysis.sentences)
            or not _IS_TOLD.match(self.analysis.text, program.end)
        ):
            return False
        following = self.analysis.sentences[here.index + 1]
        if following.paragraph != here.paragraph or self.named_in(following):
            return False
        subject = next((b for b in self.bodies(following) if behind(following, b, 0)[0] in ("은", "이")), None)
        if subject is None or not self.is_government(subject):
            return False
        deeds = [v for v in self.verbs(following) if v.stem in self.words.operating and v.ending != "adnominal"]
        return any(v.begin > subject.end and not v.negated for v in deeds)

    def event_follows(self, program: Mention, edge: int) -> bool:
        """Whether the nouns between a program and its particle make it an event or an agreement: ‘P’ 착공식을.

        Who presents a plan (발표회, 선포식, 보고회) is who has it.
        """
        words = program_words(self.lexicon)
        rest = re.sub(r"[^가-힣 ]", "", self.analysis.text[program.end : edge])
        nouns = [n for w in rest.split() if len(w) > 1 for n in (w, w[:-1])]
        return any(words.other_head(n) == "event" and not _PRESENTS.search(n) for n in nouns)

    def subject_between(self, sentence: Sentence, begin: int, end: int) -> bool:
        """Whether a body or an actor is the subject between a program and its verb: P에 정부가 투자한다."""
        if any(behind(sentence, m, 0)[0] == "이" for m in self.mentions.within(Span(begin, end), "organization")):
            return True
        tokens = sentence.tokens
        return any(
            t.tag == "JKS" and begin <= t.begin < end and tokens[i - 1].form in self.words.actors
            for i, t in enumerate(tokens)
            if i
        )

    def joined(self, one: Mention, other: Mention) -> bool:
        """Whether two bodies stand side by side, joined by 와, a comma or a space."""
        first, second = (one, other) if one.begin < other.begin else (other, one)
        return bool(_JOIN.fullmatch(self.analysis.text[first.end : second.begin]))

    def paid(self, program: Mention) -> bool:
        """Whether money stands right behind a program: X에 N억원."""
        sentence = self.analysis.sentence_at(program.begin)
        if sentence is None or not self._money_behind(program) or self.foreign_subject(sentence, program.begin):
            return False
        return not self._flows(program)

    def _money_behind(self, program: Mention) -> Mention | None:
        near = self.mentions.within(Span(program.end, program.end + 30), "money")
        told = near and _PAYS.match(self.analysis.text, program.end, near[0].begin + 1)
        return near[0] if told else None

    def _flows(self, program: Mention) -> bool:
        """Whether a program is no more than a line of a budget: X에 N억원이 돌아간다, 배정했다."""
        money, sentence = self._money_behind(program), self.analysis.sentence_at(program.begin)
        return bool(money and sentence and _FLOWS.search(self.analysis.text, money.end, sentence.end))

    def list_end(self, program: Mention, programs: list[Mention]) -> Mention:
        """The last of the programs that stand in one list with this one: «A와 B를», «A, B, C에»."""
        last = program
        for p in programs:
            if p.begin >= last.end and _LIST.fullmatch(self.analysis.text[last.end : p.begin]):
                last = p
        return last

    def is_government(self, body: Mention) -> bool:
        """Whether a mention is a local government by its words."""
        value: Name = body.value
        return "LocalGovernment" in value.classes or value.text in _SHORT_GOVERNMENTS

    def is_ministry(self, body: Mention) -> bool:
        """Whether a mention is a ministry or an agency of the state by its words."""
        return "Ministry" in body.value.classes

    def bodies(self, sentence: Sentence) -> list[Mention]:
        """The bodies of a sentence that may run something; not what only is a part of a longer name, or its bracket."""
        found = self._bodies.get(sentence.index)
        if found is None:
            text = self.analysis.text
            every = self.mentions.within(sentence.span, "organization", "organization-short")
            found = self._bodies[sentence.index] = [
                b
                for b in every
                if not _NO_BODY_CLASSES & set(b.value.classes)
                and not any(o.span.holds(b.span) and o.span != b.span for o in every)
                and not any(o.end + 1 == b.begin and text[o.end] == "(" and text[b.end] == ")" for o in every)
                and not self._titled(b)
            ]
        return found

    def subjects(self, sentence: Sentence, before: int) -> list[Mention]:
        """The bodies that are the subject of what stands at ``before``; none where a person is."""
        last: Mention | None = None
        for m in self._parties(sentence.begin, before):
            if inside_speech(self.analysis, m.begin) != inside_speech(self.analysis, before):
                continue
            if self.embedded(sentence, m, before):
                continue
            nouns = 4 if m.kind in ("person", "person-short") else 0
            if behind(sentence, m, nouns)[0] in ("은", "이", "도") or (
                m.kind == "organization" and self._bracketed_head(m)
            ):
                last = m
        if last is None or last.kind in ("person", "person-short") or _NO_BODY_CLASSES & set(last.value.classes):
            return []
        return self.listed(sentence, last)

    def embedded(self, sentence: Sentence, m: Mention, before: int) -> bool:
        """Whether a party is the subject of a clause that only tells of a noun before an offset: 구가 지원하는 P를."""
        if behind(sentence, m, 4 if m.kind.startswith("person") else 0)[0] != "이":
            return False
        own = next((v for v in self.verbs(sentence) if v.begin >= m.end and v.ending != "linking"), None)
        if own is None or own.ending != "adnominal" or own.end > before:
            return False
        others = [t for t in sentence.tokens if t.tag == "JKS" and m.end < t.begin < own.begin]
        return len(others) <= (0 if m.kind.startswith("org") else 1)

    def _parties(self, begin: int, end: int) -> list[Mention]:
        span = Span(begin, end)
        found = self.mentions.within(span, "organization", "organization-short", "person", "person-short")
        return [m for m in found if m.kind.startswith("person") or not self._titled(m)]

    def _titled(self, body: Mention) -> bool:
        """Whether a body only stands inside a title: 속초시 in 속초시장."""
        return any(
            t.begin <= body.begin < t.end for t in self.mentions.within(Span(body.begin, body.end + 12), "title")
        )

    def _bracketed_head(self, m: Mention) -> bool:
        """``강서구(구청장 홍길동)가``."""
        rest = self.analysis.text[m.end : m.end + 30]
        found = re.match(r"\([^()]{2,24}\)([은는이가])\s", rest)
        return found is not None

    def person_subject(self, sentence: Sentence, before: int) -> Mention | None:
        """The person who is the subject of what stands at ``before``."""
        last: Mention | None = None
        for m in self._parties(sentence.begin, before):
            if inside_speech(self.analysis, m.begin) or self.embedded(sentence, m, before):
                continue
            if behind(sentence, m, 4 if m.kind in ("person", "person-short") else 0)[0] in ("은", "이", "도"):
                last = m
        return last if last is not None and last.kind in ("person", "person-short") else None

    def listed(self, sentence: Sentence, last: Mention) -> list[Mention]:
        """The body and those joined to it: «A와 B가», «A B C가», «A, B가»."""
        found, text = [last], self.analysis.text
        for b in reversed([b for b in self.bodies(sentence) if b.end <= last.begin]):
            between = text[b.end : found[-1].begin]
            if not (_JOIN.fullmatch(between) or _KIND_BETWEEN.fullmatch(between)):
                break
            found.append(b)
        return found[::-1]

    def continuing(self, sentence: Sentence) -> Mention | None:
        """The person who goes on speaking or acting where a sentence begins with 이어, 또, 아울러."""
        whole = self.analysis.text[sentence.begin : sentence.end]
        if not (_GOES_ON.match(whole) or _SAYS.search(whole)):
            return None
        paragraph = sentence.paragraph
        for earlier in reversed(self.analysis.sentences[max(0, sentence.index - 3) : sentence.index]):
            if earlier.paragraph < paragraph - 1 or earlier.block != sentence.block:
                return None
            paragraph = earlier.paragraph
            person = self.person_subject(earlier, earlier.end)
            if person is not None or self.subjects(earlier, earlier.end):
                return person
        return None

    def body_without_subject(self, sentence: Sentence, program: Mention) -> Mention | None:
        """The government that the text is about, where neither a person nor another body is the subject."""
        if self.of_others(program):
            return None
        person = self.person_subject(sentence, program.begin) or self.continuing(sentence)
        if person is not None:
            return self.government_of(person) if self.ranks.executive(person) else None
        if self.foreign_subject(sentence, program.begin):
            return None
        return self.government_at(sentence)

    def body_of_speaker(self, sentence: Sentence, offset: int) -> Mention | None:
        """The government of an executive or an official who speaks in the sentence."""
        speaker = self.speaker(sentence, offset)
        told = speaker is not None and (self.ranks.executive(speaker) or self.ranks.official(speaker))
        return self.government_of(speaker) if speaker is not None and told else None

    def foreign_subject(self, sentence: Sentence, before: int) -> bool:
        """Whether a noun that is no known body is the subject before an offset: 정부가, 업체는, 다른 고을은."""
        for place in self.mentions.within(Span(sentence.begin, before), "region"):
            if self.mentions.free(place.begin, place.end, "organization") and behind(sentence, place, 0)[0] == "은":
                return True
            if _ELSEWHERE.match(self.analysis.text, place.end):
                return True
        for i, t in enumerate(sentence.tokens[1:], 1):
            if t.begin >= before:
                return False
            left = sentence.tokens[i - 1]
            if left.form not in self.words.actors:
                continue
            if t.tag == "JX" and t.form in ("은", "는", "ᆫ"):
                return True
            if t.tag == "JKS" and inside_speech(self.analysis, t.begin) == inside_speech(self.analysis, before):
                return True
        return False

    def government_of(self, person: Mention) -> Mention | None:
        """The government whose executive a person is, by the words beside the name or the surname's full name."""
        if isinstance(person.value, PersonShort):
            surname = person.value.surname
            if surname is not None:
                for other in self.mentions.of("person"):
                    if other.value.startswith(surname) and self.called(other, person.value.title):
                        return self._beside(other) or self.government
            return self.government
        return self._beside(person) or self.government

    def called(self, person: Mention, title: str | None) -> bool:
        """Whether a person named in full bears a title that a short form tells: 지사 of 도지사."""
        bare = [t.value.bare for t in self.mentions.within(Span(person.end, person.end + 24), "title")]
        return any(title is None or b.endswith(title) for b in bare[:1])

    def _beside(self, person: Mention) -> Mention | None:
        for m in self.mentions.within(Span(person.end, person.end + 16), "organization"):
            if self.is_government(m) or (
                self.ranks.heads is _HEADS_OF_BODIES and m.value.text not in _SHORT_GOVERNMENTS
            ):
                return m
        return None

    def government_at(self, sentence: Sentence) -> Mention | None:
        """The government that the text is about; where it is about several, the one last named."""
        if not self.several:
            return self.government
        for m in self.mentions.before(sentence.end, "organization"):
            if self.is_government(m) and sentence.end - m.end < 600:
                return m
        return None

    def speaker(self, sentence: Sentence, offset: int) -> Mention | None:
        """Who says what stands at an offset: as the quotation tells, else the subject of this sentence or the last."""
        for span, speaker in self.speakers:
            if span.begin <= offset < span.end and speaker is not None:
                return speaker if speaker.kind in ("person", "person-short") else None
        for s in reversed(self.analysis.sentences[max(0, sentence.index - 2) : sentence.index + 1]):
            if s.block != sentence.block:
                continue
            for m in self.mentions.within(s.span, "person", "person-short"):
                if not inside_speech(self.analysis, m.begin) and behind(s, m, 4)[0] in ("은", "이", "도"):
                    return m
        return None

    def named_near(self, sentence: Sentence, program: Mention) -> bool:
        """Whether the paragraph of a sentence, the one before or the one behind names a program."""
        around = (p for n in (-1, 0, 1) for p in self.programs_in(sentence.paragraph + n))
        return program.value.text in {p.value.text for p in around}

    def serves_home(self, person: Mention) -> bool:
        """Whether an executive's government is the one that the text is about, as far as the words tell."""
        own = self.government_of(person)
        if own is None or self.government is None or own is self.government:
            return True
        mine, home = (_stem(m.value.official or m.value.text) for m in (own, self.government))
        return mine == home or self.government.value.text in _SHORT_GOVERNMENTS

    def backs_by_speech(self, person: Mention, sentence: Sentence) -> bool:
        """Whether a person who speaks of a program in own words may be its champion: an executive, or no critic."""
        return not self.asks(sentence) and (self.ranks.executive(person) or self.ranks.official(person))

    def people_listed(self, sentence: Sentence, last: Mention) -> list[Mention]:
        """A person and those joined to it by 와, 과 or a comma: «A 의원과 B 의원이»."""
        found = [last]
        for p in reversed(self.mentions.within(Span(sentence.begin, last.begin), "person", "person-short")):
            between = self.analysis.text[p.end : found[-1].begin]
            if not re.fullmatch(r"\s?[가-힣\s·]{0,20}?(?:와|과|,|·)\s?[가-힣]{0,12}\s?", between):
                break
            found.append(p)
        return found[::-1]

    def asks(self, sentence: Sentence) -> bool:
        """Whether the sentence's own verb is one of asking, criticising or advising."""
        return bool(_AGAINST.search(self.analysis.text, max(sentence.begin, sentence.end - 40), sentence.end))

    def programs_in(self, paragraph: int) -> list[Mention]:
        """The programs that a paragraph names, each once, in full."""
        spans = [s.span for s in self.analysis.sentences if s.paragraph == paragraph]
        span = Span(spans[0].begin, spans[-1].end) if spans else Span(0, 0)
        named = map(self.full, self.mentions.within(span, "program", "program-short"))
        return list({p.value.text: p for p in named}.values())

    def at(self, sentence: Sentence) -> Mention | None:
        """The program that a sentence without one is about.

        The one of which its topic is a part or the last word (‘P’ 서비스 → 서비스 운영은); else the last one named in
        the paragraph, else just before it; else the main one.
        """
        told = self._of_topic(sentence)
        if told is not None:
            return told
        minutes = self.analysis.document.kind == "council"
        for s in reversed(self.analysis.sentences[: sentence.index]):
            far = s.paragraph < sentence.paragraph and s.index < sentence.index - 2
            if not minutes and (far or s.paragraph < sentence.paragraph - 1):
                break
            named = self.named_in(s)
            found = [p for p in map(self.full, named) if self.may_be_run(p) and not self.of_others(p)]
            if len({p.value.text for p in found}) == 1:
                apart = s.paragraph < sentence.paragraph and len(self.programs_in(s.paragraph)) > 1
                return self.main if apart and not minutes and self.main is not None else found[0]
        return None if self.is_interview and self._opens_a_house(sentence) else self.main

    def _opens_a_house(self, sentence: Sentence) -> bool:
        """Whether an answer is about a centre or school that it names in marks: what follows is told of that."""
        return any(
            "Centre" in m.value.classes and self.analysis.text[m.begin - 1] in "‘'「『"
            for m in self.mentions.within(sentence.span, "organization")
        )

    def _of_topic(self, sentence: Sentence) -> Mention | None:
        """The one program that ends with a word of the sentence's topic: 셔틀은, 서비스 운영은."""
        topic = _TOPIC.match(self.analysis.text, sentence.begin, sentence.end)
        if topic is None:
            return None
        words = [w for w in topic[1].split() if len(w) > 1 and w not in _ANY_PROGRAM]
        fits = [p for p in self.programs.values() if any(p.value.text.endswith(w) for w in words)]
        fits = fits or [p for p in self.programs.values() if any(w in p.value.text.split()[-1] for w in words)]
        return fits[0] if len(fits) == 1 and self.may_be_run(fits[0]) else None
