# What the form lists: a collection for each folder of a concept, and one for its single files.
from __future__ import annotations

from kek_build.concept.entries import KINDS, PREFIXES
from kek_build.editing.order import stands_apart
from kek_build.models import Aufgehoben, KonzeptDatei, Seite, Synonyme, Thema
from kek_build.models.base import Model
from kek_build.models.words import part_title
from kek_build.reading.folder import (
    CONCEPT_FILE,
    ENDED_FILE,
    FOLDERS,
    LISTS,
    PAGES_FOLDER,
    SUBJECTS_FILE,
    SYNONYMS_FILE,
)
from kek_build.redaktion.fields import Field, Pickers, fields

ENTRIES = "eintraege"
"""The field that holds all of a file that is a list."""

TABLE, LIST, LIST_APART, PAGE = "kek-tabelle", "kek-liste", "kek-liste-abstand", "kek-frontmatter"
"""The formats that `docs_templates/redaktion/src/start.js` registers."""

SLUG = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"

_KEPT = "Steht in der Adresse der Seite und bleibt darum; später ändert es nur „kek umbenennen“."
_ICONS = {
    "handlungsfelder": "category", "schluesselvorhaben": "star", "massnahmen": "task_alt", "swot": "grid_view",
    "kennzahlen": "monitoring", PAGES_FOLDER: "article", "verzeichnisse": "folder_open",
}  # fmt: skip
_LIST_FILES: dict[str, tuple[type[Model], str]] = {
    **{name: (model, _kind[2]) for name, model in LISTS.items() for _kind in KINDS.values() if _kind[0] is model},
    SYNONYMS_FILE: (Synonyme, "Alltagswörter für die Suche"),
    ENDED_FILE: (Aufgehoben, "Aufgehobenes"),
    SUBJECTS_FILE: (Thema, "Themen"),
}
_FOLDER_KINDS = {
    folder: kind for folder, place in FOLDERS.items() for kind, made in KINDS.items() if made[0] is place.model
}


def collections(slug: str, folder: str, label: str) -> list[Field]:
    """All collections of a concept.

    Args:
        slug: the concept's short name.
        folder: its folder, from the top of the repository: `content/leipzig`.
        label: what stands before the names of its collections: `Leipzig: `, or nothing.
    """
    pickers = Pickers(_relations(slug))
    found = [_folder(slug, f"{folder}/{name}", name, label, pickers) for name in FOLDERS]
    found.append(_pages(slug, f"{folder}/{PAGES_FOLDER}", label, pickers))
    single = [
        {
            "name": "konzept",
            "label": part_title(KonzeptDatei),
            "file": f"{folder}/{CONCEPT_FILE}",
            "format": TABLE,
            "fields": fields(KonzeptDatei, pickers),
        },
        *(_list_file(f"{folder}/{name}", name, pickers) for name in _LIST_FILES if name != SUBJECTS_FILE),
    ]
    found.append(
        {
            "name": f"{slug}-verzeichnisse",
            "label": f"{label}Konzept und Verzeichnisse",
            "icon": _ICONS["verzeichnisse"],
            "files": single,
        }
    )
    return found


def common_synonyms(content: str) -> Field:
    """The collection of what all concepts share: `content/synonyme.yml`, `content/themen.yml`."""
    return {
        "name": "gemeinsam",
        "label": "Alle Konzepte: Alltagswörter und Themen",
        "icon": _ICONS["verzeichnisse"],
        "files": [_list_file(f"{content}/{name}", name, Pickers({})) for name in (SYNONYMS_FILE, SUBJECTS_FILE)],
    }


