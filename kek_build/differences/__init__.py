"""What readers will notice between two states of the content: what is new, changed, or gone, with addresses."""

from kek_build.differences.compare import ConceptDifferences, Difference, differences
from kek_build.differences.told import FORMATS, tell

__all__ = ["FORMATS", "ConceptDifferences", "Difference", "differences", "tell"]
