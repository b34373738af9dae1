# Pages that belong to a site with several concepts and to none of them: what is compared.
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kek_build.pages.addresses import relative
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord
from kek_build.pages.templates import environment
from kek_build.pages.views import LinkView


def filled(shop: Workshop, template: str, record: PageRecord, view: Mapping[str, object]) -> PageRecord:
    """A page with its HTML.

    Args:
        shop: any concept of the site, for the templates.
        template: the file in `docs_templates/pages/`, without ending.
        record: the page, still without HTML; its description is its lead, too, unless the view has another.
        view: what the template shows.
    """
    first, *others = record.crumbs
    shown = {
        "title": record.title,
        "lead": record.description,
        "home": LinkView(relative(first.path, record.path), first.title),
        "crumbs": [LinkView(relative(crumb.path, record.path), crumb.title) for crumb in others],
    }
    html = environment(shop.templates).get_template(f"pages/{template}.html.j2").render({**shown, **view})
    return replace(record, html=html)
