"""Is the concept being carried out? Pure functions on a concept and a day: how things stand, and what is late."""

from kek_build.steering.lateness import Late, Overdue, lateness, overdue
from kek_build.steering.reference_day import ReferenceDay, reference_day
from kek_build.steering.state import State, state_of, successors
from kek_build.steering.targets import OnTarget, TargetState, on_target

__all__ = [
    "Late",
    "OnTarget",
    "Overdue",
    "ReferenceDay",
    "State",
    "TargetState",
    "lateness",
    "on_target",
    "overdue",
    "reference_day",
    "state_of",
    "successors",
]
