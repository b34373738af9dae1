from __future__ import annotations

from tests.wortlaut.conftest import Recognise
from tests.wortlaut.county import GOALS

LEVELS = ("1.1", "1.1.1", "1.1.2", "2.1", "2.1.1")
LISTED = ("1.1.1-1", "1.1.1-2", "1.1.1-3", "1.1.2-1")


def test_numbered_goals_and_the_lists_below_them_are_recognised(decided: Recognise) -> None:
    found = decided(GOALS)
    assert {ref: found[ref].verdict for ref in (*LEVELS, *LISTED)} == dict.fromkeys((*LEVELS, *LISTED), "sicher")


def test_line_breaks_and_hyphenation_are_undone(decided: Recognise) -> None:
    found = decided(GOALS)
    texts = {ref: found[ref].versions[0].text for ref in ("1.1.1", "1.1.1-1", "1.1.1-2", "1.1.2")}
    assert texts == {
        "1.1.1": "Wiederherstellung naturnaher Uferbereiche an der Lauter und ihren Nebengewässern",
        "1.1.1-1": "Rückbau von 12 Wehren bis 2031 gemeinsam mit dem Wasserverband",
        "1.1.1-2": "Anlage von Uferrandstreifen auf kreiseigenen Flächen",
        "1.1.2": "Förderung der Umweltbildung an Bus- und Bahnhaltestellen",
    }


def test_a_goal_whose_bullet_was_lost_is_cut_from_the_one_above(decided: Recognise) -> None:
    assert decided(GOALS)["1.1.1-3"].versions[0].text == "Beratung der Landwirtschaftsbetriebe"


def test_a_goal_torn_apart_by_a_gap_is_put_together(decided: Recognise) -> None:
    torn = GOALS.replace("• Anlage von Uferrandstreifen", "• Anlage von\n\nUferrandstreifen")
    assert decided(torn)["1.1.1-2"].versions[0].text == "Anlage von Uferrandstreifen auf kreiseigenen Flächen"


def test_a_sentence_in_quotes_below_a_goal_is_its_guiding_statement(decided: Recognise) -> None:
    found = decided(GOALS)["1.1#leitsatz"]
    assert found.verdict == "sicher"
    text = "Der Landkreis gibt seinen Flüssen Raum und schützt die Auen als Erbe der Region."
    assert found.versions[0].text == text
    assert "in Anführungszeichen unter 1.1" in found.versions[0].reason


def test_the_list_below_a_goal_without_goals_of_its_own_is_part_of_its_wording(decided: Recognise) -> None:
    text = "Sicherung der Nachfolge in Familienbetrieben\n\n- Beratung vor Ort\n- Börse im Internet"
    assert decided(GOALS)["2.1.1"].versions[0].text == text


def test_a_list_below_the_name_of_a_field_holds_its_guiding_statements(decided: Recognise) -> None:
    found = decided(
        "# Leitbild\n\n## Wasser und Wald\n\n### Landkreis Auental\n\n"
        "- pflegt seine Wälder für eine Holzernte auch der Enkelgeneration\n"
        "- sichert sauberes Trinkwasser in allen Brunnen und Quellen\n"
    )
    assert found["I#leitsatz-1"].verdict == "sicher"
    assert found["I#leitsatz-2"].versions[0].text == "sichert sauberes Trinkwasser in allen Brunnen und Quellen"


def test_the_number_alone_is_not_sure(decided: Recognise) -> None:
    found = decided("2.1.1 Ausbau der Windkraft im Oberland\n")["2.1.1"]
    assert found.verdict == "unsicher"
    assert found.versions[0].reason.startswith("nur die Nummer stimmt")


def test_a_designation_with_a_misprint_is_sure(decided: Recognise) -> None:
    assert decided("2.1.1 Sicherung der Nachfolgen in Familienbetrieben\n")["2.1.1"].verdict == "sicher"


def test_an_entry_of_the_table_of_contents_is_no_goal(decided: Recognise) -> None:
    assert decided("2.1.1 Sicherung der Nachfolge in Familienbetrieben ........ 12\n")["2.1.1"].verdict == "fehlt"


def test_where_texts_differ_the_designation_decides_and_the_other_is_told(decided: Recognise) -> None:
    found = decided(GOALS + "\nAnlage\n\n2.1 Starke Betriebe und Höfe\n")["2.1"]
    assert found.verdict == "sicher"
    assert found.versions[0].text == "Starke Betriebe"
    assert [other.text for other in found.also] == ["Starke Betriebe und Höfe"]


def test_two_texts_under_a_number_of_which_none_is_the_designation_are_not_decided(decided: Recognise) -> None:
    found = decided("2.1 Starke Betriebe!? und Höfe\n\nAnlage\n\n2.1 Starke Betriebe und Läden\n")["2.1"]
    assert found.verdict == "mehrere"
    assert len(found.versions) == 2


def test_a_text_where_nobody_looks_for_it_claims_nothing(decided: Recognise) -> None:
    found = decided("Vorwort\n\nEinrichtung eines Lehrpfades am Moorsee\n")
    assert {decision.verdict for decision in found.values()} == {"fehlt"}
