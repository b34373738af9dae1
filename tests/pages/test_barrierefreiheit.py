from __future__ import annotations

from datetime import date
from typing import Any, Literal

import pytest

from kek_build.pages.barrierefreiheit import Statement, report_link, statement
from kek_build.site import Handpruefung
from kek_build.site.pruefbericht import Luecke, Pruefbericht
from tests.example import OFFICIAL

_REPORT = Pruefbericht(
    datum=date(2026, 11, 25),
    werkzeug="axe-core 4.11",
    seiten=44,
    ansichten=("hell",),
    regeln="WCAG 2.2 AA",
    verstoesse=0,
    html_fehler=0,
)


def _report(**changes: Any) -> Pruefbericht:
    return _REPORT.model_copy(update=changes)


def _by_hand(ergebnis: Literal["vollständig", "teilweise", "nicht"], *luecken: Luecke) -> Handpruefung:
    return Handpruefung(datum=date(2026, 12, 1), durch="Verein", was="alles", ergebnis=ergebnis, luecken=luecken)


def _gaps(found: Statement) -> list[tuple[str, str]]:
    return [(group.title, gap.was) for group in found.groups for gap in group.gaps]


def test_without_any_test_no_status_is_claimed() -> None:
    found = statement(None, None)
    assert (found.status, found.created, found.groups, found.rows, found.by_hand) == (None, None, (), (), ())


def test_without_an_automatic_test_people_cannot_claim_the_best_status() -> None:
    assert statement(None, _by_hand("vollständig")).status is None


def test_an_automatic_test_alone_never_yields_the_best_status() -> None:
    found = statement(_REPORT, None)
    assert found.status == "teilweise"
    assert _gaps(found) == [("Noch nicht mit den Vorschriften vereinbar", "Eine Prüfung durch Menschen steht noch aus")]


def test_both_tests_without_a_fault_yield_the_best_status() -> None:
    found = statement(_REPORT, _by_hand("vollständig"))
    assert found.status == "vollständig"
    assert found.groups == ()


@pytest.mark.parametrize(
    ("changes", "gap"),
    [
        ({"verstoesse": 3, "verletzte_regeln": ("image-alt", "label")}, "Verstöße gegen Regeln: 3"),
        ({"html_fehler": 2}, "Fehler im HTML: 2"),
        ({"luecken": (Luecke(was="Karten", grund="x"),)}, "Karten"),
        ({"luecken": (Luecke(was="Karten", grund="x", art="unverhältnismäßig"),)}, "Karten"),
    ],
)
def test_what_the_report_found_stands_against_the_best_status(changes: dict[str, Any], gap: str) -> None:
    found = statement(_report(**changes), _by_hand("vollständig"))
    assert found.status == "teilweise"
    assert [was for _, was in _gaps(found)] == [gap]


def test_violated_rules_are_named() -> None:
    (group,) = statement(_report(verstoesse=1, verletzte_regeln=("image-alt",)), _by_hand("vollständig")).groups
    assert group.gaps[0].grund == "Verletzte Regeln: image-alt."


def test_what_the_law_leaves_out_does_not_stand_against_the_best_status() -> None:
    gap = Luecke(was="Alte Dateien", grund="von 2017", art="ausgenommen")
    found = statement(_report(luecken=(gap,)), _by_hand("vollständig"))
    assert found.status == "vollständig"
    assert _gaps(found) == [("Nicht von den Vorschriften erfasst", "Alte Dateien")]


def test_people_who_find_gaps_are_believed() -> None:
    assert statement(_REPORT, _by_hand("teilweise")).status == "teilweise"
    assert statement(_REPORT, _by_hand("nicht")).status == "nicht"
    assert statement(None, _by_hand("nicht")).status == "nicht"
    assert statement(_REPORT, _by_hand("vollständig", Luecke(was="Karten", grund="x"))).status == "teilweise"


def test_gaps_stand_in_groups_by_their_reason() -> None:
    gaps = (
        Luecke(was="A", grund="x", art="ausgenommen"),
        Luecke(was="B", grund="x"),
        Luecke(was="C", grund="x", art="unverhältnismäßig"),
    )
    found = statement(_report(luecken=gaps), _by_hand("teilweise", Luecke(was="D", grund="x")))
    assert _gaps(found) == [
        ("Noch nicht mit den Vorschriften vereinbar", "B"),
        ("Noch nicht mit den Vorschriften vereinbar", "D"),
        ("Unverhältnismäßige Belastung", "C"),
        ("Nicht von den Vorschriften erfasst", "A"),
    ]


def test_the_statement_is_as_old_as_the_last_test() -> None:
    assert statement(_REPORT, None).created == "25. November 2026"
    assert statement(_REPORT, _by_hand("teilweise")).created == "1. Dezember 2026"


def test_the_figures_of_the_report_are_shown() -> None:
    rows = dict(statement(_report(verstoesse=3), None).rows)
    assert rows == {
        "Geprüft am": "25. November 2026",
        "Werkzeug": "axe-core 4.11",
        "Regeln": "WCAG 2.2 AA",
        "Geprüfte Seiten": "44",
        "Ansichten": "hell",
        "Gefundene Verstöße": "3",
        "Fehler im HTML": "keine",
    }


def test_a_mail_about_a_barrier_names_the_site() -> None:
    link = report_link(OFFICIAL)
    assert link is not None
    assert link.title == "post@landkreis-gruenau.de"
    assert link.href.startswith("mailto:post@landkreis-gruenau.de?subject=Barriere%20auf%20der%20Website%20")
    assert "Gr%C3%BCnaus%20Konzept%20%26%20%3CZiele%3E" in link.href


def test_without_an_address_there_is_no_mail() -> None:
    silent = OFFICIAL.anbieter.model_copy(update={"mail": None})
    assert report_link(OFFICIAL.model_copy(update={"anbieter": silent})) is None
