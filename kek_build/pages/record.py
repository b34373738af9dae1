# A finished page, as plain data: what any static site generator needs, and nothing of MkDocs.
from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import PurePosixPath

_HEADING = re.compile(r'<h([23])\b[^>]*\bid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_INSIDE_WORDS = re.compile(r"</?abbr\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Heading:
    """An entry of a page's table of contents."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True)
class Crumb:
    """A page above this one."""

    title: str
    path: str


@dataclass(frozen=True)
class Alternate:
    """The same thing in another form, told to programs in the head of its page."""

    type: str
    """Its media type: `application/atom+xml`."""
    path: str
    """Where it stands, relative to the site."""
    title: str


@dataclass(frozen=True)
class PageRecord:
    """A page of the site."""

    path: str
    """Where it stands, relative to the site: `leipzig/massnahmen/1-32/`; `` for the first page."""
    title: str
    """The title, with the number in front where there is one."""
    html: str
    description: str
    """One sentence or two for search engines and previews, plain text."""
    crumbs: tuple[Crumb, ...] = ()
    """The pages above, from the top; the last one is the parent."""
    source: PurePosixPath | None = None
    """The file that made it, relative to the project."""
    kind: str = "seite"
    concept: str | None = None
    """The short name of the concept it belongs to."""
    ref: str | None = None
    """The thing it shows."""
    label: str | None = None
    """What stands above the heading: the kind of thing it shows."""
    number: str | None = None
    """The number in front of the title."""
    accent: int = 0
    """Which of the colours of the fields of action it has, from 1; 0 for none."""

    alternates: tuple[Alternate, ...] = ()
    """Its data, its feed, how to embed it."""
    json_ld: str = ""
    """What it says in the words of schema.org, as JSON without `<`."""
    indexed: bool = True
    """Whether search engines may list it; not so what only answers old links or goes on with a list."""
    continues: bool = False
    """Whether it goes on with a list that begins on the page above. Such pages come and go with the length of the list,
    so their addresses are no promise."""
    only_here: bool = False
    """Whether what it says stands on no other page and in no thing of its own, so that the search reads its text."""

    configured: bool = False
    """Whether it is there because the site's configuration says so: the content alone promises nothing of it."""

    @property
    def heading(self) -> str:
        """The title without the number."""
        return self.title.removeprefix(f"{self.number} ") if self.number else self.title

    @property
    def parent(self) -> str | None:
        """The path of the page above."""
        return self.crumbs[-1].path if self.crumbs else None

    kept_headings: tuple[Heading, ...] | None = None
    """Its headings, where its HTML was let go."""
    kept_text: str = ""
    """Its text, where its HTML was let go and somebody needs it."""

    @cached_property
    def toc(self) -> tuple[Heading, ...]:
        """The headings of the second and third level that have an anchor."""
        return headings(self.html) if self.kept_headings is None else self.kept_headings

    @property
    def text(self) -> str:
        """What it says, without tags; of a page that let go of its HTML, only if that stands nowhere else."""
        return self.kept_text or plain_text(self.html)

    def light(self) -> PageRecord:
        """The same page without what only its own file holds: a site has thousands of them."""
        text = self.text if self.only_here else ""
        return replace(self, html="", json_ld="", kept_headings=self.toc, kept_text=text)


def headings(markup: str) -> tuple[Heading, ...]:
    """The headings of the second and third level in HTML that have an anchor."""
    return tuple(_heading(*found) for found in _HEADING.findall(markup))


@lru_cache(maxsize=1_024)
def _heading(level: str, anchor: str, markup: str) -> Heading:
    """One heading; most pages of a kind have the same."""
    return Heading(int(level), html.unescape(anchor), plain_text(markup))


def plain_text(markup: str) -> str:
    """HTML without tags and entities, white space folded."""
    return " ".join(html.unescape(_TAG.sub(" ", _INSIDE_WORDS.sub("", markup))).split())
