"""Plans and the budgets that follow, names in use and new ones over several texts. All names invented."""

from tests.identity.test_situations import EOK, article, changed, nodes, read_all

PLANNED = article(
    "2025-04-15",
    "강릉시, ‘연안 AI 안전망 구축사업’ 시작",
    "강릉시는 15일 ‘연안 AI 안전망 구축사업’을 시작한다고 밝혔다. 총사업비는 300억원이다. "
    "연도별로는 2025년 54억원, 2026년 96억원, 2027년 150억원을 투입한다. 어민들 사이에서는 ‘바다 눈’으로 통한다.",
)
BUDGET = article(
    "2025-11-20",
    "강릉시, 안전망 예산 줄여",
    "강릉시는 20일 ‘연안 AI 안전망 구축사업’의 내년도 예산안을 71억원으로 짰다고 밝혔다.",
)
RENAMED = article(
    "2026-01-10",
    "이름은 ‘해돋이지기’",
    "강릉시가 ‘연안 AI 안전망 구축사업’을 넓힌다. 사업은 새해부터 ‘해돋이지기’라는 이름을 쓴다.",
)
STAFF = article(
    "2025-04-15",
    "강릉시, ‘연안 AI 안전망 구축사업’ 시작",
    "강릉시는 15일 ‘연안 AI 안전망 구축사업’을 시작한다고 밝혔다. "
    "하다온 강릉시 스마트해양과장은 “바다를 먼저 읽겠다”고 말했다.",
)
NEXT_STAFF = article(
    "2026-01-10",
    "강릉시 인사",
    "강릉시 ‘연안 AI 안전망 구축사업’ 담당자가 바뀌었다. "
    "하다온 전 스마트해양과장은 1일 교1동 동장으로 옮겼고 문서린 과장이 스마트해양과장을 맡았다.",
)


def test_plans_a_years_budget_takes_the_place_of_what_was_planned_for_it() -> None:
    assert ("amount", 96 * EOK, 71 * EOK) in changed(PLANNED, BUDGET)


def test_plans_a_later_document_of_the_same_plan_changes_nothing() -> None:
    assert not {c for c in changed(PLANNED, PLANNED.replace("2025-04-15", "2025-11-20")) if c[0] == "amount"}


def test_plans_a_name_that_people_use_is_one_of_the_thing() -> None:
    readings, identity = read_all(PLANNED)
    official = nodes(readings, identity, "program", "연안 AI 안전망 구축사업")
    assert len(official) == 1
    assert nodes(readings, identity, "program", "바다 눈") == official


def test_plans_the_work_as_topic_takes_another_name() -> None:
    assert ("name", "연안 AI 안전망 구축사업", "해돋이지기") in changed(PLANNED, RENAMED)


def test_plans_who_takes_a_post_over_behind_another_clause_holds_it() -> None:
    told = changed(STAFF, NEXT_STAFF)
    assert ("office", "하다온", "문서린") in told
