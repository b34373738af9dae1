# What the two documents hold must be on the built site, counted there and not in the YAML.
from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from kek_build.pages.record import plain_text
from tests.shipped.pages import files, paths

DATA = {"application/json", "application/ld+json"}
"""Blocks of data in pages; no browser runs them."""

PROFILE_PLACEMENTS = {
    "i.1": 5, "i.2": 7, "i.3": 17, "i.4": 3, "i.5": 1, "ii.1": 2, "ii.2": 8, "ii.3": 5, "ii.4": 8, "ii.5": 3,
    "iii.1": 17, "iii.2": 4, "iii.3": 3, "iii.4": 4,
}  # fmt: skip
"""Measures in each profile, as printed in the document: 87 in all."""

STATEMENTS = {
    "bevoelkerung": (4, 7, 4, 8), "bildung": (7, 2, 5, 5), "soziales": (12, 3, 7, 7), "tourismus": (10, 8, 6, 5),
    "wohnen": (6, 1, 4, 3), "versorgung": (2, 2, 4, 3), "verkehr": (6, 4, 6, 4), "wirtschaft": (8, 8, 5, 8),
    "siedlung": (3, 1, 7, 7), "natur": (6, 12, 6, 4), "kooperation": (5, 3, 3, 2), "verwaltung": (1, 7, 10, 8),
}  # fmt: skip
"""Strengths, weaknesses, chances and risks of each topic, as printed: 259 in all."""

PROFILE_ROWS = ("Handlungsfelder laut Profil", "Ziel laut Übersicht", "Bearbeitungsstand", "Träger", "Ansprechpartner")


def page(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path / "index.html").read_text(encoding="utf-8"))


def article(site: Path, path: str) -> str:
    node = page(site, path).css_first("article")
    assert node is not None
    return plain_text(node.html or "")


def pages_in(site: Path, folder: str) -> list[str]:
    return [path.split("/")[2] for path in paths(site) if path.startswith(f"{folder}/") and path.count("/") == 3]


def test_leipzig_has_its_fields_goals_projects_and_measures(site: Path) -> None:
    assert pages_in(site, "leipzig/handlungsfelder") == ["i", "ii", "iii"]
    assert len(pages_in(site, "leipzig/ziele")) == 10
    assert pages_in(site, "leipzig/schluesselvorhaben") == sorted(PROFILE_PLACEMENTS)
    assert len(pages_in(site, "leipzig/massnahmen")) == 79
    assert pages_in(site, "leipzig/swot") == sorted([*STATEMENTS, "antworten"])


def test_leipzig_says_first_that_of_most_measures_nothing_is_known(site: Path) -> None:
    assert pages_in(site, "leipzig/umsetzungsstand") == ["i", "ii", "iii"]
    told = article(site, "leipzig/umsetzungsstand")
    assert "Das Konzept nennt 14 Schlüsselvorhaben und 79 Maßnahmen. Bei 84 von 93 ist nicht angegeben" in told
    assert "Zu Status, Terminen und Neuem ist bei keinem etwas angegeben." in told


def test_boerde_says_that_it_names_nothing_whose_state_could_be_counted(site: Path) -> None:
    assert pages_in(site, "boerde/umsetzungsstand") == []
    assert "Das Konzept nennt keine Schlüsselvorhaben und keine Maßnahmen." in article(site, "boerde/umsetzungsstand")


def test_leipzig_has_ten_guiding_statements(site: Path) -> None:
    counts = [len(page(site, f"leipzig/handlungsfelder/{n}").css(".kek-statement")) for n in ("i", "ii", "iii")]
    assert counts == [4, 3, 3]


@pytest.mark.parametrize("number", PROFILE_PLACEMENTS)
def test_each_profile_places_its_measures(site: Path, number: str) -> None:
    cards = page(site, f"leipzig/schluesselvorhaben/{number}").css("section[aria-labelledby^=massnahmen-] .kek-card")
    assert len(cards) == PROFILE_PLACEMENTS[number]


def test_the_profiles_place_87_measures_of_79_numbers() -> None:
    assert sum(PROFILE_PLACEMENTS.values()) == 87


@pytest.mark.parametrize("number", PROFILE_PLACEMENTS)
def test_each_profile_shows_every_row(site: Path, number: str) -> None:
    tree = page(site, f"leipzig/schluesselvorhaben/{number}")
    labels = [node.text(strip=True) for node in tree.css(".kek-facts dt")]
    assert [row for row in PROFILE_ROWS if row not in labels] == []
    headings = [node.text(strip=True) for node in tree.css("h2")]
    assert {"Worum es geht", "Ziele laut Profil", "Arbeitsschritte"} <= set(headings)


@pytest.mark.parametrize(
    ("number", "row"), [("ii.3", "arbeitsschritte"), ("iii.3", "arbeitsschritte"), ("iii.4", "arbeitsschritte")]
)
def test_rows_that_the_document_leaves_empty_say_so(site: Path, number: str, row: str) -> None:
    section = page(site, f"leipzig/schluesselvorhaben/{number}").css_first(f"section[aria-labelledby={row}]")
    assert section is not None
    assert "nicht angegeben" in section.text()


