"""From files to checked models: text, strict YAML, validation, and all problems at once."""

from kek_build.reading.common import read_common_synonyms, read_subjects
from kek_build.reading.folder import ConceptFiles, Kept, Loaded, Origin, concept_folders, read_concept
from kek_build.reading.parsed import Parsed

__all__ = [
    "ConceptFiles",
    "Kept",
    "Loaded",
    "Origin",
    "Parsed",
    "concept_folders",
    "read_common_synonyms",
    "read_concept",
    "read_subjects",
]
