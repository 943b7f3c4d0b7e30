"""The invented world: governments that are, and people, programs and bodies that are not. Pure, from one seed.

It is made hard on purpose: namesakes, changes of office, renamings, one name in several regions.
"""
# ruff: noqa: E501, SIM905

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from kg.lexicon import load_lexicon
from kg.lexicon.governments import Government, governments

FIRST_DAY = date(2022, 1, 3)
DAYS = 1420
NAMESAKES, MOVERS, RENAMED = 0.24, 0.10, 0.10
"""Shares: of persons who are to bear another's name, who change office, of programs that are renamed."""
SHARED_PROGRAMS = 16
"""Names of programs that several regions have; more than ten names of districts recur anyway (중구, 고성군)."""

_SURNAMES = "김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 홍".split()
_FIRST = "가 나 다 도 라 루 무 미 보 새 서 소 수 아 예 온 우 유 윤 은 이 재 주 지 찬 채 태 하 한 해 현 혜".split()
_SECOND = "결 경 담 람 린 림 민 별 빈 산 샘 선 성 솔 슬 연 온 원 율 은 인 준 진 찬 철 하 향 현 호 훈".split()
_BRANDS = (
    "가온 누리 다온 라온 마루 바른 사계 아라 자람 차오름 카논 타래 파랑 하람 고운 노을 도담 모아 보듬 새김 여울 이음 초롱 토닥 "
    "포근 한올 겨루 나르샤 다솜 미리내 벼리 소담 시나브로 아람 윤슬 은가비 은하수 잇다 찬솔 큰솔 푸르미 하늬 해오름 흐노니 "
    "그루 너울 두레 띠앗 물결 버들 샛별 아침 온새 우듬지 이랑 참살이 터전 품앗이 한빛 햇귀"
).split()
_THEMES = (
    "AI 돌봄|AI 안전망|AI 제조|AI 교통|AI 상권|AI 농업|AI 창업|AI 배움|AI 의료|AI 물류|AI 관광|AI 복지|AI 재난|AI 행정|AI 에너지|"
    "디지털 배움|디지털 상권|데이터 나눔|로봇 실증|스마트 어항|스마트 경로|스마트 골목"
).split("|")
_HEADS = "사업|프로젝트|바우처|지원사업|플랫폼 구축사업|혁신 프로젝트|실증사업|바우처 사업|육성사업|마스터플랜".split(
    "|"
)
_AGENCIES = ("테크노파크", "정보산업진흥원", "디지털진흥원", "AI혁신센터", "산업진흥원", "연구원")
_FIRMS = ("소프트", "로보틱스", "랩스", "테크", "시스템즈", "데이터")
_FRONTS = ("", "바이오", "모빌", "비전", "클라우드")
_BUREAUS = (
    "디지털국장|미래산업국장|경제국장|기획조정실장|AI정책과장|스마트도시과장|일자리경제국장|혁신산업국장|자치행정국장|복지국장"
).split("|")
_SHARED = (
    "AI 돌봄 사다리 사업|골목 AI 새싹 바우처|우리동네 AI 배움터 사업|AI 안심귀가 프로젝트|찾아가는 AI 경로당 사업|AI 청년 도약 바우처|"
    "마을 데이터 나눔 사업|AI 새벽시장 프로젝트|한걸음 AI 상담 사업|AI 그린골목 실증사업|동네책방 AI 큐레이션 사업|AI 안전마을 프로젝트|"
    "내일 AI 일터 사업|AI 반딧불 순찰 사업|할머니 AI 손주 프로젝트|AI 물길 관리 사업"
).split("|")
_OUTLETS = "신문|일보|뉴스|매일|저널|타임스|경제|포스트".split("|")


@dataclass(slots=True)
class Body:
    """An organisation: identity, official name, other spellings."""

    thing: str
    official: str
    others: tuple[str, ...] = ()
    kind: str = ""


@dataclass(slots=True)
class Post:
    """An office from a day on; ``title`` without the body."""

    begin: date
    body: Body
    title: str


@dataclass(slots=True)
class Person:
    """Somebody with one post, or two of which the second follows the first."""

    thing: str
    name: str
    posts: list[Post] = field(default_factory=list)

    def post(self, on: date) -> Post:
        """The post held on a day."""
        return max((p for p in self.posts if p.begin <= on), key=lambda p: p.begin, default=self.posts[0])

    @property
    def moves(self) -> bool:
        """Whether the person changes office."""
        return len(self.posts) > 1


