# A page that is already HTML: MkDocs puts it into its frame and does not run it through Markdown.
from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from markupsafe import Markup
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from kek_build.pages.record import Heading, PageRecord

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class ReadyPage(Page):
    """A page record as MkDocs sees it."""

    def __init__(self, record: PageRecord, concept: str | None, preview: str, file: File, config: MkDocsConfig) -> None:
        """Wrap a record.

        Args:
            record: the page.
            concept: the name of its concept, for the title of the window.
            preview: what its preview picture shows, in words.
            file: the file MkDocs thinks it comes from.
            config: MkDocs' configuration.
        """
        super().__init__(_menu_title(record), file, config)
        self.site_name = config.site_name
        self.update_date = "2000-01-01"  # stands in the packed sitemap; nothing may tell the time of the build
        self._edit = urljoin(f"{config.repo_url.rstrip('/')}/", config.edit_uri) if config.repo_url else None
        self._edit = None if config.edit_uri is None else self._edit
        self.show(record, concept, preview)

    def show(self, record: PageRecord, concept: str | None, preview: str) -> None:
        """Take a record; a preview does it again with a newer one."""
        self.title = _menu_title(record)
        self.record = record
        self.concept = concept
        self.preview = preview
        self.edit_url = f"{self._edit}{record.source}" if self._edit and record.source else None

    @property
    def is_index(self) -> bool:
        """Whether the page stands for its section of the menu; only start pages do, though every file is an index."""
        return self.record.kind in {"start", "konzept"}

    @property
    def window_title(self) -> tuple[str, ...]:
        """What the tab of the browser says, from the page to the site; no two pages of a site say the same."""
        whole = self.concept or self.site_name
        if not self.record.path:
            return (whole,)
        if self.record.title == whole and self.record.crumbs:
            return (self.record.title, self.record.crumbs[-1].title)
        return (self.record.title, whole)

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing to read: the record has it all."""
        self.markdown = ""
        self.meta = {
            "description": self.record.description,
            "concept": self.concept,
            "slug": self.record.concept,
            "source": str(self.record.source or ""),
            "kind": self.record.kind,
            "preview": self.preview,
            "alternates": self.record.alternates,
            "indexed": self.record.indexed,
            "json_ld": Markup(self.record.json_ld),
            "window_title": self.window_title,
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing to render but the table of contents."""
        self.content = Markup(self.record.html)
        self.toc = _toc(self.record.toc)


def _menu_title(record: PageRecord) -> str:
    return "Alle Konzepte" if record.kind == "start" else record.title


def _toc(headings: tuple[Heading, ...]) -> TableOfContents:
    top: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(heading.text, heading.anchor, heading.level)
        if heading.level > 2 and top:
            top[-1].children.append(link)
        else:
            top.append(link)
    return TableOfContents(top)


def file_for(record: PageRecord, concept: str | None, preview: str, config: MkDocsConfig) -> File:
    """The file that MkDocs builds a record from; it stays out of the navigation unless that names it."""
    file = File.generated(config, f"{record.path}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
    ReadyPage(record, concept, preview, file, config)
    return file
