"""A page becomes a document: its parts, its masthead, its kind; the text stays untouched."""

import pytest

from kg.documents.model import Document
from kg.documents.read import read_text
from kg.lexicon import load_lexicon

FIRST = "한빛시가 인공지능 창구를 넓힌다. 시는 내년 예산 12억원을 들여 상담 창구를 새로 꾸린다고 24일 밝혔다."
SECOND = "윤서진 시장은 “시민이 기다리지 않는 행정을 만들겠다”고 말했다. 시는 다음 달 설명회를 연다."
BODY = f"{FIRST}\n\n{SECOND}\n"


def page(text: str) -> Document:
    return read_text("page", text, load_lexicon())


def article(document: Document) -> str:
    return "\n".join(document.text[b.begin : b.end] for b in document.article())


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("입력 2025.09.02 17:20 | 수정 2025.09.03 08:00", "2025-09-02"),
        ("최종수정 2025-09-03 08:00   등록 2025-09-02 17:20", "2025-09-02"),
        ("기사입력 : 2025년09월02일 17:20", "2025-09-02"),
        ("달빛일보 | 2025-09-02 17:20", "2025-09-02"),
        ("2025년 9월 2일 (화)", "2025-09-02"),
        ("승인 2025/9/2 [17:20]", "2025-09-02"),
        ("25.09.02 17:20", "2025-09-02"),
        ("입력: 2025-09-02T17:20:00+09:00", "2025-09-02"),
        ("달빛일보 20250902 도윤재 기자", "2025-09-02"),
    ],
)
def test_read_takes_the_first_publication(line: str, day: str) -> None:
    assert page(f"한빛시, AI 상담 창구 연다\n{line}\n\n{BODY}").published == day


def test_read_knows_no_day_where_the_page_shows_none() -> None:
    assert page(f"한빛시, AI 상담 창구 연다\n\n{BODY}").published is None


def test_read_takes_the_embargo_of_a_release() -> None:
    text = f"새벽부 보도자료\n보도시점 2025. 3. 13.(목) 조간\n배포 2025. 3. 12.(수)\n\n새 전환의 시작\n\n□ {FIRST}"
    assert page(text).published == "2025-03-13"


def test_read_takes_the_day_of_issue_where_the_embargo_has_none() -> None:
    text = f"새벽부 보도자료\n보도시점 배포 즉시\n배포일시 2025. 3. 12.(수) 09:00\n\n새 전환의 시작\n\n□ {FIRST}"
    assert page(text).published == "2025-03-12"


def test_read_grounds_a_bare_day_on_the_board_list_below() -> None:
    board = "번호 제목 글쓴이 날짜\n" + "\n".join(f"{n} 다른 소식 제목 글쓴이 2025.09.0{n}" for n in (5, 4, 3))
    assert page(f"{BODY.replace('24일', '2일')}\n{board}\n").published == "2025-09-02"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("도윤재 기자", ["도윤재"]),
        ("도윤재·서이나 기자 dyj@dal.example", ["도윤재", "서이나"]),
        ("도윤재 사회2부 기자", ["도윤재"]),
        ("글 도윤재 기자 | 2025-09-02", ["도윤재"]),
        ("대담 = 도윤재 편집국장 / 정리·사진 = 서이나 기자", ["도윤재", "서이나"]),
        ("기자명 남궁민 기자", ["남궁민"]),
    ],
)
def test_read_finds_the_reporters(line: str, names: list[str]) -> None:
    assert [n for n, _ in page(f"한빛시, AI 상담 창구 연다\n{line}\n\n{BODY}").byline] == names


@pytest.mark.parametrize(
    ("head", "foot", "publisher"),
    [
        ("", "ⓒ 달빛일보, 무단 전재 및 재배포 금지", "달빛일보"),
        ("", "Copyright © 2025 달빛뉴스. All rights reserved.", "달빛뉴스"),
        ("[한빛=달빛통신 도윤재 기자]\n", "", "달빛통신"),
        ("달빛저널 2025.09.02 도윤재 기자\n\n", "", "달빛저널"),
        ("", "", None),
    ],
)
def test_read_finds_the_publisher(head: str, foot: str, publisher: str | None) -> None:
    assert page(f"한빛시, AI 상담 창구 연다\n\n{head}{BODY}\n{foot}").publisher == publisher


