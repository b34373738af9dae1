# `kek lesbarkeit`: names the texts that are hardest to read.
from __future__ import annotations

import argparse
from collections.abc import Sequence

from kek_build import readability
from kek_build.commands.content import Commands, add_content, load_all
from kek_build.concept.entries import KINDS
from kek_build.pages.text import shorten


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "lesbarkeit", help="nennt die Texte, die am schwersten zu lesen sind (nur ein Hinweis)"
    )
    add_content(parser)
    parser.add_argument("--hoechstens", type=_positive, default=20, metavar="N", help="so viele Texte (Vorgabe: 20)")
    parser.add_argument("--art", choices=[kind for kind in KINDS if kind != "dokument"], metavar="ART",
                         help="nur Texte dieser Art: handlungsfeld, ziel, massnahme, aussage …")  # fmt: skip
    parser.add_argument("--feld", metavar="FELD", help="nur Texte hinter diesem Schlüssel: kurz, beschreibung …")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    root = options.inhalt.resolve().parent
    found = [
        reading
        for shop in load_all(options.inhalt)
        for reading in readability.readings(shop.konzept)
        if options.art in {None, reading.entry.kind} and options.feld in {None, reading.field}
    ]
    long_enough = [reading for reading in found if reading.counts.words >= readability.MIN_WORDS]
    worst = sorted(long_enough, key=lambda reading: (reading.counts.flesch, str(reading.origin.file)))
    print("Flesch (Amstad): 0 sehr schwer, 100 sehr leicht. LIX: unter 40 leicht, über 60 sehr schwer.")
    for reading in worst[: options.hoechstens]:
        counts = reading.counts
        print(f"{reading.place(root)}: Flesch {counts.flesch:.0f}, LIX {counts.lix:.0f}, "
              f"{counts.words_per_sentence:.0f} Wörter je Satz ({reading.field}) "
              f"„{shorten(reading.text, 80)}“")  # fmt: skip
    if short := len(found) - len(long_enough):
        print(f"{short} Texte unter {readability.MIN_WORDS} Wörtern zählen nur in der Übersicht mit.")
    _print_readability_by_kind(found)
    return 0


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine Zahl ab 1")
    return int(text)


def _print_readability_by_kind(found: Sequence[readability.Reading]) -> None:
    print(f"{'':44}{'Texte':>7}{'Wörter':>8}{'je Satz':>9}{'Flesch':>8}{'LIX':>5}")
    groups: dict[str, list[readability.Reading]] = {}
    for reading in found:
        name = f"{reading.konzept.datei.name}, {KINDS[reading.entry.kind][1]}"
        groups.setdefault(name, []).append(reading)
    for name, group in groups.items():
        counts = readability.total(group)
        print(f"{name:44}{len(group):>7}{counts.words:>8}{counts.words_per_sentence:>9.1f}"
              f"{counts.flesch:>8.0f}{counts.lix:>5.0f}")  # fmt: skip
