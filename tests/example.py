# The invented county "Landkreis Muster", for all tests: where it lies, and a copy of it that a test may spoil.
from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path, PurePosixPath

from kek_build.concept import Konzept, link, load
from kek_build.errors import Problem
from kek_build.history import Change, ConceptHistory, FieldChange, History, Run
from kek_build.links import BrokenLink, broken_links
from kek_build.pages.addresses import (
    ANSWERED_TABLE,
    BADGE,
    CALENDAR,
    CARDS,
    DATA,
    FEED,
    OBJECT_DATA,
    PLACE_TABLE,
    QR_CODE,
    REPORT_TABLE,
    STANDING_FIGURES,
    STANDING_JSON,
    STANDING_TABLE,
    STANDING_THINGS,
    VALUE_TABLE,
)
from kek_build.pages.record import PageRecord
from kek_build.reading import read_concept
from kek_build.site import Anbieter, Datenschutz, Handpruefung, LandAngaben, SiteOptions
from kek_build.site.pruefbericht import Luecke, Pruefbericht
from kek_build.site.stellen import Stelle

PROJECT = Path(__file__).resolve().parents[1]
ROOT = Path(__file__).resolve().parent / "data"
CONTENT = ROOT / "content"
MUSTERKREIS = CONTENT / "musterkreis"

OPTIONS = SiteOptions(
    titel="Konzepte & <Kreise>",
    einleitung="Zum Lesen & <Suchen>.",
    anbieter=Anbieter(name="Betreiber & <Partner>", anschrift=("Musterweg 1",), mail="post@muster.invalid"),
)

OFFICIAL = SiteOptions(
    titel="Grünaus Konzept & <Ziele>",
    einleitung="Was Grünau vorhat.",
    demonstration=False,
    anbieter=Anbieter(
        name="Landkreis & <Kreis> Grünau",
        anschrift=("Am Ufer 1", "01234 Grünau"),
        vertreten_durch="Landrätin Erika Grün",
        telefon="01234 5670-89",
        mail="post@landkreis-gruenau.de",
        aufsicht=Stelle(name="Landesamt & <Aufsicht>", anschrift=("Am Amt 2",), web="https://www.landesamt-gruenau.de"),
        umsatzsteuer_id="DE123456789",
        verantwortlich="Erika Grün, Am Ufer 1, 01234 Grünau",
    ),
    datenschutz=Datenschutz(
        beauftragt=Stelle(name="Amt für Datenschutz", mail="datenschutz@landkreis-gruenau.de"),
        protokoll="Adresse & <Zeit>, gekürzt, sieben Tage lang.",
        dienstleister=Stelle(name="Rechenzentrum Grünau", anschrift=("Am Kabel 3",)),
    ),
    handpruefung=Handpruefung(
        datum=date(2026, 11, 20),
        durch="Verein „Blick & <Ohr>“",
        was="zehn Seiten mit Tastatur und Vorleseprogramm",
        ergebnis="teilweise",
        luecken=(
            Luecke(was="Karten", grund="Sie sind zu teuer.", art="unverhältnismäßig", ersatz="die Liste der Orte"),
        ),
    ),
    laender={
        "Musterland": LandAngaben(
            recht=("das Inklusionsgesetz & <Recht>", "die Verordnung dazu"),
            durchsetzungsstelle=Stelle(
                name="Ombudsstelle Grünau", telefon="+49 1234 10", mail="om@landesamt-gruenau.de"
            ),
            datenschutzaufsicht=Stelle(name="Aufsicht Grünau", web="https://www.aufsicht-gruenau.de/"),
        )
    },
    gebaerdensprache="https://video.landkreis-gruenau.de/dgs",
)
"""A site of the example with all that the law asks for."""

REPORT = Pruefbericht(
    datum=date(2026, 11, 25),
    werkzeug="axe-core 4.11 & <mehr>",
    seiten=44,
    ansichten=("hell, 1280 px", "dunkel, 320 px"),
    regeln="WCAG 2.0–2.2 A/AA",
    verstoesse=0,
    html_fehler=0,
    luecken=(
        Luecke(was="PDF-Dateien & <Anlagen>", grund="Sie entstehen im nächsten Jahr neu."),
        Luecke(was="Alte Dateien", grund="Sie sind von 2017.", art="ausgenommen"),
    ),
)
"""The result of an accessibility test without a fault."""


def _at(day: int) -> datetime:
    return datetime(2026, 3, day, 10, 30, tzinfo=timezone(timedelta(hours=1)))


