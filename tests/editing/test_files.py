# Files are written all together, after the result was checked, or not at all.
from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

import pytest

from kek_build.editing import Set, change, read, render, write
from kek_build.errors import ContentError, SetupError
from tests.example import Copy


def _name(copy: Copy, inner: str) -> PurePosixPath:
    return PurePosixPath((copy.folder / inner).relative_to(copy.root).as_posix())


def _files(copy: Copy) -> dict[str, bytes]:
    return {p.relative_to(copy.root).as_posix(): p.read_bytes() for p in copy.root.rglob("*") if p.is_file()}


def test_a_file_changes_another_is_made_and_one_goes(copy: Copy) -> None:
    changed, made = _name(copy, "massnahmen/2-3.yml"), _name(copy, "kennzahlen/neu.yml")
    gone = _name(copy, "kennzahlen/weg.yml")
    write(copy.root, {gone: render({"kennung": "weg", "titel": "Weg", "einheit": "km"}, gone)})
    assert (copy.root / gone).is_file()
    text = change(read(copy.root, changed), changed, [Set(("titel",), "Ein anderer Titel")])
    write(copy.root, {changed: text, made: "kennung: neu\ntitel: Neu\neinheit: km\n", gone: None})
    assert "titel: Ein anderer Titel" in (copy.root / changed).read_text(encoding="utf-8")
    assert (copy.root / made).is_file()
    assert not (copy.root / gone).exists()


def test_nothing_is_written_when_one_file_would_be_wrong(copy: Copy) -> None:
    before = _files(copy)
    good, bad = _name(copy, "massnahmen/2-3.yml"), _name(copy, "kennzahlen/neu.yml")
    text = change(read(copy.root, good), good, [Set(("titel",), "Ein anderer Titel")])
    with pytest.raises(ContentError, match=r"kennzahlen/neu\.yml:1"):
        write(copy.root, {good: text, bad: "kennung: alt\ntitel: Neu\neinheit: km\n"})
    assert _files(copy) == before


def test_a_reference_to_a_file_that_goes_is_a_problem(copy: Copy) -> None:
    before = _files(copy)
    with pytest.raises(ContentError):
        write(copy.root, {_name(copy, "massnahmen/2-1.yml"): None})
    assert _files(copy) == before


def test_line_ends_and_the_mark_of_a_file_stay(copy: Copy) -> None:
    name = _name(copy, "massnahmen/2-3.yml")
    unix = (copy.root / name).read_bytes()
    (copy.root / name).write_bytes(b"\xef\xbb\xbf" + unix.replace(b"\n", b"\r\n"))
    write(copy.root, {name: change(read(copy.root, name), name, [Set(("kurz",), "Kurz gesagt.")])})
    written = (copy.root / name).read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.count(b"\r\n") == written.count(b"\n") > unix.count(b"\n")


@pytest.mark.parametrize("name", ["../fremd.yml", "/etc/fremd.yml", "fremd.yml"])
def test_files_outside_the_content_are_refused(copy: Copy, name: str) -> None:
    with pytest.raises(SetupError, match="liegt nicht"):
        write(copy.root, {PurePosixPath(name): "a: b\n"})


def test_a_disk_that_fails_leaves_everything_as_it_was(copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [_name(copy, "massnahmen/2-3.yml"), _name(copy, "kennzahlen/neu.yml")]
    changed = change(read(copy.root, names[0]), names[0], [Set(("kurz",), "Kurz gesagt.")])
    before, rename = _files(copy), os.rename

    def fail(old: Path, new: Path) -> None:
        if Path(new).name == "neu.yml":
            raise OSError(28, "kein Platz")
        rename(old, new)

    monkeypatch.setattr(os, "rename", fail)
    with pytest.raises(OSError, match="kein Platz"):
        write(copy.root, {names[0]: changed, names[1]: "kennung: neu\ntitel: Neu\neinheit: km\n"})
    assert _files(copy) == before
