from __future__ import annotations

import pytest

from kek_build.concept import Konzept
from kek_build.errors import SetupError
from kek_build.renaming import new_names


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        ("2-3", "3-3", {"2-3": "3-3"}),
        ("orte/musterdorf", "orte/neudorf", {"orte/musterdorf": "orte/neudorf"}),
        ("orte/musterdorf", "neudorf", {"orte/musterdorf": "orte/neudorf"}),
        ("swot/wohnen", "zuhause", {"swot/wohnen": "swot/zuhause"}),
        ("swot/wohnen#chance-1", "chance-4", {"swot/wohnen#chance-1": "swot/wohnen#chance-4"}),
        ("swot/wohnen#chance-1", "swot/wohnen#chance-4", {"swot/wohnen#chance-1": "swot/wohnen#chance-4"}),
        ("1.1", "1.5", {"1.1": "1.5", "1.1.1": "1.5.1", "1.1.1-1": "1.5.1-1", "1.1.1-2": "1.5.1-2"}),
        ("I", "C", {"I": "C"}),
        ("1-2", "0-7", {"1-2": "0-7"}),
        ("I", "i", {"I": "i"}),
    ],
)
def test_a_thing_gets_its_new_name_and_goals_below_it_too(
    musterkreis: Konzept, old: str, new: str, names: dict[str, str]
) -> None:
    assert new_names(musterkreis, old, new) == names


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("9-9", "1-1", "„9-9“ gibt es in content/musterkreis nicht."),
        ("orte/musterdrof", "x", "Meinten Sie „orte/musterdorf“?"),
        ("1-5", "1-1", "Es heißt jetzt „1-2“."),
        ("2-2", "1-1", "Es wurde aufgehoben (content/musterkreis/aufgehoben.yml)."),
        ("2-3", "2-1", "„2-1“ ist vergeben: Maßnahme in content/musterkreis/massnahmen/2-1.yml."),
        ("2-3", "ii", "„ii“ ist vergeben: Handlungsfeld"),
        ("2-3", "1-5", "„1-5“ hieß früher „1-2“ (content/musterkreis/massnahmen/1-2.yml)"),
        ("2-3", "2-2", "„2-2“ ist aufgehoben (content/musterkreis/aufgehoben.yml)"),
        ("2-3", "2_4", "„2_4“ hat nicht die richtige Form. Erwartet: eine Nummer"),
        ("2-3", "../2-4", "„../2-4“ hat nicht die richtige Form."),
        ("orte/musterdorf", "Neudorf", "„Neudorf“ hat nicht die richtige Form. Erwartet: eine Kennung"),
        ("orte/musterdorf", "akteure/neudorf", "„akteure/neudorf“ hat nicht die richtige Form."),
        ("swot/wohnen#chance-1", "vier", "„vier“ hat nicht die richtige Form."),
        ("swot/wohnen#chance-1", "risiko-9", "„risiko-9“ passt nicht"),
        ("2-3", "2-3", "„2-3“ heißt schon so."),
        ("1.1", "2.1", "„2.1“ ist vergeben: Ziel"),
        ("konzept", "x", "Ein Konzept hat keine Nummer und keine Kennung."),
        ("I#leitsatz-1", "x", "Ein Leitsatz hat keine Nummer und keine Kennung."),
    ],
)
def test_what_cannot_be_is_told(musterkreis: Konzept, old: str, new: str, told: str) -> None:
    with pytest.raises(SetupError) as error:
        new_names(musterkreis, old, new)
    assert told in str(error.value)
