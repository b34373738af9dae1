# An old edition, read with the models of today: what they do not take is left out and told, the rest stays.
from __future__ import annotations

import shutil
import tempfile
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kek_build.concept import Konzept
from kek_build.editions.mending import Lost, UnreadableError, by_file, mended
from kek_build.editions.source import from_folder
from kek_build.errors import Problem
from kek_build.models.themen import STANDARD
from tests.example import MUSTERKREIS


class Old:
    """An old edition that a test may change."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(MUSTERKREIS, folder / "alt")
        self.folder, self.aside = folder / "alt", folder / "aside"

    def replace(self, name: str, old: str, new: str) -> None:
        file = self.folder / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def read(self) -> tuple[Konzept, tuple[Lost, ...]]:
        self.aside.mkdir()
        return mended(from_folder(self.folder), "musterkreis", STANDARD, lambda _: (), self.aside)


@pytest.fixture
def old(tmp_path: Path) -> Old:
    return Old(tmp_path)


def _measure(old: Old) -> str:
    return min(path.name for path in (old.folder / "massnahmen").iterdir())


def test_an_edition_that_is_right_loses_nothing(old: Old) -> None:
    konzept, lost = old.read()
    assert lost == ()
    assert len(konzept.of_kind("massnahme")) == len(list((MUSTERKREIS / "massnahmen").iterdir()))


def test_a_key_that_is_unknown_today_goes_with_all_below_it_and_is_told(old: Old) -> None:
    name = f"massnahmen/{_measure(old)}"
    old.replace(name, "titel:", "umsetzung:\n  - wer: Amt\n    wie: langsam\ntitel:")
    konzept, lost = old.read()
    assert [(str(part.file), part.text) for part in lost] == [(name, "umsetzung: - wer: Amt wie: langsam")]
    assert "umsetzung" in lost[0].why
    line = (old.folder / name).read_text(encoding="utf-8").split("\n")[lost[0].line - 1]
    assert line == "umsetzung:"
    assert len(konzept.of_kind("massnahme")) == len(list((MUSTERKREIS / "massnahmen").iterdir()))


def test_a_first_key_of_an_entry_leaves_the_rest_of_it(old: Old) -> None:
    old.replace("orte.yml", "- kennung:", "- farbe: rot\n  kennung:")
    konzept, lost = old.read()
    assert [part.text for part in lost] == ["- farbe: rot"]
    assert konzept.of_kind("ort")


def test_a_thing_without_what_it_needs_goes_and_so_does_what_names_it(old: Old) -> None:
    name = f"massnahmen/{_measure(old)}"
    number = Path(name).stem
    old.replace(name, "titel:", "bezeichnung:")
    konzept, lost = old.read()
    assert number not in konzept.entries
    assert [part.line for part in by_file(lost)[PurePosixPath(name)]] == [0]


def test_a_reference_into_a_list_that_is_gone_goes(old: Old) -> None:
    (old.folder / "orte.yml").unlink()
    konzept, _ = old.read()
    assert konzept.of_kind("ort") == ()
    assert not [link for links in konzept.outgoing.values() for link in links if link.relation == "orte"]
    assert konzept.of_kind("massnahme")


def test_a_file_that_is_no_yaml_goes_whole(old: Old) -> None:
    name = f"massnahmen/{_measure(old)}"
    (old.folder / name).write_text("{[", encoding="utf-8")
    konzept, lost = old.read()
    assert Path(name).stem not in konzept.entries
    assert str(lost[0].file) in {str(part.file) for part in lost}


def test_files_that_belong_to_no_concept_are_told(old: Old) -> None:
    (old.folder / "LIESMICH.txt").write_text("alt", encoding="utf-8")
    assert [(str(part.file), part.line) for part in old.read()[1]] == [("LIESMICH.txt", 0)]


def test_words_for_the_search_and_old_addresses_are_not_read(old: Old) -> None:
    (old.folder / "adressen.txt").write_text("keine Adresse!\n", encoding="utf-8")
    assert old.read()[1] == ()


def test_an_edition_without_what_no_concept_can_be_without_is_an_error(old: Old) -> None:
    old.replace("konzept.yml", "ebenen:", "stufen:")
    with pytest.raises(UnreadableError, match="ebenen"):
        old.read()


def test_reading_changes_nothing_in_the_edition_itself(old: Old) -> None:
    name = f"massnahmen/{_measure(old)}"
    old.replace(name, "titel:", "umsetzung: ja\ntitel:")
    before = (old.folder / name).read_bytes()
    old.read()
    assert (old.folder / name).read_bytes() == before


_JUNK = ("neuer_schluessel: 1", "titel: [a, b]", "- kaputt", "  eingerueckt: ja", "{", "quelle: text", "nummer: ///")


@given(st.data())
@settings(max_examples=15, deadline=None)
def test_whatever_is_wrong_in_an_edition_it_is_read_or_refused_with_a_reason(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        old = Old(Path(folder))
        files = sorted(path for path in old.folder.rglob("*") if path.suffix in {".yml", ".md"})
        for _ in range(data.draw(st.integers(1, 4), label="changes")):
            file = data.draw(st.sampled_from(files), label="file")
            lines = file.read_text(encoding="utf-8").split("\n")
            place = data.draw(st.integers(0, len(lines) - 1), label="line")
            junk = data.draw(st.sampled_from((None, *_JUNK)), label="junk")
            lines[place : place + 1] = [] if junk is None else [junk]
            file.write_text("\n".join(lines), encoding="utf-8")
        konzept: Konzept | None = None
        lost: tuple[Lost, ...] = ()
        refused: tuple[Problem, ...] = ()
        try:
            konzept, lost = old.read()
        except UnreadableError as error:
            refused = error.problems
        assert (konzept is None) == bool(refused)
        assert all(part.why for part in lost)
