# A running skeleton for a county that starts its own: one small, right example of every kind of file, marked as such,
# and what a project of its own needs around it.
from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kek_build.checking import check_content
from kek_build.editing import Value, render
from kek_build.editing.files import write
from kek_build.errors import SetupError
from kek_build.pages.templates import TEMPLATES
from kek_build.publish import write as write_file
from kek_build.schemas import document, file_schemas, reference
from kek_build.schemas.references import FOLDER
from kek_build.starting.numbers import short_name

CONTENT = "content"
_PROJECT = TEMPLATES.parent
_THEME = ("assets", "theme", "fonts")
"""What a site needs of the templates; the others come with the program."""


@dataclass(frozen=True)
class County:
    """Who starts."""

    name: str
    """`Landkreis Muster`."""
    land: str
    title: str
    """The title of the concept."""
    year: str
    """From when the concept is."""

    @property
    def short(self) -> str:
        """The name without „Landkreis“ or „Kreis“."""
        return self.name.removeprefix("Landkreis ").removeprefix("Kreis ").removesuffix("kreis") or self.name

    @property
    def with_article(self) -> str:
        """The name as it stands in a sentence: `der Landkreis Muster`, `der Saalekreis`."""
        return f"der {self.name}" if "kreis" in self.name.casefold() else self.name

    @property
    def slug(self) -> str:
        """The folder of the concept, which is part of its address."""
        return short_name(self.short)


