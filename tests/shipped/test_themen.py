# The subjects that the editors assigned: what was judged then is still so, nothing is left without, and the counties
# stand side by side.
from __future__ import annotations

from pathlib import Path

import pytest

from kek_build.concept import Konzept, load
from kek_build.concept.subjects import KINDS_WITH_SUBJECTS
from tests.example import PROJECT
from tests.shipped.conftest import Visit
from tests.shipped.test_content import page

CONTENT = PROJECT / "content"

# Fields, goals, key projects, measures, indicators, SWOT statements under each subject, counted by hand.
JUDGED = {
    "boerde": {
        "wirtschaft": (1, 15, 0, 0, 0, 0), "digitales": (1, 9, 0, 0, 0, 0), "mobilitaet": (1, 13, 0, 0, 0, 0),
        "wohnen": (1, 5, 0, 0, 0, 0), "bildung": (1, 11, 0, 0, 1, 0), "familie": (1, 13, 0, 0, 0, 0),
        "gesundheit": (1, 11, 0, 0, 0, 0), "soziales": (2, 14, 0, 0, 0, 0), "engagement": (1, 7, 0, 0, 0, 0),
        "kultur": (1, 9, 0, 0, 0, 0), "tourismus": (1, 16, 0, 0, 0, 0), "klima": (1, 7, 0, 0, 0, 0),
        "natur": (1, 19, 0, 0, 0, 0), "landwirtschaft": (0, 6, 0, 0, 0, 0), "sicherheit": (1, 6, 0, 0, 0, 0),
        "verwaltung": (0, 7, 0, 0, 0, 0),
    },
    "leipzig": {
        "wirtschaft": (1, 3, 3, 19, 0, 29), "digitales": (0, 0, 1, 8, 0, 26), "mobilitaet": (1, 1, 2, 21, 4, 31),
        "wohnen": (1, 1, 1, 2, 2, 66), "bildung": (0, 1, 2, 12, 0, 19), "familie": (0, 0, 0, 1, 0, 29),
        "gesundheit": (0, 1, 1, 3, 0, 29), "soziales": (1, 1, 0, 1, 0, 29), "engagement": (0, 0, 0, 1, 0, 0),
        "kultur": (0, 0, 0, 0, 0, 29), "tourismus": (0, 1, 1, 1, 0, 29), "klima": (1, 1, 3, 12, 0, 28),
        "natur": (1, 2, 2, 4, 0, 28), "landwirtschaft": (0,) * 6, "sicherheit": (0,) * 6,
        "verwaltung": (1, 1, 4, 23, 0, 39),
    },
}  # fmt: skip
KINDS = ("handlungsfeld", "ziel", "schluesselvorhaben", "massnahme", "kennzahl", "aussage")


@pytest.fixture(scope="module")
def concepts() -> dict[str, Konzept]:
    found, problems = load(PROJECT, [CONTENT / "boerde", CONTENT / "leipzig"])
    assert problems == []
    return {konzept.slug: konzept for konzept in found}


@pytest.mark.parametrize("slug", JUDGED)
def test_under_each_subject_stands_what_was_judged_to(concepts: dict[str, Konzept], slug: str) -> None:
    konzept = concepts[slug]
    assert {
        subject.kennung: tuple(len(konzept.by_subject.under(subject.kennung, kind)) for kind in KINDS)
        for subject in konzept.subjects
    } == JUDGED[slug]


@pytest.mark.parametrize("slug", JUDGED)
def test_no_thing_is_left_without_a_subject(concepts: dict[str, Konzept], slug: str) -> None:
    konzept = concepts[slug]
    things = [entry for kind in KINDS_WITH_SUBJECTS for entry in konzept.of_kind(kind)]
    assert [entry.ref for entry in things if not konzept.by_subject.of(entry).names] == []


@pytest.mark.parametrize("slug", JUDGED)
def test_no_assignment_repeats_what_would_hold_without_it(concepts: dict[str, Konzept], slug: str) -> None:
    """Where an editor says what follows anyway, the page would call editorial judgement what is none."""
    konzept = concepts[slug]
    goals = [goal for goal in konzept.of_kind("ziel") if goal.depth > 0 and goal.model.themen]
    parents = [konzept[goal.parent or ""] for goal in goals]
    assert [
        goal.ref
        for goal, above in zip(goals, parents, strict=True)
        if konzept.by_subject.of(goal).names == konzept.by_subject.of(above).names
    ] == []


def test_mobility_in_boerde_and_leipzig_stands_side_by_side(site: Path) -> None:
    compared = page(site, "themen/mobilitaet")
    rows = {
        section.css("h2")[0].text(): section.css(".kek-vergleich__spalte")
        for section in compared.css("section.kek-vergleich")
    }
    boerde, leipzig = rows["Ziele"]
    assert "Mobilität und Infrastruktur" in boerde.text()
    assert "Gestaltung umweltfreundlicher Mobilität" in leipzig.text()
    boerde, leipzig = rows["Maßnahmen"]
    assert [node.text() for node in boerde.css(".kek-missing")] == ["nicht angegeben"]
    assert "Alle 21 Maßnahmen" in leipzig.text()
    assert "mindestens 30\u00a0km je Jahr" in rows["Kennzahlen"][1].text()


def test_the_editors_judgement_is_marked_as_theirs(site: Path) -> None:
    assigned, following = page(site, "leipzig/massnahmen/3-34"), page(site, "leipzig/massnahmen/3-36")
    assert [node.text() for node in assigned.css(".kek-themen .kek-editorial")] == ["redaktionell"]
    assert "folgt aus III.1" in following.css(".kek-themen")[0].text()
    assert following.css(".kek-themen .kek-editorial") == []


def test_both_glossaries_say_who_else_explains_a_term(site: Path) -> None:
    for slug, other in (("boerde", "Landkreis Leipzig"), ("leipzig", "Landkreis Börde")):
        assert f"So sagt es auch: {other}" in page(site, f"{slug}/glossar").css("#oepnv")[0].text()


def test_columns_stand_beside_each_other_on_a_desk_and_below_on_a_phone(visit: Visit, phone: Visit) -> None:
    for reader, beside in ((visit, True), (phone, False)):
        columns = reader.open("themen/mobilitaet/").locator(".kek-vergleich__zeile").first.locator("> div")
        one, other = columns.nth(0).bounding_box(), columns.nth(1).bounding_box()
        assert one is not None
        assert other is not None
        assert (one["y"] == other["y"]) is beside
        assert (one["x"] == other["x"]) is not beside


def test_a_register_is_filtered_by_subject(visit: Visit) -> None:
    page = visit.open("leipzig/massnahmen/?thema=digitales")
    page.wait_for_selector(".kek-register [role=status], .kek-register output")
    assert page.locator(".kek-row:visible").count() == JUDGED["leipzig"]["digitales"][3]
