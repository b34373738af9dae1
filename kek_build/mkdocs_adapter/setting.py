# Sets pages in the frame that the theme draws around them. MkDocs draws it anew for each page, though on the pages of a
# folder only a few words differ. So a frame is drawn once for all pages that share it, with marks where these words go,
# and a page is set by putting its own in their place. Whether that gives what MkDocs would give is looked at for the
# second page of every frame (the first may be the only one); where it does not, because a theme uses more of a page
# than is known here, every page of that frame is drawn by itself.
from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from html import unescape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from markupsafe import escape
from mkdocs.commands.build import get_context

from kek_build.links import Found, parsed, scanned
from kek_build.mkdocs_adapter.page import ReadyPage, file_for
from kek_build.pages.record import Alternate, PageRecord

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

EVENTS = (
    "files", "nav", "pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page",
    "pre_template", "template_context", "post_template",
)  # fmt: skip
"""Events at which a plugin sees pages, or expects to see all of them."""

_LINK = re.compile(r'href="([^"#:]+)["#]')
"""A link of the frame to a page of the site."""
_MARK = re.compile("kekmark([a-z]+)([0-9]*)kekmark")


@dataclass(frozen=True)
class Around:
    """What MkDocs has made of a site before it sets pages."""

    config: MkDocsConfig
    env: Environment
    """The templates of the theme."""
    nav: Navigation
    files: Files


@dataclass(frozen=True)
class Told:
    """What a page says that its record does not hold."""

    concept: str | None
    """The name of its concept, for the title of the window."""
    preview: str
    """What its preview picture shows, in words."""


@dataclass(frozen=True)
class _Frame:
    """A frame with places for what differs from page to page."""

    texts: tuple[str, ...]
    places: tuple[str, ...]
    """What stands between the texts, so one less than those."""
    linked: frozenset[str]
    """The pages that it links to, by their paths: links to themselves look different on them."""
    same: Found
    """Its anchors and links that are the same on every page."""
    differing: Found
    """The others, with marks where the words go."""

    def around(self, words: Mapping[str, str]) -> str:
        parts = [self.texts[0]]
        for place, text in zip(self.places, self.texts[1:], strict=True):
            parts += (words[place], text)
        return "".join(parts)

    def links_around(self, html: str, words: Mapping[str, str]) -> Found:
        """The anchors and links of a page with this HTML in it."""
        own = self.differing.changed(lambda text: _MARK.sub(lambda mark: unescape(words[mark[1] + mark[2]]), text))
        return scanned(_encoded(html)).beside(own).inside(self.same)


@dataclass(frozen=True)
class SetPage:
    """A page in its frame."""

    content: bytes
    links: Found


