# What libyaml complains of is told in German, at the line that has to be mended.
from __future__ import annotations

from pathlib import PurePosixPath

import pytest
import yaml

from kek_build.reading.yaml_errors import translate
from tests.reading.checks import only_problem

COLON = "Hier fehlt ein Doppelpunkt."
INDENT = "Diese Zeile passt nicht zur Einrückung darüber."
TAB = "Hier steht ein Tabulator."
START = "Ein Wert darf nicht mit „%“, „@“ oder „`“ beginnen."
QUOTE = "Ein Anführungszeichen wird nicht geschlossen."
BRACKET = "Eine Klammer wird nicht geschlossen, oder ein Komma fehlt."
BACKSLASH = 'In Anführungszeichen "…" hat „\\“ eine besondere Bedeutung.'
NO_BLANK = "Hier steht ein Zeichen, das wie ein Leerzeichen aussieht und keines ist."
BLOCK = "Hinter „|“ und „>“ darf in derselben Zeile nichts stehen."


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        # Tabs
        ("a: 1\nb:\n\tc: 2\n", (3, 1), TAB),
        ("a: 1\n\tb: 2\n", (2, 1), TAB),
        ("a:\n\t- x\n", (2, 1), TAB),
        ("a:\n  -\tx\n", (2, 4), TAB),
        ("a:\n  b: 1\n \tc: 2\n", (3, 2), TAB),
        # No colon, or no blank behind it
        ("titel: A\nbeschreibung\nnummer: 1\nkurz: x\n", (2, 1), COLON),
        ("titel: A\nbeschreibung\n", (2, 1), COLON),
        ("titel: A\nnummer:1\nkurz: x\n", (2, 8), "Hinter „nummer:“ fehlt ein Leerzeichen."),
        ("nummer:1\ntitel: A\n", (1, 8), "Hinter „nummer:“ fehlt ein Leerzeichen."),
        ("titel\nnummer: 1\n", (1, 1), COLON),
        ("- titel\n  nummer: 1\n", (1, 3), COLON),
        ("a: 1\nb:\n  - titel\n\n    nummer: 1\n", (3, 5), COLON),
        ("# Kopf\ntitel\n# Kommentar\nnummer: 1\n", (2, 1), COLON),
        ("---\ntitel\nnummer: 1\n", (2, 1), COLON),
        ("titel\n  \n\nnummer: 1\n", (1, 1), COLON),
        ("titel\n  # Kommentar\nnummer: 1\n", (1, 1), COLON),
        ("eins:\n- nur\n- titel\n  nummer: 1\n", (3, 3), COLON),
        ("- titel\n  # Kommentar\n  nummer: 1\n- titel: x\n", (1, 3), COLON),
        ("a:\n  titel\n  # Kommentar\n  nummer: 1\n", (2, 3), COLON),
        ("a: 1\nb:\n  eins\n  zwei: 2\n", (3, 3), COLON),
        ("a: 1\nb:\n  eins\n  zwei\n  drei: 3\n", (3, 3), COLON),
        ("text: |\n  eins\nzwei\ndrei: x\n", (3, 1), COLON),
        ("a:\n  - b\n  -c\nd: 1\n", (3, 3), "Hinter „-“ fehlt ein Leerzeichen."),
        # Too many colons
        ("titel: Wald: Wiese\n", (1, 12), "Hier steht ein Doppelpunkt, wo keiner stehen kann."),
        ("a: [b,\nc\n]\nd: e: f\n", (4, 5), "Hier steht ein Doppelpunkt, wo keiner stehen kann."),
        (
            "titel: „Wald: Wiese“\n",
            (1, 8),
            "Anführungszeichen wie in Word („…“) halten den Wert nicht zusammen; ein Doppelpunkt darin stört.",
        ),
        ("titel: A\nkurz: *neu und alt\nnummer: 1\n", (2, 7), "Ein Wert darf nicht mit „*“ beginnen."),
        # Indentation
        ("a:\n    b: 1\n  c: 2\nd: 3\n", (3, 3), INDENT),
        ("a: 1\n  b: 2\n", (2, 3), "Diese Zeile ist weiter eingerückt als die darüber."),
        ("a:\n  - b: 1\n      c: 2\n", (3, 7), "Diese Zeile ist weiter eingerückt als die darüber."),
        ("a:\n  - b\n  c\nd: 1\n", (3, 3), "Am Anfang dieser Zeile fehlt „- “."),
        ("a:\n  * b\n", (2, 3), "Ein Eintrag einer Liste beginnt mit „- “, nicht mit „* “."),
        ("a:\n  b: 1\n  • c\n", (3, 3), "Ein Eintrag einer Liste beginnt mit „- “, nicht mit „• “."),
        ("a: 1\n: 2\n", (2, 1), "Vor dem Doppelpunkt fehlt der Schlüssel."),
        ("a:\n    - b\n  - c\nd: 3\n", (3, 3), INDENT),
        ("a: 1\n- b\n", (2, 1), INDENT),
        ("- b\na: 1\n", (2, 1), "Diese Zeile gehört nicht zur Liste darüber."),
        ("a: - b\n", (1, 4), "Eine Liste beginnt auf einer neuen Zeile."),
        ("a: ? b\n", (1, 4), "Ein Wert darf nicht mit „? “ beginnen."),
        # Quotation marks
        ('a: 1\nb: "x\nc: d\n', (2, 4), QUOTE),
        ("a: 1\nb: 'x\nc: d\n", (2, 4), QUOTE),
        ('a: 1\nb: "x\n---\nc: d"\n', (2, 4), QUOTE),
        ("a: 1\nb: 'x\nc: 'd'\n", (2, 4), "Dieses Anführungszeichen wird erst in einer späteren Zeile geschlossen."),
        ('a: 1\nb: "Digital" gedacht\nc: d\n', (2, 14), "Hinter dem Anführungszeichen steht noch Text."),
        ("a: 'b'\n  c: d\n", (2, 3), INDENT),
        ("- 'a' b\n", (1, 7), "Hinter dem Anführungszeichen steht noch Text."),
        ('a: "C:\\Users"\n', (1, 9), BACKSLASH),
        ('a: "C:\\Daten"\n', (1, 7), BACKSLASH),
        ('a: "x\n  C:\\Daten"\n', (2, 5), BACKSLASH),
        ('a: "\\ud800"\n', (1, 7), BACKSLASH),
        # Brackets
        ("a: 1\nb: [c, d\ne: f\n", (2, 4), BRACKET),
        ("a: 1\nb: {c\n", (2, 4), BRACKET),
        ("a: 1\nb: [\n\n\n", (2, 4), BRACKET),
        ("a: 1\nb: [c,\n    d,\n", (3, 5), BRACKET),
        ("a: 1\nb: [", (2, 4), BRACKET),
        ("a: 1\nb: [  \n  \n ", (2, 4), BRACKET),
        ("a: [b, , c]\n", (1, 8), "Hier fehlt ein Wert."),
        ("a: 1\nb: x\nc: }\n", (3, 4), "Hier fehlt ein Wert."),
        ("a: [[I]] und mehr\nb: 1\n", (1, 10), "Hinter der Klammer steht noch Text."),
        ("a: [b]]\nc: 1\n", (1, 7), "Hinter der Klammer steht noch Text."),
        # Signs that mean something at the beginning of a value
        ("a: 1\nb: %x\n", (2, 4), START),
        ("a: 1\nb: @x\n", (2, 4), START),
        ("a: 1\nb: `x`\n", (2, 4), START),
        ("a: 1\nb: **fett**\n", (2, 5), "Ein Wert darf nicht mit „*“ oder „&“ beginnen."),
        ("a: 1\nb: & c\n", (2, 5), "Ein Wert darf nicht mit „*“ oder „&“ beginnen."),
        ("a: 1\nb: !<x\n", (2, 7), "Ein Wert darf nicht mit „!“ beginnen."),
        ("a: 1\nb: !x!y z\n", (2, 4), "Ein Wert darf nicht mit „!“ beginnen."),
        ("a: 1\nb: >x\n  c\n", (2, 5), BLOCK),
        ("a: 1\nb: > 100 Einwohner\n", (2, 6), BLOCK),
        ("a: 1\nb: |0\n  c\n", (2, 5), BLOCK),
        ("%FOO\na: 1\n", (1, 5), "Eine Zeile darf nicht mit „%“ beginnen."),
        ("a: 1\n%FOO\n", (2, 5), "Eine Zeile darf nicht mit „%“ beginnen."),
        # An end
        ("a: 1\n...\nb: 2\n", (2, 1), "„...“ beendet den Inhalt, aber es folgt noch etwas."),
        # What nobody sees
        ("a:\u00a0x\nb: 1\n", (1, 3), NO_BLANK),
        ("a: 1\n\u00a0\u00a0b: 2\n", (2, 1), NO_BLANK),
        ("a\u00ad: x\nb: 1\n", (1, 2), NO_BLANK),
        ("a:\n  -\u00a0b\n", (2, 4), NO_BLANK),
        ("a: ä\nb: \x07\n", (2, 0), "Hier steht ein unsichtbares Steuerzeichen."),
        ("ä" * 60 + ": 1\nb: x\nc: y\nd: \x07\n\n\n\n", (4, 0), "Hier steht ein unsichtbares Steuerzeichen."),
    ],
)
def test_a_mistake_is_told_at_the_line_to_mend(text: str, place: tuple[int, int], message: str) -> None:
    problem = only_problem(text)
    assert problem.message == message
    assert (problem.line, problem.column) == place


def test_an_unknown_complaint_is_still_told_in_german_and_placed() -> None:
    mark = yaml.Mark("x", 0, 2, 4, None, 0)
    error = yaml.MarkedYAMLError(problem="something new in libyaml", problem_mark=mark)
    problem = translate(error, "a: 1\nb: 2\nc: 3\n", PurePosixPath("x.yml"), 10, None)
    assert (problem.line, problem.column) == (12, 5)
    assert problem.message == "Diese Zeile ist kein gültiges YAML."


def test_a_line_beyond_the_end_is_no_reason_to_fail() -> None:
    mark = yaml.Mark("x", 0, 9, 0, None, 0)
    for complaint in ("could not find expected ':'", "did not find expected key", "did not find expected node content"):
        error = yaml.MarkedYAMLError(problem=complaint, problem_mark=mark)
        assert translate(error, "a", PurePosixPath("x.yml"), 1, None).message
