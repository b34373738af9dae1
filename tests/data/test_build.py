from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kek_build import data
from kek_build.data import SiteData
from kek_build.pages.draft import Workshop
from tests.example import OPTIONS, load_musterkreis


def test_no_two_files_have_the_same_path(site_data: SiteData, two: SiteData) -> None:
    for held in (site_data, two):
        paths = [output.path for output in held.outputs]
        assert len(set(paths)) == len(paths)


def test_two_builds_make_the_same_bytes(workshop: Workshop, site_data: SiteData) -> None:
    again = data.build([replace(workshop, konzept=load_musterkreis.__wrapped__())], OPTIONS)
    assert again.outputs == site_data.outputs


def test_packed_files_are_kept_and_made_again_when_something_in_them_changes(workshop: Workshop) -> None:
    kept: dict[str, bytes] = {}
    made = []

    def keep(key: str, make: Callable[[], bytes]) -> bytes:
        if key not in kept:
            made.append(key)
            kept[key] = make()
        return kept[key]

    first = data.build([workshop], OPTIONS, keep)
    assert data.build([workshop], OPTIONS, keep).outputs == first.outputs
    assert len(made) == 2  # workbook and archive
    other = data.build([workshop], OPTIONS.model_copy(update={"lizenz": "CC0 1.0"}), keep)
    moved = data.build([replace(workshop, site_url="https://www.example.org/")], OPTIONS, keep)
    assert other.outputs != first.outputs != moved.outputs
    assert len(made) == 6


def test_nothing_is_made_before_somebody_asks(workshop: Workshop) -> None:
    made = []

    def keep(key: str, make: Callable[[], bytes]) -> bytes:
        made.append(key)
        return make()

    held = data.build([workshop], OPTIONS, keep)
    assert held.concepts[0].edition.source.shop is workshop
    assert made == []
