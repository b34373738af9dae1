# Legal pages and the search page: they belong to the site and not to a concept.
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kek_build.pages.draft import LinkView, Workshop
from kek_build.pages.record import Crumb, PageRecord
from kek_build.pages.templates import environment
from kek_build.site import SiteOptions

_PAGES = (
    ("impressum", "Impressum", "Wer diese Website betreibt."),
    ("datenschutz", "Datenschutz", "Diese Website setzt keine Cookies und lädt nichts von anderen Servern."),
    ("barrierefreiheit", "Erklärung zur Barrierefreiheit", "Wie gut diese Website für alle nutzbar ist."),
    ("suche", "Suche", "Durchsuchen Sie alle Ziele, Vorhaben und Maßnahmen."),
)


def pages(options: SiteOptions, shops: list[Workshop], templates: Path, home: Crumb) -> Iterator[PageRecord]:
    """Impressum, Datenschutz, Barrierefreiheit, and the page that holds the search."""
    lists = [
        (
            shop.konzept.datei.name,
            [
                LinkView(f"../{shop.addresses.section(section)}", label)
                for section, label, kind in (
                    ("handlungsfelder", "Handlungsfelder", "handlungsfeld"),
                    ("ziele", "Ziele", "ziel"),
                    ("schluesselvorhaben", "Schlüsselvorhaben", "schluesselvorhaben"),
                    ("massnahmen", "Maßnahmen", "massnahme"),
                    ("swot", "SWOT-Analyse", "swot"),
                    ("kennzahlen", "Kennzahlen", "kennzahl"),
                    ("orte", "Orte", "ort"),
                    ("akteure", "Akteure", "akteur"),
                    ("glossar", "Glossar", "begriff"),
                )
                if shop.konzept.of_kind(kind)
            ],
        )
        for shop in shops
    ]
    for name, title, description in _PAGES:
        html = (
            environment(templates)
            .get_template(f"pages/{name}.html.j2")
            .render(
                title=title,
                options=options,
                anbieter=options.anbieter,
                home=LinkView("../", home.title),
                lists=lists,
            )
        )
        yield PageRecord(f"{name}/", title, html, description, (home,), kind=name)
