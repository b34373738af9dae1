"""What a build leaves for the next one: whether anything changed since."""

from kek_build.builds.inputs import Inputs
from kek_build.builds.memory import Begun, Wanted

__all__ = ["Begun", "Inputs", "Wanted"]
