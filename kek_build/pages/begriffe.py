# Terms that several concepts explain: the same word may mean something else in the next county, so the explanations
# stand side by side, and each glossary says who else explains a term.
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from kek_build.concept import Entry
from kek_build.concept.entries import title_key
from kek_build.pages.addresses import SECTIONS, relative
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.plan import Planned
from kek_build.pages.portal import in_order
from kek_build.pages.record import Crumb, PageRecord
from kek_build.pages.shared_terms import SharedTerm, name_of
from kek_build.pages.site_page import filled
from kek_build.pages.views import LinkView

TITLE = "Begriffe im Vergleich"
_GLOSSARY = SECTIONS["begriff"]
_NAMED = 3
"""How many other counties an entry of a glossary names; beyond, it counts them."""


@dataclass(frozen=True)
class ExplanationView:
    """How a county explains a term."""

    slug: str
    link: LinkView
    """The entry of its glossary, by the county's name."""
    term: str
    long_form: str | None
    wording: Markup | None
    text: Markup | None


@dataclass(frozen=True)
class ElsewhereView:
    """Who else explains a term, as a glossary says it."""

    counties: tuple[LinkView, ...]
    """The other counties, as far as they are few."""
    number: int
    """How many they are."""
    compared: str
    """The link to where all explanations stand side by side."""


def elsewhere(draft: Draft, entry: Entry) -> ElsewhereView | None:
    """Who else explains a term of this page's concept, and where the explanations stand side by side."""
    term = draft.shop.shared_terms.get(name_of(entry))
    if term is None:
        return None
    others = [other for other in term.explained if other.slug != draft.konzept.slug]
    named = others if len(others) <= _NAMED else []
    return ElsewhereView(
        tuple(LinkView(relative(other.address, draft.path), other.county) for other in named),
        len(others),
        relative(f"{_GLOSSARY}/{term.name}/", draft.path),
    )


def plan(shops: Sequence[Workshop], home: Crumb) -> Iterator[Planned]:
    """The list of terms that several concepts explain, and a page for each.

    Args:
        shops: the concepts of a site, several.
        home: the first page of the site.
    """
    shared = shops[0].shared_terms
    if not shared:
        return
    yield Planned(f"{_GLOSSARY}/", TITLE, partial(_list_page, shops, home))
    entries = {
        (name_of(entry), shop.konzept.slug): entry for shop in shops for entry in shop.konzept.of_kind("begriff")
    }
    ordered = in_order(shops)
    for key, term in shared.items():
        explained = [(shop, entry) for shop in ordered if (entry := entries.get((key, shop.konzept.slug)))]
        yield Planned(f"{_GLOSSARY}/{term.name}/", term.title, partial(_page, explained, home, term))


def _list_page(shops: Sequence[Workshop], home: Crumb) -> PageRecord:
    path = f"{_GLOSSARY}/"
    terms = sorted(shops[0].shared_terms.values(), key=lambda term: title_key(term.title))
    rows = [
        (LinkView(relative(f"{path}{term.name}/", path), term.title), f"{len(term.explained)} Landkreise")
        for term in terms
    ]
    lead = "Begriffe, die mehrere Landkreise in ihrem Glossar erklären."
    return filled(shops[0], "begriffe", PageRecord(path, TITLE, "", lead, (home,), kind="uebersicht"), {"rows": rows})


def _page(explained: Sequence[tuple[Workshop, Entry]], home: Crumb, term: SharedTerm) -> PageRecord:
    path = f"{_GLOSSARY}/{term.name}/"
    views = [_explanation(shop.draft(path), entry) for shop, entry in explained]
    lead = f"So erklären {len(views)} Landkreise den Begriff „{term.title}“ in ihrem Glossar."
    crumbs = (home, Crumb(TITLE, f"{_GLOSSARY}/"))
    record = PageRecord(path, term.title, "", lead, crumbs, kind="uebersicht")
    return filled(explained[0][0], "begriff-vergleich", record, {"views": views})


def _explanation(draft: Draft, entry: Entry) -> ExplanationView:
    model = entry.model
    return ExplanationView(
        draft.konzept.slug,
        LinkView(draft.href(entry), draft.konzept.datei.name),
        model.begriff,
        model.langform,
        draft.wording(model.wortlaut),
        Markup().join(filter(None, (draft.block(model.kurz), draft.block(model.erklaerung)))),
    )
