"""Is the concept being carried out? Pure functions on a concept and a day: how things stand, and what is late."""

from kek_build.steering.classes import Classes, classes_of
from kek_build.steering.lateness import Late, Overdue, lateness, overdue
from kek_build.steering.reference_day import ReferenceDay, reference_day
from kek_build.steering.scope import Scope, fields_of, goals_of, scope_of, scopes
from kek_build.steering.state import State, state_of, successors
from kek_build.steering.tally import Count, Tally, tally
from kek_build.steering.targets import OnTarget, TargetState, on_target

__all__ = [
    "Classes",
    "Count",
    "Late",
    "OnTarget",
    "Overdue",
    "ReferenceDay",
    "Scope",
    "State",
    "Tally",
    "TargetState",
    "classes_of",
    "fields_of",
    "goals_of",
    "lateness",
    "on_target",
    "overdue",
    "reference_day",
    "scope_of",
    "scopes",
    "state_of",
    "successors",
    "tally",
]
