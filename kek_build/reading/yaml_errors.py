# libyaml complains in English and often of the line after the one that is wrong. Here each complaint becomes a
# sentence that editors understand, at the line they have to mend.
from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TypeAlias

import yaml
from yaml import AliasEvent, CollectionEndEvent, Event, ScalarEvent

from kek_build.errors import Problem
from kek_build.rules import Rule

_PAIR = "die Form „schluessel: wert“, mit einem Leerzeichen nach dem Doppelpunkt"
_INDENT = "gleiche Einrückung für Schlüssel derselben Stufe und die Form „schluessel: wert“"
_QUOTE = "Setzen Sie den Wert in Anführungszeichen."
_NO_BACKSLASH = "Schreiben Sie den Wert ohne oder mit einfachen Anführungszeichen."
_DASH = "„- “ vor jedem Eintrag einer Liste"
_BACKSLASH = 'In Anführungszeichen "…" hat „\\“ eine besondere Bedeutung.'

_GERMAN = (
    (Rule.TAB, "found a tab character", "Hier steht ein Tabulator.", "Rücken Sie mit Leerzeichen ein, zwei je Stufe."),
    (Rule.COLON, "mapping values are not allowed", "Hier steht ein Doppelpunkt, wo keiner stehen kann.",
     'Prüfen Sie die Einrückung, oder setzen Sie den Wert in Anführungszeichen: titel: "Wert: mit Punkt".'),
    (Rule.LIST_FORM, "block sequence entries are not allowed", "Eine Liste beginnt auf einer neuen Zeile.",
     "„- “ unter dem Schlüssel, oder Anführungszeichen um den Wert"),
    (Rule.SPECIAL_START, "mapping keys are not allowed", "Ein Wert darf nicht mit „? “ beginnen.", _QUOTE),
    (Rule.INDENT, "did not find expected key", "Diese Zeile passt nicht zur Einrückung darüber.", _INDENT),
    (Rule.LIST_FORM, "did not find expected '-' indicator", "Diese Zeile gehört nicht zur Liste darüber.",
     "„- “ vor jedem Eintrag, gleich weit eingerückt"),
    (Rule.NO_COLON, "could not find expected ':'", "Hier fehlt ein Doppelpunkt.", _PAIR),
    (Rule.QUOTES, "while scanning a quoted scalar found unexpected", "Ein Anführungszeichen wird nicht geschlossen.",
     None),
    (Rule.QUOTES, "found unexpected end of stream", "Eine Klammer oder ein Anführungszeichen wird nicht geschlossen.",
     None),
    (Rule.BRACKETS, "did not find expected ',' or", "Eine Klammer wird nicht geschlossen, oder ein Komma fehlt.",
     "Wert mit [ oder { am Anfang: in Anführungszeichen setzen"),
    (Rule.NO_YAML, "did not find expected node content", "Hier fehlt ein Wert.", _QUOTE),
    (Rule.NO_YAML, "while scanning a block scalar", "Hinter „|“ und „>“ darf in derselben Zeile nichts stehen.",
     _QUOTE),
    (Rule.SPECIAL_START, "while scanning a tag", "Ein Wert darf nicht mit „!“ beginnen.", _QUOTE),
    (Rule.SPECIAL_START, "while parsing a tag", "Ein Wert darf nicht mit „!“ beginnen.", _QUOTE),
    (Rule.SPECIAL_START, "found undefined tag", "Ein Wert darf nicht mit „!“ beginnen.", _QUOTE),
    (Rule.SPECIAL_START, "did not find expected alphabetic or numeric",
     "Ein Wert darf nicht mit „*“ oder „&“ beginnen.", _QUOTE),
    (Rule.SPECIAL_START, "found character that cannot start any token",
     "Ein Wert darf nicht mit „%“, „@“ oder „`“ beginnen.", _QUOTE),
    (Rule.QUOTES, "found unknown escape character", _BACKSLASH, _NO_BACKSLASH),
    (Rule.QUOTES, "did not find expected hexdecimal number", _BACKSLASH, _NO_BACKSLASH),
    (Rule.QUOTES, "found invalid Unicode character escape", _BACKSLASH, _NO_BACKSLASH),
    (Rule.NO_YAML, "incompatible YAML document", "Eine Zeile darf nicht mit „%“ beginnen.", _PAIR),
    (Rule.NO_YAML, "directive", "Eine Zeile darf nicht mit „%“ beginnen.", _PAIR),
    (Rule.INDENT, "did not find expected <document start>", "Vor dieser Zeile endet der Inhalt bereits.", _INDENT),
)  # fmt: skip

