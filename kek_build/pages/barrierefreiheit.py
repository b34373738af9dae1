# The statement on accessibility, built as the model of Implementing Decision (EU) 2018/1523 asks, from the result of
# the last test and from what the operator says. It claims no more than was tested: without a report it names no status,
# and without a test by people never the best one.
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal
from urllib.parse import quote

from kek_build.models.dates import Datum
from kek_build.pages.views import LinkView
from kek_build.site import Handpruefung, SiteOptions
from kek_build.site.pruefbericht import Luecke, Pruefbericht

Status = Literal["vollständig", "teilweise", "nicht"]

_GROUPS = {
    "unvereinbar": "Noch nicht mit den Vorschriften vereinbar",
    "unverhältnismäßig": "Unverhältnismäßige Belastung",
    "ausgenommen": "Nicht von den Vorschriften erfasst",
}
_ONLY_AUTOMATIC = Luecke(
    was="Eine Prüfung durch Menschen steht noch aus",
    grund="Automatische Prüfungen finden nur einen Teil der Barrieren. Weitere sind möglich.",
)
_BODY = "Adresse der Seite:\n\n\nWas ist das Problem?\n\n\nGerät, Browser und Hilfsmittel:\n\n"


@dataclass(frozen=True)
class GapGroup:
    """What is not accessible for one kind of reason."""

    title: str
    gaps: tuple[Luecke, ...]


@dataclass(frozen=True)
class Statement:
    """What the page says of the state of accessibility."""

    status: Status | None
    """None when no test says anything."""
    groups: tuple[GapGroup, ...]
    created: str | None
    """The day of the last test, in words."""
    rows: tuple[tuple[str, str], ...]
    """What was tested automatically, and what was found."""
    by_hand: tuple[tuple[str, str], ...]
    """What people tested."""


def statement(report: Pruefbericht | None, by_hand: Handpruefung | None) -> Statement:
    """The statement, from the last automatic test and the last one by people."""
    days = [test.datum for test in (report, by_hand) if test]
    gaps = _gaps(report, by_hand)
    return Statement(
        status=_status(report, by_hand, gaps),
        groups=tuple(
            GapGroup(title, found)
            for kind, title in _GROUPS.items()
            if (found := tuple(gap for gap in gaps if gap.art == kind))
        ),
        created=_in_words(max(days)) if days else None,
        rows=_rows(report) if report else (),
        by_hand=(
            (
                ("Geprüft am", _in_words(by_hand.datum)),
                ("Durch", by_hand.durch),
                ("Womit und was", by_hand.was),
                ("Ergebnis", f"{by_hand.ergebnis} vereinbar"),
            )
            if by_hand
            else ()
        ),
    )


def report_link(options: SiteOptions) -> LinkView | None:
    """The link that opens a mail about a barrier, where the operator has an address for it."""
    if not options.anbieter.mail:
        return None
    subject = quote(f"Barriere auf der Website „{options.titel}“")
    address = quote(options.anbieter.mail, safe="@")
    return LinkView(f"mailto:{address}?subject={subject}&body={quote(_BODY)}", options.anbieter.mail)


def _status(report: Pruefbericht | None, by_hand: Handpruefung | None, gaps: tuple[Luecke, ...]) -> Status | None:
    if by_hand and by_hand.ergebnis == "nicht":
        return "nicht"
    if report is None:
        return None
    excluded = all(gap.art == "ausgenommen" for gap in gaps)
    return "vollständig" if by_hand and by_hand.ergebnis == "vollständig" and excluded else "teilweise"


def _gaps(report: Pruefbericht | None, by_hand: Handpruefung | None) -> tuple[Luecke, ...]:
    if report is None:
        return by_hand.luecken if by_hand else ()
    found = []
    if report.verstoesse or report.verletzte_regeln:
        rules = ", ".join(report.verletzte_regeln) or "nicht angegeben"
        found.append(Luecke(was=f"Verstöße gegen Regeln: {report.verstoesse}", grund=f"Verletzte Regeln: {rules}."))
    if report.html_fehler:
        found.append(
            Luecke(
                was=f"Fehler im HTML: {report.html_fehler}",
                grund="Hilfsmittel können Seiten mit solchen Fehlern falsch wiedergeben.",
            )
        )
    return (*found, *report.luecken, *(by_hand.luecken if by_hand else (_ONLY_AUTOMATIC,)))


def _rows(report: Pruefbericht) -> tuple[tuple[str, str], ...]:
    return (
        ("Geprüft am", _in_words(report.datum)),
        ("Werkzeug", report.werkzeug),
        ("Regeln", report.regeln),
        ("Geprüfte Seiten", str(report.seiten)),
        ("Ansichten", "; ".join(report.ansichten)),
        ("Gefundene Verstöße", str(report.verstoesse or "keine")),
        ("Fehler im HTML", str(report.html_fehler or "keine")),
    )


def _in_words(day: date) -> str:
    return str(Datum(day, day, "tag"))
