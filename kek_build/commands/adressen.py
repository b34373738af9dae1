# `kek adressen`: compares the addresses of the site with the registry, and records new ones.
from __future__ import annotations

import argparse

from kek_build import contract, data
from kek_build.commands.content import SITE, Commands, add_content, load_all
from kek_build.pages.build import pages
from kek_build.reading.registry import REGISTRY_FILE


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "adressen",
        help="zeigt, welche Adressen neu sind und welche es nicht mehr gibt",
        description="Vergleicht die Adressen der Website mit denen, die in adressen.txt stehen. Jede Adresse, die dort "
        "steht, antwortet für immer.",
    )
    add_content(parser)
    parser.add_argument("--festhalten", action="store_true", help="trägt neue Adressen in adressen.txt ein")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    shops = load_all(options.inhalt)
    held = data.build(shops, SITE, lambda _key, _make: b"")  # nobody asks for the workbooks
    records = [*pages(shops, SITE), *data.pages(held, SITE)]
    for shop in shops:
        inventory = contract.take_inventory(shop, records)
        total = len(inventory.recorded) + len(inventory.new)
        print(f"{shop.konzept.datei.name}: {total} Adressen, davon {len(inventory.new)} neu; "
              f"{len(inventory.gone)} alte führen weiter.")  # fmt: skip
        for sign, found in (("+", inventory.new), ("→", inventory.gone)):
            print(*(f"  {sign} {address}" for address in found), sep="\n", end="\n" if found else "")
        if options.festhalten and inventory.new:
            contract.record_all(inventory, options.inhalt.resolve().parent)
            print(f"  Festgehalten in {shop.konzept.folder}/{REGISTRY_FILE}.")
    return 0
