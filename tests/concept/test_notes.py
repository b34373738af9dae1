from __future__ import annotations

from typing import Any

from kek_build.concept import Konzept
from kek_build.concept.notes import all_notes, notes_by_ref
from kek_build.models.base import Hinweis, Model


def _notes_in(value: Any) -> list[Hinweis]:
    if isinstance(value, Hinweis):
        return [value]
    if isinstance(value, Model):
        return [note for name in type(value).model_fields for note in _notes_in(getattr(value, name))]
    if isinstance(value, tuple):
        return [note for item in value for note in _notes_in(item)]
    return []


def _shown(konzept: Konzept, ref: str) -> list[str]:
    return [note.hinweis.text for note in notes_by_ref(all_notes(konzept)).get(ref, ())]


def test_every_note_of_every_file_is_found_once(musterkreis: Konzept) -> None:
    files = [entry for entry in musterkreis.entries.values() if entry.parent in {None, "konzept"}]
    written = [note.text for entry in files if entry.kind != "dokument" for note in _notes_in(entry.model)]
    found = [note.hinweis.text for note in all_notes(musterkreis)]
    assert sorted(found) == sorted(written)
    assert len(set(found)) == len(found) > 20


def test_a_note_inside_a_goal_belongs_to_the_goal_and_not_to_its_field(musterkreis: Konzept) -> None:
    owner = {note.hinweis.text: note.entry.ref for note in all_notes(musterkreis)}
    assert owner["Eine Frist fehlt."] == "1.1.1-1"
    assert owner["Der Leitsatz ist gekürzt."] == "1.1#leitsatz"
    assert owner["Der Leitsatz steht ohne Überschrift."] == "I#leitsatz-1"
    assert owner["Im Inhaltsverzeichnis heißt das Feld „Leben und Wohnen“."] == "I"
    assert owner["Die Zahl der Häuser fehlt."] == "swot/wohnen#schwaeche-1"


def test_a_note_at_a_part_without_page_belongs_to_the_whole(musterkreis: Konzept) -> None:
    owner = {note.hinweis.text: note.entry.ref for note in all_notes(musterkreis)}
    assert owner["Wo die Häuser stehen, bleibt offen."] == "I.1"
    assert owner["Das Deckblatt nennt den 15. Februar."] == "konzept"
    assert owner["Der Anhang zur Fassung fehlt."] == "konzept"
    assert owner["Das Dokument schreibt an einer Stelle „verläßlich“."] == "konzept"


def test_a_note_is_shown_at_everything_it_names(musterkreis: Konzept) -> None:
    text = "Die Übersicht nennt dieses Ziel zweimal."
    assert [ref for ref in musterkreis.entries if text in _shown(musterkreis, ref)] == [
        "akteure/kreistag",
        "1.1.1",
        "I.1",
        "swot/wohnen#schwaeche-2",
    ]


def test_a_things_own_notes_stand_before_those_of_others(musterkreis: Konzept) -> None:
    assert _shown(musterkreis, "I.1") == [
        "Das Profil nennt auch das Feld [[II]].",
        "Wo die Häuser stehen, bleibt offen.",
        "Die Übersicht nennt dieses Ziel zweimal.",
    ]


def test_a_thing_without_notes_shows_none(musterkreis: Konzept) -> None:
    assert _shown(musterkreis, "2-1") == []
