"""Browser libraries stand in vendor/ as NOTICE says: every file with its hash, its version and a licence beside it."""

import hashlib
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
VENDOR = ROOT / "vendor"
NOTICE = (ROOT / "NOTICE").read_text("utf-8")
TOLD = {path: digest for digest, path in re.findall(r"^  ([0-9a-f]{64})  (\S+)$", NOTICE, re.M)}


def files() -> list[Path]:
    """All files of libraries, without their licences."""
    return sorted(p for p in VENDOR.rglob("*") if p.is_file() and p.name != "LICENSE")


def test_vendor_files_have_the_hashes_of_the_notice() -> None:
    found = {p.relative_to(ROOT).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files()}
    assert found == TOLD
    assert len(found) == 6


def test_vendor_folders_name_library_and_version_of_the_notice() -> None:
    told = {tuple(t) for t in re.findall(r"^(?:@[a-z]+/)?([a-z-]+) (\d+\.\d+\.\d+) \((?:MIT|BSD|Apache)", NOTICE, re.M)}
    assert {p.relative_to(VENDOR).parts[:2] for p in files()} == told


def test_vendor_libraries_have_their_licence_beside_them() -> None:
    for folder in {p.parent for p in files()}:
        assert "Permission is hereby granted, free of charge" in (folder / "LICENSE").read_text("utf-8"), folder
