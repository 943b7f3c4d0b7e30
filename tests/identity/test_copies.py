"""Near-copies of one story are one independent source."""

import random
from dataclasses import replace

import pytest

from kg.identity.copies import are_copies, near_copies, runs
from kg.resolution.reading import Property, Reading

STORY = (
    "한빛시가 골목 상점 예순 곳에 인공지능 계산대를 놓는다. 시는 다음 달부터 석 달 동안 신청을 받아 가게마다 "
    "장비와 교육을 함께 준다고 밝혔다. 도연우 경제국장은 “혼자 일하는 주인에게 먼저 돌아가게 하겠다”고 말했다. "
    "예산은 시비 3억 원과 국비 2억 원이며 내년에는 대상을 두 배로 늘린다. 상인회는 수수료가 없어 반갑다면서도 "
    "고장이 났을 때 누가 고칠지를 물었다. 시는 한빛진흥원에 상담 창구를 두고 하루 안에 사람을 보내기로 했다. "
    "신청은 시청 누리집과 주민센터에서 할 수 있다."
)
OTHER = (
    "한빛시가 골목 상점에 인공지능 계산대를 들이는 사업을 두고 시의회가 제동을 걸었다. 산업위원회는 비슷한 "
    "사업이 이미 있다며 3억 원 가운데 절반을 깎았다. 위원들은 상인 설문 없이 물량부터 정한 까닭을 따졌다. "
    "집행부는 추경에 다시 올리겠다고 답했다. 예산안은 다음 주 본회의에서 다룬다. 상인회는 줄어든 물량으로는 "
    "뽑기를 할 수밖에 없다며 재고를 요청하는 글을 냈다."
)


def told(name: str, day: str, text: str) -> Reading:
    date = (Property("schema:datePublished", day, "date"),) if day else ()
    return Reading(f"{name}.txt", text, "schema:NewsArticle", date, ())


def edited(text: str, seed: int) -> str:
    """As another outlet prints it: other marks, some other words, without the end."""
    chance = random.Random(seed)
    words = text.replace("“", '"').replace("”", '"').split()[: -len(text.split()) // 5]
    return " ".join("한편" if chance.random() < 0.06 else w for w in words)


def test_copies_are_found_however_they_are_edited() -> None:
    group = [told("c", "2026-01-05", STORY), told("b", "2026-01-04", edited(STORY, 1))]
    group += [told("a", "2026-01-06", "[가온뉴스] " + edited(STORY, 2)), told("d", "2026-01-06", OTHER)]
    assert near_copies(group) == {"a.txt": "b.txt", "c.txt": "b.txt"}


def test_copies_of_another_month_are_sources_of_their_own() -> None:
    assert near_copies([told("a", "2026-01-05", STORY), told("b", "2026-03-05", STORY)]) == {}
    assert near_copies([told("a", "2026-01-05", STORY), told("b", "", STORY)]) == {"b.txt": "a.txt"}


def test_copies_need_more_than_a_shared_quotation() -> None:
    quoting = OTHER + " 도연우 경제국장은 “혼자 일하는 주인에게 먼저 돌아가게 하겠다”고 말했다."
    assert not are_copies(runs(told("a", "", STORY)), runs(told("b", "", quoting)))


def test_copies_leave_page_noise_out() -> None:
    menu = (
        "뉴스 홈 정치 경제 사회 문화 지역 사설 만평 부고 인사 날씨 운세 구독 제보 광고 안내 회사 소개 약관 지면 보기 "
    )
    pages = [
        told("a", "2026-01-05", menu + "시청 앞 광장을 새로 꾸민다."),
        told("b", "2026-01-05", menu + "강변에 길을 낸다."),
    ]
    assert near_copies(pages) == {"b.txt": "a.txt"}
    assert near_copies(replace(p, noise=((0, len(menu)),)) for p in pages) == {}


@pytest.mark.parametrize("seed", range(10))
def test_copies_do_not_depend_on_the_order(seed: int) -> None:
    chance = random.Random(seed)
    group = [told(f"{n:02}", f"2026-01-{1 + n % 9:02}", edited(STORY if n % 3 else OTHER, n)) for n in range(24)]
    whole = near_copies(group)
    assert set(whole.values()) == {"00.txt", "01.txt"}
    assert len(whole) == 22
    assert near_copies(chance.sample(group, len(group))) == whole
