"""From a file to a document: one reader a format, chosen by what the file holds and not by its name alone."""

from kek_build.wortlaut.readers.choose import read

__all__ = ["read"]
