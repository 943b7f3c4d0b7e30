"""Pages as the presses, portals, stations, boards and word processors of Korea make them: each tells the same three
sentences, and nothing of what stands round them.
"""

from pathlib import Path

import pytest

from tests.documents.formats.given import articles

PAGES = Path(__file__).parent / "pages"
SENTENCES = [
    "누리도는 12일 가온시에 인공지능 교육관을 연다고 밝혔다.",
    "도는 올해 국비 4억원과 도비 3억원을 들여 교육관을 고친다.",
    "목지훈 누리도지사는 “아이들이 먼저 배우게 하겠다”고 말했다.",
]
FRAMES = ("@", "Copyright", "저작권자", "2025.02.03", "소식", "▲ ")
"""What may remain beside them: addresses, rights, a caption; reading marks them as such."""


@pytest.mark.parametrize(
    ("name", "title", "publisher", "published"),
    [
        ("wire", "누리도, 교육관 연다", "누리통신", "2025-03-12"),
        ("portal_main", "누리도, 교육관 연다", "누리일보", "2025-03-12"),
        ("council", "가온시의회, 인공지능 조례안 통과", "가온시의회", "2025-06-01"),
        ("county", "가온군, 인공지능 농장 문 열어", "가온군청", "2025-05-01"),
        ("district", "가온구, 인공지능 안부 전화 시작", "가온구청", "2025-04-04"),
        ("station", "누리도, 교육관 연다", "누리방송 뉴스", "2025-03-12"),
        ("paper", "누리도, 교육관 연다", None, "2026-06-04"),
        ("foundation", "가온재단, 인공지능 기금 7억원 마련", "가온재단", "2025-02-03"),
        ("commented", "누리도, 교육관 연다", "누리신문", "2025-03-12"),
    ],
)
def test_page_makers(name: str, title: str, publisher: str | None, published: str) -> None:
    (article,) = articles(f"{name}.html", (PAGES / f"{name}.html").read_bytes())
    told = article.original
    assert (told.title.value if told.title else None) == title
    assert (told.publisher.value if told.publisher else None) == publisher
    assert (told.published.value if told.published else None) == published
    lines = [line.split(" = ")[-1] for line in article.text[told.head :].splitlines() if line]
    assert [line for line in lines if not any(frame in line for frame in FRAMES)] == [
        *SENTENCES,
        *(["기금 규모: 7억원", "기간: 2025년 3월부터 2026년 2월까지"] if name == "foundation" else []),
    ]


def test_page_makers_hangul_saves_pages_too() -> None:
    (article,) = articles("hangul.html", (PAGES / "hangul.html").read_bytes())
    assert article.text == (
        f"가온시, 인공지능 행정 계획 확정\n□ {SENTENCES[0]}\n□ {SENTENCES[1]}\n"
        f"연도 | 금액(억원)\n2026 | 4\n2027 | 5\n\n{SENTENCES[2]}\n"
    )
