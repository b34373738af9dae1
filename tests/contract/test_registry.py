from __future__ import annotations

import pytest

from kek_build import contract
from kek_build.contract.check import named_by
from kek_build.contract.registry import Inventory, addresses
from kek_build.pages.build import pages, workshops
from kek_build.pages.draft import Workshop
from tests.example import OPTIONS, Copy


def _inventory(copy: Copy) -> Inventory:
    shop = workshops([copy.konzept()], OPTIONS)[0]
    return contract.take_inventory(shop, pages([shop], OPTIONS))


@pytest.mark.parametrize(
    "address",
    [
        "", "#eckdaten", "massnahmen/", "massnahmen/1-2/", "massnahmen/1-2/#roter-faden", "swot/wohnen/#schwaeche-1",
        "ziele/1.1.1/#1.1.1-1", "ziele/1.1.1-1/", "glossar/#oepnv", "quellen/#kek-muster",
        "leichte-sprache/#leicht-orte-musterstadt", "massnahmen/2-2/",
    ],
)  # fmt: skip
def test_pages_headings_and_things_have_an_address(workshop: Workshop, address: str) -> None:
    assert address in set(addresses(workshop, pages([workshop], OPTIONS)))


@pytest.mark.parametrize("address", ["impressum/", "suche/", "1-2/", "glossar/#buchstabe-o", "glossar/oepnv/"])
def test_what_belongs_to_the_site_or_follows_by_itself_is_not_recorded(workshop: Workshop, address: str) -> None:
    assert address not in set(addresses(workshop, pages([workshop], OPTIONS)))


def test_every_thing_of_the_example_is_recorded(copy: Copy) -> None:
    inventory = _inventory(copy)
    new = [address for address in inventory.new if "#" not in address and named_by(address)]
    assert new == [], "kek adressen --festhalten --inhalt tests/data/content"
    assert "massnahmen/1-5/" in inventory.gone


def test_recording_adds_what_is_new_and_takes_nothing_out(copy: Copy) -> None:
    before = (copy.folder / "adressen.txt").read_text(encoding="utf-8")
    copy.append("orte.yml", "- kennung: aue\n  name: Aue\n  art: Landschaft\n  im_landkreis: ja\n")
    inventory = _inventory(copy)
    assert "orte/aue/" in inventory.new
    contract.record_all(inventory, copy.root)
    after = (copy.folder / "adressen.txt").read_text(encoding="utf-8")
    assert sorted({*before.splitlines(), *inventory.new}) == sorted(after.splitlines())
    assert _inventory(copy).new == ()


def test_a_concept_without_a_record_begins_one(copy: Copy) -> None:
    (copy.folder / "adressen.txt").unlink()
    inventory = _inventory(copy)
    assert inventory.recorded == ()
    contract.record_all(inventory, copy.root)
    assert _inventory(copy).new == ()
