# Which addresses a site has, and which of them are recorded: every page, every heading on it, and every thing that is
# shown on the page of another.
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kek_build.pages.addresses import CHANGES, ON_ONE_PAGE, SECTIONS
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord
from kek_build.reading.registry import REGISTRY_FILE, registry_text

NO_FOLDER = ("konzept", "leitsatz", "aussage")
"""The kinds that have no folder of their own."""
ON_PAGE = (*NO_FOLDER, *ON_ONE_PAGE)
"""The kinds that are only ever an anchor on a page."""
_CHANGES = f"{CHANGES}/"
"""What changed is told from the history of the content; its headings come and go with what is known of that."""
_WITHOUT_HEADINGS = {f"{SECTIONS[kind]}/" for kind in ON_ONE_PAGE}
"""Pages whose anchors are those of things; their headings would be taken for some."""


@dataclass(frozen=True)
class Inventory:
    """The addresses of a concept, compared with those that are recorded."""

    shop: Workshop
    recorded: tuple[str, ...]
    new: tuple[str, ...]
    """What the site has and nobody recorded yet."""
    gone: tuple[str, ...]
    """What was published and stands there no more; it is answered in another way."""

    def file(self, root: Path) -> Path:
        """The file that records them."""
        return root / self.shop.konzept.folder / REGISTRY_FILE


def take_inventory(shop: Workshop, records: Iterable[PageRecord]) -> Inventory:
    """Compare the addresses of a concept with those that are recorded.

    Args:
        shop: the concept.
        records: the pages of the site; those of other concepts are left out.
    """
    now = set(addresses(shop, records))
    recorded = {item.address for item in shop.konzept.published}
    return Inventory(shop, tuple(sorted(recorded)), tuple(sorted(now - recorded)), tuple(sorted(recorded - now)))


def addresses(shop: Workshop, records: Iterable[PageRecord]) -> Iterable[str]:
    """Every address of a concept, relative to it; not the short ones, which follow from numbers, nor further pages."""
    prefix = shop.addresses.prefix
    for record in records:
        if record.concept == shop.konzept.slug and not (record.continues or record.configured):
            path = record.path.removeprefix(prefix)
            yield path
            if path not in _WITHOUT_HEADINGS and not path.endswith(_CHANGES):
                yield from (f"{path}#{heading.anchor}" for heading in record.toc)
    for entry in shop.konzept.entries.values():
        address = shop.addresses.of(entry).removeprefix(prefix)
        if "#" in address and entry.kind != "leitsatz":
            yield address
        if entry.kind not in ON_PAGE:
            yield shop.addresses.folder(entry).removeprefix(prefix)


def record_all(inventory: Inventory, root: Path) -> None:
    """Write the new addresses into the concept's file, in order; none is ever taken out."""
    inventory.file(root).write_text(registry_text((*inventory.recorded, *inventory.new)), encoding="utf-8")
