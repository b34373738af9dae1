from __future__ import annotations

import pytest

from kek_build import contract
from kek_build.contract.check import Named, named_by
from kek_build.errors import Problem
from kek_build.rules import Rule
from tests.example import Copy


def problems(copy: Copy) -> list[Problem]:
    return contract.check([copy.konzept()], copy.root)


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("massnahmen/3-34/", Named("massnahme", "3-34")),
        ("massnahmen/3-34/#inhalt", Named("massnahme", "3-34")),
        ("massnahmen/3-34/aenderungen/", Named("massnahme", "3-34")),
        ("ziele/4.3.1/#4.3.1-2", Named("ziel", "4.3.1")),
        ("orte/zwenkau/", Named("ort", "orte/zwenkau")),
        ("swot/bildung/#schwaeche-2", Named("aussage", "swot/bildung#schwaeche-2")),
        ("swot/bildung/#schwaechen", Named("swot", "swot/bildung")),
        ("swot/antworten/", None),
        ("swot/antworten/#feld-i-schwaechen-ohne", None),
        ("glossar/#oepnv", Named("begriff", "glossar/oepnv")),
        ("quellen/#kek", Named("dokument", "quellen/kek")),
        ("glossar/", None),
        ("massnahmen/#handlungsfeld-i", None),
        ("verlauf/#mitwirkende", None),
        ("", None),
        ("#werte", None),
    ],
)
def test_an_address_names_the_thing_it_belongs_to(address: str, named: Named | None) -> None:
    assert named_by(address) == named


def test_the_example_breaks_no_promise(copy: Copy) -> None:
    assert problems(copy) == []


def test_the_message_names_line_missing_file_and_what_to_write(copy: Copy) -> None:
    (copy.folder / "massnahmen/2-3.yml").unlink()
    (problem,) = problems(copy)
    line = copy.line("adressen.txt", "massnahmen/2-3/")
    assert (
        str(problem)
        == f"""\
content/musterkreis/adressen.txt:{line}:1: „massnahmen/2-3/“ wurde veröffentlicht, aber niemand antwortet mehr dafür: \
Maßnahme „2-3“ fehlt.
    Erwartet: eines von dreien:
      1. content/musterkreis/massnahmen/2-3.yml wie zuvor
      2. „aliase: [2-3]“ dort, wo es unter anderem Namen weitergeht („kek umbenennen“)
      3. in content/musterkreis/aufgehoben.yml, was daraus wurde:
           - verweis: 2-3
             art: massnahme
             titel: …
             ende: 2026
             grund: …
             ersetzt_durch: […]"""
    )


def test_what_the_message_proposes_mends_it(copy: Copy) -> None:
    (copy.folder / "massnahmen/2-3.yml").unlink()
    expected = problems(copy)[0].expected
    assert expected
    stone = "\n".join(line[11:] for line in expected.splitlines()[4:])
    copy.append("aufgehoben.yml", f"{stone}\n")
    told = [problem for problem in copy.problems() if problem.rule is Rule.PLACEHOLDER]
    assert [problem.line for problem in told] == [
        copy.line("aufgehoben.yml", text) for text in ("titel: …", "grund: …", "[…]")
    ]
    assert {problem.message for problem in told} == {"„…“ ist nur ein Platzhalter."}
    filled = stone.replace("[…]", "[2-1]").replace("…", "Fahrräder zum Leihen")
    copy.replace("aufgehoben.yml", stone, filled)
    assert problems(copy) == []


def test_a_thing_is_told_once_however_many_anchors_its_page_had(copy: Copy) -> None:
    copy.replace("kennzahlen/radwege.yml", "kennung: radwege", "kennung: radnetz")
    for ending in ("yml", "csv"):
        (copy.folder / f"kennzahlen/radwege.{ending}").rename(copy.folder / f"kennzahlen/radnetz.{ending}")
    copy.replace("handlungsfelder/II.yml", "[radwege]", "[radnetz]")
    (problem,) = problems(copy)
    assert "content/musterkreis/kennzahlen/radwege.yml wie zuvor" in str(problem)


