from __future__ import annotations

from pathlib import PurePosixPath

from markupsafe import Markup

from kek_build.differences import ConceptDifferences, Difference, tell
from kek_build.pages.aenderungen import FieldView, WordsView

TITLE = FieldView("Titel", "geändert", Markup("alt &amp; &lt;neu&gt;"), Markup("*neu* [x](y)"))
TEXT = FieldView(
    "Beschreibung",
    "geändert",
    words=(
        WordsView("same", Markup("Das Amt zählt")),
        WordsView("gone", Markup("alle")),
        WordsView("new", Markup("leere")),
    ),
)
FOUND = [
    ConceptDifferences(
        "Landkreis Muster",
        (Difference("Maßnahme", "2-9 Neuer Weg", "massnahmen/2-9/"),),
        (
            Difference("Maßnahme", "2-8 Räder", "massnahmen/2-8/", (TITLE, TEXT), "massnahmen/2-3/"),
            Difference("Konzept", "Konzept", ""),
        ),
        (Difference("Ort", "Aue", "orte/aue/", answer="antwortet nicht mehr"),),
        (PurePosixPath("muster/orte.yml"),),
    )
]


def test_as_text_everything_stands_below_its_thing() -> None:
    assert tell(FOUND).splitlines() == [
        "Landkreis Muster: 1 neu, 2 geändert, 1 entfallen",
        "  Neu",
        "    Maßnahme 2-9 Neuer Weg",
        "      massnahmen/2-9/",
        "  Geändert",
        "    Maßnahme 2-8 Räder",
        "      massnahmen/2-8/",
        "      bisher massnahmen/2-3/, führt jetzt hierher",
        "      Titel geändert von „alt & <neu>“ zu „*neu* [x](y)“",
        "      Beschreibung geändert: Das Amt zählt [−alle−] [+leere+]",
        "    Konzept Konzept",
        "      Startseite",
        "  Entfallen",
        "    Ort Aue",
        "      orte/aue/ antwortet nicht mehr",
        "  Vorher nicht lesbar, darum nicht verglichen",
        "    muster/orte.yml",
    ]


def test_as_markdown_things_are_links_where_the_site_can_be_seen_and_texts_are_only_text() -> None:
    lines = tell(FOUND, "markdown", "https://vorschau.invalid/mr-7").splitlines()
    assert lines[0] == "## Landkreis Muster: 1 neu, 2 geändert, 1 entfallen"
    assert "- [Maßnahme 2-9 Neuer Weg](https://vorschau.invalid/mr-7/massnahmen/2-9/)" in lines
    assert "- [Konzept Konzept](https://vorschau.invalid/mr-7/)" in lines
    assert r"  - Titel geändert von „alt \& \<neu\>“ zu „\*neu\* \[x\](y)“" in lines
    assert "  - Beschreibung geändert: Das Amt zählt ~~alle~~ **leere**" in lines
    assert "- Ort Aue" in lines
    assert "  - https://vorschau.invalid/mr-7/orte/aue/ antwortet nicht mehr" in lines


def test_as_markdown_without_a_site_addresses_are_named() -> None:
    lines = tell(FOUND, "markdown").splitlines()
    assert "- Maßnahme 2-9 Neuer Weg" in lines
    assert "  - massnahmen/2-9/" in lines


def test_no_more_are_named_than_asked_for() -> None:
    many = [Difference("Ort", f"Ort {number}", f"orte/{number}/") for number in range(5)]
    told = tell([ConceptDifferences("Muster", tuple(many), (), ())], most=2)
    assert told.splitlines()[-1] == "    … und 3 weitere"
    assert "Ort 2" not in told


def test_signs_that_steer_a_terminal_are_shown_and_not_followed() -> None:
    told = tell([ConceptDifferences("Muster", (Difference("Ort", "A\x1b[31mB", "orte/a/"),), (), ())])
    assert "\x1b" not in told


def test_nothing_is_told_as_nothing() -> None:
    assert tell([]) == "Am Inhalt der Website ändert sich nichts, was man sieht."