def test_every_key_project_of_leipzig_stands_in_the_table_of_phases_and_none_is_judged(site: Path) -> None:
    rows = page(site, "leipzig/quellen/").css("section[aria-labelledby=bearbeitungsstand] tbody tr")
    cells = [[cell.text().strip() for cell in row.css("th, td")] for row in rows]
    named = [link.text().split()[0] for row in rows for link in row.css("td:last-child a")]
    assert sorted(number.lower() for number in named) == sorted(PROFILE_PLACEMENTS)
    assert {phase for _, phase, *_ in cells} == {"Daueraufgabe", "in Umsetzung", "keine"}
    assert {printed: phase for printed, phase, *_ in cells}["„Tw. in Bearbeitung“"] == "in Umsetzung"


@pytest.mark.parametrize("topic", STATEMENTS)
def test_each_topic_has_its_statements_in_four_quadrants(site: Path, topic: str) -> None:
    tree = page(site, f"leipzig/swot/{topic}")
    counts = tuple(
        len(tree.css(f".kek-quadrant--{quadrant} > ol > li"))
        for quadrant in ("staerken", "schwaechen", "chancen", "risiken")
    )
    assert counts == STATEMENTS[topic]


def test_the_analysis_has_259_statements_and_five_points_below_them(site: Path) -> None:
    assert sum(map(sum, STATEMENTS.values())) == 259
    points = sum(
        len(page(site, f"leipzig/swot/{topic}").css(".kek-quadrant > ol > li > ul:not(.kek-links) > li"))
        for topic in STATEMENTS
    )
    assert points == 5


def test_boerde_has_its_goal_system(site: Path) -> None:
    assert pages_in(site, "boerde/handlungsfelder") == list("1234567")
    goals = pages_in(site, "boerde/ziele")
    topics = [goal for goal in goals if goal.count(".") == 1]
    strategic = [goal for goal in goals if goal.count(".") == 2]
    assert (len(topics), len(strategic)) == (17, 38)
    operative = sum(len(page(site, f"boerde/ziele/{goal}").css(".kek-goal[id*='-']")) for goal in strategic)
    assert operative == 83
    assert all(page(site, f"boerde/ziele/{topic}").css_first(".kek-statement") for topic in topics)


def test_boerde_has_two_priority_groups(site: Path) -> None:
    tree = page(site, "boerde/handlungsfelder")
    groups = [len(node.css(".kek-card")) for node in tree.css(".kek-cards")]
    assert groups == [3, 4]


def test_the_goal_that_lost_its_bullet_is_there_with_a_note(site: Path) -> None:
    goal = page(site, "boerde/ziele/1.2.1").css_first("[id='1.2.1-4']")
    assert goal is not None
    assert "Unterstützung der landwirtschaftlichen Betriebe bei der Vermarktung regionaler Produkte" in goal.text()
    assert goal.css_first(".kek-note") is not None


@pytest.mark.parametrize(
    ("path", "facts"),
    [
        ("boerde/verlauf", ["23. November 2016", "14. Februar 2018", "28. November 2018", "2019", "November 2022"]),
        ("boerde/befragung", ["Digitalisierung", "Arbeitsmarktförderung", "Einkaufsmöglichkeiten", "Touristische"]),
        ("boerde/seiten/zielsystem", ["§ 20", "KommHVO", "Strategiepyramide"]),
        ("boerde/seiten/vorwort", ["Martin Stichnoth", "Magdeburg", "Corona"]),
        ("boerde", ["Bester Boden für eine fruchtbare Zukunft", "Familienfreundlichkeit", "Transparente"]),
        ("leipzig", ["30", "19 Städte", "11 Gemeinden", "550 km", "48 %", "47,1 %", "unternehmerfreundlich"]),
        ("leipzig/verlauf", ["Planungsbüro Landmann", "31. Dezember 2019", "2011"]),
        ("leipzig/massnahmen", ["+++", "hohe", "mittlere"]),
        ("leipzig/kennzahlen/bevoelkerungsprognose", ["−1,4", "−5,2", "V1", "V2", "2030"]),
        ("leipzig/kennzahlen/strassenerneuerung", ["30", "km"]),
        ("leipzig/schluesselvorhaben/i.5", ["550 km", "48", "30 km", "Amt für Straßenbau"]),
        ("leipzig/schluesselvorhaben/i.1", ["Revierbeauftragter", "2030", "Zwenkau", "Groitzsch"]),
        ("leipzig/massnahmen/3-38", ["Markranstädt", "Naumburg", "Bad Lausick", "Chemnitz", "Gera", "Döbeln"]),
        ("leipzig/massnahmen/2-82", ["SAKD", "LECOS", "KISA", "Freistaat Sachsen"]),
        ("leipzig/massnahmen/1-30", ["LÜREK", "B 176", "Pegau", "Hohenmölsen"]),
    ],
)  # fmt: skip
def test_facts_of_the_documents_stand_on_their_page(site: Path, path: str, facts: list[str]) -> None:
    text = article(site, path)
    assert [fact for fact in facts if fact not in text] == []


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("leipzig/schluesselvorhaben/i.4", "Handlungsfeld"),
        ("leipzig/schluesselvorhaben/iii.3", "Handlungsfeld"),
        ("leipzig/schluesselvorhaben/i.5", "1.5"),
        ("leipzig/handlungsfelder/ii", "Lebens-/liebenswerte Orte"),
        ("leipzig/massnahmen/3-59", "3-61"),
        ("leipzig/massnahmen/3-34", "I.4"),
        ("leipzig/massnahmen/1-16", "Fußnote"),
        ("boerde/handlungsfelder/4", "Infrastruktur"),
        ("boerde/ziele/4.2", "Familienfreundlichkeit"),
    ],
)
def test_contradictions_are_told_where_they_show(site: Path, path: str, words: str) -> None:
    notes = " ".join(node.text() for node in page(site, path).css(".kek-note"))
    assert words in notes


