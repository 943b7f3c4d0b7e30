"""Later texts on a matter: goals set anew, bodies renamed, members of a council's committees. All names invented."""

from tests.identity.test_situations import EOK, article, changed, nodes, read_all

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
