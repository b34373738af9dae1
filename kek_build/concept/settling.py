# What one file says of things in other files, put into these before they are linked: values of indicators from CSV
# files, names of budget products, phases that follow from what a document prints, and no names of persons that the
# county does not show. Whoever shows a thing then needs to know nothing of it, and nothing can be given out by mistake.
from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TypeVar

from kek_build.concept.finding import LINE, Finding
from kek_build.models import Handlungsfeld, Kennzahl, KonzeptDatei, Massnahme, Schluesselvorhaben
from kek_build.models.base import Model, Produkt, Thing
from kek_build.models.konzept import Bearbeitungsstand
from kek_build.models.massnahmen import Fortschritt
from kek_build.models.ziele import Ziel
from kek_build.reading import ConceptFiles, Origin
from kek_build.reading.figures import Figures
from kek_build.reading.folder import FIGURES_FOLDER, Loaded
from kek_build.reading.suggestions import nearest
from kek_build.rules import Rule

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Settled:
    """The things of a concept with what other files say of them."""

    things: tuple[Loaded, ...]
    findings: tuple[Finding, ...]
    """Where two files say what only one may say."""
    held_back: tuple[Origin, ...]
    """Names of persons that stand in the files and are not shown."""


def settle(files: ConceptFiles, concept_file: PurePosixPath) -> Settled:
    """Put into each thing what other files say of it.

    Args:
        files: the files of a concept, as read.
        concept_file: konzept.yml, relative to the project.
    """
    settler = _Settler(files, concept_file)
    things = tuple(replace(loaded, model=settler.thing(loaded)) for loaded in files.things)
    return Settled(things, (*settler.findings, *settler.homeless()), tuple(settler.held_back))


class _Settler:
    def __init__(self, files: ConceptFiles, concept_file: PurePosixPath) -> None:
        konzept = files.konzept
        self.findings: list[Finding] = []
        self.held_back: list[Origin] = []
        self._shows_persons = konzept is not None and konzept.ansprechpersonen_zeigen == "ja"
        self._products = (
            {product.nummer: product.bezeichnung for product in konzept.haushaltsprodukte} if konzept else {}
        )
        self._states = dict(_states(konzept, concept_file)) if konzept else {}
        self._figures = typed_figures(files)
        self._unread = {problem.file for problem in files.problems}
        self._indicators = {loaded.origin.file.stem for loaded in files.things if isinstance(loaded.model, Kennzahl)}

    def thing(self, loaded: Loaded) -> Thing:
        """A thing with what other files say of it."""
        model = loaded.model
        match model:
            case Handlungsfeld():
                return self._field(model)
            case Kennzahl():
                return self._indicator(model, loaded.origin)
            case Schluesselvorhaben():
                return self._progress(self._project(model, loaded.origin), loaded.origin)
            case Massnahme():
                return self._progress(model, loaded.origin)
        return model

    def homeless(self) -> Iterator[Finding]:
        """CSV files beside which there is no indicator."""
        for key, figures in self._figures.items():
            wanted = figures.file.with_suffix(".yml")
            if key not in self._indicators and wanted not in self._unread:
                guess = nearest(key, self._indicators)
                yield Finding(
                    Rule.FIGURES_FILE,
                    Origin(figures.file),
                    "Zu dieser Datei gibt es keine Kennzahl.",
                    f"daneben {wanted.name}, oder der Name einer Kennzahl",
                    f"{FIGURES_FOLDER}/{guess}.csv" if guess else None,
                )

    def _indicator(self, model: Kennzahl, origin: Origin) -> Kennzahl:
        figures = self._figures.get(origin.file.stem)
        if figures is None:
            return model
        if model.werte:
            self.findings.append(
                Finding(
                    Rule.FIGURES_FILE,
                    Origin(origin.file, ("werte",)),
                    f"Die Werte stehen auch in {figures.file.name}.",
                    "die Werte nur an einer Stelle: hier oder in der CSV-Datei",
                )
            )
        return _with(model, werte=figures.values)

    def _project(self, model: Schluesselvorhaben, origin: Origin) -> Schluesselvorhaben:
        state, at = self._states.get(model.nummer, (None, None))
        if state is None:
            return model
        for key in ("phase", "status"):
            if getattr(model, key) and (key == "phase" or getattr(state, key)):
                self.findings.append(
                    Finding(
                        Rule.DERIVED_PHASE,
                        Origin(origin.file, (key,)),
                        f"„{key}“ folgt schon aus „{state.angabe}“ in konzept.yml (Zeile {LINE}).",
                        "nur dort; was sich seither geändert hat, als Aktualisierung",
                        beside=at,
                    )
                )
        if state.status:
            return _with(model, phase=state.phase, status=state.status, status_grund=state.begruendung)
        return _with(model, phase=state.phase)

    def _progress(self, model: Fortschritt, origin: Origin) -> Fortschritt:
        if model.ansprechpersonen and not self._shows_persons:
            self.held_back.append(Origin(origin.file, ("ansprechpersonen",)))
            model = _with(model, ansprechpersonen=())
        return self._paid(model)

    def _field(self, model: Handlungsfeld) -> Handlungsfeld:
        goals = self._goals(model.ziele)
        return model if goals == model.ziele else _with(model, ziele=goals)

    def _goals(self, goals: tuple[Ziel, ...]) -> tuple[Ziel, ...]:
        if not self._products:
            return goals
        return tuple(self._paid(_with(goal, ziele=self._goals(goal.ziele))) for goal in goals)

    def _paid(self, model: _Paid) -> _Paid:
        """A thing whose budget products have their names."""
        if not self._products or not model.produkte:
            return model
        return _with(model, produkte=tuple(map(self._named, model.produkte)))

    def _named(self, product: Produkt) -> Produkt:
        return _with(product, bezeichnung=product.bezeichnung or self._products.get(product.nummer))


_Paid = TypeVar("_Paid", Ziel, Fortschritt)


def _with(model: M, **values: object) -> M:
    return model.model_copy(update=values)


def _states(konzept: KonzeptDatei, file: PurePosixPath) -> Iterator[tuple[str, tuple[Bearbeitungsstand, Origin]]]:
    """What is said of each key project in a document, by its number; the first one counts."""
    seen: set[str] = set()
    for index, state in enumerate(konzept.bearbeitungsstaende):
        for number in state.schluesselvorhaben:
            if number not in seen:
                seen.add(number)
                yield number, (state, Origin(file, ("bearbeitungsstaende", index)))


def typed_figures(files: ConceptFiles) -> Mapping[str, Figures]:
    """The CSV files with values, by the short name of their indicator."""
    return {figures.key: figures for figures in files.figures}
