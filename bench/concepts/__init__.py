"""Development concepts of any size, made up: to measure with, and to test what only many files show."""

from bench.concepts.project import generate
from bench.concepts.sizes import Sizes

__all__ = ["Sizes", "generate"]
