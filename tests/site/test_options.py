from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from kek_build.errors import SetupError
from kek_build.reading.validation import model_in
from kek_build.site import Site, SiteOptions, describe, read_options
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
        ({"titel": None}, "„titel“ hat einen falschen Wert. Erwartet: Titel der Website"),
        ({"anbieter": {}}, "„anbieter.name“ fehlt. Erwartet: Name des Betreibers"),
        ({"anbieter": "Betreiber"}, "„anbieter“ hat einen falschen Wert. Erwartet: Wer die Website betreibt"),
        ({"anbieter": {"name": "Betreiber", "fax": "1"}}, "„anbieter.fax“ gibt es nicht."),
        ({"anbieter": {"name": "Betreiber", "mai": "1"}}, "„anbieter.mai“ gibt es nicht. Meinten Sie „mail“?"),
        ({"anbieter": {"name": "B", "mail": "b"}}, "„anbieter.mail“ hat einen falschen Wert. Erwartet: Mailadresse"),
        ({"anbieter": {"name": "B", "telefon": 341}}, "„anbieter.telefon“ hat einen falschen Wert. Erwartet: Telefon"),
        ({"farben": {"kopf": "blau"}}, "„farben.kopf“ hat einen falschen Wert. Erwartet: Farbe des Seitenkopfs"),
        ({"titl": "Konzepte"}, "„titl“ gibt es nicht. Meinten Sie „titel“?"),
        ({"konzepte": "muster"}, "„konzepte“ hat einen falschen Wert. Erwartet: Kurze Namen der Konzepte"),
        ({"demonstration": "vielleicht"}, "„demonstration“ hat einen falschen Wert. Erwartet: true: "),
        ({"leichte_sprache": "/a/"}, "„leichte_sprache“ hat einen falschen Wert. Erwartet: Adresse der Seite"),
        ({"lizenz": "CC BY"}, "„lizenz“ hat einen falschen Wert. Erwartet: Lizenz der Daten: CC BY 4.0, CC0 1.0"),
        ({"datenbereitsteller": "http://x.de"}, "„datenbereitsteller“ hat einen falschen Wert. Erwartet: Kennung bei"),
        ({"gebaerdensprache": "a/"}, "„gebaerdensprache“ hat einen falschen Wert. Erwartet: Adresse der Seite"),
        ({"handpruefung": {"ergebnis": "gut", "datum": "2026-11-01", "durch": "x", "was": "y"}},
         "„handpruefung.ergebnis“ hat einen falschen Wert. Erwartet: Wie weit die Website"),
        ({"laender": {"Sachsen": {"durchsetzungsstelle": {"name": "S", "web": "s.de"}}}},
         "„laender.Sachsen.durchsetzungsstelle.web“ hat einen falschen Wert. Erwartet: Adresse im Netz"),
        ({"laender": {"Sachsen": {"durchsetzungstelle": {"name": "S"}}}},
         "„laender.Sachsen.durchsetzungstelle“ gibt es nicht. Meinten Sie „durchsetzungsstelle“?"),
    ],
)  # fmt: skip
def test_a_wrong_option_is_named(change: dict[str, Any], message: str) -> None:
    with pytest.raises(SetupError) as told:
        read_options({**_RIGHT, **change})
    assert str(told.value).startswith(f"Konfiguration des Plugins „kek“: {message}")
    assert len(str(told.value).splitlines()) == 1


def test_all_wrong_options_are_named_together() -> None:
    with pytest.raises(SetupError) as told:
        read_options({})
    assert [line.split(": ")[1] for line in str(told.value).splitlines()] == [
        "„titel“ fehlt. Erwartet",
        "„einleitung“ fehlt. Erwartet",
        "„anbieter“ fehlt. Erwartet",
    ]


def _undescribed(model: type[BaseModel], path: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        if not field.description:
            yield f"{path}{name}"
        if inner := model_in(field.annotation):
            yield from _undescribed(inner, f"{path}{name}.")


def test_every_option_is_described() -> None:
    assert list(_undescribed(SiteOptions)) == []
    assert describe(("laender", "Sachsen", "durchsetzungsstelle", "anschrift", 0)).startswith("Anschrift")


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
