"""The day of publication, as pages write it."""

import pytest

from kg.documents.read import read_text
from kg.lexicon import load_lexicon

ARTICLE = "한빛시가 내년 예산 12억원을 들여 상담 창구를 새로 꾸린다고 밝혔다. 시는 다음 달 설명회를 연다.\n"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (
            "한빛시, AI 상담 창구 연다\n도윤재 기자 기사입력 2025/03/19 [10:22] 최종수정 2025/03/20 [14:05]",
            "2025-03-19",
        ),
        ("한빛시, AI 상담 창구 연다\n등록 2025.05.14 11:03:27 / 도윤재", "2025-05-14"),
        ("한빛시, AI 상담 창구 연다\n[지역재정 소식 제41호] 2025년 6월 30일", "2025-06-30"),
        ("한빛시 인공지능 예산 현황\n(한빛광역시 동구, 2025. 11. 21. 기획예산과 작성)", "2025-11-21"),
        ("한빛시 인공지능 예산 현황\n(2025. 11. 21. 기준)", None),
        ("한빛시, AI 상담 창구 연다\n\n2025-09-03 10:15 송고", "2025-09-03"),
        ("한빛시 셈법은 왜 다른가\n\n달빛노트 | 셈읽기\n글 도윤재 객원연구원 · 2025년 3월 11일", "2025-03-11"),
        (
            "새벽부 보도자료\n배포일시 2025. 10. 14.(화) 15:00   보도시점 2025. 10. 15.(수) 석간\n\n새 출발\n\n"
            "새벽부는 10월 14일(화) 한빛 확산사업 협약을 체결하였다.",
            "2025-10-14",
        ),
        ("달빛일보\n2025. 03. 27 (수)  19면  오피니언\n\n[사설] 한빛시, AI 상담 창구 연다", "2025-03-27"),
        ("한빛시, AI 상담 창구 연다\n달빛일보  발행일 2025-04-18 12면  입력 2025-04-17 13:05", "2025-04-17"),
        ("한빛시, AI 상담 창구 연다\n승인 2025.07.08 18:42 | 댓글 7 | 기사공유", "2025-07-08"),
        ("한빛시 조정위원회 심의자료                2025. 9. 30.\n「한빛 AI 비전」 투자계획(안)", "2025-09-30"),
        (
            "한빛시의회 의안번호 제118호\n\n한빛시 예산안 심사보고서\n\n2025. 12. 5.\n예산결산위원회\n\n"
            "1. 심사경과\n 가. 제출일자 : 2025. 11. 14.\n 나. 회부일자 : 2025. 11. 17.\n2. 요지\n",
            "2025-12-05",
        ),
        ("한빛시 감사 결과보고서\n\n1. 감사 개요\n 가. 감사기간: 2025. 6. 9. ~ 6. 17.(9일간)\n2. 지적사항\n", None),
        ("제목\t한빛시, AI 상담 창구 연다\n작성자\t공보관\n등록일\t2025-09-12\n조회수\t87", "2025-09-12"),
    ],
)
def test_published_head_gives_the_day(head: str, day: str | None) -> None:
    assert read_text("case.txt", f"{head}\n\n{ARTICLE}", load_lexicon()).published == day


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("한빛시, AI 상담 창구 연다\n\n월간 달빛살림 | 2025.12.19 | 인터뷰·글 도윤재 / 사진 남궁담", "월간 달빛살림"),
        ("한빛시와 새벽시, 셈법은 왜 다를까\n\n달빛정책노트\n2025. 6. 30. | 도윤재", "달빛정책노트"),
        (
            "본문으로 건너뛰기\n나라살림 세는 밤\n홈 | 글 목록 | 방명록 | 구독\n\n한빛시, AI 상담 창구 연다",
            "나라살림 세는 밤",
        ),
        ("달빛시론\n오피니언 > 데스크 칼럼\n\n[도윤재 칼럼] 한빛시 AI 상담 창구\n2025.12.08 18:00", "달빛시론"),
    ],
)
def test_published_head_gives_the_page_name(head: str, publisher: str) -> None:
    assert read_text("case.txt", f"{head}\n\n{ARTICLE}", load_lexicon()).publisher == publisher


def test_published_label_behind_the_day_at_the_foot() -> None:
    text = f"(한빛=새롬통신) 도윤재 기자 = {ARTICLE}\ndyj@saerom.example\n(끝)\n2025/09/03 10:15 송고\n"
    assert read_text("case.txt", text, load_lexicon()).published == "2025-09-03"
