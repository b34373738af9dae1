# Faults in what is said of progress and indicators: judgements, dates, money, values in YAML and in CSV files.
from __future__ import annotations

from tests.shipped.faults.fault import Fault, append, swap, whole

_M1 = "leipzig/massnahmen/1-1.yml"
_LASTING = "leipzig/schluesselvorhaben/II.4.yml"
_FIGURE = "leipzig/kennzahlen/strassenzustand.yml"
_CSV = "leipzig/kennzahlen/strassenzustand.csv"
_PLANNED = "geplant:\n  beginn: 2025\n  ende: 2028\n"
_NEWS = "aktualisierungen:\n  - {datum: 03.05.2025, text: x, status: ruht}\n  - {datum: 03.05.2025, text: y, status: im Plan}\n"

PROGRESS: tuple[Fault, ...] = (
    Fault("a status without a reason", _M1, append("status: ruht\n"), "Warum der Status „ruht“ gilt, fehlt."),
    Fault("a reason without a status", _M1, append("status_grund: Es fehlt Geld.\n"), "„status_grund“ steht ohne „status“."),
    Fault("two statuses of one day", _M1, append(_NEWS), "„im Plan“ widerspricht „ruht“ vom selben Tag (Zeile ", at="text: y"),
    Fault("a milestone after the end", _M1, append(f"{_PLANNED}meilensteine:\n  - {{titel: Bau, geplant: 2030}}\n"),
          "„2030“ liegt nach dem geplanten Ende (2028, Zeile ", at="geplant: 2030"),
    Fault("a task before the begin", _M1, append(f"{_PLANNED}aufgaben:\n  - {{text: Kaufen, bis: 12/2024}}\n"),
          "„Dezember 2024“ liegt vor dem geplanten Beginn (2025, Zeile ", at="12/2024"),
    Fault("an end of what goes on", _M1, append("phase: in Umsetzung\ntatsaechlich:\n  ende: 2024\n"),
          "Es hat geendet (2024), aber die Phase ist „in Umsetzung“ (Zeile ", at="ende: 2024"),
    Fault("an end of what lasts", _LASTING, append("geplant:\n  ende: 2030\n"), "Eine Daueraufgabe endet nicht", at="ende: 2030"),
    Fault("a phase that follows from the document", _LASTING, append("phase: in Umsetzung\n"),
          "„phase“ folgt schon aus „Laufende Aufgabe“ in konzept.yml (Zeile "),
    Fault("a key project that replaces itself", _LASTING, append("ersetzt_durch: II.4\n"), "führt im Kreis: II.4 → II.4."),
    Fault("an address without encryption", _M1, append("aktualisierungen:\n  - {datum: 2025, text: x, link: http://kek.de}\n"),
          "nicht die richtige Form", at="http://"),
    Fault("a share of more than all", _M1, append("foerderung:\n  - {programm: Rad, anteil: 120}\n"),
          "muss zwischen 0 und 100 liegen", at="anteil"),
    Fault("costs that run backwards", _M1, append("kosten:\n  betrag: 20\n  bis: 10\n"), "kleiner ist als die unter „betrag“",
          at="betrag: 20"),
    Fault("a value of one year twice", _FIGURE, append("werte:\n  - {zeit: 2024, wert: 1}\n  - {zeit: 2024, wert: 2}\n"),
          "Für 2024 gibt es schon einen Wert (Zeile ", at="wert: 2}"),
    Fault("a value without a time beside others", _FIGURE, append("werte:\n  - {zeit: 2024, wert: 1}\n  - {wert: 2}\n"),
          "Zu diesem Wert fehlt der Zeitpunkt", at="{wert: 2}"),
    Fault("a target before its baseline", _FIGURE,
          swap("ausgangswert:\n", "zielwerte:\n  - {zeit: 2010, wert: 30}\nausgangswert:\n  zeit: 2018\n"),
          "Der Zielwert (2010) liegt vor dem Ausgangswert (2018, Zeile ", at="2010"),
    Fault("a kind of figure that is none", _FIGURE, append("art: outcome\n"), "„outcome“ ist nicht erlaubt"),
    Fault("a comma between columns and in numbers", _CSV, whole("zeit,wert\n2024,47,1\n"), "Steht hier ein Komma in einer Zahl?",
          at=2),
    Fault("a value of one year twice in a table", _CSV, whole("zeit;wert\n2024;47,1\n2025;48\n2024;49\n"),
          "Für 2024 gibt es schon einen Wert (Zeile 2).", at=4),
    Fault("a word for a number in a table", _CSV, whole("zeit;wert\n2024;viele\n"), "„viele“ muss eine Zahl sein", at=2),
    Fault("a table without heads", _CSV, whole("2024;47,1\n2025;48\n"), "Die Spalte „2024“ gibt es nicht.", at=1),
    Fault("a table of nothing", "leipzig/kennzahlen/strassen.csv", whole("zeit;wert\n2024;1\n"),
          "Zu dieser Datei gibt es keine Kennzahl.", at=0),
)  # fmt: skip
