# The goals in the Strategy Markup Language, which planning tools exchange strategies in: StratML Part 2 (ANSI/AIIM 22),
# order of elements after the published schema, version 2.2 of 16 February 2016. It knows two levels: a field of action
# is a Goal; the goals of all levels below it and its key projects are Objectives, each saying what it stands under.
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from kek_build.concept import Entry
from kek_build.concept.entries import CONCEPT_REF
from kek_build.data.edition import Edition
from kek_build.data.source import Source
from kek_build.models import Kennzahl, Messwert
from kek_build.models.numbers import write

NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
NAME = "stratml.xml"
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9._-]+")
_GROUPS = {"Gruppe", "Funktion"}
"""Kinds of actor that are no organisation."""


def stratml(edition: Edition) -> bytes:
    """The goals of a concept as an XML file."""
    source = edition.source
    datei = source.konzept.datei
    register_namespace("", NAMESPACE)
    root = Element(_tag("PerformancePlanOrReport"), Type="Strategic_Plan")
    _text(root, "Name", datei.titel)
    _text(root, "Description", source.words(datei.kurz) if datei.kurz else None)
    _text(root, "OtherInformation", f"{edition.notice} Lizenz: {edition.licence.name}. Quelle: {edition.credit}")
    core = _under(root, "StrategicPlanCore")
    organisation = _under(core, "Organization")
    _text(organisation, "Name", datei.behoerde)
    _text(organisation, "Identifier", "organisation")
    vision = _under(core, "Vision")
    _text(vision, "Description", datei.leitgedanke.bezeichnung)
    _text(vision, "Identifier", "leitgedanke")
    for value in datei.werte:
        _text(_under(core, "Value"), "Name", value.bezeichnung)
    for field in source.konzept.of_kind("handlungsfeld"):
        _goal(core, source, field)
    about = _under(root, "AdministrativeInformation")
    _text(about, "Identifier", "konzept")
    _text(about, "PublicationDate", datei.fassung.stand.last.isoformat())
    _text(about, "Source", source.url(source.konzept[CONCEPT_REF]))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'.encode()


def _goal(core: Element, source: Source, field: Entry) -> None:
    goal = _under(core, "Goal")
    _text(goal, "Name", source.title(field))
    _text(goal, "Description", _said(source, field) or source.title(field))
    _text(goal, "Identifier", _name(source, field))
    _text(goal, "SequenceIndicator", field.number)
    statements = (
        source.words(item.model.wortlaut or item.model.text) for item in source.konzept.children(field.ref, "leitsatz")
    )
    _text(goal, "OtherInformation", " ".join([source.url(field), *statements]))
    for entry in _below(source, field):
        _objective(goal, source, entry)


def _below(source: Source, field: Entry) -> Iterator[Entry]:
    """The goals of a field, and the key projects that stand in it first of all fields."""
    konzept = source.konzept
    yield from (entry for entry in konzept.of_kind("ziel") if konzept.field_of(entry) == field)
    for entry in konzept.of_kind("schluesselvorhaben"):
        if source.find(entry.model.handlungsfelder[0], ("handlungsfeld",)) == field:
            yield entry


def _objective(goal: Element, source: Source, entry: Entry) -> None:
    konzept = source.konzept
    objective = _under(goal, "Objective")
    _text(objective, "Name", source.title(entry))
    _text(objective, "Description", _said(source, entry))
    _text(objective, "Identifier", _name(source, entry))
    _text(objective, "SequenceIndicator", entry.number)
    for actor, role in _participants(source, entry):
        _stakeholder(objective, source, actor, role)
    above = konzept.above(entry)
    placed = f", gehört zu {above[-1].number} {source.title(above[-1])}" if above else ""
    _text(objective, "OtherInformation", f"{konzept.kind_name(entry)}{placed}. {source.url(entry)}")
    for indicator in _indicators(source, entry):
        _indicator(objective, source, indicator, entry)


