# What is new in a concept: dated news of measures and key projects, and what has happened in the concept's own history.
# Taken from what the files say, never from the clock, so the same content makes the same page.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from kek_build.concept.entries import IN_PROGRESS
from kek_build.models.dates import Datum
from kek_build.pages.draft import Draft
from kek_build.pages.views import LinkView

EVENT_LABELS = {"beschluss": "Beschluss", "schritt": "Schritt", "ausblick": "Ausblick"}


@dataclass(frozen=True)
class NewsView:
    """One piece of news."""

    date: Datum
    label: str
    link: LinkView
    text: Markup | None


def newest(draft: Draft, count: int) -> tuple[NewsView, ...]:
    """The newest news of a concept, newest first.

    Args:
        draft: the page that shows them.
        count: at most how many.
    """
    found = sorted(_all(draft), key=lambda news: (news.date.first, news.date.last), reverse=True)
    return tuple(found[:count])


def _all(draft: Draft) -> Iterator[NewsView]:
    konzept = draft.konzept
    for kind in IN_PROGRESS:
        for entry in konzept.of_kind(kind):
            for update in entry.model.aktualisierungen:
                yield NewsView(update.datum, konzept.kind_name(entry), draft.link(entry), draft.text(update.text))
    for event in konzept.datei.verlauf:
        if event.art == "ausblick":
            continue  # has not happened
        link = LinkView(draft.section("verlauf"), event.titel)
        yield NewsView(event.datum, EVENT_LABELS[event.art], link, draft.text(event.text))
