from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from kek_build import editing
from kek_build.errors import SetupError
from kek_build.wortlaut import Plan, Recognition, Wish, plan
from tests.wortlaut.county import CONTENT, GOALS, PROFILES, SWOT, konzept, markdown_table

Recognised = Callable[[str | Path], Recognition]
ALL = "\n".join([GOALS, SWOT, *map(markdown_table, PROFILES)])
FIELD = PurePosixPath("content/auental/handlungsfelder/I.yml")


def _refs(plan: Plan) -> set[str]:
    return {decision.slot.ref for decision in plan.written}


def test_what_is_sure_is_written_and_the_rest_is_not(project: Path, recognition: Recognised) -> None:
    planned = plan(recognition(ALL), Wish(), project)
    assert {"1.1.1", "1.1.1-3", "1.1#leitsatz", "I.1", "I.1, Ziel 2", "1-1", "swot/vereine#chance-1"} <= _refs(planned)
    assert not {"1-2", "2-2"} & _refs(planned)


def test_only_lines_with_wording_are_added(project: Path, recognition: Recognised) -> None:
    planned = plan(recognition(ALL), Wish(), project)
    lines = planned.diff().splitlines()
    assert not [line for line in lines if line.startswith("-") and not line.startswith("---")]
    assert "# Kommentar der Redaktion" in planned.files[FIELD]
    old = CONTENT["handlungsfelder/I.yml"].splitlines()
    assert [line for line in planned.files[FIELD].splitlines() if line in old] == old


def test_what_was_written_is_read_as_the_wording(project: Path, recognition: Recognised) -> None:
    planned = plan(recognition(ALL), Wish(), project)
    editing.write(project, planned.files)
    written = konzept(project)
    assert written["1.1.1-1"].model.wortlaut == "Rückbau von 12 Wehren bis 2031 gemeinsam mit dem Wasserverband"
    assert written["I.1"].model.ziele[1].wortlaut == "Rad- und Autoverkehr behindern sich dort nicht."
    assert written["2.1.1"].model.wortlaut.split("\n")[2:] == ["- Beratung vor Ort", "- Börse im Internet"]
    assert written["swot/energie#chance-1"].model.wortlaut.startswith("mehrere Quellen für Biogas:")


def test_a_second_time_nothing_changes(project: Path, recognition: Recognised) -> None:
    editing.write(project, plan(recognition(ALL), Wish(), project).files)
    again = plan(recognition(ALL), Wish(), project)
    assert again.files == {}
    assert {"1.1.1", "2.1.1"} <= {decision.slot.ref for decision in again.there}


def _with_wording(project: Path, text: str) -> None:
    path = project / "content/auental/massnahmen/1-1.yml"
    path.write_text(CONTENT["massnahmen/1-1.yml"] + f"wortlaut: {text}\n", encoding="utf-8")


def test_a_wording_that_stands_there_stays(project: Path, recognition: Recognised) -> None:
    _with_wording(project, "Die Brücke bleibt.")
    planned = plan(recognition(ALL), Wish(), project)
    assert "1-1" not in _refs(planned)
    assert [decision.slot.ref for decision in planned.kept] == ["1-1"]


def test_a_wording_that_stands_there_is_replaced_on_demand(project: Path, recognition: Recognised) -> None:
    _with_wording(project, "Die Brücke bleibt.")
    planned = plan(recognition(ALL), Wish(overwrite=True), project)
    assert "-wortlaut: Die Brücke bleibt." in planned.diff()
    assert "1-1" in _refs(planned)


def test_what_is_unsure_is_written_on_demand(project: Path, recognition: Recognised) -> None:
    planned = plan(recognition(ALL), Wish(unsure=True), project)
    assert "2-2" in _refs(planned)
    assert "1-2" not in _refs(planned)


def test_of_several_texts_a_person_chooses_one(project: Path, recognition: Recognised) -> None:
    planned = plan(recognition(ALL), Wish(versions={"1-2": 2}), project)
    name = PurePosixPath("content/auental/massnahmen/1-2.yml")
    assert "wortlaut: Angebote am Abend und Wege dorthin" in planned.files[name]


@pytest.mark.parametrize(
    ("ref", "number", "told"),
    [
        ("1-2", 3, "Zu „1-2“ gibt es im Dokument 2 Fassungen, keine 3."),
        ("9-9", 1, "„9-9“ gibt es im Konzept nicht."),
        ("I#leitsatz-1", 1, "gibt es im Dokument keine Fassung."),
    ],
)
def test_a_version_that_there_is_not_is_told(
    project: Path, recognition: Recognised, ref: str, number: int, told: str
) -> None:
    with pytest.raises(SetupError) as caught:
        plan(recognition(ALL), Wish(versions={ref: number}), project)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [("Beratung [[vor Ort]]", "Verweis"), ("Beratung " + "sehr " * 5000, "20.000 Zeichen")],
)
def test_a_text_that_the_site_would_misread_is_told_and_not_written(
    project: Path, recognition: Recognised, text: str, told: str
) -> None:
    planned = plan(recognition(GOALS.replace("Beratung vor Ort", text)), Wish(), project)
    assert "2.1.1" not in _refs(planned)
    assert [(decision.slot.ref, told in why) for decision, why in planned.impossible] == [("2.1.1", True)]
