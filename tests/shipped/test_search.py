# How well the search finds, measured with the queries in bench/suche/, which were written before the engine.
from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.shipped.conftest import ROOT

FOLDER = ROOT / "bench" / "suche"
ENOUGH = 0.95
"""The share of queries with a good page in the top five, below which something has broken (measured: 0.966)."""


def _load(name: str) -> list[dict[str, Any]]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    loaded: list[dict[str, Any]] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506  (text only)
    return loaded


@pytest.fixture(scope="module")
def queries() -> list[dict[str, Any]]:
    return _load("anfragen.yml")


def test_nearly_all_queries_find_a_good_page_among_the_first_five(
    site: Path, queries: list[dict[str, Any]], tmp_path: Path
) -> None:
    places = tmp_path / "places.json"
    command = [sys.executable, str(FOLDER / "messen.py"), str(site), "--json", str(places)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    found = json.loads(places.read_text(encoding="utf-8"))
    missed = [query["anfrage"] for query, place in zip(queries, found, strict=True) if place is None or place > 5]
    assert len(missed) <= (1 - ENOUGH) * len(queries), missed


@pytest.mark.parametrize("name", ["anfragen.yml", "blind.yml"])
def test_every_query_expects_pages_that_exist(site: Path, name: str) -> None:
    missing = []
    for query in _load(name):
        for address in query["erwartet"]:
            path, _, anchor = address.partition("#")
            file = site / path / "index.html"
            if not file.is_file() or (anchor and f'id="{anchor}"' not in file.read_text(encoding="utf-8")):
                missing.append(address)
    assert missing == []
