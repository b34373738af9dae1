# The tables beside goals and work: actors, places, terms, decisions, documents, notes, and every link.
from __future__ import annotations

from collections.abc import Iterator

from kek_build.concept.konzept import Link
from kek_build.data.columns import ADDRESS, ID, about, count, entries, many, one, text
from kek_build.data.source import Source
from kek_build.data.table import Column, Kind, joined, moment, of_model
from kek_build.models import Akteur, Begriff, Dokument, Ort
from kek_build.models.base import Hinweis
from kek_build.models.berichte import Bericht
from kek_build.models.konzept import Ereignis
from kek_build.pages.bericht import address

_RULES = {"widerspruch": "Widerspruch", "schreibweise": "Schreibweise", "luecke": "Lücke", "redaktionell": "Redaktion"}

ACTORS = Kind(
    "akteure",
    "Akteure",
    "Wer handelt, entscheidet oder angesprochen wird",
    (
        ID,
        of_model(Akteur, "name"),
        of_model(Akteur, "kurzform"),
        of_model(Akteur, "art", description="Art des Akteurs"),
        one(
            "gehoert_zu",
            "Gehört zu",
            "Akteur, zu dem er gehört",
            lambda entry: entry.model.gehoert_zu,
            ("akteur",),
            target="akteure",
        ),
        many("orte", "Orte", "Orte des Akteurs", lambda entry: entry.model.orte, ("ort",)),
        *about(Akteur),
    ),
    entries("akteur"),
)

PLACES = Kind(
    "orte",
    "Orte",
    "Gemeinden, Ortsteile, Landschaften und andere Orte, die das Konzept nennt",
    (
        ID,
        of_model(Ort, "name"),
        of_model(Ort, "art", description="Art des Orts"),
        of_model(Ort, "im_landkreis", description="Ob der Ort im Landkreis liegt"),
        of_model(Ort, "ags"),
        one(
            "gehoert_zu",
            "Gehört zu",
            "Ort, zu dem er gehört",
            lambda entry: entry.model.gehoert_zu,
            ("ort",),
            target="orte",
        ),
        *about(Ort),
    ),
    entries("ort"),
)

TERMS = Kind(
    "glossar",
    "Glossar",
    "Abkürzungen und Fachwörter",
    (
        ID,
        of_model(Begriff, "begriff"),
        of_model(Begriff, "langform"),
        of_model(Begriff, "erklaerung", description="Erklärung in einfachen Worten"),
        text(
            "formen",
            "Weitere Formen",
            "Weitere Formen, die dasselbe meinen",
            lambda _, entry: joined(entry.model.formen),
        ),
        of_model(Begriff, "herkunft"),
        *about(Begriff),
    ),
    entries("begriff"),
)

HISTORY = Kind(
    "verlauf",
    "Beschlüsse und Entstehung",
    "Beschlüsse, Schritte der Entstehung und Ausblick",
    (
        count("position", "Position", "Reihenfolge, ab 1", lambda _, item: item[0], key=True),
        *moment("datum", "Datum", "Zeitpunkt", lambda item: item[1].datum),
        of_model(Ereignis, "art", lambda item: item[1], description="beschluss, schritt oder ausblick"),
        of_model(Ereignis, "titel", lambda item: item[1]),
        of_model(Ereignis, "text", lambda item: item[1]),
        one("gremium", "Gremium", "Wer beschlossen hat", lambda item: item[1].gremium, ("akteur",), target="akteure"),
        text(
            "quelle",
            "Quelle",
            "Fundstellen im Dokument",
            lambda source, item: joined(map(source.place, item[1].quelle)),
        ),
    ),
    lambda source: enumerate(source.konzept.datei.verlauf, 1),
)

