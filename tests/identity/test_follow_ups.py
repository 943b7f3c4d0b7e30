"""Later texts on a matter: goals set anew, bodies renamed, members of a council's committees. All names invented."""

from tests.identity.test_situations import EOK, article, changed, contradicted, nodes, read_all

FIRST = article(
    "2025-03-04",
    "강릉시, 다시마 AI 사업 시작",
    "강릉시는 4일 ‘다시마 AI 선별 사업’을 벌인다고 밝혔다. 총사업비는 60억원이다.",
    "시는 2027년까지 가공공장 60곳에 AI 선별기를 보급하고 현장 인력 240명을 양성할 계획이다.",
    "올해 시비는 19억원이다. 임다온 강릉산업진흥원 원장은 “문턱을 낮추겠다”고 말했다.",
)
LATER = article(
    "2025-10-20",
    "‘다시마 AI 선별 사업’ 고쳐 짠다",
    "강릉시 ‘다시마 AI 선별 사업’이 손질됐다. AI 선별기를 들일 가공공장은 60곳에서 45곳으로 줄었다. "
    "현장 인력은 240명에서 300명으로 늘렸다.",
    "추경에서 19억원이던 올해 시비는 28억원이 됐다.",
    "강릉산업진흥원은 이달 1일 ‘강릉AI진흥원’으로 이름을 고쳤다. 임다온 전 원장이 물러난 자리에는 서해솔 전 한빛과학원 "
    "연구관이 취임했다.",
)


def test_follow_ups_goals_set_anew() -> None:
    found = changed(FIRST, LATER)
    assert {("target", 60, 45), ("target", 240, 300)} <= found


def test_follow_ups_goals_of_another_matter_are_none() -> None:
    other = LATER.replace("다시마 AI 선별 사업", "미역 AI 바다 교실")
    assert not {c for c in changed(FIRST, other) if c[0] == "target"}


def test_follow_ups_sum_that_was_another_and_became() -> None:
    assert ("amount", 19 * EOK, 28 * EOK) in changed(FIRST, LATER)


def test_follow_ups_body_renamed_and_its_new_head() -> None:
    found = changed(FIRST, LATER)
    assert ("name", "강릉산업진흥원", "강릉AI진흥원") in found
    assert ("office", "임다온", "서해솔") in found


RECORD = article(
    "2025-03-10",
    "강릉시의회 관광경제위원회 회의록",
    "강릉시의회 관광경제위원회는 10일 회의를 열었다. 문가람 관광경제위원회 위원은 ‘다시마 AI 선별 사업’을 물었다.",
)
COUNCILLOR = article("2025-10-20", "강릉시의회", "문가람 강릉시의원은 20일 “왜 늦나”라고 물었다.")
ADVISER = article(
    "2025-03-10",
    "강릉시 AI 자문위원회",
    "강릉시 인공지능위원회가 10일 열렸다. 문가람 인공지능위원회 위원은 “천천히 하자”고 말했다.",
)


def test_follow_ups_member_of_a_standing_committee_sits_in_the_council() -> None:
    assert len(nodes(*read_all(RECORD, COUNCILLOR), "person", "문가람")) == 1


def test_follow_ups_member_of_another_committee_may_be_a_namesake() -> None:
    assert len(nodes(*read_all(ADVISER, COUNCILLOR), "person", "문가람")) == 2


PLAN = article(
    "2025-03-04",
    "태안군, 바지락 AI 선별센터 짓는다",
    "태안군은 4일 ‘바지락 AI 선별 사업’을 시작한다고 밝혔다. 사업비는 모두 90억원이다. 국비 40억원, 도비 20억원, "
    "군비 30억원으로 나눈다. 태안AI선별센터는 올해 11월 문을 연다.",
    "센터 운영은 한빛대 연구진이 돕는다. 서다온 태안군 갯벌수산과장은 “갯벌을 아는 기계”라고 말했다. "
    "나도현 물때로보 대표도 함께했다.",
)
AT_ODDS = article(
    "2025-03-05",
    "태안 ‘바지락 AI’ 두고 말 많다",
    "태안군의 ‘바지락 AI 선별 사업’에 90억원이 든다. 정부가 40억원, 충남도가 26억원을 대고 군은 30억원을 마련한다.",
)
NEXT_YEAR = article(
    "2025-12-16",
    "태안 바지락 AI, 내년 도비 깎였다",
    "충남도의회는 15일 ‘바지락 AI 선별 사업’의 내년 도비를 20억원에서 9억원으로 깎았다. 총사업비는 90억원이다.",
    "금산 출신 문하람 의원은 “성적표부터 보자”고 말했다. 명서윤 의원도 거들었다.",
    "서다온 태안군 갯벌수산과장은 “국비 11억원은 예정대로 들어온다”고 했다.",
)
OPENED = article(
    "2026-03-10",
    "태안 센터, 새 간판 달고 개소",
    "태안군이 바지락을 가려내는 센터를 10일 열었다. 간판에는 ‘태안AI선별센터’ 대신 ‘충남갯벌AI센터’라고 적혔다. "
    "장비를 대는 물때로보는 올해 초 ‘온물때’로 회사 이름을 바꿨다.",
    "서다온 전 갯벌수산과장은 국장이 됐고 표은결 과장이 갯벌수산과를 맡았다.",
)


def test_follow_ups_province_gives_its_own_money() -> None:
    assert ("amount", frozenset({20 * EOK, 26 * EOK})) in contradicted(PLAN, AT_ODDS)


def test_follow_ups_share_of_a_year_is_no_fall() -> None:
    assert ("amount", 40 * EOK, 11 * EOK) not in changed(PLAN, NEXT_YEAR)


def test_follow_ups_sign_that_gives_way_and_company_renamed() -> None:
    found = changed(PLAN, OPENED)
    assert {("name", "태안AI선별센터", "충남갯벌AI센터"), ("name", "물때로보", "온물때")} <= found


def test_follow_ups_unit_that_a_plain_title_leads() -> None:
    assert ("office", "서다온", "표은결") in changed(PLAN, OPENED)


def test_follow_ups_member_of_the_one_council_told() -> None:
    readings, _ = read_all(NEXT_YEAR)
    seats = [n.identity for n in readings[0].nodes if n.kind == "membership" and "명서윤" in str(n.identity)]
    assert "충청남도의회" in str(seats)


BARE_RECORD = article(
    "2025-03-10",
    "관광경제위원회, 추경 심사",
    "강릉시 ‘다시마 AI 선별 사업’ 예산을 10일 심사했다. 관광경제위원회(위원장 문가람)는 원안대로 의결했다.",
)


def test_follow_ups_chair_of_a_bare_standing_committee_sits_in_the_council() -> None:
    assert len(nodes(*read_all(BARE_RECORD, COUNCILLOR), "person", "문가람")) == 1
