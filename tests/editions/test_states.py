# What an edition says of its things, as far as it is compared.
from __future__ import annotations

from pathlib import Path

from kek_build.editions.source import from_folder
from kek_build.editions.states import things_of
from tests.example import Copy


def test_the_values_of_an_indicator_are_said_by_the_file_beside_it(copy: Copy, tmp_path: Path) -> None:
    kept = tmp_path / "gelesen"
    for _ in range(2):  # the second time from what was kept
        found = things_of(from_folder(copy.folder), "musterkreis", kept)
        assert found.unreadable == ()
        indicator = found.things["kennzahlen/radwege"]
        assert indicator.title == "Länge der Radwege"
        assert indicator.data["werte"][0] == {"zeit": "2019", "wert": "47,10"}
