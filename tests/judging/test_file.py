"""``judgements.csv``: read, written, and refused in one clear line."""

from pathlib import Path

import pytest

from kg.errors import UserError
from kg.identity.judgements import Judgement
from kg.use.judging.file import NAME, add_judgements, as_rows, beside, obeyed, read_judgements

SAME = Judgement("same", "person/가|한빛시", "person/가|새터시", who="도연우", when="2026-02-03", why="같은, 사람")
CLAIM = "allocation/program=program/새싹 바우처|한빛시|amount=money/100 KRW"
HEAD = "decision,key,other,document,sentence,who,when,why\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / NAME


def test_file_gives_back_what_was_written(file: Path) -> None:
    told = [SAME, Judgement("replace", CLAIM, "amount=1,000; year=2027", "a.txt", '"네", 라고', "나", "2026-02-04")]
    add_judgements(file, told)
    assert read_judgements(file) == tuple(sorted(told))
    assert file.read_bytes().startswith(b"\xef\xbb\xbfdecision,")
    assert obeyed({"judgements": as_rows(told)}) == tuple(told)


def test_file_keeps_remarks_rows_of_others_and_the_columns_as_they_stand(file: Path) -> None:
    file.write_text("# 회의 결과\nkey,decision,other,who\nperson/가|나,different,person/가|다,을\n", "utf-8")
    add_judgements(file, [Judgement("same", "person/가|다", "person/가|나", who="갑", when="2026-01-02")])
    assert file.read_text("utf-8").splitlines() == [
        "# 회의 결과",
        "key,decision,other,who,document,sentence,when,why",
        "person/가|나,different,person/가|다,을",
        "person/가|다,same,person/가|나,갑,,,2026-01-02,",
    ]


def test_file_holds_one_row_of_a_person_on_a_matter(file: Path) -> None:
    add_judgements(file, [SAME, Judgement("accept", CLAIM, who="도연우")])
    again = SAME._replace(decision="different", key=SAME.other, other=SAME.key)
    add_judgements(file, [again])
    add_judgements(file, [Judgement("reject", CLAIM, who="도연우"), Judgement("accept", CLAIM, who="나")])
    assert {(j.decision, j.who) for j in read_judgements(file)} == {
        ("different", "도연우"),
        ("reject", "도연우"),
        ("accept", "나"),
    }


def test_file_is_read_as_spreadsheets_write_it(file: Path) -> None:
    file.write_bytes(f"\ufeffkey,other,decision\r\n{SAME.key}, {SAME.other} ,same\r\n,,\r\n".encode())
    assert read_judgements(file) == (Judgement("same", SAME.key, SAME.other),)


def test_file_stands_beside_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert beside(Path("kg-store")) == Path(NAME)
    assert beside(Path("work/kg-store")) == Path("work") / NAME
    assert beside(Path(".")) == tmp_path.parent / NAME


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("maybe,person/가,person/나", "'maybe' is no decision (same, different, unsure, accept, reject, replace)"),
        ("same,person/가", "other: '' is no key of a thing"),
        ("same,가,person/나", "key: '가' is no key of a thing (person/…"),
        ("same,person/가,person/가", "key and other are the same"),
        ("same,person/가,program/나", "person and program are never one thing"),
        ("reject,person/가", "key: 'person/가' is no key of a claim"),
        (f"accept,{CLAIM},year=2027", "accept takes nothing in the column other"),
        (f"replace,{CLAIM},", "gives no slot"),
        (f"replace,{CLAIM},source=은행", "source: '은행' is none of 국비"),
        (f"replace,{CLAIM},solution=7", "allocation has no slot 'solution'"),
        (f"reject,{CLAIM},,,,갑,2026-02-30", "'2026-02-30' is no day of the calendar"),
        (f"reject,{CLAIM},,,,갑,어제", "'어제' is no day; write it as 2026-03-11"),
        (f"reject,{CLAIM},,,,갑,2026-02-03,왜,더", "has 9 cells, the header 8"),
        (f'reject,"{CLAIM}', "is no CSV"),
    ],
)
def test_file_says_which_row_is_bad(file: Path, row: str, says: str) -> None:
    file.write_text(f"{HEAD}# 아래가 틀렸다\n{row}\n", "utf-8")
    with pytest.raises(UserError) as error:
        read_judgements(file)
    assert error.value.line.startswith(f"{file}:3: {says}")
    assert "\n" not in error.value.line


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"key,other\n", "1: has no column 'decision'"),
        (b"decision,key,person\n", "1: has a column 'person'"),
        (b"decision,key,key\n", "1: has a column twice"),
        ("decision,key\nsame,가\n".encode("cp949"), "is not UTF-8 text; save the table as CSV UTF-8"),
    ],
)
def test_file_says_what_is_no_table_of_judgements(file: Path, content: bytes, says: str) -> None:
    file.write_bytes(content)
    with pytest.raises(UserError, match=says):
        read_judgements(file)


def test_file_without_rows_tells_nothing(file: Path) -> None:
    file.write_text("", "utf-8")
    assert read_judgements(file) == ()
    with pytest.raises(UserError, match="cannot be read"):
        read_judgements(file.with_name("none.csv"))
