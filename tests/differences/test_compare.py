from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from kek_build.differences import ConceptDifferences, Difference, differences
from tests.example import CONTENT, MINIMAL, Copy


def _compare(copy: Copy) -> ConceptDifferences:
    found = differences(CONTENT, copy.content)
    assert len(found) == 1
    return found[0]


def _fields(difference: Difference) -> list[str]:
    return [view.brief.striptags() for view in difference.fields]


def test_the_same_content_has_no_differences(copy: Copy) -> None:
    copy.append("orte.yml", "\n# Ein Kommentar.\n")
    assert differences(CONTENT, copy.content) == []


def test_what_is_new_is_named_with_its_address(copy: Copy) -> None:
    copy.write("massnahmen/2-9.yml", "nummer: 2-9\ntitel: Neuer Weg & <Steg>\nhandlungsfeld: II\n")
    found = _compare(copy)
    assert found.name == "Landkreis Muster"
    assert found.new == (Difference("Maßnahme", "2-9 Neuer Weg & <Steg>", "massnahmen/2-9/"),)
    assert (found.changed, found.gone) == ((), ())


def test_what_changed_is_told_in_words(copy: Copy) -> None:
    copy.replace("massnahmen/2-1.yml", "orte: [grossstadt]", "orte: [musterdorf]")
    changed = _compare(copy).changed
    assert [(item.kind, item.address, item.before) for item in changed] == [("Maßnahme", "massnahmen/2-1/", None)]
    assert _fields(changed[0]) == ["Orte gestrichen: „Großstadt“", "Orte ergänzt: „Musterdorf“"]


def test_a_value_beside_an_indicator_is_told_of_the_indicator(copy: Copy) -> None:
    copy.replace("kennzahlen/radwege.csv", "47,10", "48,10")
    (changed,) = _compare(copy).changed
    assert (changed.name, changed.address) == ("Länge der Radwege", "kennzahlen/radwege/")
    assert _fields(changed) == ["Werte, 2019: Wert geändert von „47,10“ zu „48,10“"]


def test_a_statement_is_found_on_the_page_of_its_topic(copy: Copy) -> None:
    copy.replace("swot/wohnen.yml", "Baukosten steigen weiter.", "Baukosten sinken.")
    changed = _compare(copy).changed
    assert [item.address for item in changed] == ["swot/wohnen/#risiko-2"]


def test_what_was_renamed_names_both_addresses(copy: Copy) -> None:
    (copy.folder / "massnahmen/2-3.yml").rename(copy.folder / "massnahmen/2-8.yml")
    copy.replace("massnahmen/2-8.yml", "nummer: 2-3", "nummer: 2-8\naliase: [2-3]")
    found = _compare(copy)
    assert (found.new, found.gone) == ((), ())
    assert [(item.address, item.before) for item in found.changed] == [("massnahmen/2-8/", "massnahmen/2-3/")]
    assert "Nummer geändert von „2-3“ zu „2-8“" in _fields(found.changed[0])


@pytest.mark.parametrize(
    ("ended", "answer"),
    [
        ("", "antwortet nicht mehr"),
        (
            "- {verweis: 2-3, art: massnahme, titel: Räder, ende: 2024, grund: Kein Geld.}\n",
            "sagt jetzt, dass es aufgehoben ist",
        ),
    ],
)
def test_what_is_gone_says_what_its_address_says_now(copy: Copy, ended: str, answer: str) -> None:
    (copy.folder / "massnahmen/2-3.yml").unlink()
    copy.append("aufgehoben.yml", ended)
    gone = [item for item in _compare(copy).gone if item.kind == "Maßnahme"]
    assert [(item.address, item.answer) for item in gone] == [("massnahmen/2-3/", answer)]


def test_a_thing_that_went_into_another_leads_there(copy: Copy) -> None:
    (copy.folder / "massnahmen/2-3.yml").unlink()
    copy.replace("massnahmen/2-1.yml", "nummer: 2-1\n", "nummer: 2-1\naliase: [2-3]\n")
    gone = [item for item in _compare(copy).gone if item.kind == "Maßnahme"]
    assert [item.answer for item in gone] == ["führt jetzt zu massnahmen/2-1/"]


def test_several_concepts_have_addresses_of_their_own_and_can_be_chosen(copy: Copy) -> None:
    (copy.content / "klein").mkdir()
    (copy.content / "klein/konzept.yml").write_text(MINIMAL, encoding="utf-8")
    copy.write("massnahmen/2-9.yml", "nummer: 2-9\ntitel: Neuer Weg\nhandlungsfeld: II\n")
    found = differences(CONTENT, copy.content)
    assert [item.name for item in found] == ["Landkreis Klein", "Landkreis Muster"]
    assert found[0].new[0].address == "klein/"
    assert found[1].new[0].address == "musterkreis/massnahmen/2-9/"
    alone = differences(CONTENT, copy.content, ["musterkreis"])
    assert [item.address for item in alone[0].new] == ["massnahmen/2-9/"]


def test_an_old_state_that_cannot_be_read_is_told_and_everything_else_compared(copy: Copy, tmp_path: Path) -> None:
    new = copy.content
    old = Copy(tmp_path / "frueher")
    for path in CONTENT.rglob("*"):
        if path.is_file():
            old.write(str(path.relative_to(CONTENT / "musterkreis")), path.read_text(encoding="utf-8"))
    old.write("massnahmen/2-1.yml", "nummer: [kaputt\n")
    old.write("massnahmen/2-3.yml", "nummer: 2-3\ntitel: Früher\nhandlungsfeld: II\n")
    found = differences(old.content, new)
    assert found[0].unreadable == (PurePosixPath("musterkreis/massnahmen/2-1.yml"),)
    assert [item.address for item in found[0].changed] == ["massnahmen/2-3/"]