def test_a_number_of_another_kind_of_thing_does_not_answer(copy: Copy) -> None:
    (copy.folder / "massnahmen/2-3.yml").unlink()
    copy.replace("handlungsfelder/I.yml", 'nummer: "1.2"', "nummer: 2-3")
    assert [p.message[:20] for p in problems(copy)] == ["„massnahmen/2-3/“ wu", "„ziele/1.2/“ wurde v"]


def test_headings_may_come_and_go(copy: Copy) -> None:
    copy.append("adressen.txt", "massnahmen/2-1/#was-es-nie-gab\nverschwundene-seite/\n")
    assert problems(copy) == []


@pytest.mark.parametrize("number", ["daten", "Karte", "suche"])
def test_a_number_that_is_an_address_of_the_site_itself_is_told(copy: Copy, number: str) -> None:
    copy.replace("massnahmen/2-3.yml", "nummer: 2-3", f"nummer: {number}\naliase: [2-3]")
    (copy.folder / "massnahmen/2-3.yml").rename(copy.folder / f"massnahmen/{number}.yml")
    (problem,) = problems(copy)
    assert problem.message == f"Eine Nummer kann nicht „{number}“ heißen."
    assert (problem.file.name, problem.line, problem.column) == (f"{number}.yml", 1, 9)


def test_former_numbers_and_those_of_tombstones_are_no_addresses_of_the_site_either(copy: Copy) -> None:
    copy.replace("massnahmen/2-3.yml", "nummer: 2-3\n", "nummer: 2-3\naliase: [kek]\n")
    copy.append("aufgehoben.yml", "- verweis: orte\n  art: ziel\n  titel: x\n  ende: 2024\n  grund: y\n")
    last = (copy.folder / "aufgehoben.yml").read_text(encoding="utf-8").count("\n") - 4
    assert [(p.file.name, p.line) for p in problems(copy)] == [("2-3.yml", 2), ("aufgehoben.yml", last)]


@pytest.mark.parametrize("name", ["seite-2", "liste"])
def test_no_thing_is_called_what_pages_of_a_long_list_are(copy: Copy, name: str) -> None:
    copy.append("orte.yml", f"- {{kennung: {name}, name: Hof, art: Ortsteil, im_landkreis: ja}}\n")
    (problem,) = problems(copy)
    assert problem.message == f"Eine Kennung kann nicht „{name}“ heißen: So heißen die Seiten langer Listen."
    assert problem.file.name == "orte.yml"


_NO_TOPIC = "Ein SWOT-Thema kann nicht „antworten“ heißen: So heißt die Seite mit dem, was darauf antwortet."


def test_no_topic_is_called_as_the_page_of_answers_is(copy: Copy) -> None:
    copy.write("swot/antworten.yml", "kennung: antworten\ntitel: Antworten\nhandlungsfelder: [I]\n")
    (problem,) = problems(copy)
    assert (problem.message, problem.file.name, problem.line) == (_NO_TOPIC, "antworten.yml", 1)


def test_no_topic_was_called_so_either(copy: Copy) -> None:
    copy.replace("swot/wohnen.yml", "aliase: [haeuser]", "aliase: [haeuser, antworten]")
    (problem,) = problems(copy)
    assert (problem.message, problem.file.name, problem.line) == (_NO_TOPIC, "wohnen.yml", 2)


def test_a_topic_that_was_dissolved_was_not_called_so_either(copy: Copy) -> None:
    copy.append("aufgehoben.yml", "- verweis: swot/antworten\n  titel: x\n  ende: 2024\n  grund: y\n")
    (problem,) = problems(copy)
    assert (problem.message, problem.file.name) == (_NO_TOPIC, "aufgehoben.yml")


def test_an_actor_may_be_called_so(copy: Copy) -> None:
    copy.append("akteure.yml", "- {kennung: antworten, name: Antworten, art: Verein}\n")
    assert problems(copy) == []


def test_a_thing_may_be_called_nearly_so_and_a_page_of_prose_exactly_so(copy: Copy) -> None:
    copy.write("seiten/seite-2.md", "---\ntitel: Zweite Seite\n---\nText.\n")
    copy.append("orte.yml", "- {kennung: seite-b, name: Hof, art: Ortsteil, im_landkreis: ja}\n")
    assert problems(copy) == []