@dataclass(slots=True)
class Program:
    """A program of a region with its whole sum in won; ``renamed`` is the day of its new name."""

    thing: str
    name: str
    total: int
    renamed: date | None = None
    new_name: str = ""

    def called(self, on: date) -> str:
        """Its name on a day."""
        return self.new_name if self.renamed and on >= self.renamed else self.name


@dataclass(slots=True)
class Region:
    """A government with its people, bodies and programs."""

    government: Government
    body: Body
    council: Body
    agencies: list[Body] = field(default_factory=list)
    firms: list[Body] = field(default_factory=list)
    heads: list[Person] = field(default_factory=list)
    chiefs: list[Person] = field(default_factory=list)
    councillors: list[Person] = field(default_factory=list)
    directors: list[Person] = field(default_factory=list)
    bosses: list[Person] = field(default_factory=list)
    programs: list[Program] = field(default_factory=list)

    @property
    def short(self) -> str:
        """The shortest name with the province in front: 부산 강서구, 서울."""
        names = self.government.names
        return names[1] if len(names) > 1 else names[0]

    @property
    def place(self) -> str:
        """The name before a body's: 부산, 해운대, 부산북구."""
        local = self.government.local
        if not self.government.parent:
            return self.short
        return local[:-1] if len(local) > 2 else self.short.replace(" ", "")


@dataclass(slots=True)
class Outlet:
    """A newspaper with its reporters."""

    name: str
    reporters: list[Person]


@dataclass(slots=True)
class World:
    """All there is."""

    regions: list[Region]
    outlets: list[Outlet]
    universities: list[Body]
    professors: list[tuple[Person, Body]]
    ministries: list[Body]
    people: list[Person] = field(default_factory=list)


