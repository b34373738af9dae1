# The menu: a few pages of each concept. All other pages stay out of it (a menu of n pages on n pages costs n²) and
# get the page above them as parent, so that the right entry of the menu is marked.
from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from kek_build.mkdocs_adapter.page import ReadyPage

if TYPE_CHECKING:
    from mkdocs.structure.files import Files

    from kek_build.pages.draft import Workshop

_SECTIONS = ("handlungsfelder", "ziele", "schluesselvorhaben", "massnahmen", "swot", "kennzahlen",
             "umsetzungsstand", "themen", "orte", "akteure")  # fmt: skip
_ABOUT = (
    "leichte-sprache",
    "befragung",
    "verlauf",
    "berichte",
    "fassungen",
    "aenderungen",
    "quellen",
    "glossar",
    "lose-enden",
    "daten",
)


def nav_of(shops: Iterable[Workshop], paths: Collection[str]) -> list[Any]:
    """The menu in the form of MkDocs' `nav` option."""
    items: list[Any] = []
    shops = list(shops)
    if "" in paths and len(shops) > 1:
        items.append(_source(""))
    for shop in shops:
        konzept, addresses = shop.konzept, shop.addresses
        start = [_source(addresses.section())]
        main = [_source(path) for name in _SECTIONS if (path := addresses.section(name)) in paths]
        prose = [_source(addresses.of(entry)) for entry in konzept.of_kind("seite")]
        about = [_source(path) for name in _ABOUT if (path := addresses.section(name)) in paths]
        inner = [*start, *main, {"Über das Konzept": [*prose, *about]}]
        if len(shops) > 1:
            items.append({konzept.datei.name: inner})
        else:
            items.extend(inner)
    return items


def _source(path: str) -> str:
    return f"{path}index.md"


def menu_paths(nav: Iterable[Any]) -> list[str]:
    """The paths of the pages in a menu, in its order."""
    found: list[str] = []
    for item in nav:
        if isinstance(item, str):
            found.append(item.removesuffix("index.md"))
        else:
            found += (path for inner in item.values() for path in menu_paths(inner))
    return found


def set_parents(files: Files) -> None:
    """Give every page that the menu does not hold the page above it as parent."""
    by_path = {page.record.path: page for file in files if isinstance(page := file.page, ReadyPage)}
    for page in by_path.values():
        set_parent(page, by_path.get(above(page)))


def above(page: ReadyPage) -> str:
    """The path of the page above one, if there is one."""
    return (page.record.parent or "").partition("#")[0]


def set_parent(page: ReadyPage, parent: ReadyPage | None) -> None:
    """Give a page that the menu does not hold the page above it as parent."""
    if page.parent is None and page.record.crumbs and parent is not None and parent is not page:
        page.parent = parent  # type: ignore[assignment]
