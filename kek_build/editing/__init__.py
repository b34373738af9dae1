"""Change what stands in the files of the content, and leave everything else as somebody wrote it."""

from kek_build.editing.change import change, render
from kek_build.editing.files import read, write
from kek_build.editing.layout import Value
from kek_build.editing.wanted import Remove, Set

__all__ = ["Remove", "Set", "Value", "change", "read", "render", "write"]
