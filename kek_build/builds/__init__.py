"""What a build leaves for the next one: whether anything changed since, and what need not be made again."""

from kek_build.builds.inputs import Inputs
from kek_build.builds.memory import Begun, Wanted
from kek_build.builds.store import Store
from kek_build.builds.units import Units

__all__ = ["Begun", "Inputs", "Store", "Units", "Wanted"]
