"""The content as open data: tables, JSON, a catalogue, and the pages that explain them."""

import os

from kek_build.data.build import SiteData, build
from kek_build.data.page import pages, plan
from kek_build.data.structured import describe, described

# openpyxl writes other bytes where lxml happens to be installed, as for PDF files; it asks for this when it is loaded.
os.environ.setdefault("OPENPYXL_LXML", "False")

__all__ = ["SiteData", "build", "describe", "described", "pages", "plan"]