def test_editorial_links_are_marked(site: Path) -> None:
    for topic in STATEMENTS:
        tree = page(site, f"leipzig/swot/{topic}")
        answers = tree.css(".kek-answers")
        assert answers
        assert all(answer.css_first(".kek-editorial") for answer in answers)


def test_measures_have_plain_titles_of_at_most_80_characters(site: Path) -> None:
    for number in pages_in(site, "leipzig/massnahmen"):
        heading = page(site, f"leipzig/massnahmen/{number}").css_first("h1")
        assert heading is not None
        title = heading.text(strip=True).removeprefix(number)
        assert 0 < len(title) <= 80


def test_every_page_has_one_heading_a_description_and_its_number_in_the_title(site: Path) -> None:
    for file in files(site):
        tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
        assert len(tree.css("h1")) == 1, file
        description = tree.css_first("meta[name=description]")
        assert description is not None, file
        assert len(description.attributes["content"] or "") > 20, file
        number = tree.css_first("h1 .kek-number")
        title = tree.css_first("title")
        assert title is not None
        if number is not None:
            assert title.text(strip=True).startswith(number.text(strip=True)), file


def test_every_page_of_a_concept_says_what_made_it_and_where_it_stands(site: Path) -> None:
    for folder in ("boerde", "leipzig"):
        for file in (site / path / "index.html" for path in paths(site) if path.startswith(f"{folder}/")):
            tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
            edit = tree.css_first("a[rel~=edit]")
            assert edit is not None, file
            assert f"/content/{folder}/" in (edit.attributes["href"] or ""), file
            assert len(tree.css(".kek-crumbs li")) >= 2, file
            assert "keine amtliche Veröffentlichung" in tree.css_first(".kek-source").text(), file  # type: ignore[union-attr]


def test_nothing_unfinished_is_shown(site: Path) -> None:
    unfinished = re.compile(r"\b(TODO|FIXME|XXX|lorem ipsum)\b|\[\[|\]\]|\{\{|\}\}|>None<|Undefined", re.IGNORECASE)
    for file in files(site):
        body = LexborHTMLParser(file.read_text(encoding="utf-8")).css_first("article")
        assert body is not None
        assert unfinished.search(body.html or "") is None, file


def test_no_page_holds_script_style_or_handler(site: Path) -> None:
    for file in sorted(site.rglob("*.html")):
        tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
        inline = [node for node in tree.css("script:not([src])") if node.attributes.get("type") not in DATA]
        assert inline == [], file
        assert tree.css("style, [style], [onclick], [onload], [onsubmit], [onchange]") == [], file


def test_single_county_sites_build_at_the_root(tmp_path: Path) -> None:
    from kek_build.mkdocs_adapter.build import build_site  # noqa: PLC0415

    root = Path(__file__).resolve().parents[2]
    for name, present, absent in (
        ("leipzig", "massnahmen/1-32", "ziele/4.3.1"),
        ("boerde", "ziele/4.3.1", "massnahmen"),
    ):
        built = build_site(root / "site_config" / f"{name}.yml", tmp_path / name, documents=False)
        assert (built / present / "index.html").is_file()
        assert not (built / absent).exists()
        assert not (built / name).exists()


def test_a_second_build_is_byte_identical(site: Path, tmp_path: Path) -> None:
    from kek_build.mkdocs_adapter.build import build_site  # noqa: PLC0415

    again = build_site(Path(__file__).resolve().parents[2] / "mkdocs.yml", tmp_path / "again", documents=False)
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(again).as_posix() for path in again.rglob("*") if path.is_file())
    assert [name for name in names if (site / name).read_bytes() != (again / name).read_bytes()] == []
