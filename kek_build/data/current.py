# What the content does not say itself but what follows from it on the reference day: how measures and key projects
# stand by then, and what is late. It stands beside what is written, under a key of its own, in the data and in the
# schema; of the day itself only the concept tells, and what is measured on it, so that another day changes no more.
from __future__ import annotations

from typing import Any, get_args

from kek_build.concept import Entry
from kek_build.concept.entries import CONCEPT_REF, IN_PROGRESS
from kek_build.data.shape import moment
from kek_build.data.source import Source
from kek_build.models.massnahmen import Phase, Status
from kek_build.pages.standing import day_of, standing
from kek_build.steering import Late
from kek_build.steering.lateness import Kind

CURRENT = "am_stichtag"
DAY = "stichtag"
_MOMENT = {"$ref": "#/$defs/Zeitpunkt"}


def current(source: Source, entry: Entry) -> dict[str, Any]:
    """What follows for a thing on the reference day, as keys of its object in the data.

    Returns:
        Of the concept the day itself; of measures and key projects phase and status with the time of the news they come
        from, and what is late; nothing where nothing is known, and for all other things.
    """
    if entry.ref == CONCEPT_REF:
        day = day_of(source.shop)
        return {DAY: {"tag": day.day.isoformat(), "angabe": moment(day.told), "herkunft": day.why}}
    if entry.kind not in IN_PROGRESS:
        return {}
    found = standing(source.shop, entry)
    state = found.state
    told = {
        "phase": state.phase,
        "phase_seit": state.phase_since and moment(state.phase_since),
        "status": state.status,
        "status_seit": state.status_since and moment(state.status_since),
        "status_grund": state.reason and source.words(state.reason),
        "verzug": [_late(late) for late in found.late],
        DAY: day_of(source.shop).day.isoformat() if any(late.is_open for late in found.late) else None,
    }
    known = {key: value for key, value in told.items() if value}
    return {CURRENT: known} if known else {}


def _late(late: Late) -> dict[str, Any]:
    actual = {"tatsaechlich": moment(late.actual)} if late.actual else {}
    return {
        "was": late.kind,
        "offen": late.is_open,
        "geplant": moment(late.planned),
        **actual,
        "um": late.by,
        "anzahl": late.amount,
        "einheit": late.unit,
    }


def current_schema(kind: str | None) -> dict[str, Any]:
    """The schema of these keys for a kind of thing."""
    if kind == "konzept":
        return {DAY: _object("Stichtag", "Tag, an dem Phase, Status und Verzug gemessen sind", _DAY)}
    if kind in IN_PROGRESS:
        told = "Was am Stichtag gilt, aus den Angaben berechnet; was nicht bekannt ist, fehlt"
        return {CURRENT: _object("Am Stichtag", told, _CURRENT, required=())}
    return {}


def _object(
    title: str, description: str, properties: dict[str, Any], required: tuple[str, ...] | None = None
) -> dict[str, Any]:
    return {
        "title": title,
        "description": description,
        "type": "object",
        "properties": properties,
        "required": list(properties if required is None else required),
        "additionalProperties": False,
    }


def _key(title: str, description: str, **schema: Any) -> dict[str, Any]:
    return {"title": title, "description": description, **schema}


_DATE = {"type": "string", "format": "date"}
_DAY = {
    "tag": _key("Tag", "Der Tag", **_DATE),
    "angabe": _key("Angabe", "Der Tag, so genau wie bekannt", **_MOMENT),
    "herkunft": _key("Herkunft", "Wie es zu diesem Tag kommt", type="string"),
}
_SINCE = "Zeitpunkt der Nachricht, aus der es folgt; fehlt, wo es von Anfang an gilt"
_LATE = {
    "was": _key(
        "Was", "Überfällig: ende, beginn, meilenstein, aufgabe; später geschehen als geplant: beendet, begonnen",
        enum=list(get_args(Kind)),
    ),
    "offen": _key("Offen", "Ob es noch nicht geschehen ist", type="boolean"),
    "geplant": _key("Geplant", "Geplanter Zeitpunkt", **_MOMENT),
    "tatsaechlich": _key("Tatsächlich", "Zeitpunkt, zu dem es geschah", **_MOMENT),
    "um": _key("Um", "Um wie viel, in Worten; so genau, wie beide Zeitpunkte bekannt sind", type="string"),
    "anzahl": _key("Anzahl", "Um wie viele Einheiten", type="integer", minimum=1),
    "einheit": _key("Einheit", "In welcher Einheit", enum=["tag", "monat", "quartal", "jahr"]),
}  # fmt: skip
_LATE_ITEM = _object(
    "Verzug", "Etwas, das zu spät ist oder war", _LATE, tuple(key for key in _LATE if key != "tatsaechlich")
)
_CURRENT = {
    "phase": _key("Phase", "Wie weit es ist (Tatsache)", enum=list(get_args(Phase))),
    "phase_seit": _key("Phase seit", _SINCE, **_MOMENT),
    "status": _key("Status", "Wie es läuft (Urteil)", enum=list(get_args(Status))),
    "status_seit": _key("Status seit", _SINCE, **_MOMENT),
    "status_grund": _key("Grund des Status", "Warum der Status gilt", type="string"),
    "verzug": _key("Verzug", "Was zu spät ist oder war", type="array", items=_LATE_ITEM),
    DAY: _key("Stichtag", "Tag, an dem gemessen ist; nur wo etwas noch aussteht", **_DATE),
}
