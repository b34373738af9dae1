# What stands in a file: encodings, control characters, nothing, too much, no text at all.
from __future__ import annotations

import zlib

from tests.shipped.faults.fault import Fault, append, insert, prepend, recode, swap, whole

_M1, _M32 = "leipzig/massnahmen/1-1.yml", "leipzig/massnahmen/1-32.yml"
_PAGE, _CONCEPT, _ADDRESSES = "leipzig/seiten/aufbau.md", "leipzig/konzept.yml", "leipzig/adressen.txt"
_SWOT, _PLACES, _COMMON = "leipzig/swot/bildung.yml", "leipzig/orte.yml", "synonyme.yml"
_PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + zlib.compress(b"\x00" * 100)

BYTES: tuple[Fault, ...] = (
    # Encodings
    Fault("saved as Latin-1", _M1, recode("latin-1"), "nicht als UTF-8 gespeichert", 2),
    Fault("saved as Windows-1252", _PLACES, recode("cp1252"), "nicht als UTF-8 gespeichert"),
    Fault("a page saved as Latin-1", _PAGE, recode("cp1252"), "nicht als UTF-8 gespeichert"),
    Fault("one Windows character in UTF-8", _CONCEPT, insert("starker Partner", b"\x84"),
          "nicht als UTF-8 gespeichert"),
    Fault("saved as UTF-16", _M1, recode("utf-16"), "UTF-16", 1),
    Fault("saved as UTF-16, big end first", _SWOT, whole("\ufeffkennung: bildung\n".encode("utf-16-be")), "UTF-16", 1),
    Fault("saved as UTF-16 without a mark", _M1, recode("utf-16-le"), "UTF-16", 1),
    Fault("saved as UTF-32", _M1, recode("utf-32"), "UTF-16", 1),
    Fault("the synonyms saved as Latin-1", _COMMON, recode("cp1252"), "nicht als UTF-8 gespeichert", 1),
    Fault("the addresses saved as UTF-16", _ADDRESSES, recode("utf-16"), "UTF-16", 1),
    Fault("a mark of the encoding in the middle", _M1, insert("handlungsfeld", b"\xef\xbb\xbf"), "unsichtbar"),
    Fault("an umlaut cut in half", _M1, insert("handlungsfeld", b"\xc3"), "nicht als UTF-8 gespeichert"),
    # Control characters
    Fault("a NUL", _M1, insert("handlungsfeld", b"\x00"), "Binärdaten"),
    Fault("a NUL at the end", _SWOT, append(b"\x00"), "Binärdaten"),
    Fault("a bell", _M1, insert("Kreisstraßenkonzept und", b"\x07"), "Steuerzeichen"),
    Fault("a colour for terminals", _M1, insert("Kreisstraßenkonzept und", b"\x1b[31m"), "Steuerzeichen"),
    Fault("a form feed", _M32, insert("handlungsfeld", b"\x0c"), "Steuerzeichen"),
    Fault("a vertical tab from Word", _PAGE, insert("Der Hauptteil setzt", b"\x0b"), "Steuerzeichen"),
    Fault("a delete character", _PLACES, insert("name: Sachsen", b"\x7f"), "Steuerzeichen"),
    Fault("a control character of Latin-1", _M1, insert("Kreisstraßenkonzept und", b"\xc2\x85"), "Steuerzeichen"),
    Fault("a line separator of Unicode", _M1, insert("Kreisstraßenkonzept und", b"\xe2\x80\xa8"), "Steuerzeichen"),
    Fault("a control character written as an escape", _M1, append('wortlaut: "a\\e[31mb"\n'), "Steuerzeichen"),
    Fault("a NUL written as an escape", _M1, append('wortlaut: "a\\0b"\n'), "Steuerzeichen"),
    Fault("a control character in the addresses", _ADDRESSES, append(b"massnahmen/\x1b1/\n"), "Steuerzeichen"),
    Fault("a blank from Word for an indent", _CONCEPT, swap("  stand: 31.12", "\u00a0\u00a0stand: 31.12"), "wie ein Leerzeichen"),
    Fault("a blank from Word inside a key", _M1, swap("handlungsfeld: I", "handlungsfeld\u00a0: I"), "wie ein Leerzeichen"),
    Fault("a character without width inside a key", _M1, swap("handlungsfeld: I", "handlungs\u200bfeld: I"),
          "unsichtbar"),
    Fault("a soft hyphen inside a key", _M1, swap("handlungsfeld: I", "handlungs\u00adfeld: I"), "wie ein Leerzeichen"),
    Fault("a blank from Word behind the colon", _M1, swap("handlungsfeld: I", "handlungsfeld:\u00a0I"), "wie ein Leerzeichen"),
    Fault("a character without width in a reference", _M1, swap("handlungsfeld: I", "handlungsfeld: I\u200b"),
          "unsichtbar"),
    Fault("a character that turns the text", _M1, swap("titel: Kreis", "titel: \u202eKreis"), "unsichtbar"),
    # Nothing
    Fault("an empty file", _M1, whole(b""), "leer", 1),
    Fault("an empty concept", _CONCEPT, whole(b""), "leer", 1),
    Fault("an empty list of places", _PLACES, whole(b""), "leer", 1),
    Fault("an empty page", _PAGE, whole(b""), "Kopf der Seite fehlt", 1),
    Fault("nothing but blanks", _M1, whole("   \n \n      \n"), "leer", 1),
    Fault("nothing but comments", _M1, whole("# kommt noch\n# wirklich\n"), "leer", 1),
    Fault("nothing but a line of dashes", _M1, whole("---\n"), "leer", 1),
    Fault("nothing but the mark of the encoding", _M1, whole(b"\xef\xbb\xbf"), "leer", 1),
    Fault("empty synonyms", _COMMON, whole("# nichts\n"), "leer", 1),
    Fault("an empty topic", _SWOT, whole("\n\n"), "leer", 1),
    # Too much
    Fault("a file of two megabytes", _M1, append("# " + "x" * 2_000_000 + "\n"), "zu groß", 0),
    Fault("a page of two megabytes", _PAGE, append("Wort " * 400_000), "zu groß", 0),
    Fault("a list of places of two megabytes", _PLACES, append("# x\n" * 500_000), "zu groß", 0),
    Fault("a line of 900,000 characters", _M1, append("wortlaut: " + "x" * 900_000 + "\n"), "zu lang"),
    # No text
    Fault("a picture", _M1, whole(_PNG), "Binärdaten", 1),
    Fault("a document of Word", _PAGE, whole(b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + zlib.compress(b"x" * 50)),
          "Binärdaten", 1),
    Fault("a PDF file", _SWOT, whole(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\n"), "Binärdaten", 1),
    Fault("a compressed file", _PLACES, whole(b"\x1f\x8b\x08\x00" + b"\x00" * 9), "Binärdaten", 1),
    Fault("a web page", _M1, whole("<!doctype html>\n<html><body><h1>Maßnahme</h1></body></html>\n"), "Hier fehlen die Schlüssel", 1),
    Fault("a table with semicolons", _M1, whole("nummer;titel\n1-1;Straßen\n"), "Hier fehlen die Schlüssel", 1),
    Fault("a line before the content", _M1, prepend("Maßnahmen des Kreises\n"), "Doppelpunkt", 1),
)  # fmt: skip
