"""How problems are told: as text for people, and in the formats of the programs that show them beside the files."""

from kek_build.reports.formats import FORMATS, render
from kek_build.reports.text import as_text

__all__ = ["FORMATS", "as_text", "render"]
