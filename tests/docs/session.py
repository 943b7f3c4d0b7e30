"""Running a page's commands in a folder of its own, which holds the example documents and their store."""

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from kg.__main__ import main
from tests.docs.pages import ROOT, Step, steps

BUILD = "kg build data/examples --lexicon data/examples/lexicon"
_SHELL = re.compile(r"[|<>;&$`\\]")


def prepared(folder: Path) -> Path:
    """Copy the examples into ``folder`` and build their store there, as the first session of the README does."""
    shutil.copytree(ROOT / "data" / "examples", folder / "data" / "examples")
    code, lines = ran(BUILD, folder)
    if code:
        raise RuntimeError("\n".join(lines))
    return folder


def rerun(page: str, start: Path, folder: Path) -> list[Step]:
    """The page's steps with the lines that the commands print now; ``start`` is a prepared folder, copied first.

    A page that builds the store of the first session begins without it.
    """
    shutil.copytree(start, folder)
    if any(step.command == BUILD for step in steps(page)):
        shutil.rmtree(folder / "kg-store")
    told = []
    for step in steps(page):
        code, lines = ran(step.command, folder)
        if bool(code) != step.fails:
            raise RuntimeError(f"$ {step.command}\nexit code {code}\n" + "\n".join(lines))
        told.append(Step(step.command, step.cut(lines), step.first, step.fails))
    return told


def ran(command: str, folder: Path) -> tuple[int, list[str]]:
    """Run one command in ``folder`` on a pipe of 80 columns; its exit code, and what it prints and complains of."""
    if command.startswith("kg ") and not _SHELL.search(command):
        return _in_process(shlex.split(command), folder)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    python = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "COLUMNS": "80", "PATH": path, "PYTHONPATH": python},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode, done.stdout.decode().splitlines()


def _in_process(words: list[str], folder: Path) -> tuple[int, list[str]]:
    """The same without a new process: a page has dozens of commands."""
    before, columns, here = (sys.argv, sys.stdout, sys.stderr), os.environ.get("COLUMNS"), Path.cwd()
    printed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    sys.argv, sys.stdout, sys.stderr = words, printed, printed
    os.environ["COLUMNS"] = "80"
    os.chdir(folder)
    try:
        main()
        code = 0
    except SystemExit as stopped:
        code = stopped.code if isinstance(stopped.code, int) else int(stopped.code is not None)
    finally:
        os.chdir(here)
        sys.argv, sys.stdout, sys.stderr = before
        os.environ.pop("COLUMNS")
        if columns is not None:
            os.environ["COLUMNS"] = columns
    printed.seek(0)
    return code, printed.read().splitlines()
