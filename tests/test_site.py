from __future__ import annotations

from typing import Any

import pytest

from kek_build.errors import SetupError
from kek_build.site import Site, SiteOptions, read_options
from tests.example import CONTENT, OPTIONS, ROOT, Copy

_RIGHT: dict[str, Any] = {"titel": "Konzepte", "einleitung": "Zum Lesen.", "anbieter": {"name": "Betreiber"}}


def test_three_options_are_enough() -> None:
    options = read_options(_RIGHT)
    assert options.anbieter.name == "Betreiber"
    assert options.demonstration
    assert options.konzepte == ()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"titel": None}, "„titel“ hat einen falschen Wert."),
        ({"anbieter": {}}, "„anbieter.name“ fehlt."),
        ({"anbieter": "Betreiber"}, "„anbieter“ hat einen falschen Wert."),
        ({"anbieter": {"name": "Betreiber", "fax": "1"}}, "„anbieter.fax“ gibt es nicht."),
        ({"farben": {"kopf": "blau"}}, "„farben.kopf“ hat einen falschen Wert."),
        ({"titl": "Konzepte"}, "„titl“ gibt es nicht."),
        ({"konzepte": "muster"}, "„konzepte“ hat einen falschen Wert."),
        ({"demonstration": "vielleicht"}, "„demonstration“ hat einen falschen Wert."),
    ],
)
def test_a_wrong_option_is_named(change: dict[str, Any], message: str) -> None:
    with pytest.raises(SetupError) as told:
        read_options({**_RIGHT, **change})
    assert str(told.value) == f"Konfiguration des Plugins „kek“: {message}"


def test_all_wrong_options_are_named_together() -> None:
    with pytest.raises(SetupError) as told:
        read_options({})
    assert [line.split(": ")[1] for line in str(told.value).splitlines()] == [
        "„titel“ fehlt.",
        "„einleitung“ fehlt.",
        "„anbieter“ fehlt.",
    ]


def _site(copy: Copy, *names: str) -> Site:
    return Site(copy.root, copy.content, OPTIONS.model_copy(update={"konzepte": names}))


def test_all_concepts_are_shown_by_name_where_none_is_named() -> None:
    assert [folder.name for folder in Site(ROOT, CONTENT, OPTIONS).folders()] == ["musterkreis"]


def test_concepts_stand_in_the_order_of_the_configuration(copy: Copy) -> None:
    (copy.content / "anderer").mkdir()
    assert [folder.name for folder in _site(copy).folders()] == ["anderer", "musterkreis"]
    assert [folder.name for folder in _site(copy, "musterkreis", "anderer").folders()] == ["musterkreis", "anderer"]


def test_a_concept_that_is_not_there_is_named_with_a_suggestion(copy: Copy) -> None:
    with pytest.raises(SetupError) as told:
        _site(copy, "musterkries").folders()
    assert "das Konzept „musterkries“ gibt es in „content“ nicht. Meinten Sie „musterkreis“?" in str(told.value)


def test_a_folder_without_concepts_is_told(copy: Copy) -> None:
    empty = copy.root / "leer"
    empty.mkdir()
    with pytest.raises(SetupError, match="Im Ordner „leer“ liegt kein Konzept"):
        Site(copy.root, empty, OPTIONS).folders()


def test_a_folder_that_is_not_there_is_told(copy: Copy) -> None:
    with pytest.raises(SetupError, match="Den Ordner „nirgends“ gibt es nicht"):
        Site(copy.root, copy.root / "nirgends", OPTIONS).folders()


def test_options_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        SiteOptions.model_validate(_RIGHT).titel = "anders"  # type: ignore[misc]
