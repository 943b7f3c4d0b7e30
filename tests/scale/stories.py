"""What happens in the invented world, and how an outlet tells it: one story, several articles. Pure, from a seed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.scale import templates as say
from tests.scale.wording import Mention, Name, Page, won
from tests.scale.world import DAYS, FIRST_DAY, Body, Outlet, Person, Program, Region, World

RESPELLED = 0.34
"""The share of first mentions of bodies and programs that are respelled; persons are shortened behind the first."""
COPIES = 0.30


@dataclass(frozen=True, slots=True)
class Made:
    """A generated document: identifier, text, and who is named where."""

    identifier: str
    text: str
    mentions: tuple[Mention, ...]
    copy: bool = False


@dataclass(slots=True)
class Story:
    """What all articles on one matter share."""

    day: date
    region: Region
    program: Program
    other: Program
    facts: dict[str, str] = field(default_factory=dict)
    cast: dict[str, Person] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    mover: Person | None = None
    renamed: bool = False


def documents(world: World, number: int, seed: int = 4) -> Iterator[Made]:
    """So many documents, in the order in which they were written."""
    made = 0
    for count, story in enumerate(_stories(world, number, seed)):
        chance = random.Random(f"{seed} {count} told")
        told: list[_Article] = []
        for _ in range(chance.choice((1, 2, 3))):
            told.append(_Article(story, world, chance))
            told += [told[-1].copied(chance) for _ in range(2) if chance.random() < COPIES * 0.75]
        for article in told:
            page = article.page()
            name = f"{story.day:%Y/%m}/{made:05d}.txt"
            yield Made(name, page.text, tuple(page.mentions), article.copy)
            made += 1
            if made == number:
                return


def _stories(world: World, number: int, seed: int) -> Iterator[Story]:
    """Enough stories for so many documents: personnel and renamings once each, plans for the rest."""
    chance = random.Random(f"{seed} {number} stories")
    special: list[Story] = []
    for region in world.regions:
        for person in (*region.chiefs, *region.councillors, *region.directors):
            if person.moves:
                special.append(_story(world, region, person.posts[1].begin, chance, mover=person))
        for program in region.programs:
            if program.renamed:
                special.append(_story(world, region, program.renamed, chance, program=program))
    plans = [
        _story(world, chance.choice(world.regions), FIRST_DAY + timedelta(chance.randrange(DAYS)), chance)
        for _ in range(number // 2)
    ]
    share = max(1, number // 12)
    yield from sorted(special[:share] + plans, key=lambda s: chance.random())
    yield from special[share:]


def _story(
    world: World,
    region: Region,
    day: date,
    chance: random.Random,
    mover: Person | None = None,
    program: Program | None = None,
) -> Story:
    renamed = program is not None
    program = program or chance.choice(region.programs)
    other = chance.choice([p for p in region.programs if p is not program])
    story = Story(day, region, program, other, mover=mover, renamed=renamed)
    total = program.total
    national = int(total * chance.choice((0.4, 0.5, 0.6))) // 10**8 * 10**8
    local = int((total - national) * chance.choice((0.6, 0.7, 0.8))) // 10**8 * 10**8
    measure, _, counter = chance.choice(say.MEASURES).split("|")
    now = chance.randint(3, 90)
    story.facts = {
        "total": won(total), "national": won(national), "local": won(local), "private": won(total - national - local),
        "first": won(total // chance.randint(3, 5) // 10**7 * 10**7), "spent": won(chance.randint(3, 80) * 10**8),
        "nextyear": str(day.year + 1), "lastyear": str(day.year + chance.randint(3, 5)),
        "measure": measure, "counter": counter, "now": str(now), "goal": str(now * chance.randint(3, 9)),
        "percent": str(chance.randint(70, 95)), "date": str(day.day), "day": day.isoformat(),
        "later": str(chance.randint(2, 27)), "month": str(day.month % 12 + 1), "staff": str(chance.randint(12, 80)),
        "count": str(chance.randint(3, 9)), "slogan": chance.choice(say.SLOGANS),
        "promise": chance.choice(say.PROMISES), "promise2": chance.choice(say.PROMISES),
        "detail": chance.choice(say.DETAILS), "detail2": chance.choice(say.DETAILS),
        "doubt": chance.choice(say.DOUBTS), "doubt2": chance.choice(say.DOUBTS),
        "advice": chance.choice(say.ADVICE), "advice2": chance.choice(say.ADVICE), "hope": chance.choice(say.HOPES),
        "detail3": chance.choice(say.DETAILS), "promise3": chance.choice(say.PROMISES),
        "hope2": chance.choice(say.HOPES), "staff2": str(chance.randint(90, 400)),
        "secondyear": str(day.year + 2), "each": won(chance.randint(3, 90) * 10**6),
        "second": won(chance.randint(5, 70) * 10**8), "third": won(chance.randint(5, 70) * 10**8),
        "theme": " ".join(program.name.split(" ")[1:2]) or "행정",
        "unit": region.government.local[-1],
    }  # fmt: skip
    head = max((h for h in region.heads if h.posts[0].begin <= day), key=lambda h: h.posts[0].begin)
    which = chance.randrange(len(region.agencies))
    firm = chance.randrange(len(region.firms))
    professor, university = chance.choice(world.professors)
    chief, second = chance.sample(region.chiefs, 2)
    story.cast = {
        "head": head, "chief": chief, "second_chief": second, "member": chance.choice(region.councillors),
        "director": region.directors[which], "boss": region.bosses[firm], "professor": professor,
    }  # fmt: skip
    if len({p.name for p in story.cast.values()} | ({mover.name} if mover else set())) < len(
        {p.thing for p in story.cast.values()} | ({mover.thing} if mover else set())
    ):  # nobody writes of two namesakes in one article without saying so
        return _story(world, region, day, chance, mover, program if renamed else None)
    story.bodies = {
        "agency": region.agencies[which], "firm": region.firms[firm], "university": university,
        "ministry": chance.choice(world.ministries), "gov": region.body, "council": region.council,
    }  # fmt: skip
    return story


class _Article:
    """One outlet's telling of a story: which paragraphs, in which words and spellings."""

    def __init__(self, story: Story, world: World, chance: random.Random) -> None:
        self.story, self.world, self.copy = story, world, False
        self.seed = chance.random()
        self.outlet: Outlet = chance.choice(world.outlets)
        self.reporter = chance.choice(self.outlet.reporters)
        self.dropped: int | None = None
        self.headline = chance.choice(say.HEADLINES)

    def copied(self, chance: random.Random) -> "_Article":
        """A near-copy in another outlet: its own headline and byline, and a paragraph fewer."""
        other = _Article(self.story, self.world, chance)
        other.seed, other.copy, other.dropped = self.seed, True, chance.choice((None, 3, 4, 5, 6))
        return other

    def page(self) -> Page:
        """The article."""
        story, chance = self.story, random.Random(self.seed)
        slots = self._slots(chance)
        slots |= {"outlet": self.outlet.name, "reporter": Name(self.reporter.thing, self.reporter.name)}
        page = Page()
        page.say(self.headline + "\n\n", slots)
        page.say(random.Random(len(self.outlet.name) + story.day.day).choice(say.BYLINES), slots)
        for number, (template, ending) in enumerate(self._paragraphs(chance)):
            if number != self.dropped:
                page.say(template + ending, slots)
        page.say("\n\n" + random.Random(self.reporter.thing).choice(say.ENDS) + "\n", slots)
        return page

    def _paragraphs(self, chance: random.Random) -> list[tuple[str, str]]:
        """The templates in order, each with what stands behind it: a blank or the end of a paragraph."""
        story, pick = self.story, chance.choice
        first = pick(say.LEADS)
        if story.mover:
            first = pick(say.MOVES) + " " + pick(say.MOVED) + "\n\n" + first
        elif story.renamed:
            first = pick(say.RENAMINGS) + " " + pick(say.LEADS[1:4])
        body = [
            [pick(say.MONEY), pick(say.WORK)],
            [pick(say.YEARS), pick(say.TARGETS)],
            [pick(say.HEADS), pick(say.CHIEFS)],
            *([pick(p)] for p in (say.DIRECTORS, say.BOSSES, say.PROFESSORS, say.MEMBERS, say.PARTNERS, say.SECONDS)),
            [pick(say.BACKGROUND), pick(say.SCHEDULE)],
        ]
        middle = body[2:9]
        chance.shuffle(middle)
        order = [[first], body[0], body[1], *middle, body[9]]
        for _ in range(2):
            del order[chance.randint(4, len(order) - 2)]
        found = []
        for paragraph in order:
            found += [(sentence, " ") for sentence in paragraph[:-1]] + [(paragraph[-1], "\n\n")]
        return [*found[:-1], (found[-1][0], "")]

    def _slots(self, chance: random.Random) -> dict[str, Name | str]:
        story = self.story
        region, day = story.region, story.day
        slots: dict[str, Name | str] = dict(story.facts)
        for slot, body in story.bodies.items():
            slots[slot] = _spelled(body, chance)
        title = story.program.called(day)
        slots["program"] = _program(story.program, title, region, chance)
        slots["title"] = Name(story.program.thing, title)
        slots["other"] = _program(story.other, story.other.called(day), region, chance)
        for slot, person in story.cast.items():
            post = person.post(day)
            short = {"기자": "기자", "대표": "대표", "교수": "교수"}.get(post.title, post.title[-2:])
            short = {"의원": "의원", "청장": "구청장"}.get(short, short)
            slots[slot] = Name(person.thing, person.name)
            slots[slot + "2"] = Name(person.thing, f"{person.name[0]} {short}", False)
            slots[slot + "title"] = self._title(post.title, region)
            slots[slot + "body"] = (
                slots["agency"] if post.body is story.bodies["agency"] else _spelled(post.body, chance)
            )
        slots["secondtitle"] = slots["second_chieftitle"]
        if story.mover:
            old, new = story.mover.posts
            slots |= {
                "mover": Name(story.mover.thing, story.mover.name),
                "oldbody": _spelled(old.body, chance), "newbody": _spelled(new.body, chance),
                "oldtitle": old.title, "newtitle": new.title,
            }  # fmt: skip
        if story.renamed:
            slots["old"] = Name(story.program.thing, story.program.name)
            slots["new"] = Name(story.program.thing, story.program.new_name)
        slots["govplain"] = Name(region.body.thing, region.body.others[0])
        slots["place"] = Name(region.body.thing, region.body.others[0], False)
        slots["hall"] = {"도": "도청", "군": "군청", "구": "구청"}.get(
            region.government.local[-1], "시청"
        ) + chance.choice((" 대회의실", " 브리핑룸", "", " 대강당"))
        slots |= {"clock": f"{chance.randint(6, 20):02d}:{chance.randint(0, 59):02d}", "mail": "desk", "site": "press"}
        return slots

    @staticmethod
    def _title(title: str, region: Region) -> str:
        """The title as it stands behind the name; of heads with the place: 부산시장, 강서구청장."""
        local = region.government.local if region.government.parent else region.body.others[0]
        return {
            "지사": f"{local.removesuffix('도')}도지사", "군수": f"{local}수", "구청장": f"{local}청장",
            "시장": f"{local}장",
        }.get(title, title)  # fmt: skip


def _spelled(body: Body, chance: random.Random) -> Name:
    """A body's first mention: its name, or one of its other spellings."""
    if body.others and chance.random() < RESPELLED * 1.4:
        return Name(body.thing, chance.choice(body.others), False)
    return Name(body.thing, body.official)


def _program(program: Program, name: str, region: Region, chance: random.Random) -> Name:
    """A program's first mention: its name, or glued, with 인공지능 for AI, with the place in front, without 사업."""
    if chance.random() > RESPELLED * 1.4:
        return Name(program.thing, name)
    ways = [name.replace("AI ", "AI", 1), name.replace("AI", "인공지능", 1), f"{region.place} {name}"]
    if name.endswith(" 사업"):
        ways.append(name.removesuffix(" 사업"))
    ways = [w for w in ways if w != name] or [name.replace(" ", "")]
    return Name(program.thing, chance.choice(ways), False)