@pytest.mark.parametrize(
    ("noise", "name"),
    [
        ("관련기사\n· 구준표 의원, 예산 삭감 요구\n· 서이나 총장 취임\n", "구준표"),
        ("이 기사를 추천합니다\n 구준표 군수 “숲을 지킨다”\n 다른 시 소식\n", "구준표"),
        ("[광고] 구준표 한의원 개원 1600-0000\n", "구준표"),
        ("☞ 구준표, 시장 선거 나서나\n", "구준표"),
    ],
)
def test_read_leaves_out_noise_between_paragraphs(noise: str, name: str) -> None:
    document = page(f"한빛시, AI 상담 창구 연다\n입력 2025-09-02\n\n{FIRST}\n\n{noise}\n{SECOND}\n")
    assert name not in article(document)
    assert FIRST in article(document) and SECOND in article(document)


def test_read_leaves_out_whole_articles_behind_the_body() -> None:
    other = "[서울=달빛통신] 서이나 기자 = 구준표 장관이 취임했다. 그는 취임식에서 일을 서두르겠다고 말했다."
    own = f"[한빛=달빛통신] 도윤재 기자 = {BODY}\ndyj@dal.example"
    text = f"창구 연다, 한빛시 새 계획\n\n{own}\n\n[달빛통신 베스트 기사]\n\n{other}\n"
    document = page(text)
    assert "구준표" not in article(document)
    assert [n for n, _ in document.byline] == ["도윤재"]


def test_read_leaves_out_the_contact_of_a_release() -> None:
    text = f"한빛시 보도자료\n배포일 2025. 9. 2.\n\n새 창구를 연다\n\n□ {FIRST}\n\n담당자 : 구준표 팀장(031-000-0000)"
    assert [b.kind for b in page(text).blocks][-1] == "contact"


def test_read_keeps_datelines_and_signatures_out_of_the_body() -> None:
    document = page(f"[달빛일보 도윤재 기자] {FIRST} 서이나 기자 sin@dal.example\n")
    assert article(document) == FIRST


def test_read_tells_captions_from_the_body() -> None:
    document = page(
        f"한빛시, AI 상담 창구 연다\n입력 2025-09-02\n\n윤서진 시장이 인사말을 하고 있다. 한빛시 제공\n\n{BODY}"
    )
    assert [b.kind for b in document.article()] == ["title", "caption", "body"]


def test_read_tells_the_kind() -> None:
    assert page(f"보 도 자 료\n배포일시 : 2025. 9. 2.\n\n창구를 새로 연다\n\n□ {FIRST}\n").kind == "press-release"
    assert page(f"[인터뷰] 윤서진 시장에게 듣는다\n\n{BODY}").kind == "interview"
    assert page(f"[분석] 두 도시의 셈법은 왜 다른가\n\n{BODY}").kind == "analysis"
    assert page(f"한빛시의회 | 의정소식\n\n예산 심사를 마치다\n작성일 : 2025-09-02\n\n{BODY}").kind == "council"
    assert page(f"한빛시, AI 상담 창구 연다\n\n{BODY}").kind == "news"


def test_read_keeps_blocks_disjoint_and_in_order() -> None:
    document = page(f"로그인 회원가입\n한빛시, AI 상담 창구 연다\n도윤재 기자\n\n{BODY}\nⓒ 달빛일보 무단전재 금지\n")
    edges = [e for b in document.blocks for e in (b.begin, b.end)]
    assert edges == sorted(edges)
    assert all(document.text[b.begin : b.end].strip() for b in document.blocks)


@pytest.mark.parametrize("text", ["", "\n\n", "한 줄", "도윤재 기자", "□", "보도자료", "“"])
def test_read_survives_scraps(text: str) -> None:
    assert page(text).text == text
