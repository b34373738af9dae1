# The common ground of all models: frozen, no unknown keys, and the text types the content is made of. Every YAML
# scalar arrives as text (see `reading.strict_yaml`); the types here and in `dates` and `numbers` give it a meaning.
from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

_GIVEN: dict[frozenset[str], set[str]] = {}


class Model(BaseModel):
    """Base of everything read from `content/`: immutable, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    def model_post_init(self, _context: Any, /) -> None:
        """Share the set of the keys that were given: thousands of models have the same, and none is changed later."""
        keys = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", _GIVEN.setdefault(frozenset(keys), keys))

    key_order: ClassVar[tuple[str, ...]] = ()
    """The keys in the order in which they are written, where it is not the order of the fields: what a model inherits
    does not stand first."""


def written_order(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a model in the order in which they are written."""
    return getattr(model, "key_order", ()) or tuple(model.model_fields)


@dataclass(frozen=True)
class ReferenceTo:
    """Marks a field whose value names another thing of the concept.

    `kinds` are the kinds of thing allowed (see `concept.entries`); with exactly one kind the value may leave out the
    kind's prefix (`zwenkau` for `orte/zwenkau`). `editorial` marks links that the document itself does not make.
    """

    kinds: tuple[str, ...]
    editorial: bool = False


@dataclass(frozen=True)
class Prose:
    """Marks a field of running text, in which `[[references]]` are looked for, checked and turned into links."""


@dataclass(frozen=True)
class NamesSubject:
    """Marks a field whose value is the short name of a subject (see `themen`): of all concepts, not of one."""


def _one_line(value: object) -> object:
    if isinstance(value, str) and "\n" in value.strip():
        raise ValueError("muss in einer Zeile stehen")
    return value


Line = Annotated[str, BeforeValidator(_one_line), StringConstraints(min_length=1, max_length=500)]
"""One line of plain text, without references."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000), Prose()]
"""Running text; a blank line starts a new paragraph, `[[I.1]]` becomes a link."""

Number = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*$", max_length=40)]
"""The number of a thing as printed (`III.1`, `1-32`, `4.3.1-2`); part of its address."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=80)]
"""A short name for addresses: small letters without umlauts, digits, hyphens."""

ThemaName = Annotated[Line, NamesSubject()]
"""The short name of a subject that all concepts share; what is none is told with those that there are."""

Monate = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,2}$")]
"""A number of months, from 1 to 999."""

Choice = Literal["ja", "nein"]
"""Yes or no, as editors write it."""

AnyKind = (
    "handlungsfeld",
    "leitsatz",
    "ziel",
    "schluesselvorhaben",
    "massnahme",
    "swot",
    "aussage",
    "kennzahl",
    "akteur",
    "ort",
    "begriff",
    "seite",
    "dokument",
)
"""All kinds of thing that can be referred to."""

AnyRef = Annotated[str, ReferenceTo(AnyKind)]
HandlungsfeldRef = Annotated[str, ReferenceTo(("handlungsfeld",))]
ZielRef = Annotated[str, ReferenceTo(("ziel",))]
SchluesselvorhabenRef = Annotated[str, ReferenceTo(("schluesselvorhaben",))]
MassnahmeRef = Annotated[str, ReferenceTo(("massnahme",))]
KennzahlRef = Annotated[str, ReferenceTo(("kennzahl",))]
AkteurRef = Annotated[str, ReferenceTo(("akteur",))]
OrtRef = Annotated[str, ReferenceTo(("ort",))]
NachbarRef = Annotated[str, ReferenceTo(("ort",), editorial=True)]
"""A place beside another: an editorial link."""
DokumentRef = Annotated[str, ReferenceTo(("dokument",))]
AntwortRef = Annotated[str, ReferenceTo(("handlungsfeld", "ziel", "schluesselvorhaben", "massnahme"), editorial=True)]
"""What answers a SWOT statement: an editorial link."""


def themen_field() -> Any:
    """The subjects that an editor puts a thing under."""
    return Field(
        (),
        description="Themen, zu denen es gehört (Zuordnung der Redaktion); fehlt die Angabe, gelten die darüber",
        examples=[["mobilitaet"]],
    )


