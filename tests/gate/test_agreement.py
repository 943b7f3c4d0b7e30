"""``kg evaluate`` and the corpus' own scorer, which reads the graphs alone, say the same figures to the digit."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.graph.quads import document_quads
from kg.graph.turtle import write_turtle
from kg.identity.identify import identify
from kg.lexicon import load_lexicon
from kg.pipeline import read
from kg.resolution.confident import confident
from kg.use.evaluation.compare import compare
from kg.use.evaluation.joined import joined
from kg.use.evaluation.report import figures
from tests.conftest import SHARED
from tests.gate import floors

SCORER = SHARED / "eval" / "score.py"


@pytest.mark.skipif(not (SCORER.exists() and floors.is_here("corpus")), reason=f"no corpus with a scorer in {SHARED}")
def test_agreement_with_the_corpus_scorer(tmp_path: Path) -> None:
    documents = {f"{d.name}.txt": d for d in floors.documents("corpus")}
    for folder in floors.SETS["corpus"].folders:
        shutil.copytree(folder, tmp_path / "gold", dirs_exist_ok=True)
    whole = list(read([(name, d.text) for name, d in sorted(documents.items())], load_lexicon()))
    identity, readings = identify(whole), [confident(r, 0.5) for r in whole]
    (tmp_path / "graphs").mkdir()
    for reading in readings:
        target = (tmp_path / "graphs" / reading.identifier).with_suffix(".ttl")
        write_turtle(document_quads(reading, identity), target)
    arguments = [tmp_path / "gold", tmp_path / "graphs", "--json", tmp_path / "theirs.json"]
    subprocess.run([sys.executable, str(SCORER), *map(str, arguments)], check=True, capture_output=True)
    theirs = json.loads((tmp_path / "theirs.json").read_text("utf-8"))
    gold = {name: d.gold for name, d in documents.items()}
    ours = figures(compare(r.identifier, gold[r.identifier], joined(r, identity)) for r in readings).as_json()
    assert {key: ours.get(key) for key in theirs} == theirs