def _folder(slug: str, folder: str, name: str, label: str, pickers: Pickers) -> Field:
    """A folder with one file a thing, named after its number or short name."""
    _, singular, plural = KINDS[_FOLDER_KINDS[name]]
    key = FOLDERS[name].key
    return {
        "name": f"{slug}-{name}",
        "label": f"{label}{plural}",
        "label_singular": singular,
        "icon": _ICONS[name],
        "folder": folder,
        "extension": "yml",
        "format": TABLE,
        "identifier_field": "titel",
        "slug": f"{{{{{key}}}}}",
        "summary": f"{{{{{key}}}}} {{{{titel}}}}",
        "sortable_fields": [key, "titel"],
        # A published address goes on answering: what ends gets an entry in aufgehoben.yml, and no form can do both.
        "delete": False,
        "duplicate": False,
        "fields": [_kept(field) if field["name"] == key else field for field in fields(FOLDERS[name].model, pickers)],
    }


def _kept(field: Field) -> Field:
    """The field of what an address is made of, which says so."""
    told = [text.rstrip(".") for text in (field.get("hint", ""), _KEPT) if text]
    return {**field, "hint": f"{'. '.join(told)}."}


def _pages(slug: str, folder: str, label: str, pickers: Pickers) -> Field:
    _, singular, plural = KINDS["seite"]
    hint = "Kurzer Name für die Adresse: kleine Buchstaben ohne Umlaute, Ziffern, Bindestriche. Er bleibt für immer."
    return {
        "name": f"{slug}-{PAGES_FOLDER}",
        "label": f"{label}{plural}",
        "label_singular": singular,
        "icon": _ICONS[PAGES_FOLDER],
        "folder": folder,
        "extension": "md",
        "format": PAGE,
        "identifier_field": "titel",
        "slug": {
            "template": "{{titel}}",
            "editable": ["create"],
            "hint": hint,
            "pattern": [SLUG, "Erwartet: kleine Buchstaben ohne Umlaute, Ziffern, Bindestriche: unsere-ziele."],
        },
        "summary": "{{titel}}",
        "sortable_fields": ["position", "titel"],
        "delete": False,
        "duplicate": False,
        "fields": fields(Seite, pickers),
    }


def _list_file(file: str, name: str, pickers: Pickers) -> Field:
    """A file that is a list."""
    model, label = _LIST_FILES[name]
    inner = fields(model, pickers)
    (told,) = [one for one in ("name", "begriff", "titel", "woerter") if any(one == field["name"] for field in inner)]
    entries: Field = {
        "name": ENTRIES,
        "label": label,
        "label_singular": part_title(model),
        "widget": "list",
        "required": False,
        "collapsed": True,
        "summary": f"{{{{fields.{told}}}}}",
        "fields": inner,
    }
    return {
        "name": name.removesuffix(".yml"),
        "label": label,
        "file": file,
        "format": LIST_APART if stands_apart(model) else LIST,
        "fields": [entries],
    }


def _relations(slug: str) -> dict[str, Field]:
    """What a picker looks up in the files, by kind. Goals and statements stand inside others, where it cannot."""
    found: dict[str, Field] = {}
    for kind, (model, _, _) in KINDS.items():
        if folder := next((folder for folder, one in _FOLDER_KINDS.items() if one == kind), None):
            key = FOLDERS[folder].key
            shown = ["titel"] if kind in PREFIXES else [key, "titel"]
            found[kind] = {"collection": f"{slug}-{folder}", "value_field": key, "display_fields": shown}
        elif file := next((name for name, one in LISTS.items() if one is model), None):
            found[kind] = _in_file(slug, file.removesuffix(".yml"), ENTRIES, "begriff" if kind == "begriff" else "name")
    found["dokument"] = _in_file(slug, "konzept", "quellen", "kurz")
    return found


def _in_file(slug: str, file: str, entries: str, shown: str) -> Field:
    return {
        "collection": f"{slug}-verzeichnisse",
        "file": file,
        "value_field": f"{entries}.*.kennung",
        "display_fields": [f"{entries}.*.{shown}"],
        "search_fields": [f"{entries}.*.{shown}", f"{entries}.*.kennung"],
    }
