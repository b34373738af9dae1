"""What changed in the content, from its history in git: which field of which thing went from what to what."""

from kek_build.history.changes import UNKNOWN, UNTOLD, Change, ConceptHistory, History
from kek_build.history.compare import FieldChange
from kek_build.history.gaps import Gap
from kek_build.history.read import read_history
from kek_build.history.words import Run

__all__ = ["UNKNOWN", "UNTOLD", "Change", "ConceptHistory", "FieldChange", "Gap", "History", "Run", "read_history"]
