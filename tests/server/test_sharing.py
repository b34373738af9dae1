from __future__ import annotations

import os
from pathlib import Path

import pytest

from kek_build.server.sharing import CARRIED, carry, share


def _site(folder: Path, **files: str) -> Path:
    site = folder / "website"
    for name, text in files.items():
        path = site / name.replace("__", "/").replace("_DOT_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return site


def test_what_did_not_change_is_one_file_and_all_else_its_own(tmp_path: Path) -> None:
    old = _site(tmp_path / "1", index="gleich", tief__seite="alt", weg="x")
    new = _site(tmp_path / "2", index="gleich", tief__seite="neu", dazu="x")
    assert share(new, old) == 1
    assert (new / "index").samefile(old / "index")
    assert (new / "tief/seite").read_text(encoding="utf-8") == "neu"
    assert (old / "tief/seite").read_text(encoding="utf-8") == "alt"
    assert sorted(path.name for path in new.rglob("*") if path.is_file()) == ["dazu", "index", "seite"]


def test_sharing_twice_leaves_nothing_behind(tmp_path: Path) -> None:
    old = _site(tmp_path / "1", index="gleich")
    new = _site(tmp_path / "2", index="gleich")
    assert share(new, old) == share(new, old) == 1
    assert [path.name for path in new.iterdir()] == ["index"]


def test_where_files_cannot_be_shared_each_site_has_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("Hier geht das nicht.")

    monkeypatch.setattr(os, "link", refuse)
    old = _site(tmp_path / "1", index="gleich")
    new = _site(tmp_path / "2", index="gleich")
    assert share(new, old) == 0
    assert (new / "index").read_text(encoding="utf-8") == "gleich"


def test_hashed_files_stay_for_one_site_longer_and_no_more(tmp_path: Path) -> None:
    first = _site(tmp_path / "1", kek__stil_DOT_11111111_DOT_css="a", kek__seite_DOT_js="a", index="1")
    second = _site(tmp_path / "2", kek__stil_DOT_22222222_DOT_css="b", index="2")
    third = _site(tmp_path / "3", kek__stil_DOT_33333333_DOT_css="c", index="3")
    assert carry(second, first) == ["kek/stil.11111111.css"]
    assert (second / "kek/stil.11111111.css").read_text(encoding="utf-8") == "a"
    assert not (second / "kek/seite.js").exists()
    assert carry(third, second) == ["kek/stil.22222222.css"]
    assert (tmp_path / "3" / CARRIED).read_text(encoding="utf-8") == "kek/stil.22222222.css\n"


def test_what_a_new_site_has_again_is_its_own(tmp_path: Path) -> None:
    old = _site(tmp_path / "1", kek__stil_DOT_11111111_DOT_css="a")
    new = _site(tmp_path / "2", kek__stil_DOT_11111111_DOT_css="a")
    assert carry(new, old) == []
