"""Faults that people make in content, as tables: what was done to which file, and what must be said of it."""

from tests.shipped.faults.fault import Fault
from tests.shipped.faults.table_bytes import BYTES
from tests.shipped.faults.table_files import FILES
from tests.shipped.faults.table_form import FORM
from tests.shipped.faults.table_keys import KEYS
from tests.shipped.faults.table_pages import PAGES
from tests.shipped.faults.table_progress import PROGRESS
from tests.shipped.faults.table_published import PUBLISHED
from tests.shipped.faults.table_references import REFERENCES
from tests.shipped.faults.table_values import VALUES

TABLES: dict[str, tuple[Fault, ...]] = {
    "form": FORM,
    "bytes": BYTES,
    "files": FILES,
    "keys": KEYS,
    "values": VALUES,
    "progress": PROGRESS,
    "references": REFERENCES,
    "pages": PAGES,
    "published": PUBLISHED,
}
"""All faults, by what they concern."""

FAULTS = [fault for table in TABLES.values() for fault in table]

__all__ = ["FAULTS", "TABLES", "Fault"]
