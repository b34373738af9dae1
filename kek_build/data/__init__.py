"""The content as open data: tables, JSON, a catalogue, and the pages that explain them."""

from kek_build.data.build import SiteData, build
from kek_build.data.page import pages
from kek_build.data.structured import described

__all__ = ["SiteData", "build", "described", "pages"]