_PAST = ConceptHistory(
    (
        Change(_at(9), "massnahme", "1-2", "Verzeichnis leerer Häuser & <Höfe>", "changed", (
            FieldChange("Status", "changed", "im Plan", "verzögert"),
            FieldChange("Orte", "new", after="[[orte/musterstadt]]"),
            FieldChange("Orte", "new", after="[[orte/musterdorf]]"),
            FieldChange("Vermerk", "gone", before="Alt & <gestrichen>"),
            FieldChange("Text in Leichter Sprache", "changed"),
            FieldChange("Beschreibung", "changed", words=(
                Run("same", "Das Amt zählt"), Run("gone", "alle"), Run("new", "<leere> [[1-10]]"),
                Run("same", "Häuser."),
            )),
        ), "2026-03-09/1-2/aaaa"),
        Change(_at(9), "aussage", "swot/wohnen#schwaeche-1", "Viele Häuser stehen leer.", "changed", (
            FieldChange("Antworten", "new", after="[[I.1]]"),
        ), "2026-03-09/swot/wohnen#schwaeche-1/bbbb"),
        Change(_at(7), "massnahme", "9-9", "Turm & <Tor>", "removed", (), "2026-03-07/9-9/cccc", ("I", "musterdorf")),
        Change(_at(5), "massnahme", "1-2", "Verzeichnis leerer Häuser & <Höfe>", "changed", (
            FieldChange("Titel", "changed", "Liste", "Verzeichnis leerer Häuser & <Höfe>"),
        ), "2026-03-05/1-2/dddd"),
        Change(_at(5), "konzept", "konzept", "Konzept", "changed", (
            FieldChange("Fassung: Stand", "changed", "2019", "2020"),
        ), "2026-03-05/konzept/eeee"),
        Change(_at(2), "konzept", "konzept", "Konzept", "created", (), "2026-03-02/konzept/ffff"),
        Change(_at(2), "massnahme", "1-2", "Liste", "created", (), "2026-03-02/1-2/gggg"),
        Change(_at(2), "massnahme", "9-9", "Turm", "created", (), "2026-03-02/9-9/hhhh"),
        Change(_at(2), "ort", "orte/musterdorf", "Musterdorf", "created", (), "2026-03-02/orte/musterdorf/iiii"),
    ),
    gap=None,
)  # fmt: skip
HISTORY = History(
    {
        "musterkreis": replace(
            _PAST, concept="musterkreis", told=tuple(replace(c, place=n) for n, c in enumerate(_PAST.changes))
        )
    }
)
"""What happened to the example, invented."""

MINIMAL = """\
name: Landkreis Klein
kurzname: Klein
titel: Konzept Klein
land: Musterland
behoerde: Landratsamt Klein
fassung: {bezeichnung: Erste Fassung, stand: 2020}
leitgedanke: {bezeichnung: Klein}
ebenen: [{einzahl: Ziel, mehrzahl: Ziele}]
quellen: [{kennung: konzept-klein, titel: Konzept Klein, kurz: Klein}]
"""
"""A concept of which nothing is known but what must be."""


def counties(number: int) -> list[Konzept]:
    """The example under the names of several counties in two Länder, for sites with several concepts."""
    found = []
    for place in range(number):
        name = f"Kreis {chr(ord('Z') - place)}"
        told = {"name": f"Landkreis {name}", "kurzname": name, "land": ("Musterland", "Beispielland")[place % 2]}
        konzept = load_musterkreis()
        found.append(replace(konzept, slug=slug_of(name), datei=konzept.datei.model_copy(update=told)))
    return found


def slug_of(name: str) -> str:
    """The short name of an invented county."""
    return name.lower().replace(" ", "-")


@cache
def load_musterkreis() -> Konzept:
    """The example, linked."""
    concepts, problems = load(ROOT, [MUSTERKREIS])
    assert not problems, "\n".join(map(str, problems))
    return concepts[0]


@dataclass(frozen=True)
class Copy:
    """A copy of the example in a project folder of its own."""

    root: Path

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def folder(self) -> Path:
        return self.content / "musterkreis"

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Change the one place in a file where a text stands."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def append(self, name: str, text: str) -> None:
        with (self.folder / name).open("a", encoding="utf-8") as file:
            file.write(text)

    def line(self, name: str, text: str) -> int:
        """The first line of a file that holds a text."""
        lines = (self.folder / name).read_text(encoding="utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if text in line)

    def load(self) -> Konzept | list[Problem]:
        return link(read_concept(self.folder, self.root))

    def konzept(self) -> Konzept:
        """The concept, which must be without problems."""
        loaded = self.load()
        assert isinstance(loaded, Konzept), loaded
        return loaded

    def problems(self) -> list[Problem]:
        """The problems of the concept, which must have some."""
        loaded = self.load()
        assert isinstance(loaded, list)
        return loaded

    def only_problem(self) -> Problem:
        problems = self.problems()
        assert len(problems) == 1, "\n".join(map(str, problems))
        return problems[0]


def copy_to(folder: Path) -> Copy:
    """Copy the example into a project folder."""
    shutil.copytree(CONTENT, folder / "content")
    return Copy(folder)


def place(name: str, line: int) -> tuple[PurePosixPath, int]:
    """A place in the example, as problems name it."""
    return PurePosixPath("content/musterkreis") / name, line


def without_code(html: str) -> str:
    """A page without the HTML that it shows for copying, in which everything is escaped twice."""
    return re.sub(r"<textarea.*?</textarea>", "", html, flags=re.DOTALL)


def broken_links_between(records: list[PageRecord], folder: Path) -> list[BrokenLink]:
    """Follow all links between page records, as a site of nothing else; files beside pages are made elsewhere."""
    for record in records:
        path = folder / record.path / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(record.html, encoding="utf-8")
    beside = (QR_CODE, BADGE, FEED, CALENDAR, OBJECT_DATA, PLACE_TABLE, VALUE_TABLE, f"{DATA}/", ANSWERED_TABLE,
              STANDING_TABLE, STANDING_THINGS, STANDING_FIGURES, STANDING_JSON, REPORT_TABLE)  # fmt: skip
    return [
        broken for broken in broken_links(folder) if not (broken.link.endswith(beside) or f"{CARDS}/" in broken.link)
    ]
