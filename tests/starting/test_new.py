# New things begin with a template that explains itself, in the right file and under a free number.
from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from kek_build.concept.entries import KINDS as ALL_KINDS
from kek_build.editing.canonical import canonical
from kek_build.errors import ContentError, SetupError
from kek_build.starting import KINDS, plan_new
from kek_build.starting.new import Wish
from tests.example import Copy

_FULL = {
    "massnahme": Wish("massnahme", "9-1", "Radweg bauen", "I"),
    "handlungsfeld": Wish("handlungsfeld", "X", "Neues Feld"),
    "ziel": Wish("ziel", None, "Neues Ziel", above="I"),
    "swot": Wish("swot", "neu", "Neues Thema", "I"),
    "seite": Wish("seite", "neu", "Neue Seite"),
}
"""Wishes after which nothing is missing."""


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_has_to_be_filled_in_is_wrong(copy: Copy, kind: str) -> None:
    wish = Wish(kind, title="Etwas Neues", field="I", above="I" if kind == "ziel" else None)
    new = plan_new(copy.konzept(), copy.root, wish)
    assert new.missing or kind in _FULL
    new.carry_out(copy.root)
    if not new.missing:
        assert new.name in {entry.ref.rpartition("/")[2] for entry in copy.konzept().of_kind(kind)}


@pytest.mark.parametrize("wish", _FULL.values(), ids=_FULL)
def test_what_has_all_it_needs_is_right_at_once(copy: Copy, wish: Wish) -> None:
    new = plan_new(copy.konzept(), copy.root, wish)
    assert new.missing == ()
    new.carry_out(copy.root)
    assert new.name in {entry.ref.rpartition("/")[2] for entry in copy.konzept().of_kind(wish.kind)}


def test_a_template_has_every_key_with_its_explanation_and_the_needed_ones_first(copy: Copy) -> None:
    new = plan_new(copy.konzept(), copy.root, _FULL["massnahme"])
    lines = new.text.split("\n")
    assert lines[0].startswith("# yaml-language-server: $schema=")
    assert lines[1:7] == [
        "# Nummer wie im Dokument; so heißt auch die Datei",
        "nummer: 9-1",
        "# Verständlicher Titel, höchstens 80 Zeichen",
        "titel: Radweg bauen",
        "# Handlungsfeld, zu dem die Maßnahme gehört: seine Nummer",
        "handlungsfeld: I",
    ]
    for key in ALL_KINDS["massnahme"][0].model_fields:
        assert any(line.removeprefix("# ").startswith(f"{key}:") for line in lines), key
    assert (
        "# Wie weit es beim Beschluss war (Tatsache); später sagen es die Aktualisierungen. Eines von: geplant, in"
        in new.text
    )
    assert max(map(len, lines)) <= 125


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_is_laid_out_as_all_files_are(copy: Copy, kind: str) -> None:
    wish = Wish(kind, title="Etwas Neues", field="I", above="I" if kind == "ziel" else None)
    new = plan_new(copy.konzept(), copy.root, wish)
    if kind in {"massnahme", "schluesselvorhaben", "handlungsfeld", "swot", "kennzahl", "seite"}:
        assert canonical(new.text, new.file).count("\n#") == new.text.count("\n#")


def test_what_is_missing_is_told_with_its_line(copy: Copy) -> None:
    new = plan_new(copy.konzept(), copy.root, Wish("ort", "neuort"))
    lines = new.text.split("\n")
    assert [key for key, _ in new.missing] == ["name", "art", "im_landkreis"]
    assert [lines[line - 1].strip() for _, line in new.missing] == ["name:", "art:", "im_landkreis:"]


def test_an_entry_of_a_list_goes_last_and_nothing_else_changes(copy: Copy) -> None:
    file = copy.folder / "orte.yml"
    before = file.read_text(encoding="utf-8")
    new = plan_new(copy.konzept(), copy.root, Wish("ort", "neuort", "Neuort"))
    assert new.text.startswith(before.rstrip("\n"))
    assert "\n- kennung: neuort\n  # Name des Orts, genau wie im Dokument\n  name: Neuort\n" in new.text


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (Wish("massnahme", "2-1"), "gibt es schon"),
        (Wish("massnahme", "2 1"), "nicht die richtige Form"),
        (Wish("massnahme", "9-1", field="XX"), "Das Handlungsfeld „XX“ gibt es nicht"),
        (Wish("ziel", None, "Ziel"), "--unter"),
        (Wish("ziel", None, "Ziel", above="2-1"), "kein Handlungsfeld und kein Ziel"),
        (Wish("ort"), "eine Kennung oder --titel"),
    ],
)
def test_what_cannot_be_is_told(copy: Copy, wish: Wish, told: str) -> None:
    with pytest.raises(SetupError, match=told):
        plan_new(copy.konzept(), copy.root, wish)


def test_a_title_that_is_too_long_is_told(copy: Copy) -> None:
    with pytest.raises(ContentError, match="zu lang"):
        plan_new(copy.konzept(), copy.root, Wish("massnahme", "9-1", "x" * 81, "I"))


def test_a_list_that_is_not_there_yet_is_begun(copy: Copy) -> None:
    konzept = copy.konzept()
    new = plan_new(konzept, copy.root, Wish("seite", "neu", "Neu"))
    assert new.file == PurePosixPath("content/musterkreis/seiten/neu.md")
    assert new.text.startswith("---\n# Überschrift der Seite\ntitel: Neu\n")
