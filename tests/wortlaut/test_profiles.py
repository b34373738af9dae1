from __future__ import annotations

from kek_build.wortlaut.sentences import sentences
from tests.wortlaut.conftest import Recognise
from tests.wortlaut.county import PROFILE, PROFILES, SECOND_PROFILE, markdown_table

BOTH = "\n".join(map(markdown_table, PROFILES))


def _changed(old: str, new: str) -> str:
    assert old in BOTH
    return BOTH.replace(old, new)


def test_the_description_of_a_profile_is_the_wording_of_its_key_project(decided: Recognise) -> None:
    found = decided(BOTH)
    assert found["I.1"].verdict == "sicher"
    assert found["I.1"].versions[0].text == PROFILE[3][1]
    assert found["II.1"].versions[0].text == SECOND_PROFILE[1][1]


def test_the_goals_of_a_profile_are_dealt_out_by_sentences(decided: Recognise) -> None:
    found = decided(BOTH)
    assert found["I.1, Ziel 1"].versions[0].text == "Betriebe sind straßenseitig sicher und schnell erreichbar."
    assert found["I.1, Ziel 2"].versions[0].text == "Rad- und Autoverkehr behindern sich dort nicht."


def test_measures_stand_behind_their_numbers_with_their_points(decided: Recognise) -> None:
    found = decided(markdown_table(PROFILE))
    assert found["1-1"].versions[0].text == "Ersatzneubau der baufälligen Brücke über die Lauter bei Lautertal"
    assert found["1-2"].versions[0].text == (
        "Planung eines Radweges vom Bahnhof zum Moorsee:\n\n- Ankauf von Grundstücken\n- Beschilderung des Weges"
    )
    assert {found["1-1"].verdict, found["1-2"].verdict} == {"sicher"}


def test_a_measure_with_different_texts_is_told_and_not_decided(decided: Recognise) -> None:
    found = decided(BOTH)["1-2"]
    assert found.verdict == "mehrere"
    assert [one.text for one in found.versions][1] == "Angebote am Abend und Wege dorthin"


def test_a_text_that_two_measures_share_is_unsure_for_both(decided: Recognise) -> None:
    found = decided(BOTH)["2-2"]
    assert found.verdict == "unsicher"
    assert "teilt sich den Text mit 1-2" in found.versions[0].reason


def test_the_same_text_at_two_places_is_one(decided: Recognise) -> None:
    found = decided(markdown_table(PROFILE) + "\n" + markdown_table([["1-1", PROFILE[4][2]], ["9-9", "x"]]))
    assert found["1-1"].verdict == "sicher"


def test_a_number_with_the_text_of_another_measure_is_not_sure(decided: Recognise) -> None:
    swapped = _changed("| 1-1 |", "| 2-2 |")
    assert decided(swapped)["2-2"].verdict in {"unsicher", "mehrere"}
    assert decided(swapped)["1-1"].verdict == "fehlt"


def test_a_number_that_was_misread_is_put_right_by_the_title(decided: Recognise) -> None:
    found = decided(_changed("Schlüsselvorhaben I.1", "Schlüsselvorhaben 1.1"))["I.1"]
    assert found.verdict == "sicher"
    assert found.versions[0].reason == "Titel stimmt, Nummer falsch gelesen"


def test_with_another_title_the_text_must_speak_for_itself(decided: Recognise) -> None:
    found = decided(_changed(PROFILE[0][0], "Bau einer Seilbahn"))["I.1"]
    assert "Titel weicht ab" in found.versions[0].reason


def test_a_profile_that_the_content_does_not_have_gives_its_rows_to_no_other(decided: Recognise) -> None:
    stranger = [["Ein Vorhaben von gestern", "", "Schlüsselvorhaben VII.7"], *SECOND_PROFILE[1:2]]
    found = decided(markdown_table([*PROFILE, *stranger]))
    assert found["I.1"].versions[0].text == PROFILE[3][1]
    assert found["II.1"].verdict == "fehlt"


def test_a_profile_whose_head_is_lost_gives_its_rows_to_no_other(decided: Recognise) -> None:
    headless = [["Handlungsfeld", "Handwerk und Handel", ""], SECOND_PROFILE[1]]
    found = decided(markdown_table([*PROFILE, *headless]))
    assert found["I.1"].versions[0].text == PROFILE[3][1]
    assert found["II.1"].verdict == "fehlt"


def test_a_head_that_is_repeated_on_the_next_page_changes_nothing(decided: Recognise) -> None:
    repeated = [*PROFILE[:5], PROFILE[0], *PROFILE[5:]]
    assert decided(markdown_table(repeated))["1-2"].verdict == "sicher"


def test_an_overview_that_names_numbers_and_titles_gives_no_wording(decided: Recognise) -> None:
    found = decided(markdown_table([["I.1", PROFILE[0][0]], ["II.1", SECOND_PROFILE[0][0]]]))
    assert {found["I.1"].verdict, found["II.1"].verdict} == {"fehlt"}


def test_measures_in_a_list_without_a_table_are_recognised(decided: Recognise) -> None:
    found = decided("# Maßnahmen\n\n2-1 Umbau der alten Mühle zur Übungswerkstatt für Lehrlinge\n")["2-1"]
    assert found.verdict == "sicher"


def test_tables_with_tabs_and_html_lists_are_read(decided: Recognise) -> None:
    text = (
        f"{PROFILE[0][0]}\t\t<b>Schlüsselvorhaben I.1</b>\n"
        "<b>Maßnahmen</b>\t<b>1-2</b>\tPlanung eines Radweges vom Bahnhof zum Moorsee: "
        "<ul> <li>○ Ankauf von Grundstücken</li> <li>○ Beschilderung <ul><li>✓ des Weges</li></ul></li> </ul>\n"
        "\t<b>1-1</b>\tErsatzneubau der baufälligen Brücke über die Lauter bei Lautertal\n"
    )
    found = decided(text)
    assert found["1-2"].versions[0].text == (
        "Planung eines Radweges vom Bahnhof zum Moorsee:\n\n- Ankauf von Grundstücken\n- Beschilderung\n  - des Weges"
    )
    assert "Profil I.1" in found["1-1"].versions[0].reason


def test_abbreviations_and_dates_end_no_sentence() -> None:
    text = "Es gilt u.a. Wege zu bauen. Am 3. Mai wird z.B. Gras gesät. Ende."
    assert sentences(text) == ["Es gilt u.a. Wege zu bauen.", "Am 3. Mai wird z.B. Gras gesät.", "Ende."]
