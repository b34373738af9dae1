# What a document calls by two names in two places: both side by side, in the same view as two editions, so that readers
# see what differs. Which names there are stands in the content (`andere_formen`).
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from kek_build.concept import Entry
from kek_build.concept.entries import CONCEPT_REF
from kek_build.editions.comparison import title_change
from kek_build.pages import text as texts
from kek_build.pages.addresses import EDITIONS, relative
from kek_build.pages.aenderungen import field_views
from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.fassungsvergleich import FieldGroupView, GroupView, ThingView, anchor_of
from kek_build.pages.plan import Planned
from kek_build.pages.record import PageRecord
from kek_build.pages.views import LinkView

FORMS = "formen"
"""The part of the address of the page, below that of the editions."""
TITLE = "Zwei Formen im Dokument"


@dataclass(frozen=True)
class FormView:
    """The page with what a document gives in two forms, as other pages name it."""

    link: LinkView
    things: tuple[LinkView, ...]


def plan(shop: Workshop) -> Iterator[Planned]:
    """The page with two forms, where the document gives any."""
    if has_forms(shop):
        yield Planned(shop.addresses.section(f"{EDITIONS}/{FORMS}"), TITLE, partial(_page, shop))


def _with_forms(shop: Workshop) -> list[Entry]:
    """What the document gives in another form somewhere else."""
    found = (entry for kind in ("handlungsfeld", "ziel") for entry in shop.konzept.of_kind(kind))
    return [entry for entry in found if entry.model.andere_formen]


def has_forms(shop: Workshop) -> bool:
    """Whether the document gives anything in two forms."""
    return bool(_with_forms(shop))


def forms_view(draft: Draft) -> FormView | None:
    """The page with two forms, as another page names it; None where there is none."""
    things = _with_forms(draft.shop)
    if not things:
        return None
    href = relative(draft.shop.addresses.section(f"{EDITIONS}/{FORMS}"), draft.path)
    return FormView(LinkView(href, TITLE), tuple(map(draft.link, things)))


def _page(shop: Workshop) -> PageRecord:
    draft = shop.draft(shop.addresses.section(f"{EDITIONS}/{FORMS}"), shop.crumb("Fassungen", EDITIONS))
    fields: dict[str, list[ThingView]] = {}
    for entry in _with_forms(shop):
        field = shop.konzept.field_of(entry)
        assert field is not None
        fields.setdefault(field.ref, []).extend(_form_views(draft, entry))
    count = sum(map(len, fields.values()))
    return draft.finish(
        "fassungsvergleich",
        TITLE,
        kind="fassungen",
        lead="Das Dokument nennt manches an zwei Stellen verschieden. Gestrichen ist, was nur an der anderen Stelle "
        "steht; hervorgehoben ist, was nur in der Form steht, die diese Website benutzt.",
        description=f"{TITLE}: {texts.counted(count, 'Name', 'Namen')}. {shop.konzept.datei.titel}",
        source=shop.konzept[CONCEPT_REF],
        fields=[
            FieldGroupView(
                anchor_of(ref),
                shop.konzept[ref].title,
                shop.konzept[ref].number,
                texts.counted(len(things), "Name in zwei Formen", "Namen in zwei Formen"),
                f"#{anchor_of(ref)}",
                (GroupView("", tuple(things)),),
            )
            for ref, things in fields.items()
        ],
        forms=True,
        first=True,
        begins=[],
        counts=[],
        columns=[],
        decisions=(),
        unreadable=(),
        files=[],
        old="",
        new="",
    )


def _form_views(draft: Draft, entry: Entry) -> Iterator[ThingView]:
    """The other forms of a thing, each against the one that this site uses."""
    for form in entry.model.andere_formen:
        (change,) = field_views([title_change(form.titel, entry.title)], draft.konzept, draft.href)
        sources = (*draft.sources([form.quelle]),)
        yield ThingView(
            draft.konzept.kind_name(entry),
            draft.link(entry),
            None,
            (replace(change, verb="in zwei Formen"),),
            "",
            (),
            (),
            "",
            None,
            sources,
        )  # fmt: skip