REPORTS = Kind(
    "berichte",
    "Berichte",
    "Worüber berichtet wird; was sich in der Zeit geändert hat, steht auf der Seite des Berichts",
    (
        text("kennung", "Kennung", "Kurzer Name, wie in der Adresse", lambda _, item: item.name),
        of_model(Bericht, "titel", lambda item: item),
        *moment("von", "Von", "Erster Tag", lambda item: item.von),
        *moment("bis", "Bis", "Letzter Tag, der mitzählt", lambda item: item.bis),
        one("gremium", "Gremium", "Für wen der Bericht ist", lambda item: item.gremium, ("akteur",), target="akteure"),
        of_model(Bericht, "quelle", lambda item: item),
        of_model(Bericht, "link", lambda item: item),
        of_model(Bericht, "kurz", lambda item: item),
        Column(
            "adresse",
            "Adresse",
            "Der Bericht auf dieser Website",
            lambda source, item: source.shop.url(address(source.shop, item)),
            type="uri",
        ),
    ),
    lambda source: source.konzept.datei.berichte,
)


def _links(source: Source) -> Iterator[tuple[Link, tuple[str, str], tuple[str, str]]]:
    """Every link, with the identifier and the title of both ends; many links have the same."""
    konzept = source.konzept
    named: dict[str, tuple[str, str]] = {}

    def name(ref: str) -> tuple[str, str]:
        if ref not in named:
            named[ref] = source.id(konzept[ref]), source.title(konzept[ref])
        return named[ref]

    for link in dict.fromkeys(link for links in konzept.outgoing.values() for link in links):
        yield link, name(link.source), name(link.target)


LINKS = Kind(
    "verbindungen",
    "Verbindungen",
    "Alles, was aufeinander verweist, je Zeile eine Verbindung",
    (
        Column(
            "von",
            "Von",
            "Kennung dessen, der nennt",
            lambda _, item: item[1][0],
            key=True,
        ),
        text(
            "von_titel",
            "Von (Titel)",
            "Titel oder Text dazu",
            lambda _, item: item[1][1],
        ),
        Column(
            "beziehung",
            "Beziehung",
            "Der Schlüssel, der ihn nennt; „text“: ein Verweis im Fließtext",
            lambda _, item: item[0].relation,
            key=True,
        ),
        Column(
            "nach",
            "Nach",
            "Kennung dessen, der genannt wird",
            lambda _, item: item[2][0],
            key=True,
        ),
        text(
            "nach_titel",
            "Nach (Titel)",
            "Titel oder Text dazu",
            lambda _, item: item[2][1],
        ),
        Column(
            "redaktionell",
            "Redaktionell",
            "Ob die Verbindung von der Redaktion stammt und nicht aus dem Dokument",
            lambda _, item: item[0].editorial,
            "boolean",
        ),
    ),
    _links,
)

DOCUMENTS = Kind(
    "quellen",
    "Quellen",
    "Die Dokumente, aus denen die Angaben stammen",
    (
        ID,
        of_model(Dokument, "titel"),
        of_model(Dokument, "kurz"),
        of_model(Dokument, "herausgeber"),
        *moment("stand", "Stand", "Stand des Dokuments", lambda entry: entry.model.stand),
        of_model(Dokument, "vermerk"),
        ADDRESS,
    ),
    entries("dokument"),
)

NOTES = Kind(
    "hinweise",
    "Hinweise zum Dokument",
    "Widersprüche, Schreibweisen, Lücken und Entscheidungen der Redaktion",
    (
        count("position", "Position", "Reihenfolge, ab 1", lambda _, item: item[0], key=True),
        text(
            "gehoert_zu",
            "Gehört zu",
            "Kennung dessen, wozu der Hinweis gehört",
            lambda source, item: source.id(item[1].entry),
        ),
        text(
            "art", "Art", "Widerspruch, Schreibweise, Lücke oder Redaktion", lambda _, item: _RULES[item[1].hinweis.art]
        ),
        of_model(Hinweis, "text", lambda item: item[1].hinweis),
        text(
            "auch",
            "Betrifft auch",
            "Kennungen dessen, was er auch betrifft",
            lambda source, item: joined(source.id(entry) for entry in item[1].also),
        ),
        Column(
            "adresse", "Adresse", "Seite dazu auf dieser Website", lambda source, item: source.url(item[1].entry), "uri"
        ),
    ),
    lambda source: enumerate(source.shop.notes, 1),
)
