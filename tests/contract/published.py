# A site as it was published, with all its addresses, and which of them a later site no longer answers. Built from page
# records without MkDocs, with files beside the pages as other parts of the project write them.
from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from kek_build import contract, data, feeds, outputs
from kek_build.contract.registry import ON_PAGE, addresses
from kek_build.links import broken_links
from kek_build.outputs import Output
from kek_build.pages.addresses import BADGE, QR_CODE
from kek_build.pages.build import pages, workshops
from kek_build.pages.draft import Workshop
from tests.example import OPTIONS, Copy

FRAME = contract.Frame("default-src 'none'", "kek/stil.css")
MAPS = {"_redirects", "weiterleitungen-nginx.conf"}

_REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]+)">')
_ID = re.compile(r'\sid="([^"]+)"')


@dataclass(frozen=True)
class Published:
    """What a site had."""

    site: Path
    addresses: frozenset[str]
    """Pages and anchors."""
    files: frozenset[str]


def publish(copy: Copy, site: Path) -> Published:
    """Build a site, record its addresses as editors do, and say what it has."""
    konzept = copy.konzept()
    assert contract.check([konzept], copy.root) == []
    shop = workshops([konzept], OPTIONS)[0]
    held = data.build([shop], OPTIONS)
    records = contract.keep_anchors([shop], [*pages([shop], OPTIONS), *data.pages(held, OPTIONS)])
    codes = [Output(f"{r.path}{QR_CODE}", b"<svg/>") for r in records if r.concept]
    things = [*_things_beside(shop), *codes, *held.outputs]
    outputs.write([*(Output(f"{r.path}index.html", r.html.encode()) for r in records), *things], site)
    outputs.write(feeds.outputs(shop), site)
    for name in ("kek/stil.css", "kek/dunkel.css", "kek/weiter.js", "kek/favicon.svg"):
        outputs.write([Output(name, b"")], site)
    contract.write([shop], records, site, FRAME)
    contract.record_all(contract.take_inventory(shop, records), copy.root)
    assert broken_links(site) == []
    # Nobody links to the picture of a code; what it leads to is an address like any other.
    every = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    files = (name for name in every if not name.endswith(QR_CODE))
    return Published(site, frozenset(addresses(shop, records)), frozenset(files) - MAPS)


def _things_beside(shop: Workshop) -> list[Output]:
    found = []
    for entry in shop.konzept.entries.values():
        if entry.kind not in ON_PAGE:
            folder, card = shop.addresses.folder(entry), shop.addresses.card(entry)
            page = Output(f"{card}index.html", f"<p>{entry.kind}</p>".encode())
            found += [Output(f"{folder}{BADGE}", b"<svg/>"), page]
    return found


def unanswered(site: Path, earlier: Iterable[Published]) -> list[str]:
    """The addresses of earlier sites that a site does not answer: with a page that has the anchor, or that leads on."""
    found = []
    for published in earlier:
        found += [name for name in published.files if not (site / name).is_file()]
        found += [address for address in published.addresses if not _answers(site, address)]
    return sorted(set(found))


def _answers(site: Path, address: str) -> bool:
    page, _, anchor = address.partition("#")
    for _ in range(3):
        path = site / page / "index.html"
        if not path.is_file():
            return False
        html = path.read_text(encoding="utf-8")
        if not (refresh := _REFRESH.search(html)):
            return not anchor or anchor in _ID.findall(html)
        if anchor and anchor not in _ID.findall(html):
            return False
        target = urlsplit(urljoin(f"http://site.invalid/{page}", refresh[1]))
        page, anchor = target.path.lstrip("/"), target.fragment
    return False
