# Ten errands of citizens: what somebody wants to know, the way to it from the start page, and what must stand at
# its end. Nobody should need more than three clicks; typing is none, sending it and taking a hit are two.
from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, expect

from tests.shipped.conftest import Visit

MOST = 3
"""Clicks from the start page."""


@dataclass(frozen=True)
class Search:
    """Words typed into the search of the start page, and what the hit that one takes begins with."""

    words: str
    hit: str


@dataclass(frozen=True)
class Follow:
    """A link that one follows; `inside` is the landmark it stands in."""

    name: str
    inside: str = "main"


@dataclass(frozen=True)
class Errand:
    """A question, the way to its answer, and the answer."""

    question: str
    start: str
    way: tuple[Search | Follow, ...]
    answer: tuple[str, ...]


ERRANDS = (
    Errand(
        "Wird die S-Bahn nach Markranstädt verlängert?",
        "",
        (Search("S-Bahn Markranstädt", "3-38 "),),
        ("S-Bahn", "Markranstädt"),
    ),
    Errand(
        "Wer ist für Radwege zuständig?",
        "",
        (
            Search("Wer ist für Radwege zuständig?", "3-51 "),
            Follow("III.1 Mobilitätskonzept „Landkreis Leipzig in Fahrt“"),
        ),
        ("Träger", "Ansprechpartner", "Liegenschafts- und Kultusamt"),
    ),
    Errand(
        "Was tut der Kreis gegen den Ärztemangel?",
        "leipzig/",
        (
            Search("Was tut der Kreis gegen den Ärztemangel?", "2-26 "),
            Follow("II.5 Medizinische Versorgung und Pflege"),
        ),
        ("ambulant", "Pflege"),
    ),
    Errand("Was ist in Zwenkau geplant?", "leipzig/", (Search("Zwenkau", "Zwenkau"),), ("3-38", "III.1")),
    Errand(
        "Kommt schnelles Internet auf die Dörfer?", "boerde/", (Search("schnelles Internet", "1.3.1 "),), ("Breitband",)
    ),
    Errand(
        "Wie viel Straße wird jedes Jahr erneuert?",
        "leipzig/",
        (Follow("Kennzahlen", "Hauptmenü"), Follow("Erneuerte Straßen im Netz der Kreisstraßen")),
        ("mindestens 30", "km je Jahr"),
    ),
    Errand(
        "Was ist laut Kreis schlecht an der Bildung?",
        "leipzig/",
        (Follow("SWOT-Analyse", "Hauptmenü"), Follow("Bildung")),
        ("Schwäche 1", "Schwäche 2"),
    ),
    Errand(
        "Wann hat der Kreistag etwas beschlossen?",
        "",
        (Follow("Landkreis Börde"), Follow("Alle Beschlüsse und Schritte")),
        ("23. November 2016", "14. Februar 2018", "Kreistag"),
    ),
    Errand("Was heißt ÖPNV?", "", (Search("Was heißt ÖPNV?", "ÖPNV"),), ("Öffentlicher Personennahverkehr",)),
    Errand(
        "Wo melde ich eine Barriere?",
        "leipzig/schluesselvorhaben/i.1/",
        (Follow("Barriere melden", "contentinfo"),),
        ("Barriere melden",),
    ),
)


@pytest.mark.parametrize("errand", ERRANDS, ids=lambda errand: errand.question)
def test_a_citizen_finds_the_answer_with_at_most_three_clicks(visit: Visit, errand: Errand) -> None:
    page = visit.open(errand.start)
    clicks = 0

    def click(link: Locator) -> None:
        nonlocal clicks
        link.first.click()
        clicks += 1

    main = page.get_by_role("main")
    for step in errand.way:
        if isinstance(step, Search):
            main.get_by_role("searchbox").first.fill(step.words)
            click(main.get_by_role("button", name="Suchen", exact=True))
            click(page.locator(".kek-hits").get_by_role("link", name=re.compile("^" + re.escape(step.hit))))
        elif step.inside == "main":
            click(main.get_by_role("link", name=step.name, exact=True))
        elif step.inside == "contentinfo":
            click(page.get_by_role("contentinfo").get_by_role("link", name=step.name, exact=True))
        else:
            click(page.get_by_role("navigation", name=step.inside).get_by_role("link", name=step.name, exact=True))
    for words in errand.answer:
        expect(main).to_contain_text(words)
    assert clicks <= MOST