def _said(source: Source, entry: Entry) -> str | None:
    """What a thing says: its adopted wording, our words, or the goals of its profile."""
    model = entry.model
    if text := model.wortlaut or model.kurz or getattr(model, "beschreibung", None):
        return source.words(text)
    return None


def _participants(source: Source, entry: Entry) -> Iterator[tuple[Entry, str | None]]:
    """Who takes part, each once, with the role the document gives."""
    found: dict[str, tuple[Entry, str | None]] = {}
    named = [(part.akteur, part.rolle) for part in entry.model.beteiligte]
    if duty := getattr(entry.model, "traeger", None):
        named += [(actor, "Träger") for actor in duty.akteure]
    for value, role in named:
        if actor := source.find(value, ("akteur",)):
            found.setdefault(actor.ref, (actor, role))
    yield from found.values()


def _stakeholder(objective: Element, source: Source, actor: Entry, role: str | None) -> None:
    kind = "Generic_Group" if actor.model.art in _GROUPS else "Organization"
    stakeholder = _under(objective, "Stakeholder", StakeholderTypeType=kind)
    _text(stakeholder, "Name", source.title(actor))
    if role:
        part = _under(stakeholder, "Role")
        _text(part, "Name", role)
        _text(part, "RoleType", "Performer")


def _indicators(source: Source, entry: Entry) -> Iterable[Entry]:
    konzept = source.konzept
    own = (*konzept.targets(entry.ref, "kennzahlen"), *konzept.sources(entry.ref, "fuer", kind="kennzahl"))
    for measure in konzept.targets(entry.ref, "massnahmen"):
        own = (
            *own,
            *konzept.sources(measure.ref, "fuer", kind="kennzahl"),
            *konzept.targets(measure.ref, "kennzahlen"),
        )
    return {indicator.ref: indicator for indicator in own}.values()


def _indicator(objective: Element, source: Source, entry: Entry, owner: Entry) -> None:
    model: Kennzahl = entry.model
    indicator = _under(objective, "PerformanceIndicator", PerformanceIndicatorType="Quantitative")
    _text(indicator, "MeasurementDimension", source.title(entry))
    _text(indicator, "UnitOfMeasurement", model.einheit)
    _text(indicator, "Identifier", f"{_name(source, entry)}_{_name(source, owner)}")
    targets = [("Zielwert", value) for value in model.zielwerte] + [("Prognose", value) for value in model.prognosen]
    results = [("Ausgangswert", model.ausgangswert)] if model.ausgangswert else []
    results += [("Wert", value) for value in model.werte]
    if targets or results:
        instance = _under(indicator, "MeasurementInstance")
        for element, values in (("TargetResult", targets), ("ActualResult", results)):
            for kind, value in values:
                _result(_under(instance, element), source, kind, value)
    _text(indicator, "OtherInformation", source.url(entry))


def _result(result: Element, source: Source, kind: str, value: Messwert) -> None:
    if value.zeit:
        _text(result, "StartDate", value.zeit.first.isoformat())
        _text(result, "EndDate", value.zeit.last.isoformat())
    _text(result, "NumberOfUnits", f"{value.wert:f}")
    more = [
        kind,
        str(value.zeit) if value.zeit else "Zeit nicht angegeben",
        value.genauigkeit if value.genauigkeit != "genau" else None,
        f"bis {write(value.bis)}" if value.bis is not None else None,
        value.variante,
        source.line(value.vermerk) if value.vermerk else None,
    ]
    _text(result, "Description", ", ".join(part for part in more if part))


def _name(source: Source, entry: Entry) -> str:
    """A name as XML allows it: no slash, no hash."""
    return _NOT_IN_NAMES.sub("_", source.id(entry))


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _under(parent: Element, name: str, **attributes: str) -> Element:
    return SubElement(parent, _tag(name), attributes)


def _text(parent: Element, name: str, text: str | None) -> None:
    if text:
        SubElement(parent, _tag(name)).text = text
