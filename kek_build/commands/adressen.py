# `kek adressen`: compares the addresses of the site with the registry, and records new ones.
from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator

from kek_build import contract, data
from kek_build.commands.content import Commands, add_content, load_all, without_site
from kek_build.pages.build import pages
from kek_build.pages.text import counted
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
    shops, site = load_all(options.inhalt), without_site()
    held = data.build(shops, site)
    records = [*pages(shops, site), *data.pages(held, site)]
    for shop in shops:
        inventory = contract.take_inventory(shop, records)
        total = len(inventory.recorded) + len(inventory.new)
        print(f"{shop.konzept.datei.name}: {total} Adressen, davon {len(inventory.new)} neu; "
              f"{len(inventory.gone)} alte führen weiter.")  # fmt: skip
        for sign, found in (("+", inventory.new), ("→", inventory.gone)):
            print(*(f"  {sign} {told}" for told in _by_page(found)), sep="\n", end="\n" if found else "")
        if options.festhalten and inventory.new:
            contract.record_all(inventory, options.inhalt.resolve().parent)
            print(f"  Festgehalten in {shop.konzept.folder}/{REGISTRY_FILE}.")
    return 0


def _by_page(addresses: Iterable[str]) -> Iterator[str]:
    """A line for each page: the page, and how many places on it."""
    found: dict[str, list[str]] = {}
    for address in addresses:
        found.setdefault(address.partition("#")[0], []).append(address)
    for page, own in found.items():
        places = len(own) - (page in own)
        if page in own:
            yield f"{page} (mit {counted(places, 'Stelle', 'Stellen')} darauf)" if places else page
        else:
            yield own[0] if places == 1 else f"{page}# ({places} Stellen)"
