"""Give a thing another number or short name, everywhere at once, and keep the old one as an alias."""

from kek_build.renaming.names import new_names, unknown
from kek_build.renaming.plan import Plan, plan

__all__ = ["Plan", "new_names", "plan", "unknown"]
