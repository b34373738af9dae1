"""The links of a built site: MkDocs does not look into ready HTML, so every link and anchor is followed here."""

from kek_build.links.check import BrokenLink, broken_links
from kek_build.links.found import Found, parsed, scanned
from kek_build.links.gathered import Gathered

__all__ = ["BrokenLink", "Found", "Gathered", "broken_links", "parsed", "scanned"]
