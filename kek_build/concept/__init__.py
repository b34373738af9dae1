"""From checked models to one linked concept: references, back-references, the Roter Faden, loose ends."""

from kek_build.concept.coverage import Coverage, coverage
from kek_build.concept.entries import Entry
from kek_build.concept.konzept import Konzept, Link
from kek_build.concept.linking import link
from kek_build.concept.loading import Loader, load
from kek_build.concept.loose_ends import LooseEnds, loose_ends
from kek_build.concept.roter_faden import RoterFaden, Step, Strand, roter_faden, strands

__all__ = [
    "Coverage",
    "Entry",
    "Konzept",
    "Link",
    "Loader",
    "LooseEnds",
    "RoterFaden",
    "Step",
    "Strand",
    "coverage",
    "link",
    "load",
    "loose_ends",
    "roter_faden",
    "strands",
]
