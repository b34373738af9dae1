# What the pages of a concept show, for documents: the pages' own functions compute it, so paper says the same as the
# website. Instead of rendering a page, this workshop keeps what would have stood on it.
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from kek_build.pages.draft import Draft, Workshop
from kek_build.pages.limits import ENDLESS
from kek_build.pages.plan import Planned
from kek_build.pages.record import Crumb
from kek_build.tracing import Memo


@dataclass(frozen=True)
class Shown:
    """What a page shows."""

    path: str
    """Where the page stands; links in what it shows count from there."""
    template: str
    """The template of the page, without ending."""
    view: Mapping[str, Any]
    """By the names that the template knows."""


@dataclass(frozen=True)
class Keeper(Workshop):
    """A workshop whose pages are kept as what they show."""

    kept: dict[str, Shown] = field(default_factory=dict)
    """What each page shows, by its path."""
    shown: dict[Callable[[Workshop], Iterable[Planned]], list[Shown]] = field(default_factory=dict)
    """The same, by what makes the pages."""

    def draft(self, path: str, *crumbs: Crumb) -> Draft:
        """Begin a page that is not rendered."""
        return _KeptDraft(self, path, crumbs)


@dataclass(frozen=True)
class _KeptDraft(Draft):
    """A page that is not rendered."""

    def render(self, template: str, shown: Mapping[str, object]) -> str:
        assert isinstance(self.shop, Keeper)
        self.shop.kept[self.path] = Shown(self.path, template, shown)
        return ""


def keeper(shop: Workshop) -> Keeper:
    """A workshop for the same concept that keeps what its pages show."""
    of_pages = {item.name: getattr(shop, item.name) for item in fields(Workshop)}
    return Keeper(**{**of_pages, "limits": ENDLESS, "_made": Memo()})


def shown(shop: Keeper, plan: Callable[[Workshop], Iterable[Planned]]) -> list[Shown]:
    """What the pages show that a module plans, in their order; computed once for all documents."""
    if plan not in shop.shown:
        shop.shown[plan] = [shop.kept[planned.write().path] for planned in plan(shop)]
    return shop.shown[plan]
