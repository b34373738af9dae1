# What a site is, apart from its content: its title, its concepts, who runs it. Read from the options of the MkDocs
# plugin, but plain data, so another generator can fill it as well.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from kek_build.errors import SetupError
from kek_build.models.base import Line, Model
from kek_build.reading import concept_folders
from kek_build.reading.suggestions import nearest
from kek_build.reading.validation import model_in
from kek_build.site.laender import LAENDER, Land
from kek_build.site.lizenzen import LizenzName
from kek_build.site.pruefbericht import Luecke
from kek_build.site.stellen import Mail, Stelle, Telefon, UmsatzsteuerId, Webadresse

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
"""A CSS colour of six digits."""

Folder = Annotated[str, StringConstraints(pattern=r"^(?:[a-z0-9][a-z0-9.-]*/)+$", max_length=200)]
"""The address of a page of the site, from its first page: `leipzig/seiten/vorwort/`."""

Repo = Annotated[str, StringConstraints(pattern=r"^[\w.-]+(?:/[\w.-]+)+$", max_length=200)]
"""Owner and name of a repository; on GitLab, groups may stand between."""


def _as_text(value: object) -> object:
    """A number as it was written: YAML takes 2019 for one."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Datenbereitsteller = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_-]*$", max_length=80)]
"""The name of a provider in GovData's list, https://www.dcat-ap.de/def/contributors/."""


class Anbieter(Model):
    """Who runs the site, for the Impressum (§ 5 DDG, § 18 Abs. 2 MStV)."""

    name: Line = Field(description="Name des Betreibers, zum Beispiel „Landkreis Leipzig, Der Landrat“")
    anschrift: tuple[Line, ...] = Field((), description="Anschrift, eine Zeile je Eintrag: [Straße 1, 01234 Ort]")
    vertreten_durch: Line | None = Field(None, description="Wer den Betreiber vertritt, mit Amt und Namen")
    telefon: Telefon | None = Field(None, description='Telefonnummer in Anführungszeichen: "03433 12345"')
    mail: Mail | None = Field(None, description="Mailadresse")
    aufsicht: Stelle | None = Field(None, description="Aufsichtsbehörde: name, anschrift, web")
    umsatzsteuer_id: UmsatzsteuerId | None = Field(None, description="Umsatzsteuer-Identifikationsnummer: DE123456789")
    verantwortlich: Line | None = Field(
        None, description="Wer für den Inhalt verantwortlich ist, mit Namen und Anschrift"
    )


class Datenschutz(Model):
    """What only the operator knows about personal data (Article 13 GDPR)."""

    beauftragt: Stelle | None = Field(
        None, description="Datenschutzbeauftragte oder -beauftragter: name, mail, telefon"
    )
    protokoll: Line | None = Field(None, description="Was der Webserver bei einem Abruf speichert, wie lange und wozu")
    rechtsgrundlage: Line = Field(
        "Art. 6 Abs. 1 Buchstabe e DSGVO: Wir erfüllen eine Aufgabe im öffentlichen Interesse",
        description="Rechtsgrundlage dafür",
    )
    dienstleister: Stelle | None = Field(None, description="Wer den Webserver im Auftrag betreibt: name, anschrift")


class Handpruefung(Model):
    """A test by people: keyboard, screen reader, magnification. An automatic one cannot stand in for it."""

    datum: date = Field(description="Tag der Prüfung: 2026-11-25")
    durch: Line = Field(description="Wer geprüft hat")
    was: Line = Field(description="Was geprüft wurde, und womit")
    ergebnis: Literal["vollständig", "teilweise", "nicht"] = Field(
        description="Wie weit die Website mit den Vorschriften vereinbar ist: vollständig, teilweise oder nicht"
    )
    luecken: tuple[Luecke, ...] = Field((), description="Was nicht barrierefrei ist: was, grund, art, ersatz")


class LandAngaben(Model):
    """What the site's configuration says of a Land; it takes precedence over `kek_build.site.laender`."""

    recht: tuple[Line, ...] = Field((), description="Vorschriften, jede mit Artikel: „das Inklusionsgesetz (InklG)“")
    durchsetzungsstelle: Stelle | None = Field(
        None, description="Stelle für das Durchsetzungsverfahren: name, web, mail"
    )
    datenschutzaufsicht: Stelle | None = Field(
        None, description="Aufsichtsbehörde für den Datenschutz: name, web, mail"
    )


