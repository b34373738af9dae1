# Values: words that are not allowed, numbers, dates, forms and lengths.
from __future__ import annotations

from tests.shipped.faults.fault import Fault, append, swap

_M1, _M58 = "leipzig/massnahmen/1-1.yml", "leipzig/massnahmen/2-58.yml"
_PROFILE, _FIELD, _GOALS = (
    "leipzig/schluesselvorhaben/I.3.yml",
    "leipzig/handlungsfelder/I.yml",
    "boerde/handlungsfelder/1.yml",
)
_SWOT, _FIGURE, _FORECAST = (
    "leipzig/swot/bildung.yml",
    "leipzig/kennzahlen/strassenzustand.yml",
    "leipzig/kennzahlen/bevoelkerungsprognose.yml",
)
_CONCEPT, _SURVEY, _PLACES = "leipzig/konzept.yml", "boerde/konzept.yml", "leipzig/orte.yml"
_ACTORS, _TERMS, _COMMON = "leipzig/akteure.yml", "leipzig/glossar.yml", "synonyme.yml"
_NO = "ist nicht erlaubt"

VALUES: tuple[Fault, ...] = (
    # Words
    Fault("a phase that is none", _PROFILE, append("phase: laufend\n"), f"„laufend“ {_NO}"),
    Fault("a phase with a capital", _PROFILE, append("phase: In Umsetzung\n"), _NO),
    Fault("a status without its umlaut", _M1, append("status: verzoegert\n"), f"„verzoegert“ {_NO}"),
    Fault("a part that is none", _M58, swap("  - akteur: unternehmen\n", "  - akteur: unternehmen\n    rolle: Chef\n"),
          f"„Chef“ {_NO}"),
    Fault("a kind of group that is none", "leipzig/schluesselvorhaben/I.1.yml", swap("art: weitere", "art: Weitere"), _NO),
    Fault("a kind of note that is none", _FIGURE, swap("art: luecke", "art: lücke"), f"„lücke“ {_NO}"),
    Fault("a kind of place that is none", _PLACES, swap("art: Land\n", "art: Bundesland\n"), f"„Bundesland“ {_NO}"),
    Fault("a kind of actor that is none", _ACTORS, swap("art: Landkreis", "art: Kreis"), f"„Kreis“ {_NO}"),
    Fault("yes in English", _PLACES, swap("im_landkreis: ja", "im_landkreis: yes"), f"„yes“ {_NO}"),
    Fault("yes with a capital", _PLACES, swap("im_landkreis: ja", "im_landkreis: Ja"), f"„Ja“ {_NO}"),
    Fault("true", _SWOT, swap("titel_redaktionell: ja", "titel_redaktionell: true"), f"„true“ {_NO}"),
    Fault("a direction that is none", _FIGURE, swap("richtung: fallend", "richtung: runter"), f"„runter“ {_NO}"),
    Fault("an assignment that is none", _FIGURE, swap("zuordnung: redaktionell", "zuordnung: Redaktion"), _NO),
    Fault("a symbol that is none", _FIELD, swap("symbol: wirtschaft", "symbol: geld"), f"„geld“ {_NO}"),
    Fault("a kind of event that is none", _CONCEPT, swap("art: ausblick", "art: plan"), f"„plan“ {_NO}"),
    Fault("a source of a term that is none", _TERMS, swap("herkunft: redaktion", "herkunft: wikipedia"), _NO),
    Fault("a page of its own, perhaps", _CONCEPT, swap("eigene_seite: ja", "eigene_seite: vielleicht"), _NO),
    Fault("numbers of nobody", _SURVEY, swap("nummern: redaktionell", "nummern: keine"), f"„keine“ {_NO}"),
    Fault("a direction of synonyms that is none", _COMMON, swap("\n  richtung: hin", "\n  richtung: her"), f"„her“ {_NO}"),
    Fault("an accuracy that is none", _FIGURE, swap("  wert: 48\n", "  wert: 48\n  genauigkeit: etwa\n"), _NO),
    # Numbers
    Fault("a word for a number", _FIGURE, swap("wert: 48", "wert: viele"), "„viele“ muss eine Zahl sein"),
    Fault("a number with its unit", _FIGURE, swap("wert: 48", "wert: 48 %"), "ohne Einheit sein: „48“"),
    Fault("a number that may be two", _FIGURE, swap("wert: 48", "wert: 1.250"), "bitte „1250“ oder „1,250“ schreiben"),
    Fault("a number with points and comma", _FIGURE, swap("wert: 48", "wert: 1.25,5"), "muss eine Zahl sein"),
    Fault("a number with two commas", _FORECAST, swap("wert: -1,4", "wert: 1,4,2"), "muss eine Zahl sein"),
    Fault("a span for a number", _FIGURE, swap("wert: 48", "wert: 48-50"), "muss eine Zahl sein"),
    Fault("a comma without a digit", _FIGURE, swap("wert: 48", "wert: 48,"), "muss eine Zahl sein"),
    Fault("a number in words", _FIGURE, swap("wert: 48", "wert: ca. 48"), "muss eine Zahl sein"),
    Fault("infinity", _FIGURE, swap("wert: 48", "wert: .inf"), "muss eine Zahl sein"),
    Fault("no number at all", _FIGURE, swap("wert: 48", "wert: .nan"), "muss eine Zahl sein"),
    Fault("a hexadecimal number", _FIGURE, swap("wert: 48", "wert: 0x30"), "muss eine Zahl sein"),
    Fault("a power of ten", _FIGURE, swap("wert: 48", "wert: 4e9"), "muss eine Zahl sein"),
    Fault("a list for a number", _FIGURE, swap("wert: 48", "wert: [48]"), "muss eine Zahl sein"),
    Fault("a number of a thousand digits", _FIGURE, swap("wert: 48", f"wert: {'9' * 1000}"), "ist zu lang"),
    Fault("blanks in the wrong place", _FIGURE, swap("wert: 48", "wert: 12 50"), "muss eine Zahl sein"),
    # Dates
    Fault("a day that is none", _CONCEPT, swap("stand: 31.12.2019", "stand: 31.02.2019"), "„31.02.2019“ gibt es nicht"),
    Fault("a month that is none", _CONCEPT, swap("datum: 2011", "datum: 13/2011"), "„13/2011“ gibt es nicht"),
    Fault("a quarter that is none", _CONCEPT, swap("datum: 2011", "datum: Q5/2011"), "muss ein Zeitpunkt sein"),
    Fault("a month in words", _CONCEPT, swap("datum: 2011", "datum: März 2011"), "muss ein Zeitpunkt sein"),
    Fault("a year with two digits", _CONCEPT, swap("stand: 31.12.2019", "stand: 31.12.19"), "muss ein Zeitpunkt sein"),
    Fault("a date in English", _CONCEPT, swap("stand: 31.12.2019", "stand: 12/31/2019"), "muss ein Zeitpunkt sein"),
    Fault("a span that runs backwards", _CONCEPT, swap("datum: 2011", "datum: 2011/2009"), "„2011/2009“ gibt es nicht"),
    Fault("soon", _M1, append("geplant:\n  beginn: demnächst\n"), "„demnächst“ muss ein Zeitpunkt sein"),
    Fault("a date with a time", _M1, append("geplant:\n  ende: 2020-01-01T12:00\n"), "muss ein Zeitpunkt sein"),
    Fault("a leap day of no leap year", _M1, append("geplant:\n  ende: 29.02.2023\n"), "„29.02.2023“ gibt es nicht"),
    Fault("the year zero", _M1, append("geplant:\n  ende: 0000\n"), "„0000“ gibt es nicht"),
    Fault("a year of five digits", _M1, append("geplant:\n  ende: 20266\n"), "muss ein Zeitpunkt sein"),
    Fault("a list for a date", _M1, append("geplant:\n  ende: [2020]\n"), "muss ein Zeitpunkt sein"),
    Fault("no date of a piece of news", _M1, append("aktualisierungen:\n  - text: Neu\n"), "„datum“ fehlt"),
    Fault("digits of another script", _M1, append("geplant:\n  ende: ٢٠٢٠\n"), "muss ein Zeitpunkt sein"),
    Fault("a date that begins after it ended", _M1, append("geplant:\n  beginn: 2030\n  ende: 2028\n"), "endet, bevor er beginnt"),
    # Forms
    Fault("a number with a blank", _M1, swap("nummer: 1-1", "nummer: 1 1"), "nicht die richtige Form"),
    Fault("a number with a slash", _M1, swap("nummer: 1-1", "nummer: 1/1"), "nicht die richtige Form"),
    Fault("a number with a long dash", _M1, swap("nummer: 1-1", "nummer: 1–1"), "nicht die richtige Form"),
    Fault("a number that leads out of its folder", _M1, swap("nummer: 1-1", "nummer: ../../1-1"), "richtige Form"),
    Fault("a number of 50 digits", _M1, swap("nummer: 1-1", f"nummer: {'1' * 50}"), "zu lang"),
    Fault("a number that ends in a dot", _M1, swap("nummer: 1-1", "nummer: 1-1."), "nicht die richtige Form"),
    Fault("a number of a goal with a blank", _GOALS, swap("- nummer: 1.1.1-1", "- nummer: 1.1.1 1"), "richtige Form"),
    Fault("a short name with umlauts", _ACTORS, swap("kennung: buero", "kennung: büro"), "nicht die richtige Form"),
    Fault("a short name with capitals", _PLACES, swap("kennung: borna", "kennung: Borna"), "nicht die richtige Form"),
    Fault("a short name with an underscore", _TERMS, swap("kennung: abraum", "kennung: ab_raum"), "richtige Form"),
    Fault("a short name with a blank", _SWOT, swap("kennung: bildung", "kennung: bil dung"), "nicht die richtige Form"),
    Fault("a short name that leads out", _PLACES, swap("kennung: borna", "kennung: ../borna"), "richtige Form"),
    Fault("a short name of 100 letters", _TERMS, swap("kennung: abraum", f"kennung: {'a' * 100}"), "zu lang"),
    Fault("an id of a statement that is none", _SWOT, swap("id: staerke-2", "id: stärke-2"), "nicht die richtige Form"),
    Fault("an id of a statement without a number", _SWOT, swap("id: staerke-2", "id: staerke"), "richtige Form"),
    Fault("an id of a statement with a zero", _SWOT, swap("id: staerke-2", "id: staerke-0"), "richtige Form"),
    Fault("a municipality key of seven digits", _PLACES, swap("ags: 14729050", "ags: 1472905"), "richtige Form"),
    Fault("a municipality key with blanks", _PLACES, swap("ags: 14729050", "ags: 14 7 29 050"), "richtige Form"),
    Fault("a former number that is none", _M1, append("aliase: [1 1]\n"), "nicht die richtige Form"),
    # Lengths
    Fault("a title of 81 characters", _M1, swap("titel: ", f"titel: {'x' * 40}"), "zu lang"),
    Fault("a short title of 61 characters", "leipzig/schluesselvorhaben/I.1.yml",
          swap("kurztitel: ", f"kurztitel: {'x' * 40}"), "zu lang"),
    Fault("a name of 600 characters", _ACTORS, swap("name: Landrat", f"name: {'Landrat ' * 75}"), "zu lang"),
    Fault("a text of 21,000 characters", _M1, append(f"wortlaut: {'Wort ' * 4200}\n"), "zu lang"),
    Fault("a title in two lines", _M1, swap("titel: Kreis", "titel: |\n  Kreis\n  x"), "muss in einer Zeile stehen"),
    Fault("an empty text", _M1, append("wortlaut: ''\n"), "„wortlaut“ ist leer"),
    Fault("a text of blanks", _M1, append("wortlaut: '   '\n"), "„wortlaut“ ist leer"),
)  # fmt: skip
