# The part of the editors' handbook that is read off the program itself: all commands, all keys, all rules. It stands in
# REDAKTION.md between two marks; `make handbuch` writes it anew, and a test tells when that was forgotten.
# It does not write the tasks before it; those are prose.
from __future__ import annotations

import argparse
import re
import sys
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel

from kek_build.cli import parser
from kek_build.models.base import written_order
from kek_build.models.seiten import NOT_WRITTEN, Seite
from kek_build.models.words import part_title, title_of
from kek_build.publish import write
from kek_build.reading.examples import example_of
from kek_build.reading.validation import model_in
from kek_build.rules import Rule
from kek_build.schemas import FILES

BEGIN = "<!-- Von hier an schreibt „make handbuch“ den Text. -->"
END = "<!-- Bis hier. -->"


def with_reference(handbook: str) -> str:
    """The handbook with its reference as the program is today.

    Args:
        handbook: the text of REDAKTION.md, which holds both marks.

    Raises:
        ValueError: a mark is missing.
    """
    before, begin, rest = handbook.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{BEGIN} … {END}")
    return f"{before}{begin}\n\n{reference()}\n{end}{after}"


def reference() -> str:
    """All commands, keys and rules, as Markdown."""
    return "\n".join([*_commands(), *_keys(), *_rules()])


def _commands() -> Iterator[str]:
    yield from ("## Alle Befehle", "")
    for command, about in _described():
        said = " ".join((command.description or about).split())
        yield from (f"### kek {command.prog.split()[-1]}", "", _sentence(said), "")
        rows = [_option(action) for action in command._actions if action.dest != "help"]  # noqa: SLF001  (no other way)
        if rows:
            yield from ("| Angabe | Bedeutung |", "|---|---|", *rows, "")


def _described() -> Iterator[tuple[argparse.ArgumentParser, str]]:
    """All commands with what the help says of each in one line."""
    group = next(action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))  # noqa: SLF001
    about = {choice.dest: choice.help or "" for choice in group._choices_actions}  # noqa: SLF001
    for name, command in group.choices.items():
        yield command, about.get(name, "")


def _option(action: argparse.Action) -> str:
    named = ", ".join(action.option_strings) or str(action.metavar or action.dest)
    value = action.metavar or ("ART" if action.choices else action.dest.upper())
    shown = f"{named} {value}" if action.option_strings and action.nargs != 0 else named
    words = " ".join((action.help or "").replace("%%", "%").split())
    choices = f" Möglich: {', '.join(map(str, action.choices))}." if action.choices and not action.metavar else ""
    return f"| `{shown}` | {_cell(_sentence(words) + choices)} |"


def _keys() -> Iterator[str]:
    yield from (
        "## Alle Schlüssel",
        "",
        "Ein * heißt: ohne diesen Schlüssel geht es nicht. Alles andere ist freiwillig. Hat ein Schlüssel selbst",
        "Schlüssel, stehen sie unter [Was in anderem steht](#was-in-anderem-steht).",
        "",
    )
    parts: dict[type[BaseModel], None] = {}
    for file in FILES.values():
        yield from (f"### {file.title}", "", _sentence(file.description), "")
        yield from _table(file.model, parts)
    yield from ("### Was in anderem steht", "")
    done = {file.model for file in FILES.values()}
    while open_parts := [part for part in parts if part not in done]:
        for part in open_parts:
            done.add(part)
            yield from (f"#### {part_title(part)}", "")
            yield from _table(part, parts)


def _table(model: type[BaseModel], parts: dict[type[BaseModel], None]) -> Iterator[str]:
    yield from ("| Schlüssel | Heißt | Bedeutung | Beispiel |", "|---|---|---|---|")
    for key in written_order(model):
        if model is Seite and key in NOT_WRITTEN:
            continue
        field = model.model_fields[key]
        if inner := model_in(field.annotation):
            parts.setdefault(inner)
        star = "*" if field.is_required() else ""
        example = "<br>".join(f"`{line}`" for line in (example_of(model, key) or "").splitlines())
        example = example.replace("`  ", "`&nbsp;&nbsp;").replace("`&nbsp;&nbsp;", "&nbsp;&nbsp;`")
        said = _cell(_sentence(field.description or "") + _allowed(field.annotation))
        yield f"| `{key}`{star} | {title_of(model, key)} | {said} | {_cell(example)} |"
    yield ""


def _allowed(annotation: Any) -> str:
    """The words of which one must stand there; nothing where it is free."""
    if typing.get_origin(annotation) is Literal:
        return f" Eines von: {', '.join(typing.get_args(annotation))}."
    return next(filter(None, map(_allowed, typing.get_args(annotation))), "")


def _rules() -> Iterator[str]:
    yield from (
        "## Alle Meldungen",
        "",
        "Hinter jeder Meldung steht in eckigen Klammern die Regel. Hier steht, was sie meint.",
        "",
        "| Regel | Worum es geht |",
        "|---|---|",
    )
    for rule in Rule:
        yield f"| `{rule.slug}` | {_cell(f'{rule.title}: {rule.explanation}')} |"
    yield ""


def _sentence(words: str) -> str:
    """Words that begin with a capital and end with a full stop."""
    words = re.sub(r"^[a-zäöü](?=[a-zäöüß]* )", lambda first: first[0].upper(), words)
    return words if not words or words.endswith((".", "?", "!")) else f"{words}."


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    file = Path(sys.argv[1])
    write(file, with_reference(file.read_text(encoding="utf-8")).encode())