class Farben(Model):
    """A site's own colours, as CSS colours."""

    kopf: Colour = Field("#1d3b5a", description='Farbe des Seitenkopfs: "#1d3b5a"')
    akzent: Colour = Field("#0b5c7d", description='Farbe von Links auf hellem Grund: "#0b5c7d"')
    akzent_dunkel: Colour = Field("#8fcbe6", description='Farbe von Links auf dunklem Grund: "#8fcbe6"')


class Redaktion(Model):
    """Where the web form of the editors keeps what they write."""

    art: Literal["github", "gitlab", "gitea"] = Field(
        description="Wo das Repository liegt: github, gitlab (auch openCode) oder gitea (auch Forgejo)"
    )
    repo: Repo = Field(description="Besitzer und Name des Repositorys: landkreis/kek")
    zweig: Line = Field("main", description="Zweig, in den gespeichert wird")
    adresse: Webadresse | None = Field(
        None, description="Adresse eines eigenen Servers, mit https:// am Anfang: https://gitlab.opencode.de"
    )
    anmeldung: Webadresse | None = Field(
        None, description="Nur für GitHub: Adresse des eigenen Anmeldedienstes; ohne sie meldet man sich mit Token an"
    )
    anwendung: Line | None = Field(
        None,
        description="Nur für GitLab und Gitea: Kennung der dort eingetragenen Anwendung; ohne sie mit Token anmelden",
    )


class FruehereFassung(Model):
    """An edition of a concept that is frozen: what its files said at a tag of git, or what lies in a folder."""

    kennung: Annotated[str, BeforeValidator(_as_text), StringConstraints(max_length=40)] = Field(
        description='Teil der Adresse, kleine Buchstaben, Ziffern, Bindestriche: "2019"'
    )
    tag: Annotated[Line, BeforeValidator(_as_text)] | None = Field(
        None, description="Tag in Git, unter dem die Fassung beschlossen wurde: beschluss-2019"
    )
    ordner: Line | None = Field(
        None, description="Ordner der Fassung im Projekt; mit „tag“ der Ordner, den das Konzept damals hatte"
    )


class SiteOptions(Model):
    """The options of a site, as they stand in its configuration."""

    konzepte: tuple[Line, ...] = Field(
        (), description="Kurze Namen der Konzepte in ihrer Reihenfolge: [leipzig]; ohne Angabe alle"
    )
    titel: Line = Field(description="Titel der Website")
    einleitung: Line = Field(description="Ein Satz unter dem Titel, auch für Suchmaschinen")
    demonstration: bool = Field(
        True, description="true: Jede Seite sagt, dass sie nicht amtlich ist; false: Alle Pflichtangaben werden geprüft"
    )
    anbieter: Anbieter = Field(
        description="Wer die Website betreibt: name, anschrift, vertreten_durch, telefon, mail …"
    )
    datenschutz: Datenschutz = Field(Datenschutz(), description="Angaben zum Datenschutz: beauftragt, protokoll …")
    pruefbericht: Line = Field(
        "site_config/barrierefreiheit.json", description="Datei mit dem letzten Ergebnis von „make pruefbericht“"
    )
    handpruefung: Handpruefung | None = Field(
        None, description="Letzte Prüfung der Barrierefreiheit durch Menschen: datum, durch, was, ergebnis, luecken"
    )
    laender: Mapping[Line, LandAngaben] = Field(
        {}, description="Angaben je Land, die fehlen oder abweichen: {Thüringen: {durchsetzungsstelle: {name: …}}}"
    )
    leichte_sprache: Folder | None = Field(
        None, description="Adresse der Seite in Leichter Sprache auf dieser Website: leichte-sprache/"
    )
    gebaerdensprache: Webadresse | None = Field(
        None, description="Adresse der Seite mit dem Video in Deutscher Gebärdensprache, mit https:// am Anfang"
    )
    lizenz: LizenzName = Field(
        "CC BY 4.0", description="Lizenz der Daten: CC BY 4.0, CC0 1.0, dl-de/by-2-0 oder dl-de/zero-2-0"
    )
    datenbereitsteller: Datenbereitsteller | None = Field(
        None, description="Kennung bei GovData, letzter Teil von http://dcat-ap.de/def/contributors/…"
    )
    aenderungen_seit: date | None = Field(
        None, description="Tag, ab dem Änderungen am Inhalt gezeigt werden: 2026-11-25; ohne Angabe alle"
    )
    stichtag: date | None = Field(
        None,
        description="Tag, an dem Verzug gemessen wird: 2026-11-28; ohne Angabe der Tag der neuesten Angabe im Inhalt",
    )
    farben: Farben = Field(Farben(), description="Eigene Farben: kopf, akzent, akzent_dunkel")
    konzept_farben: Mapping[Line, Farben] = Field(
        {}, description="Farben einzelner Konzepte auf einer Website mit mehreren: {leipzig: {kopf: …}}"
    )
    fassungen: Mapping[Line, tuple[FruehereFassung, ...]] = Field(
        {},
        description="Beschlossene Fassungen je Konzept, die älteste zuerst; eine letzte ohne „tag“ und „ordner“ nennt "
        'die geltende: {leipzig: [{kennung: "2019", tag: beschluss-2019}, {kennung: "2026"}]}',
    )

    redaktion: Redaktion | None = Field(
        None, description="Formular für die Redaktion unter redaktion/: art, repo, zweig, adresse …; ohne Angabe keins"
    )

    def land(self, name: str) -> Land:
        """A Land's law and bodies: what the configuration says, before what is known."""
        known, own = LAENDER.get(name, Land()), self.laender.get(name, LandAngaben())
        return Land(
            recht=own.recht or known.recht,
            durchsetzung=own.durchsetzungsstelle or known.durchsetzung,
            grundlage=None if own.durchsetzungsstelle else known.grundlage,
            frist=known.frist,
            kostenlos=known.kostenlos and not own.durchsetzungsstelle,
            datenschutz=own.datenschutzaufsicht or known.datenschutz,
        )


