# What was published: addresses that disappear, and the file that records them.
from __future__ import annotations

from tests.shipped.faults.fault import Fault, append, both, remove, rename, swap

_ADDRESSES, _M1, _ACTORS = "leipzig/adressen.txt", "leipzig/massnahmen/1-1.yml", "leipzig/akteure.yml"
_LOST = "wurde veröffentlicht, aber niemand antwortet"

PUBLISHED: tuple[Fault, ...] = (
    Fault("a measure that nobody names deleted", "leipzig/massnahmen/2-99.yml", remove, _LOST,
          told=_ADDRESSES, at="massnahmen/2-99/"),
    Fault("a measure with a new number and no former one", "leipzig/massnahmen/2-99.yml",
          both(("leipzig/massnahmen/2-99.yml", swap("nummer: 2-99", "nummer: 2-999")),
               ("leipzig/massnahmen/2-99.yml", rename("leipzig/massnahmen/2-999.yml"))), _LOST,
          told=_ADDRESSES, at="massnahmen/2-99/"),
    Fault("an actor with a new short name", _ACTORS, swap("kennung: digitalisierungsbeauftragter", "kennung: digital"),
          _LOST, told=_ADDRESSES, at="akteure/digitalisierungsbeauftragter/"),
    Fault("a page deleted", "boerde/seiten/zielsystem.md", remove, _LOST, told="boerde/adressen.txt", at="seiten/zielsystem/"),
    Fault("an indicator deleted", "leipzig/kennzahlen/gebaeude-vor-1948.yml", remove, _LOST,
          told=_ADDRESSES, at="kennzahlen/gebaeude-vor-1948/"),
    Fault("an address that was never published", _ADDRESSES, append("massnahmen/9-9/\n"), _LOST),
    Fault("an address of a goal that is none", _ADDRESSES, append("ziele/i-z/\n"), _LOST),
    Fault("an address of a place that is none", _ADDRESSES, append("orte/atlantis/\n"), _LOST),
    Fault("an address that is none", _ADDRESSES, append("Massnahmen/9-9\n"), "ist keine Adresse"),
    Fault("an address of another site", _ADDRESSES, append("https://example.org/\n"), "ist keine Adresse"),
    Fault("an address that leads out", _ADDRESSES, append("../boerde/\n"), "ist keine Adresse"),
    Fault("an address with a blank", _ADDRESSES, append("orte/bad lausick/\n"), "ist keine Adresse"),
    Fault("an address with a script", _ADDRESSES, append("<script>alert(1)</script>\n"), "ist keine Adresse"),
    Fault("an address twice", _ADDRESSES, append("aenderungen/\n"), "steht doppelt"),
)  # fmt: skip