def start_project(county: County, target: Path) -> None:
    """Make a project of its own.

    Args:
        county: who starts.
        target: its folder, which must not be there yet or be empty.

    Raises:
        SetupError: something is there already.
        OSError: it cannot be written; nothing is left of it.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise SetupError(f"„{target}“ ist nicht leer. Nennen Sie einen neuen Ordner: --ziel ORDNER.")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as folder:
        made = Path(folder) / target.name
        for name, text in {**concept_files(county), **_around(county)}.items():
            path = made / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        for part in _THEME:
            shutil.copytree(TEMPLATES / part, made / TEMPLATES.name / part)
        shutil.copyfile(_PROJECT / "site_config" / "base.yml", made / "site_config" / "base.yml")
        content = (made / CONTENT).resolve()
        check_content(content, [content / county.slug])
        if target.exists():
            target.rmdir()
        made.rename(target)


def add_county(county: County, root: Path) -> PurePosixPath:
    """Add a county to a project.

    Args:
        county: who starts.
        root: the project.

    Returns:
        The configuration of the county's own site.

    Raises:
        SetupError: the county is there already.
        OSError: a file cannot be written.
    """
    site = PurePosixPath("site_config") / f"{county.slug}.yml"
    for taken in (root / CONTENT / county.slug, root / site):
        if taken.exists():
            raise SetupError(f"„{taken.relative_to(root)}“ gibt es schon.")
    write(root, concept_files(county))
    write_file(root / site, _site(county, "../", f"../site-{county.slug}", "base.yml").encode())
    return site


def concept_files(county: County) -> dict[PurePosixPath, str]:
    """The files of the concept, relative to the project."""
    folder = PurePosixPath(CONTENT) / county.slug
    files: dict[PurePosixPath, str] = {}
    for name, value in _examples(county).items():
        path = folder / name
        files[path] = f"{reference(path)}\n# Ein Beispiel: ändern oder löschen Sie es.\n\n{render(value, path)}"
    files[folder / "seiten" / "entstehung.md"] = _PAGE
    return files


def _examples(county: County) -> Mapping[str, Value]:
    source: Value = [{"dokument": "kek", "abschnitt": "1. Beispiel"}]
    return {
        "konzept.yml": {
            "name": county.name,
            "kurzname": county.short,
            "titel": county.title,
            "land": county.land,
            "behoerde": county.name,
            "kurz": "Hier steht in ein bis drei Sätzen, was das Konzept will.",
            "fassung": {"bezeichnung": "Entwurf", "stand": county.year},
            "leitgedanke": {"bezeichnung": "Hier steht der Leitgedanke, genau wie beschlossen", "quelle": source},
            "ebenen": [{"einzahl": "Ziel", "mehrzahl": "Ziele"}],
            "prioritaeten": [
                {"zeichen": "+++", "bedeutung": "hohe Priorität"},
                {"zeichen": "+", "bedeutung": "geringere Priorität"},
            ],
            "verlauf": [{"datum": county.year, "art": "schritt", "titel": "Das Konzept wird erarbeitet"}],
            "quellen": [{"kennung": "kek", "titel": county.title, "kurz": "Konzept"}],
        },
        "handlungsfelder/1.yml": {
            "nummer": "1",
            "titel": "Beispiel: Mobilität",
            "symbol": "mobilitaet",
            "kurz": "Bus, Bahn, Rad und Straßen: wie die Menschen im Landkreis unterwegs sind.",
            "leitsaetze": [{"text": "Alle kommen gut an ihr Ziel, auch ohne Auto."}],
            "ziele": [
                {
                    "nummer": "1.1",
                    "titel": "Beispiel: sichere Wege für das Rad",
                    "kurz": "Wer mit dem Rad fährt, soll sichere Wege haben.",
                    "massnahmen": ["1-1"],
                    "quelle": source,
                }
            ],
        },
        "schluesselvorhaben/S.1.yml": {
            "nummer": "S.1",
            "titel": "Beispiel: Radnetz des Landkreises",
            "kurztitel": "Radnetz",
            "kurz": "Aus einzelnen Wegen soll ein Netz werden.",
            "handlungsfelder": ["1"],
            "beschreibung": "Hier steht, worum es geht und warum.",
            "massnahmen": [{"titel": "Maßnahmen", "art": "kern", "massnahmen": [{"massnahme": "1-1"}]}],
            "traeger": {"akteure": ["landkreis"]},
            "quelle": source,
        },
        "massnahmen/1-1.yml": {
            "nummer": "1-1",
            "titel": "Beispiel: Radweg bauen",
            "kurz": "Ein neuer Weg verbindet zwei Orte. Mehr dazu im Vorhaben [[S.1]].",
            "punkte": [{"text": "Grundstücke kaufen"}, {"text": "Den Weg bauen"}],
            "handlungsfeld": "1",
            "ziele": ["1.1"],
            "prioritaet": "+++",
            "phase": "geplant",
            "geplant": {"beginn": county.year},
            "beteiligte": [{"akteur": "landkreis", "rolle": "federführend"}],
            "orte": ["kreisstadt"],
            "quelle": source,
        },
        "swot/mobilitaet.yml": {
            "kennung": "mobilitaet",
            "titel": "Beispiel: Mobilität",
            "handlungsfelder": ["1"],
            "staerken": [{"id": "staerke-1", "text": "Die Bahn verbindet den Landkreis mit der nächsten Großstadt."}],
            "schwaechen": [{"id": "schwaeche-1", "text": "Es fehlen Wege für das Rad.", "antworten": ["1-1"]}],
            "chancen": [{"id": "chance-1", "text": "Mehr Menschen wollen mit dem Rad fahren."}],
            "risiken": [{"id": "risiko-1", "text": "Der Unterhalt der Straßen wird teurer."}],
        },
        "kennzahlen/radwege.yml": {
            "kennung": "radwege",
            "titel": "Beispiel: Länge der Radwege",
            "einheit": "km",
            "richtung": "steigend",
            "ausgangswert": {"zeit": county.year, "wert": "120"},
            "fuer": ["1.1"],
            "zuordnung": "redaktionell",
        },
        "akteure.yml": [
            {"kennung": "landkreis", "name": county.name, "art": "Landkreis"},
            {"kennung": "kreistag", "name": "Kreistag", "art": "Gremium", "gehoert_zu": "landkreis"},
        ],
        "orte.yml": [
            {"kennung": "landkreis", "name": county.name, "art": "Landkreis", "im_landkreis": "ja"},
            {
                "kennung": "kreisstadt",
                "name": "Beispiel: Kreisstadt",
                "art": "Stadt",
                "im_landkreis": "ja",
                "gehoert_zu": "landkreis",
            },
        ],
        "glossar.yml": [
            {
                "kennung": "kek",
                "begriff": "KEK",
                "langform": "Kreisentwicklungskonzept",
                "erklaerung": "Der Plan, der sagt, wie sich der Landkreis entwickeln soll.",
            }
        ],
        "synonyme.yml": [{"woerter": ["Rad", "Fahrrad", "Radverkehr"]}],
        "aufgehoben.yml": [
            {
                "verweis": "1-2",
                "art": "massnahme",
                "titel": "Beispiel: eine Maßnahme, die es nicht mehr gibt",
                "ende": county.year,
                "grund": "Sie ist in [[1-1]] aufgegangen.",
                "zusammengefuehrt_mit": ["1-1"],
            }
        ],
    }


def _around(county: County) -> dict[PurePosixPath, str]:
    """The files of a project of its own beside the content."""
    schemas = {PurePosixPath(CONTENT) / FOLDER / f"{name}.json": document(schema) for name, schema in file_schemas()}
    return {
        **schemas,
        PurePosixPath("mkdocs.yml"): _site(county, "", "site", "site_config/base.yml"),
        PurePosixPath("README.md"): _README.format(county=county),
        PurePosixPath(".gitignore"): "/site/\n/site-*/\n/.site-*/\n.cache/\n.venv/\n",
        PurePosixPath(".vscode/extensions.json"): '{\n  "recommendations": ["redhat.vscode-yaml"]\n}\n',
        PurePosixPath("site_config/LIESMICH.txt"): "base.yml gilt für alle Websites; ändern Sie nur ../mkdocs.yml.\n",
    }


def _site(county: County, up: str, site: str, base: str) -> str:
    """The configuration of a site."""
    plugin: Value = {
        "inhalt": f"{up}{CONTENT}",
        "titel": county.title,
        "einleitung": f"Was {county.with_article} vorhat.",
        "konzepte": [county.slug],
        "anbieter": {"name": f"Musterbetreiber {county.name}", "anschrift": ["Musterstraße 1", "12345 Musterstadt"]},
    }
    settings: Value = {
        "INHERIT": base,
        "site_name": county.title,
        "docs_dir": f"{up}{TEMPLATES.name}/assets",
        "site_dir": site,
        "theme": {"custom_dir": f"{up}{TEMPLATES.name}/theme"},
        "plugins": [{"kek": plugin}],
    }
    return f"# Website: {county.name}. Tragen Sie unter „anbieter“ ein, wer sie betreibt.\n{render(settings)}"


_PAGE = """\
---
titel: Wie das Konzept entstanden ist
kurz: Ein Beispiel für eine Textseite.
position: 10
---