class _Maker:
    def __init__(self, documents: int, seed: int) -> None:
        self.chance = random.Random(f"{seed} {documents}")
        self.documents = documents
        self.people: list[Person] = []
        self.homes: dict[str, str] = {}
        self.names: set[str] = set()
        self.programs: set[str] = set()
        self.firms: set[str] = set()
        self.bodies = 0
        self.made_programs = 0

    def name(self) -> str:
        while True:
            name = self.chance.choice(_SURNAMES) + self.chance.choice(_FIRST) + self.chance.choice(_SECOND)
            if name not in self.names and name[1] != name[2]:
                self.names.add(name)
                return name

    def person(self, post: Post, home: str) -> Person:
        """A new person; some bear the name of somebody who lives elsewhere, maybe of the same title."""
        name = ""
        if self.people and self.chance.random() < NAMESAKES / 2:
            other = self.chance.choice(self.people)
            if self.homes[other.thing] != home:
                name = other.name
        person = Person(f"person/{len(self.people)}", name or self.name(), [post])
        self.people.append(person)
        self.homes[person.thing] = home
        return person

    def body(self, official: str, *others: str, kind: str = "") -> Body:
        self.bodies += 1
        return Body(f"organization/{self.bodies}", official, others, kind)

    def program(self, name: str = "") -> Program:
        while not name or (name in self.programs and name not in _SHARED):
            words = (self.chance.choice(_BRANDS), self.chance.choice(_THEMES), self.chance.choice(_HEADS))
            name = " ".join(words)
        self.programs.add(name)
        self.made_programs += 1
        total = self.chance.randint(12, 900) * 10**8 + self.chance.choice((0, 0, 5 * 10**7))
        program = Program(f"program/{self.made_programs}", name, total)
        if name not in _SHARED and self.chance.random() < RENAMED * 1.3:
            program.renamed = FIRST_DAY + timedelta(self.chance.randint(DAYS // 3, 2 * DAYS // 3))
            _, rest = name.split(" ", 1)
            new = name
            while new in self.programs:
                new = f"{self.chance.choice(_BRANDS)} {rest}"
            program.new_name = new
            self.programs.add(new)
        return program

    def firm(self) -> Body:
        name = ""
        while not name or name in self.firms:
            name = self.chance.choice(_BRANDS) + self.chance.choice(_FRONTS) + self.chance.choice(_FIRMS)
        self.firms.add(name)
        return self.body(name, f"㈜{name}", f"주식회사 {name}", kind="firm")

    def region(self, government: Government) -> Region:
        official = government.official
        halls = [n for n in government.names[1:] if n.endswith(("시", "도", "군", "구"))]
        full = [n for n in halls if not government.parent or " " in n]
        body = self.body(official, *(full or [official]), kind="government")
        council = self.body(f"{official}의회", *(f"{n}의회" for n in full), kind="council")
        region = Region(government, body, council)
        head = {"도": "지사", "군": "군수", "구": "구청장"}.get(government.local[-1], "시장")
        turn = FIRST_DAY + timedelta(self.chance.randint(400, 1000))
        region.heads = [self.person(Post(d, body, head), official) for d in (FIRST_DAY, turn)]
        for title in self.chance.sample(_BUREAUS, 3):
            region.chiefs.append(self.person(Post(FIRST_DAY, body, title), official))
        member = {"도": "도의원", "군": "군의원", "구": "구의원"}.get(government.local[-1], "시의원")
        region.councillors = [self.person(Post(FIRST_DAY, council, member), official) for _ in range(3)]
        for suffix in self.chance.sample(_AGENCIES, 2):
            agency = self.body(region.place + suffix, f"{region.place} {suffix}", kind="agency")
            title = "센터장" if suffix.endswith("센터") else "원장"
            region.agencies.append(agency)
            region.directors.append(self.person(Post(FIRST_DAY, agency, title), official))
        for _ in range(2):
            region.firms.append(self.firm())
            region.bosses.append(self.person(Post(FIRST_DAY, region.firms[-1], "대표"), official))
        region.programs = [self.program() for _ in range(5)]
        return region

    def move(self, region: Region) -> None:
        """Some change office: a chief comes to head an agency, a councillor takes the chair."""
        for person in (*region.chiefs, *region.councillors, *region.directors):
            if self.chance.random() > MOVERS * 2.6:
                continue
            day = FIRST_DAY + timedelta(self.chance.randint(DAYS // 3, 2 * DAYS // 3))
            old = person.posts[0]
            if old.body is region.body:
                place = self.chance.choice(region.agencies)
                post = Post(day, place, "부원장")
            elif old.body is region.council:
                post = Post(day, region.council, "의장")
                if any(p.posts[-1].title == "의장" for p in region.councillors):
                    continue
            else:
                post = Post(day, region.body, "경제부시장" if region.government.local[-1] == "시" else "정책특보")
            person.posts.append(post)


def world(documents: int, seed: int = 4) -> World:
    """The world in which so many documents are written; its size grows with their number."""
    words = load_lexicon()
    make = _Maker(documents, seed)
    standing = [
        g for g in governments(words) if g.governs and not g.valid_until and not g.valid_from > "2013" and g.names
    ]
    doubled = [g for g in standing if sum(o.local == g.local for o in standing) > 1]
    others = [g for g in standing if g not in doubled]
    count = max(16, min(len(standing), documents // 36))
    few = make.chance.sample(doubled, min(len(doubled), max(6, count // 5)))
    chosen = few + make.chance.sample(others, min(len(others), count - len(few)))
    regions = [make.region(g) for g in sorted(chosen, key=lambda g: g.official)]
    for name in _SHARED[: max(3, min(SHARED_PROGRAMS, count // 6))]:
        for region in make.chance.sample(regions, min(len(regions), 4)):
            region.programs.append(make.program(name))
    for region in regions:
        make.move(region)
    universities = [make.body(u, u.removesuffix("학교")) for u in words.words("universities", "official")[18:60]]
    universities = [u for u in universities if u.official.endswith("대학교")]
    ministries = [
        make.body(r["official"], *[n for n in r["names"].split("|") if len(n) > 2][:1])
        for r in words.rows("ministries")
        if r["official"] in ("과학기술정보통신부", "행정안전부", "보건복지부", "산업통상자원부", "중소벤처기업부")
    ]
    professors = []
    for _ in range(max(6, documents // 60)):
        place = make.chance.choice(universities)
        professors.append((make.person(Post(FIRST_DAY, place, "교수"), place.official), place))
    outlets = []
    for number in range(max(8, min(40, documents // 60))):
        name = f"{_BRANDS[number]}{_OUTLETS[number % len(_OUTLETS)]}"
        desk = Body("", name)
        outlets.append(Outlet(name, [make.person(Post(FIRST_DAY, desk, "기자"), name) for _ in range(4)]))
    return World(regions, outlets, universities, professors, ministries, make.people)
