"""JSON Schemas of the files that editors write, read off the models, for editors that check while one types."""

from kek_build.schemas.export import FILES, document, file_schema, file_schemas
from kek_build.schemas.references import reference, with_reference

__all__ = ["FILES", "document", "file_schema", "file_schemas", "reference", "with_reference"]
