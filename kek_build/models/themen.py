# Subjects that all counties plan by. A concept names its fields as it likes; so that concepts can be compared, its
# things are put under subjects of one short list that all concepts share. The program brings the list, so that counties
# which build their sites apart mean the same by it; content/themen.yml takes its place where a site wants another.
from __future__ import annotations

from pydantic import Field

from kek_build.models.base import Line, Model, Slug


class Thema(Model):
    """A subject."""

    kennung: Slug = Field(description="Kurzer Name für die Adresse", examples=["mobilitaet"])
    titel: Line = Field(max_length=40, description="Name des Themas, höchstens 40 Zeichen", examples=["Mobilität"])
    kurz: Line = Field(
        max_length=160,
        description="Ein Satz, der sagt, was dazugehört",
        examples=["Wie Menschen und Güter unterwegs sind: Bus, Bahn, Rad, Straßen und Wege."],
    )
    begriffe: tuple[Line, ...] = Field(
        (),
        description="Wörter, die im Glossar eines Konzepts zu diesem Thema gehören",
        examples=[["ÖPNV", "Radverkehrskonzept"]],
    )


def _thema(kennung: str, titel: str, kurz: str, *begriffe: str) -> Thema:
    return Thema(kennung=kennung, titel=titel, kurz=kurz, begriffe=begriffe)


STANDARD = (
    _thema(
        "wirtschaft", "Wirtschaft und Arbeit",
        "Wovon Menschen leben: Betriebe, Gewerbegebiete, Fachkräfte und der Wandel der Arbeit.",
        "Wirtschaftsförderung", "Existenzgründung", "KMU", "Standortmarketing", "Strukturwandel", "Wertschöpfung",
    ),
    _thema(
        "digitales", "Digitalisierung",
        "Was schnelle Netze und digitale Dienste möglich machen: Glasfaser, Mobilfunk, Ämter im Netz.",
        "Breitband", "digitale Infrastruktur", "E-Government", "OZG", "Digitalisierungsstrategie", "e-Akte", "eAkte",
    ),
    _thema(
        "mobilitaet", "Mobilität",
        "Wie Menschen und Güter unterwegs sind: Bus, Bahn, Rad, Auto, Straßen und Wege.",
        "ÖPNV", "Bedarfsverkehr", "alternative Bedienformen", "Individualverkehr", "Alltagsradverkehr", "Bike & Ride",
        "Park & Ride", "E-Mobilität", "PlusBus", "S-Bahn",
    ),
    _thema(
        "wohnen", "Wohnen und Orte",
        "Wie und wo Menschen leben: Häuser, Bauland, Ortskerne, Nahversorgung, Dörfer und Städte.",
        "Raum- und Siedlungsentwicklung", "Innenbereich", "Innenentwicklung", "Baukultur", "Daseinsvorsorge",
        "Zentrale Orte",
    ),
    _thema(
        "bildung", "Bildung",
        "Wo Menschen lernen: Kita, Schule, Ausbildung, Volkshochschule, Musikschule und Bibliothek.",
        "Bildungslandschaft", "Schulentwicklungsplan", "Lebenslanges Lernen", "Ganztagsangebote", "VHS",
    ),
    _thema(
        "familie", "Kinder, Jugend und Familien",
        "Was Familien hilft und jungen Menschen: Betreuung, Jugendhilfe, Treffpunkte und Beteiligung.",
        "Familienwegweiser", "Lokales Bündnis für Familien", "Frühe Hilfen", "Schulsozialarbeit", "SGB VIII",
    ),
    _thema(
        "gesundheit", "Gesundheit und Pflege",
        "Wer hilft, wenn Menschen krank oder alt sind: Praxen, Kliniken, Pflege und Vorsorge.",
        "ambulant vor stationär", "kassenärztliche Vereinigung", "GPV", "Prävention", "Telemedizin", "AGnES",
    ),
    _thema(
        "soziales", "Soziales und Teilhabe",
        "Wie alle dabei sein können: Beratung, Inklusion, Integration, Hilfe in schwierigen Lagen.",
        "Inklusion", "Barrierefreiheit", "Eingliederungshilfe", "Sozialplanung", "Sozialraumkonzept",
    ),
    _thema(
        "engagement", "Ehrenamt und Beteiligung",
        "Was Menschen freiwillig füreinander tun und wie sie mitreden: Vereine, Ehrenamt, Beteiligung.",
        "bürgerschaftliches Engagement", "LEADER", "LAG",
    ),
    _thema(
        "kultur", "Kultur, Sport und Freizeit",
        "Was Menschen in ihrer freien Zeit verbindet: Museen, Musik, Denkmäler, Sport und Feste.",
        "Baukultur", "Interkulturelle Woche",
    ),
    _thema(
        "tourismus", "Tourismus und Erholung",
        "Was Gäste und Ausflügler anzieht: Seen, Wege, Sehenswürdigkeiten und wer dafür wirbt.",
        "sanfter Tourismus", "Destination", "Geopark", "Knotenpunktsystem",
    ),
    _thema(
        "klima", "Klima und Energie",
        "Wie das Klima geschützt wird und der Kreis mit seinem Wandel lebt: Energie, Hitze, Hochwasser.",
        "Klimaschutzkonzept", "Klimaanpassung", "Klimaanpassungsstrategie", "Emission", "Grüner Wasserstoff",
    ),
    _thema(
        "natur", "Natur und Umwelt",
        "Was Boden, Wasser, Luft, Tiere und Pflanzen schützt, und wohin mit dem Abfall.",
        "Biodiversität", "Biosphärenreservat", "FFH", "NSG", "Landschaftsrahmenplan", "Flächenverbrauch",
        "Umweltbildung", "Waldpädagogik",
    ),
    _thema(
        "landwirtschaft", "Land- und Forstwirtschaft",
        "Was auf Feldern und in Wäldern wächst und wie es verarbeitet und verkauft wird.",
        "Nahrungsgüterwirtschaft", "Biomasse", "Waldumbau",
    ),
    _thema(
        "sicherheit", "Sicherheit",
        "Wer bei Feuer, Unfall und Katastrophen hilft: Feuerwehr, Rettungsdienst, Katastrophenschutz.",
        "Bevölkerungsschutz", "Brandschutzbedarfsplan", "FFW", "Katastrophenschutz", "Sicherheitspartnerschaft",
    ),
    _thema(
        "verwaltung", "Verwaltung und Zusammenarbeit",
        "Wie der Kreis arbeitet und mit wem: Ämter, Finanzen, Gemeinden, Nachbarn und Metropolregion.",
        "interkommunal", "Monitoring", "Fachverfahren", "Liegenschaft", "EMM",
    ),
)  # fmt: skip
"""The list that the program brings."""