_Told: TypeAlias = tuple[int, int, Rule, str, str | None]
"""Line and column from 0, the rule, what is wrong, and what is expected."""

_NO_BLANK = re.compile(r"[ -]*([a-z_]+):(?=\S)(.*)")
"""A key whose value follows at once."""
_COLON = re.compile(r":(?: |$)")

_BEGUN_BEFORE = (
    "while scanning a simple key",
    "while scanning a quoted scalar found unexpected",
    "while parsing a flow",
)
"""Complaints whose cause is where the thing began, not where it broke off."""

_KEY_REFUSED = (
    "mapping values are not allowed",
    "did not find expected <document start>",
    "did not find expected '-' indicator",
    "did not find expected key",
)
"""What libyaml says of a key below a line that it took for text."""


def translate(error: yaml.YAMLError, text: str, name: PurePosixPath, first_line: int, last: Event | None) -> Problem:
    """Tell what is wrong with a YAML text.

    Args:
        error: what libyaml says.
        text: the YAML.
        name: how messages call the file.
        first_line: the line of the file in which the text begins.
        last: what was read before the error.

    Returns:
        The problem, in German, at the line to mend.
    """
    if isinstance(error, yaml.reader.ReaderError):  # counts in bytes of UTF-8
        line = text.encode()[: error.position].count(b"\n") + first_line
        return Problem(name, line, 0, "Hier steht ein unsichtbares Steuerzeichen.",
                       "Löschen Sie die Stelle und schreiben Sie sie neu.", rule=Rule.INVISIBLE)  # fmt: skip
    assert isinstance(error, yaml.MarkedYAMLError)
    said = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    if error.context_mark and any(begin in said for begin in _BEGUN_BEFORE):
        mark = error.context_mark
    assert mark is not None
    line, column, rule, message, expected = _in_german(said, text.split("\n"), mark.line, mark.column, last)
    return Problem(name, line + first_line, column + 1, message, expected, rule=rule)


def _in_german(said: str, lines: list[str], line: int, column: int, last: Event | None) -> _Told:
    here = lines[line] if line < len(lines) else ""
    if here[column : column + 1] == "\t":
        said = "found a tab character"
    elif told := _about_the_line(said, lines, line, last):
        return told
    elif said.startswith("while parsing a block") and (start := _quoted_before(last, line)):
        if start[0] < line:
            return (*start, Rule.QUOTES, "Dieses Anführungszeichen wird erst in einer späteren Zeile geschlossen.",
                    "ein Anführungszeichen am Anfang und eines am Ende des Werts")  # fmt: skip
        return (line, column, Rule.QUOTES, "Hinter dem Anführungszeichen steht noch Text.",
                "Anführungszeichen um den ganzen Wert: '\"Digital\" gedacht'")  # fmt: skip
    elif (
        "did not find expected node content" in said
        and last
        and not "".join([here[column:], *lines[line + 1 :]]).strip()
    ):
        # The text ends inside brackets; what stands last in them is nearer to the mistake than the end of the file.
        line, column, said = *_start(last), "did not find expected ',' or"
    elif _is_key_after_text(said, here[:column]) and (above := _without_colon_above(lines, line)):
        line, column, said = *above, "could not find expected ':'"
    elif "could not find expected ':'" in said and (told := _about_a_list(lines, line, column)):
        return told
    return _by_complaint(said, lines, line, column)


def _by_complaint(said: str, lines: list[str], line: int, column: int) -> _Told:
    """What is wrong by what libyaml says alone."""
    if "could not find expected ':'" in said and (found := _NO_BLANK.match("".join(lines[line : line + 1]))):
        message = f"Hinter „{found[1]}:“ fehlt ein Leerzeichen."
        return line, found.end(1) + 1, Rule.NO_COLON, message, f"„{found[1]}: {found[2].strip()}“"
    for rule, english, german, expected in _GERMAN:
        if english in said:
            return line, column, rule, german, expected
    return line, column, Rule.NO_YAML, "Diese Zeile ist kein gültiges YAML.", _PAIR