Hier steht Text in Markdown. Verweise wie [[1-1]] oder [[S.1|das Vorhaben]] werden zu Links.

## Eine Zwischenüberschrift

- ein Punkt
- noch ein Punkt
"""

_README = """\
# {county.title}

Dieser Ordner enthält das Kreisentwicklungskonzept ({county.name}) als Dateien. Aus ihnen entsteht eine Website.

| Datei | Was darin steht |
|---|---|
| `content/{county.slug}/konzept.yml` | Name, Fassung, Leitgedanke, Ebenen der Ziele, Quellen |
| `content/{county.slug}/handlungsfelder/` | je Handlungsfeld eine Datei, mit seinen Zielen |
| `content/{county.slug}/schluesselvorhaben/`, `massnahmen/` | je Vorhaben oder Maßnahme eine Datei |
| `content/{county.slug}/swot/`, `kennzahlen/` | je Thema oder Kennzahl eine Datei |
| `content/{county.slug}/akteure.yml`, `orte.yml`, `glossar.yml` | kurze Listen |
| `content/{county.slug}/seiten/` | Textseiten in Markdown |
| `mkdocs.yml` | Titel und Betreiber der Website |

Alles, was „Beispiel“ heißt, ändern oder löschen Sie.

| Befehl | Was er tut |
|---|---|
| `kek neu massnahme` | legt eine Maßnahme an, mit einer Vorlage, die jeden Schlüssel erklärt |
| `kek pruefen` | nennt alle Fehler mit Datei und Zeile |
| `kek format` | bringt die Dateien in die einheitliche Form |
| `kek bauen` | baut die Website nach `site/` |
| `kek vorschau` | zeigt sie im Browser |
| `kek --help` | nennt alle Befehle |

In VS Code hilft die Erweiterung „YAML“: Sie ergänzt Schlüssel und zeigt Fehler beim Tippen.
"""
