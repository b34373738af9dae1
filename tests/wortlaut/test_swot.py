from __future__ import annotations

import pytest

from tests.wortlaut.conftest import Recognise
from tests.wortlaut.county import SWOT

TABLE = """\
| Stärken | Schwächen |
|---|---|
| - Stromerzeugung in drei Wasserkraftwerken an der Lauter (seit 1998)<br>- Vielzahl von Solaranlagen auf \
Scheunendächern | schwaches Stromnetz im Oberland |
| **Chancen** | **Risiken** |
| mehrere Quellen für Biogas: | zu geringe Wasserführung der Lauter in trockenen Sommern |
"""


def test_topics_whose_names_are_missing_are_told_by_what_they_say(decided: Recognise) -> None:
    found = {ref: d for ref, d in decided(SWOT).items() if ref.startswith("swot/")}
    assert {d.verdict for d in found.values()} == {"sicher"}
    text = found["swot/vereine#schwaeche-2"].versions[0].text
    assert text == "Turnhallen in den Abendstunden ausgebucht"
    assert found["swot/energie#staerke-2"].versions[0].text == "Vielzahl von Solaranlagen auf Scheunendächern"


def test_points_below_a_statement_are_part_of_it(decided: Recognise) -> None:
    text = decided(SWOT)["swot/energie#chance-1"].versions[0].text
    assert text == (
        "mehrere Quellen für Biogas:\n\n- Gülle der landwirtschaftlichen Höfe\n- Grünschnitt aus den Gemeinden"
    )


def test_without_the_points_that_the_content_knows_a_statement_is_unsure(decided: Recognise) -> None:
    lines = [line for line in SWOT.splitlines() if not line.startswith("  - ")]
    found = decided("\n".join(lines))["swot/energie#chance-1"]
    assert found.verdict == "unsicher"
    assert found.versions[0].reason.startswith("Unterpunkte fehlen")


def test_a_table_of_two_by_two_is_read_like_lists(decided: Recognise) -> None:
    found = decided(TABLE)
    refs = ("staerke-1", "staerke-2", "schwaeche-1", "chance-1", "risiko-1")
    assert [bool(found[f"swot/energie#{ref}"].versions) for ref in refs] == [True] * 5
    assert found["swot/energie#risiko-1"].versions[0].text.startswith("zu geringe Wasserführung")


def test_a_heading_names_the_topic_even_when_little_is_alike(decided: Recognise) -> None:
    found = decided("## 2.1 Vereine\n\n### Schwächen\n\n- Vorstandsposten unbesetzt\n")
    assert found["swot/vereine#schwaeche-1"].versions[0].text == "Vorstandsposten unbesetzt"


def test_other_figures_make_a_statement_unsure(decided: Recognise) -> None:
    found = decided(SWOT.replace("1998", "2004"))["swot/energie#staerke-1"]
    assert found.verdict == "unsicher"
    assert found.versions[0].reason == "Zahlen weichen ab (1998, 2004)"


def test_a_statement_in_the_wrong_quadrant_is_not_taken(decided: Recognise) -> None:
    moved = SWOT.replace("- schwaches Stromnetz im Oberland\n", "").replace(
        "## Risiken\n\n- zu geringe", "## Risiken\n\n- schwaches Stromnetz im Oberland\n- zu geringe"
    )
    assert decided(moved)["swot/energie#schwaeche-1"].verdict == "fehlt"


@pytest.mark.parametrize("heading", ["Stärken:", "**Stärken**", "1.1 Stärken", "Stärken (intern)"])
def test_the_names_of_quadrants_may_be_dressed(decided: Recognise, heading: str) -> None:
    found = decided(SWOT.replace("## Stärken\n\n- Strom", f"{heading}\n\n- Strom"))
    assert found["swot/energie#staerke-1"].verdict == "sicher"


def test_an_analysis_of_something_else_is_not_taken(decided: Recognise) -> None:
    found = decided("## Stärken\n\n- Lage am Meer\n- Fischfang\n\n## Schwächen\n\n- Sturmfluten im Frühjahr\n")
    assert {decision.verdict for decision in found.values()} == {"fehlt"}
