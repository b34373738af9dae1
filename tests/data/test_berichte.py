# The table beside a report holds all that its page tells, also what the page has no room for.
from __future__ import annotations

from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from kek_build.data import berichte
from kek_build.data.keeping import Keeper
from kek_build.data.source import Source
from kek_build.pages import bericht
from kek_build.pages.draft import Workshop
from kek_build.pages.limits import ENDLESS


def _cells(content: bytes) -> list[list[str]]:
    return [line.split(";") for line in content.decode("utf-8-sig").splitlines()]


def test_every_report_has_its_table(workshop: Workshop) -> None:
    found = {output.path: _cells(output.content) for output in berichte.outputs(Source(workshop), Keeper())}
    assert set(found) == {f"berichte/{name}/bericht.csv" for name in ("jahr-2021", "2021-01-01-bis-2023-12-31")}
    head, *rows = found["berichte/2021-01-01-bis-2023-12-31/bericht.csv"]
    (news,) = (dict(zip(head, row, strict=True)) for row in rows if "Das Geld <reicht> nicht, sagt Bauamt." in row)
    assert news["teil"] == "Was sich bewegt hat"
    assert (news["kennung"], news["handlungsfeld"]) == ("massnahmen/1-10", "I")
    assert (news["phase_vorher"], news["phase_nachher"]) == ("geplant", "in Vorbereitung")
    assert (news["status_vorher"], news["status_nachher"]) == ("", "gefährdet")
    assert news["datum_von"] == "2023-03-01"
    assert news["adresse"] == "https://kek.example.org/massnahmen/1-10/"


def test_a_table_has_a_row_for_everything_that_the_page_shows(workshop: Workshop) -> None:
    whole = replace(workshop, limits=ENDLESS)
    for report in workshop.konzept.datei.berichte:
        html = LexborHTMLParser(bericht.page(whole, report).html)
        shown = {
            # That something became late stands in the part about what is late.
            "Was sich bewegt hat": sum(
                "Seitdem überfällig" not in item.text() for item in html.css("[aria-labelledby=bewegung] li li")
            ),
            "Im Verzug": len(html.css("[aria-labelledby=verzug] tbody tr")),
            "Beschlüsse und Schritte": len(html.css("[aria-labelledby=beschluesse] ol li")),
            "Was danach ansteht": len(html.css("[aria-labelledby=ausblick] tbody tr")),
        }
        rows = list(berichte.rows(report, Source(whole)))
        assert {part: sum(row.part == part for row in rows) for part in shown} == shown
