"""The content model: what may stand in the files of a concept."""

from kek_build.models.aufgehoben import Aufgehoben
from kek_build.models.kennzahlen import Kennzahl, Messwert
from kek_build.models.konzept import Dokument, KonzeptDatei
from kek_build.models.massnahmen import Massnahme, Punkt, Schluesselvorhaben
from kek_build.models.seiten import Seite
from kek_build.models.swot import QUADRANTS, Aussage, SwotThema
from kek_build.models.synonyme import Synonyme
from kek_build.models.themen import Thema
from kek_build.models.verzeichnisse import Akteur, Begriff, Ort
from kek_build.models.ziele import Handlungsfeld, Leitsatz, Ziel

__all__ = [
    "QUADRANTS",
    "Akteur",
    "Aufgehoben",
    "Aussage",
    "Begriff",
    "Dokument",
    "Handlungsfeld",
    "Kennzahl",
    "KonzeptDatei",
    "Leitsatz",
    "Massnahme",
    "Messwert",
    "Ort",
    "Punkt",
    "Schluesselvorhaben",
    "Seite",
    "SwotThema",
    "Synonyme",
    "Thema",
    "Ziel",
]
