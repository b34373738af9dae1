# What is wrong in the values of indicators taken together: two for one time, a target that lies before the baseline.
# Each is told where it stands, in YAML or in the line of the CSV file.
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from kek_build.concept.entries import Entry
from kek_build.concept.finding import LINE, Finding
from kek_build.models import Kennzahl
from kek_build.models.dates import Datum
from kek_build.reading import Origin
from kek_build.reading.figures import Figures
from kek_build.rules import Rule

SERIES = ("zielwerte", "werte", "prognosen")
"""The lists of values that an indicator has."""


def figure_findings(entries: Iterable[Entry], files: Mapping[str, Figures]) -> Iterator[Finding]:
    """Check the values of indicators.

    Args:
        entries: the things of a concept; indicators have their values, also those of CSV files.
        files: the CSV files, by the short name of their indicator.
    """
    for entry in entries:
        if entry.kind == "kennzahl":
            figures = files.get(entry.origin.file.stem)
            for series in SERIES:
                yield from _times(entry, series, figures if series == "werte" else None)
            yield from _targets(entry, entry.own)
            yield from _effects(entry, entry.own)


def _times(entry: Entry, series: str, figures: Figures | None) -> Iterator[Finding]:
    """Two values of one time and variant, and values without a time beside others."""
    values = getattr(entry.own, series)
    several = Counter(value.variante for value in values)
    first: dict[tuple[Datum, str | None], Origin] = {}
    for index, value in enumerate(values):
        if value.zeit is None:
            if several[value.variante] > 1:
                yield Finding(Rule.FIGURES, _at(entry, series, index, "wert", figures),
                              "Zu diesem Wert fehlt der Zeitpunkt; es gibt mehrere.", "zeit: 2025")  # fmt: skip
            continue
        origin = _at(entry, series, index, "zeit", figures)
        before = first.setdefault((value.zeit, value.variante), origin)
        if before is not origin:
            variant = f" der Variante „{value.variante}“" if value.variante else ""
            yield Finding(Rule.FIGURES, origin, f"Für {value.zeit} gibt es{variant} schon einen Wert (Zeile {LINE}).",
                          "je Zeitpunkt ein Wert, oder verschiedene Varianten", beside=before)  # fmt: skip


def _at(entry: Entry, series: str, index: int, key: str, figures: Figures | None) -> Origin:
    if figures is not None:
        return Origin(figures.file, (figures.lines[index],))
    return entry.at(series, index, key)


def _targets(entry: Entry, model: Kennzahl) -> Iterator[Finding]:
    baseline = model.ausgangswert
    if baseline is None or baseline.zeit is None:
        return
    for index, target in enumerate(model.zielwerte):
        if target.zeit and target.zeit.last < baseline.zeit.first:
            yield Finding(
                Rule.FIGURES,
                _at(entry, "zielwerte", index, "zeit", None),
                f"Der Zielwert ({target.zeit}) liegt vor dem Ausgangswert ({baseline.zeit}, Zeile {LINE}).",
                "ein Zeitpunkt nach dem Ausgangswert",
                beside=entry.at("ausgangswert", "zeit"),
            )


def _effects(entry: Entry, model: Kennzahl) -> Iterator[Finding]:
    first: dict[str, Origin] = {}
    for index, effect in enumerate(model.wirkungen):
        origin = entry.at("wirkungen", index, "auf")
        before = first.setdefault(effect.auf, origin)
        if before is not origin:
            yield Finding(Rule.REPEATED, origin, f"„{effect.auf}“ steht schon weiter oben (Zeile {LINE}).",
                          "jede Wirkung einmal", beside=before)  # fmt: skip
