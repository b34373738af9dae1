# WeasyPrint, which turns HTML into PDF, and what it needs: it is an extra, and its libraries come from the system. It
# is set up so that a document looks the same on every machine: with our own typeface, and without fetching anything.
from __future__ import annotations

import atexit
import gc
import io
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FONTS = ("OpenSans-Regular.ttf", "OpenSans-Italic.ttf", "OpenSans-Semibold.ttf")
STYLE = "documents/dokument.css"


@cache
def missing() -> str | None:
    """What is missing for making PDF files, in German; None when all is there."""
    try:
        with redirect_stdout(io.StringIO()):  # WeasyPrint prints a page of English advice
            import pikepdf  # noqa: F401, PLC0415  (an extra)
            import weasyprint  # noqa: F401, PLC0415
    except ImportError:
        return "das Paket WeasyPrint ist nicht eingerichtet"
    except OSError:
        return "die Bibliothek Pango fehlt im System"
    return None


@dataclass(frozen=True)
class Layout:
    """A document, set in pages."""

    document: Any
    """As WeasyPrint has it."""

    @property
    def pages(self) -> int:
        return len(self.document.pages)

    def pdf(self) -> bytes:
        """The document as PDF/UA-1, before `tags.finished`."""
        written = self.document.write_pdf(pdf_variant="pdf/ua-1")
        assert isinstance(written, bytes)
        return written


def lay_out(html: str, address: str, templates: Path) -> Layout:
    """Set a document in pages.

    Args:
        html: the document.
        address: where it stands on the site; links in it count from there.
        templates: the templates, with styles and typeface.
    """
    import weasyprint  # noqa: PLC0415  (an extra)

    fonts, style = _style(templates)
    nothing = weasyprint.urls.URLFetcher(allowed_protocols=())
    page = weasyprint.HTML(string=html, base_url=address, url_fetcher=nothing)
    return Layout(page.render(font_config=fonts, stylesheets=[style]))


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Setting a book makes millions of objects that all stay; to look through them all the time takes a third more."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@cache
def _style(templates: Path) -> tuple[Any, Any]:
    """The typeface and the style sheet, read once a process."""
    import weasyprint  # noqa: PLC0415  (an extra)
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    fonts = FontConfiguration()
    files = weasyprint.urls.URLFetcher(allowed_protocols=("file",))
    atexit.register(_style.cache_clear)  # the typeface must go before the libraries that it needs
    return fonts, weasyprint.CSS(templates / STYLE, font_config=fonts, url_fetcher=files)
