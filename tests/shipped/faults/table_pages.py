# Pages: the head between its lines of dashes, and the text below it.
from __future__ import annotations

from tests.shipped.faults.fault import Fault, append, prepend, swap, whole

_PAGE, _OTHER = "leipzig/seiten/aufbau.md", "boerde/seiten/vorwort.md"

PAGES: tuple[Fault, ...] = (
    Fault("no head", _PAGE, whole("Nur Text.\n"), "Der Kopf der Seite fehlt", 1),
    Fault("a head without an end", _PAGE, swap("---\n\n## Hauptteil", "\n## Hauptteil"), "Der Kopf der Seite hat kein Ende", 1),
    Fault("a head without a beginning", _PAGE, swap("---\ntitel", "titel"), "Der Kopf der Seite fehlt", 1),
    Fault("an empty head", _PAGE, whole("---\n---\n\nText.\n"), "Der Kopf der Seite ist leer", 1),
    Fault("a blank line before the head", _PAGE, prepend("\n"), "beginnt nicht in der ersten Zeile", 1),
    Fault("a head between other lines", _PAGE, whole("***\ntitel: X\n***\n\nText.\n"), "Der Kopf der Seite fehlt", 1),
    Fault("a head between two dashes", _PAGE, whole("--\ntitel: X\n--\n\nText.\n"), "Der Kopf der Seite fehlt", 1),
    Fault("a head between long dashes", _PAGE, whole("—\ntitel: X\n—\n\nText.\n"), "Der Kopf der Seite fehlt", 1),
    Fault("a heading for a head", _OTHER, whole("# Vorwort\n\nText.\n"), "Der Kopf der Seite fehlt", 1),
    Fault("no text", _PAGE, whole("---\ntitel: X\n---\n"), "steht kein Text", 4),
    Fault("a text of blanks", _PAGE, whole("---\ntitel: X\n---\n  \n\n"), "steht kein Text", 4),
    Fault("no title", _PAGE, swap("titel: Aufbau und Inhalte\n", ""), "„titel“ fehlt", 2),
    Fault("a position in words", _PAGE, swap("position: 40", "position: vorne"), "nicht die richtige Form"),
    Fault("a position below zero", _PAGE, swap("position: 40", "position: -1"), "nicht die richtige Form"),
    Fault("a position of four digits", _PAGE, swap("position: 40", "position: 4000"), "nicht die richtige Form"),
    Fault("a short name in the head", _PAGE, swap("position: 40", "kennung: aufbau"), "„kennung“ gibt es hier nicht"),
    Fault("the text in the head", _PAGE, swap("position: 40", "text: Hallo"), "„text“ gibt es hier nicht"),
    Fault("an unknown key in the head", _PAGE, swap("position: 40", "layout: breit"), "„layout“ gibt es hier nicht"),
    Fault("a list for a head", _PAGE, whole("---\n- titel: X\n---\n\nText.\n"), "fehlen die Schlüssel", 2),
    Fault("a text that is too long", _PAGE, append("Wort " * 5000), "„Text“ ist zu lang", "## Hauptteil"),
    Fault("a link to a file that is not there", _PAGE, append("\n[Plan](plan.pdf)\n"), "„plan.pdf“ nennt weder"),
    Fault("a link to a page that is not there", _PAGE, append("\n[Plan](../plan/)\n"), "„../plan/“ nennt weder"),
    Fault("a link to another file of the content", _PAGE, append("\n[Maßnahme](../massnahmen/1-1.yml)\n"), "nennt weder eine ganze Adresse"),
    Fault("a picture that is not there", _PAGE, append("\n![Karte](karte.png)\n"), "Das Bild „karte.png“"),
    Fault("a link to a script", _PAGE, append("\n[Klick](javascript:alert(1))\n"), "„javascript:alert(1)“ ist nicht erlaubt"),
    Fault("a link to data", _PAGE, append("\n[Klick](data:text/html,<script>alert(1)</script>)\n"), "ist nicht erlaubt"),
    Fault("a link to a disk", _PAGE, append("\n[Plan](file:///etc/passwd)\n"), "„file:///etc/passwd“ ist nicht erlaubt"),
    Fault("a picture from another host", _PAGE, append("\n![x](https://example.org/x.png)\n"), "kann eine Seite nicht zeigen"),
    Fault("a link to a heading that is not there", _PAGE, append("\n[oben](#nirgends)\n"), "Überschrift „#nirgends“ gibt es auf dieser Seite nicht"),
)  # fmt: skip