def _about_the_line(said: str, lines: list[str], line: int, last: Event | None) -> _Told | None:
    """What is wrong where the line itself shows it better than the complaint; None when it does not."""
    here = lines[line] if line < len(lines) else ""
    text = here.lstrip(" -")
    column = len(here) - len(text)
    if re.match(r"[*•‣–—] ", text) and not here.lstrip().startswith("- "):
        return line, column, Rule.LIST_FORM, f"Ein Eintrag einer Liste beginnt mit „- “, nicht mit „{text[0]} “.", _DASH
    if text.startswith(": ") or text == ":":
        return line, column, Rule.NO_YAML, "Vor dem Doppelpunkt fehlt der Schlüssel.", _PAIR
    if isinstance(last, AliasEvent) and said.startswith("while parsing a block") and _ends_in(last, line):
        return (*_start(last), Rule.SPECIAL_START, "Ein Wert darf nicht mit „*“ beginnen.", _QUOTE)
    if "<document start>" in said and "".join(lines[line - 1 : line]).startswith("..."):
        return (
            line - 1,
            0,
            Rule.SEVERAL_PARTS,
            "„...“ beendet den Inhalt, aber es folgt noch etwas.",
            "keine solche Zeile",
        )
    if said.startswith("while parsing a block") and isinstance(last, CollectionEndEvent) and _ends_in(last, line):
        end = last.end_mark.column if last.end_mark else 0
        end += _blanks(here[end:])
        message = "Hinter der Klammer steht noch Text."
        return line, end, Rule.BRACKETS, message, "Anführungszeichen um den ganzen Wert: '[[I.1]] und mehr'"
    if "mapping values are not allowed" in said and (quoted := re.match(r"[\w-]+: +(?=[„“”»«‚‘])", text)):
        message = "Anführungszeichen wie in Word („…“) halten den Wert nicht zusammen; ein Doppelpunkt darin stört."
        return line, column + quoted.end(), Rule.QUOTES, message, "gerade Anführungszeichen um den ganzen Wert: '„…“'"
    if "mapping values are not allowed" in said and _deeper_than_above(lines, line):
        return line, column, Rule.INDENT, "Diese Zeile ist weiter eingerückt als die darüber.", _INDENT
    return None


def _ends_in(event: Event, line: int) -> bool:
    """Whether brackets end in a line; blocks end where the next thing begins, and have no width."""
    start, end = event.start_mark, event.end_mark
    return bool(start and end and end.line == line and end.column > start.column)


def _deeper_than_above(lines: list[str], line: int) -> bool:
    """Whether a line that begins with a key stands deeper than the one above it, which has a value already."""
    if not re.match(r"[\w<]+:(?: |$)", "".join(lines[line : line + 1]).lstrip(" -")):
        return False
    above = next(
        (other for other in reversed(lines[:line]) if other.strip() and not other.lstrip().startswith("#")), ""
    )
    return bool(re.search(r":\s+\S", above)) and _indent(lines[line]) > _indent(above)


def _about_a_list(lines: list[str], line: int, column: int) -> _Told | None:
    """What is wrong with a line that has no colon, where a list is meant."""
    here = lines[line] if line < len(lines) else ""
    if re.match(r" *-[^ -]", here):
        return line, column, Rule.LIST_FORM, "Hinter „-“ fehlt ein Leerzeichen.", _DASH
    above = lines[line - 1] if 0 < line < len(lines) else ""
    if re.match(r" *- [^:]*$", above) and _blanks(above) == _blanks(here):
        return line, column, Rule.LIST_FORM, "Am Anfang dieser Zeile fehlt „- “.", _DASH
    return None


def _blanks(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _quoted_before(last: Event | None, line: int) -> tuple[int, int] | None:
    """Where a quoted value begins that is the last thing before an error in its line."""
    if not isinstance(last, ScalarEvent) or last.style not in {"'", '"'}:
        return None
    return _start(last) if last.end_mark and last.end_mark.line == line else None


def _start(event: Event) -> tuple[int, int]:
    assert event.start_mark is not None
    return event.start_mark.line, event.start_mark.column


def _is_key_after_text(said: str, before: str) -> bool:
    """Whether a key is refused that begins its line, so what stands above it is no `schluessel: wert`."""
    return any(complaint in said for complaint in _KEY_REFUSED) and not _COLON.search(before)


def _without_colon_above(lines: list[str], line: int) -> tuple[int, int] | None:
    """The first of the lines right above, equally indented, that should have been `schluessel: wert`."""
    found = None
    indent = _indent("".join(lines[line : line + 1]))
    for number, above in reversed([*enumerate(lines[:line])]):
        if not above.strip() or above.lstrip().startswith("#"):
            continue
        if _indent(above) != indent or above.startswith(("---", "...")) or _COLON.search(above):
            break
        found = number, indent
        if above[:indent].strip():  # here an entry of a list begins
            break
    return found


def _indent(line: str) -> int:
    """Where the content of a line begins, behind blanks and the marks of a list."""
    return len(line) - len(re.sub(r"^ *(?:- +)*", "", line))
