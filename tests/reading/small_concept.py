# A concept as small as one can be, with one file of each kind, and which of its things each becomes.
from __future__ import annotations

from pathlib import Path

from kek_build.models import (
    Akteur,
    Begriff,
    Handlungsfeld,
    Kennzahl,
    Massnahme,
    Ort,
    Schluesselvorhaben,
    Seite,
    SwotThema,
)
from kek_build.models.base import Thing

KONZEPT = """\
name: Landkreis Muster
kurzname: Muster
titel: Konzept
land: Sachsen
behoerde: Landkreis Muster
fassung:
  bezeichnung: Erste
  stand: 2020
leitgedanke:
  bezeichnung: Voran
ebenen:
  - einzahl: Ziel
    mehrzahl: Ziele
quellen:
  - kennung: kek
    titel: Konzept
    kurz: KEK
"""
PAGE = "---\ntitel: Vorwort\n---\n\nText.\n"

FILES = {
    "konzept.yml": KONZEPT,
    "akteure.yml": "- kennung: kreistag\n  name: Kreistag\n  art: Gremium\n",
    "orte.yml": "- kennung: b\n  name: B\n  art: Stadt\n  im_landkreis: ja\n  ags: 07131001\n"
    "- kennung: a\n  name: A\n  art: Stadt\n  im_landkreis: nein\n",
    "glossar.yml": "- kennung: oepnv\n  begriff: ÖPNV\n  erklaerung: Bus und Bahn\n",
    "synonyme.yml": "- woerter: [Bus, ÖPNV]\n- woerter: [Rad, Fahrrad]\n  richtung: hin\n",
    "handlungsfelder/I.yml": "nummer: I\ntitel: Wohnen\n",
    "schluesselvorhaben/I.1.yml": "nummer: I.1\ntitel: Häuser\nkurztitel: Häuser\n"
    "handlungsfelder: [I]\nbeschreibung: x\n",
    "massnahmen/1.10.yml": "nummer: 1.10\ntitel: Wald\nhandlungsfeld: I\n",
    "swot/wohnen.yml": "kennung: wohnen\ntitel: Wohnen\nhandlungsfelder: [I]\n",
    "kennzahlen/wald.yml": "kennung: wald\ntitel: Wald\neinheit: ha\n",
    "seiten/vorwort.md": PAGE,
}
MODELS: dict[str, type[Thing]] = {
    "akteure.yml": Akteur,
    "orte.yml": Ort,
    "glossar.yml": Begriff,
    "handlungsfelder/I.yml": Handlungsfeld,
    "schluesselvorhaben/I.1.yml": Schluesselvorhaben,
    "massnahmen/1.10.yml": Massnahme,
    "swot/wohnen.yml": SwotThema,
    "kennzahlen/wald.yml": Kennzahl,
    "seiten/vorwort.md": Seite,
}


def write(folder: Path, name: str, text: str | bytes) -> None:
    """Write a file of a concept."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
