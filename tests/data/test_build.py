from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kek_build import data
from kek_build.builds.store import Store
from kek_build.data import SiteData
from kek_build.pages.draft import Workshop
from tests.example import OPTIONS, load_musterkreis


def test_no_two_files_have_the_same_path(site_data: SiteData, two: SiteData) -> None:
    for held in (site_data, two):
        paths = [output.path for output in held.outputs]
        assert len(set(paths)) == len(paths)


def test_two_builds_make_the_same_bytes(workshop: Workshop, files: dict[str, bytes]) -> None:
    again = data.build([replace(workshop, konzept=load_musterkreis.__wrapped__())], OPTIONS)
    assert _files(again) == files


def _files(held: SiteData) -> dict[str, bytes]:
    return {output.path: output.content for output in held.outputs}


class _Counting(Store):
    """Counts what is made."""

    made = 0

    def keep(self, key: str, make: Callable[[], bytes]) -> bytes:
        def count() -> bytes:
            self.made += 1
            return make()

        return super().keep(key, count)


def test_parts_are_kept_and_only_those_made_again_in_which_something_changed(
    workshop: Workshop, files: dict[str, bytes], tmp_path: Path
) -> None:
    assert _files(data.build([workshop], OPTIONS, _Counting(tmp_path))) == files
    again = _Counting(tmp_path)
    assert _files(data.build([workshop], OPTIONS, again)) == files
    assert again.made == 0
    licence = _Counting(tmp_path)
    other = _files(data.build([workshop], OPTIONS.model_copy(update={"lizenz": "CC0 1.0"}), licence))
    assert licence.made == 3  # what stands around the tables of the workbook, the goals and the state, which name it
    assert {path for path in files if other[path] != files[path] and path.endswith(".csv")} == set()
    moved = replace(workshop, site_url="https://www.example.org/")
    assert _files(data.build([moved], OPTIONS, _Counting(tmp_path))) == _files(data.build([moved], OPTIONS))


def test_files_are_the_same_where_nothing_can_be_kept(
    workshop: Workshop, files: dict[str, bytes], tmp_path: Path
) -> None:
    (tmp_path / "belegt").write_bytes(b"")
    assert _files(data.build([workshop], OPTIONS, Store(tmp_path / "belegt" / "daten"))) == files


def test_nothing_is_made_before_somebody_asks(workshop: Workshop, tmp_path: Path) -> None:
    store = _Counting(tmp_path)
    held = data.build([workshop], OPTIONS, store)
    assert held.concepts[0].edition.source.shop is workshop
    assert store.made == 0
