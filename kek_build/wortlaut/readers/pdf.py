# Reads PDF files with a text layer: words with their places become lines, columns and cells of tables again. What a
# page repeats (running head, page number) and its footnotes are set aside.
from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from kek_build.wortlaut.cleaning import running_lines
from kek_build.wortlaut.document import Block, Document, Line, Row, make
from kek_build.wortlaut.numbers import Numbers
from kek_build.wortlaut.paragraphs import Printed, paragraphs
from kek_build.wortlaut.readers.limits import MAX_LINES, MAX_PAGES, Report, silent, unreadable
from kek_build.wortlaut.readers.page import Area, Page, page_of
from kek_build.wortlaut.readers.taken import Taken, take

_MIN_WORDS = 5
"""A page with fewer words is a picture, or empty."""


def read(data: bytes, name: str, numbers: Numbers, report: Report = silent) -> Document:
    """Read a PDF file.

    Args:
        data: the file.
        name: how messages call it.
        numbers: the numbers of the concept, which begin paragraphs.
        report: is told which page is read.

    Raises:
        SetupError: it is locked, damaged, or has no text.
    """
    pages = [page_of(taken, number) for number, taken in enumerate(_pages(data, name, report), 1)]
    empty = [number for number, page in enumerate(pages, 1) if page.count < _MIN_WORDS]
    if len(empty) == len(pages):
        raise unreadable(
            name,
            "Die PDF-Datei enthält keinen Text, nur Bilder (vermutlich eingescannt).",
            "Nehmen Sie die Datei, aus der sie gemacht wurde, oder lassen Sie den Text erkennen (OCR).",
        )
    if sum(len(page.lines) for page in pages) > MAX_LINES:
        raise unreadable(name, "Die PDF-Datei ist zu lang.", "Nehmen Sie nur den Teil, in dem der Wortlaut steht.")
    printed = [[Line(line.text, line.place) for line in page.lines] for page in pages]
    running = running_lines(printed)
    notes = {Line(line.text, line.place) for page in pages for line in page.footnotes}
    dropped = running | notes
    remarks = []
    if pictures := [number for number in empty if number > 1]:
        told = ", ".join(map(str, pictures))
        remarks.append(f"Seiten ohne Text (vielleicht Bilder): {told}. Was dort steht, fehlt im Bericht.")
    blocks = list(_blocks(pages, dropped, numbers))
    return make(name, blocks, sorted(dropped, key=lambda line: line.place), remarks)


def _pages(data: bytes, name: str, report: Report) -> list[Taken]:
    locked = unreadable(name, "Die PDF-Datei ist mit einem Kennwort geschützt.", "Speichern Sie sie ohne Kennwort.")
    damaged = unreadable(
        name, "Die PDF-Datei ist beschädigt.", "Laden Sie sie neu herunter oder speichern Sie sie neu."
    )
    try:
        with pdfplumber.open(io.BytesIO(data)) as file:
            if len(file.pages) > MAX_PAGES:
                raise unreadable(name, f"Die PDF-Datei hat mehr als {MAX_PAGES} Seiten.",
                                 "Nehmen Sie nur den Teil, in dem der Wortlaut steht.")  # fmt: skip
            if not file.pages:
                raise damaged
            pages = []
            for number, page in enumerate(file.pages, 1):
                report("Die PDF-Datei wird gelesen", number, len(file.pages))
                pages.append(take(page))
                page.close()  # gives its memory back
            return pages
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise locked from None
    except PdfminerException as error:
        is_locked = error.args and isinstance(error.args[0], (PDFPasswordIncorrect, PDFEncryptionError))
        raise (locked if is_locked else damaged) from None
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, AssertionError, OSError):
        # What damaged files lead the library into; its own errors are only some of them.
        raise damaged from None


def _blocks(pages: Sequence[Page], dropped: set[Line], numbers: Numbers) -> Iterator[Block]:
    """Paragraphs and rows of all pages in reading order; paragraphs may go on over pages."""
    waiting: list[Printed] = []
    for page in pages:
        first = True
        for area in page.areas:
            if area.rows:
                yield from paragraphs(waiting, numbers)
                waiting, first = [], False
                yield from _rows(area, numbers)
            for line in area.lines:
                if Line(line.text, line.place) in dropped:
                    continue
                # What stood above it may be a running head, and the gap below that says nothing.
                waiting.append(replace(line, page_start=True, gap=False) if first else line)
                first = False
    yield from paragraphs(waiting, numbers)


def _rows(area: Area, numbers: Numbers) -> Iterator[Row]:
    for cells in area.rows:
        if places := [line.place for cell in cells for line in cell]:
            yield Row(tuple(tuple(paragraphs(cell, numbers)) for cell in cells), min(places))
