from __future__ import annotations

import pytest

from kek_build.pages.build import workshops
from kek_build.pages.draft import Workshop
from kek_build.pages.karten import EMBEDDABLE, LEAD_LENGTH, CardView, anchored_goals
from tests.example import OPTIONS, Copy


def _card(workshop: Workshop, ref: str) -> CardView:
    return workshop.card_of(workshop.konzept[ref])


def test_every_measure_project_goal_indicator_and_place_has_a_card(workshop: Workshop) -> None:
    kinds = {entry.kind for entry in workshop.embeddable}
    assert kinds == set(EMBEDDABLE)
    assert set(workshop.embeddable) == {e for e in workshop.konzept.entries.values() if e.kind in kinds}


@pytest.mark.parametrize(
    ("ref", "name", "states"),
    [
        ("1-2", "Maßnahme 1-2", ("abgeschlossen", "verzögert")),
        ("1-10", "Maßnahme 1-10", ("in Vorbereitung", "gefährdet")),
        ("2-1", "Maßnahme 2-1", ("Status nicht angegeben",)),
        ("1.1.1", "Strategisches Ziel 1.1.1", ("1 Schlüsselvorhaben", "1 Maßnahme", "2 operative Ziele")),
        ("1.1.1-2", "Operatives Ziel 1.1.1-2", ("Keine Maßnahmen dazu genannt",)),
    ],
)
def test_a_card_says_how_a_thing_stands(workshop: Workshop, ref: str, name: str, states: tuple[str, ...]) -> None:
    card = _card(workshop, ref)
    assert (card.name, card.states) == (name, states)


def test_the_card_of_an_indicator_tells_its_state_the_newest_value_and_the_last_target(workshop: Workshop) -> None:
    said = [" ".join(state.split()) for state in _card(workshop, "kennzahlen/leerstand").states]
    assert said == [
        "nicht auf Kurs zum Ziel",
        "Wert, 31. Dezember 2021: 1 198,5 Häuser & Höfe",
        "Zielwert V2, 2035: weniger als 500 Häuser & Höfe",
    ]


def test_an_indicator_without_figures_says_so(copy: Copy) -> None:
    copy.write("kennzahlen/leer.yml", "kennung: leer\ntitel: Leer\neinheit: '%'\n")
    shop = workshops([copy.konzept()], OPTIONS)[0]
    assert _card(shop, "kennzahlen/leer").states == ("Wert nicht angegeben",)


def test_the_card_of_a_place_counts_what_is_there_and_names_the_first_of_it(workshop: Workshop) -> None:
    card = _card(workshop, "orte/musterdorf")
    assert card.states
    assert card.things[0].startswith("I.1 ")
    assert len(card.things) <= 3


def test_texts_of_a_card_hold_no_references_and_are_short(workshop: Workshop) -> None:
    for card in map(workshop.card_of, workshop.embeddable):
        assert "[[" not in card.title + card.lead + "".join(card.things)
        assert len(card.lead) <= LEAD_LENGTH + 1


def test_goals_without_a_page_are_found_where_they_stand(workshop: Workshop) -> None:
    def below(ref: str) -> list[str]:
        return [goal.ref for goal in anchored_goals(workshop, workshop.konzept[ref])]

    assert below("1.1.1") == ["1.1.1-1", "1.1.1-2"]
    assert below("1.1") == []
