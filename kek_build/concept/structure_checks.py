# What does not fit the frame that a concept gives itself in konzept.yml: priorities that its scale lacks, goals below
# its lowest level, decisions nobody took, two reports of one name; and SWOT statements in the wrong list.
from __future__ import annotations

from collections.abc import Iterable, Iterator

from kek_build.concept.coverage import quadrant_of
from kek_build.concept.entries import CONCEPT_REF, Entry
from kek_build.concept.finding import LINE, Finding
from kek_build.models import QUADRANTS, KonzeptDatei
from kek_build.reading.suggestions import nearest
from kek_build.rules import Rule


def structure_findings(entries: Iterable[Entry], konzept: KonzeptDatei | None) -> Iterator[Finding]:
    """Check the things of a concept against its frame.

    Args:
        entries: the things.
        konzept: what konzept.yml says, where that is known.
    """
    for entry in entries:
        if entry.kind == "aussage":
            yield from _quadrant(entry)
        if konzept and entry.kind == "massnahme":
            yield from _priority(entry, [step.zeichen for step in konzept.prioritaeten])
        if konzept and entry.kind == "ziel" and entry.depth >= len(konzept.ebenen):
            names = " → ".join(level.mehrzahl for level in konzept.ebenen)
            message = f"Das Ziel „{entry.ref}“ liegt tiefer als die Zielebenen des Konzepts."
            yield Finding(Rule.GOAL_LEVEL, entry.origin, message, names)
        if konzept and entry.ref == CONCEPT_REF:
            yield from _decisions(entry, konzept)
            yield from _reports(entry, konzept)


def _quadrant(entry: Entry) -> Iterator[Finding]:
    key = quadrant_of(entry)
    wanted = QUADRANTS[key]
    if entry.own.id.rpartition("-")[0] != wanted:
        origin = entry.at("id")
        yield Finding(Rule.QUADRANT, origin, f"„{entry.own.id}“ steht unter „{key}“.", f"eine Kennung wie {wanted}-1")


def _priority(entry: Entry, scale: list[str]) -> Iterator[Finding]:
    value = entry.own.prioritaet
    if value is not None and value not in scale:
        expected = ", ".join(scale) or "eine Skala „prioritaeten“ in konzept.yml"
        origin = entry.at("prioritaet")
        message = f"Die Priorität „{value}“ gibt es nicht."
        yield Finding(Rule.PRIORITY, origin, message, expected, nearest(value, scale))


def _decisions(entry: Entry, konzept: KonzeptDatei) -> Iterator[Finding]:
    for index, event in enumerate(konzept.verlauf):
        if event.art == "beschluss" and event.gremium is None:
            origin = entry.at("verlauf", index)
            yield Finding(Rule.NO_COMMITTEE, origin, "Ein Beschluss braucht ein Gremium.", "gremium: kreistag")


def _reports(entry: Entry, konzept: KonzeptDatei) -> Iterator[Finding]:
    """Reports that would stand at one address."""
    first: dict[str, int] = {}
    for index, report in enumerate(konzept.berichte):
        before = first.setdefault(report.name, index)
        if before != index:
            yield Finding(
                Rule.REPEATED,
                entry.at("berichte", index, "kennung" if report.kennung else "von"),
                f"Ein Bericht mit der Adresse „{report.name}“ steht schon weiter oben (Zeile {LINE}).",
                "für jeden Bericht eine eigene „kennung“",
                beside=entry.at("berichte", before),
            )