@dataclass(frozen=True)
class Site:
    """A site to build."""

    root: Path
    """The project: messages and edit links name files relative to it."""
    content: Path
    options: SiteOptions
    configuration: Path | None = None
    """The file that the options stand in, for messages."""

    @property
    def report(self) -> Path:
        """The file with the result of the last accessibility test."""
        return self.root / self.options.pruefbericht

    def folders(self) -> list[Path]:
        """The folders of the site's concepts, in the order of the configuration.

        Raises:
            SetupError: a concept is not there.
        """
        if not self.content.is_dir():
            raise SetupError(f"Den Ordner „{self.content.name}“ gibt es nicht.")
        found = {folder.name: folder for folder in concept_folders(self.content)}
        for name in self.options.konzepte:
            if name not in found:
                guess = nearest(name, found)
                hint = f" Meinten Sie „{guess}“?" if guess else ""
                raise SetupError(f"Konfiguration: das Konzept „{name}“ gibt es in „{self.content.name}“ nicht.{hint}")
        if not found:
            raise SetupError(f"Im Ordner „{self.content.name}“ liegt kein Konzept.")
        return [found[name] for name in self.options.konzepte] or list(found.values())


def read_options(data: dict[str, object]) -> SiteOptions:
    """Check the options of a site.

    Raises:
        SetupError: with every wrong option named, and what is expected.
    """
    found = read_located(data)
    if not isinstance(found, SiteOptions):
        raise SetupError("\n".join(message for _, message in found))
    return found


def read_located(data: Mapping[str, object]) -> SiteOptions | list[tuple[tuple[str | int, ...], str]]:
    """Check the options of a site, for whoever knows where each of them stands.

    Returns:
        The options, or all that is wrong: the way to each, and what is told of it.
    """
    try:
        return SiteOptions.model_validate(data)
    except ValidationError as error:
        return [(details["loc"], _in_german(details)) for details in error.errors(include_url=False)]


def describe(path: Sequence[str | int]) -> str:
    """What an option is for, in German: of `("anbieter", "mail")` its description."""
    return _follow(path)[1]


def _follow(path: Sequence[str | int]) -> tuple[type[BaseModel], str]:
    """The last model on a path and the description of its last option; numbers and names of Länder are passed over."""
    model: type[BaseModel] = SiteOptions
    description = ""
    for part in path:
        if isinstance(part, str) and (field := model.model_fields.get(part)):
            model, description = model_in(field.annotation) or model, field.description or ""
    return model, description


def _in_german(details: ErrorDetails) -> str:
    path = details["loc"]
    what, hint = "hat einen falschen Wert", f" Erwartet: {describe(path)}"
    match details["type"]:
        case "missing":
            what = "fehlt"
        case "extra_forbidden":
            guess = nearest(str(path[-1]), _follow(path[:-1])[0].model_fields)
            what, hint = "gibt es nicht", f" Meinten Sie „{guess}“?" if guess else ""
    return f"Konfiguration des Plugins „kek“: „{'.'.join(map(str, path))}“ {what}.{hint}"