class Fundstelle(Model):
    """Where in a source document something stands."""

    dokument: DokumentRef = Field(
        description="Kennung des Dokuments, wie unter „quellen“ in konzept.yml", examples=["kek-2030"]
    )
    abschnitt: Line | None = Field(
        None,
        description="Wo es im Dokument steht: Nummer und Überschrift",
        examples=["4. Schlüsselvorhaben, Profil I.1"],
    )
    seite: Line | None = Field(None, description="Seite oder Seiten", examples=["25–45"])


class Hinweis(Model):
    """A note to the reader about the document: a contradiction, a spelling, a gap, or an editorial decision."""

    art: Literal["widerspruch", "schreibweise", "luecke", "redaktionell"] = Field(
        description="Worum es geht: Widerspruch, Schreibweise oder Lücke im Dokument, oder Entscheidung der Redaktion"
    )
    text: Text = Field(
        description="Was auffällt und wie damit umgegangen wird",
        examples=["Im Profil [[III.1]] steht „Tourismusegebiete“; gemeint sind wohl „Tourismusgebiete“."],
    )
    auch: tuple[AnyRef, ...] = Field(
        (), description="Weitere Stellen, an denen der Hinweis erscheinen soll", examples=[["I.3", "III.1"]]
    )


class Thing(Model):
    """What everything with a page or an anchor carries, besides its number or short name."""

    kurz: Text | None = Field(
        None,
        description="Zusammenfassung in einfachen Worten, ein bis drei Sätze",
        examples=["Der Landkreis baut das Radnetz aus, damit mehr Menschen mit dem Rad zur Arbeit kommen."],
    )
    leicht: Text | None = Field(
        None,
        description="Dasselbe in Leichter Sprache, hinter „|“: ein Satz je Zeile, „- “ für Listen, · in langen Wörtern",
        examples=["Der Land·kreis baut neue Rad·wege.\nDann können mehr Menschen mit dem Rad fahren.\n"],
    )
    wortlaut: Text | None = Field(
        None,
        description="Beschlossener Wortlaut; hat auf der Website Vorrang vor der Fassung der Redaktion",
        examples=["Ausbau des Radwegenetzes im Landkreis gemäß Kreistagsbeschluss"],
    )
    quelle: tuple[Fundstelle, ...] = Field((), description="Wo es in den Dokumenten steht")
    hinweis: tuple[Hinweis, ...] = Field((), description="Was Leserinnen und Leser über das Dokument wissen müssen")


class Numbered(Thing):
    """A thing with a number, which is part of its address."""

    aliase: tuple[Number, ...] = Field(
        (), description="Frühere Nummern; ihre Adressen führen hierher", examples=[["1-12"]]
    )


class Named(Thing):
    """A thing with a short name, which is part of its address."""

    aliase: tuple[Slug, ...] = Field(
        (), description="Frühere Kennungen; ihre Adressen führen hierher", examples=[["verkehr"]]
    )


class Zustaendigkeit(Model):
    """Who carries or answers for something, with what the document adds to it."""

    akteure: tuple[AkteurRef, ...] = Field((), description="Wer zuständig ist: Kennungen aus akteure.yml")
    vermerk: Text | None = Field(None, description="Was das Dokument dazu sagt", examples=["Je nach Themenfeld"])


class Beteiligung(Model):
    """An actor's part in a measure."""

    akteur: AkteurRef = Field(description="Kennung aus akteure.yml", examples=["landkreis-leipzig"])
    rolle: Literal["federführend", "mitwirkend"] | None = Field(
        None, description="Rolle des Akteurs; fehlt sie, nennt das Dokument ihn ohne Rolle"
    )
    vermerk: Text | None = Field(
        None, description="Was das Dokument zu dieser Beteiligung sagt", examples=["im Dokument: „Gemeinden“"]
    )


class Produkt(Model):
    """A product of the county's budget that pays for something."""

    nummer: Line = Field(description="Nummer im Produkthaushalt", examples=["51101"])
    bezeichnung: Line | None = Field(
        None,
        description="Name des Produkts im Haushalt; unnötig, wenn er unter „haushaltsprodukte“ in konzept.yml steht",
        examples=["Räumliche Planung"],
    )

    @property
    def words(self) -> str:
        """Its number and its name, as far as that is known."""
        return f"{self.nummer} {self.bezeichnung}" if self.bezeichnung else self.nummer