class Setting:
    """Sets the pages of a site."""

    def __init__(self, around: Around, told: Callable[[PageRecord], Told]) -> None:
        """Prepare it.

        Args:
            around: what MkDocs has made of the site.
            told: what a page says that its record does not hold.
        """
        self._around, self._told = around, told
        self._menu = {page.record.path: page for page in around.nav.pages if isinstance(page, ReadyPage)}
        self._frames: dict[tuple[object, ...], _Frame | None] = {}
        self._seen: set[tuple[object, ...]] = set()

    def set(self, record: PageRecord) -> SetPage:
        """A page in its frame, the same text that MkDocs would give."""
        told = self._told(record)
        key = self._key(record, told)
        if key is None:
            return self._alone(record, told)
        if key not in self._seen:  # nine frames of ten hold one page only: what all share would be drawn for nothing
            self._seen.add(key)
            return self._alone(record, told)
        if key not in self._frames:
            return self._second(key, record, told)
        frame = self._frames[key]
        if frame is None or record.path in frame.linked:
            return self._alone(record, told)
        words = _words(record, told)
        return SetPage(_encoded(frame.around(words)), frame.links_around(record.html, words))

    def _second(self, key: tuple[object, ...], record: PageRecord, told: Told) -> SetPage:
        """Set the second page of a frame, and look whether all others may share it."""
        page, frame = self._alone(record, told), self._frame(record, told)
        shared = record.path in frame.linked or _encoded(frame.around(_words(record, told))) == page.content
        self._frames[key] = frame if shared else None
        return page

    def _alone(self, record: PageRecord, told: Told) -> SetPage:
        """Set a page in a frame of its own."""
        page = self._drawn(record, told)
        return SetPage(_encoded(page), parsed(page))

    def _key(self, record: PageRecord, told: Told) -> tuple[object, ...] | None:
        """The same for pages that differ in nothing but words; None for a page that shares its frame with no other."""
        folder, _, leaf = record.path.removesuffix("/").rpartition("/")
        if not leaf or record.path in self._menu or record.title in (told.concept, self._around.config.site_name):
            return None
        above = self._menu_page_above(record)
        return (
            folder, above.record.path if above else None, bool(record.crumbs), record.kind, record.concept,
            told.concept, bool(told.preview), bool(record.description), bool(record.json_ld), record.indexed,
            bool(record.source), len(record.alternates),
        )  # fmt: skip

    def _frame(self, record: PageRecord, told: Told) -> _Frame:
        folder = record.path.removesuffix("/").rpartition("/")[0]
        alternates = tuple(
            Alternate(_mark("type", n), _mark("path", n), _mark("name", n)) for n, _ in enumerate(record.alternates)
        )
        marked = replace(
            record,
            path=f"{folder}/{_mark('leaf')}/" if folder else f"{_mark('leaf')}/",
            title=_mark("title"),
            number=None,
            html=_mark("html"),
            description=_mark("description") if record.description else "",
            json_ld=_mark("data") if record.json_ld else "",
            source=PurePosixPath(_mark("source")) if record.source else None,
            alternates=alternates,
        )
        drawn = self._drawn(marked, Told(told.concept, _mark("preview") if told.preview else ""))
        parts = _MARK.split(drawn)
        texts = tuple(parts[::3])
        linked = {urljoin(f"/{marked.path}", link)[1:] for text in texts for link in _LINK.findall(text)}
        places = tuple(map("".join, zip(parts[1::3], parts[2::3], strict=True)))
        differing, same = parsed(drawn).parted(lambda text: _MARK.search(text) is not None)
        return _Frame(texts, places, frozenset(linked), same, differing)

    def _drawn(self, record: PageRecord, told: Told) -> str:
        """A page in a frame of its own, by the theme's template."""
        page = self._menu.get(record.path)
        if page:  # MkDocs was given only what the menu shows of it
            page.show(record, told.concept, told.preview)
            return drawn(page, self._around)
        page = file_for(record, told.concept, told.preview, self._around.config).page  # type: ignore[assignment]
        assert isinstance(page, ReadyPage)
        above = self._menu_page_above(record)
        if above is not None and page.parent is None:
            page.parent = above  # type: ignore[assignment]
        return drawn(page, self._around)

    def _menu_page_above(self, record: PageRecord) -> ReadyPage | None:
        """The nearest page above one that stands in the menu."""
        above = (self._menu[crumb.path] for crumb in reversed(record.crumbs) if crumb.path in self._menu)
        return next(above, None)


def drawn(page: ReadyPage, around: Around) -> str:
    """Draw a page as MkDocs does, through all events of pages.

    Args:
        page: the page.
        around: what MkDocs has made of the site.
    """
    config, files, plugins = around.config, around.files, around.config.plugins
    page = plugins.on_pre_page(page, config=config, files=files)  # type: ignore[assignment]
    page.read_source(config)
    page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
    page.render(config, files)
    page.content = plugins.on_page_content(page.content or "", page=page, config=config, files=files)
    page.active = True
    try:
        context = get_context(around.nav, files, config, page)
        template = around.env.get_template(page.meta.get("template", "main.html"))
        context = plugins.on_page_context(context, page=page, config=config, nav=around.nav)
        return plugins.on_post_page(template.render(context), page=page, config=config)
    finally:
        page.active = False


def has_listeners(config: MkDocsConfig, own: object) -> bool:
    """Whether another plugin or hook sees pages; then MkDocs has to set every page itself."""
    listening = (method for event in EVENTS for method in config.plugins.events.get(event, ()))
    return any(getattr(method, "__self__", None) is not own for method in listening)


def _encoded(page: str) -> bytes:
    """A page as MkDocs writes it."""
    return page.encode(errors="xmlcharrefreplace")


def _mark(name: str, number: int | None = None) -> str:
    return f"kekmark{name}{'' if number is None else number}kekmark"


def _words(record: PageRecord, told: Told) -> dict[str, str]:
    """What stands on a page in place of each mark."""
    words = {
        "leaf": quote(record.path.removesuffix("/").rpartition("/")[2]),
        "title": escape(record.title),
        "html": record.html,
        "description": escape(record.description),
        "data": record.json_ld,
        "source": escape(str(record.source or "")),
        "preview": escape(told.preview),
    }
    for n, other in enumerate(record.alternates):
        words |= {f"type{n}": escape(other.type), f"path{n}": escape(other.path), f"name{n}": escape(other.title)}
    return words
