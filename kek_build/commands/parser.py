# argparse speaks English; people who use `kek` get help and complaints in German. It offers no other way than to reword
# what it says, so whatever is not known here comes through as it is.
from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

_CHOICE = re.compile(
    r"argument (?P<what>.+?): invalid choice: '(?P<given>.*)' \(choose from (?P<known>.*)\)", re.DOTALL
)
_REWORDED = (
    (r"the following arguments are required: (.+)", r"Es fehlt: \1"),
    (r"unrecognized arguments: (.+)", r"Das gehört nicht zum Befehl: \1"),
    (r"argument (.+?): expected one argument", r"Hinter \1 fehlt eine Angabe"),
    (r"argument (.+?): expected at least one argument", r"Hinter \1 fehlt mindestens eine Angabe"),
    (r"argument (.+?): invalid int value: '(.*)'", r"\1: „\2“ ist keine ganze Zahl"),
    (r"argument (.+?): ignored explicit argument '(.*)'", r"\1 nimmt keine Angabe („\2“)"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 und \2 gehen nicht zusammen"),
    (r"one of the arguments (.+) is required", r"Es fehlt eines von: \1"),
    (r"ambiguous option: (.+?) could match (.+)", r"\1 kann mehreres heißen: \2"),
    (r"argument (.+?): (.+)", r"\1: \2"),
)


class Parser(argparse.ArgumentParser):
    """A parser that speaks German."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **{**options, "add_help": False, "allow_abbrev": False})
        self._positionals.title = "Angaben"
        self._optionals.title = "Optionen"
        self.add_argument("-h", "--help", "--hilfe", action="help", help="zeigt diese Hilfe und endet")

    def format_usage(self) -> str:
        """How the command is called."""
        return _as_call(super().format_usage())

    def format_help(self) -> str:
        """All that is to know of the command."""
        return _as_call(super().format_help())

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong with a command and where help is, and end with status 2."""
        told = german(message)
        print(f"{told}{'' if told.endswith('?') else '.'}\nHilfe: {self.prog} --help", file=sys.stderr)
        raise SystemExit(2)


def _as_call(text: str) -> str:
    return re.sub(r"\Ausage: ", "Aufruf: ", text)


def german(message: str) -> str:
    """A complaint of argparse in German.

    Args:
        message: what argparse says, in English.
    """
    if found := _CHOICE.fullmatch(message):
        known = re.findall(r"[^\s,']+", found["known"])
        return _not_among(found["what"], found["given"], known)
    for english, words in _REWORDED:
        if re.fullmatch(english, message, re.DOTALL):
            return re.sub(english, words, message, flags=re.DOTALL)
    return message


def _not_among(what: str, given: str, known: Sequence[str]) -> str:
    from kek_build.reading.suggestions import nearest  # noqa: PLC0415  (which only mistakes need)

    guess = nearest(given, known)
    listed = f"Meinten Sie „{guess}“?" if guess else f"Es gibt: {', '.join(known)}"
    head = f"Den Befehl „{given}“ gibt es nicht" if what == "BEFEHL" else f"{what}: „{given}“ gibt es nicht"
    return f"{head}. {listed}"
