"""Is the concept being carried out? Pure functions on a concept and a day: how things stand, and what is late."""

from kek_build.steering.attention import Overdue, overdue
from kek_build.steering.classes import Classes, classes_of
from kek_build.steering.freshness import Review, Stand, newest, review, stand_of
from kek_build.steering.lateness import Late, lateness
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
    "Review",
    "Scope",
    "Stand",
    "State",
    "Tally",
    "TargetState",
    "classes_of",
    "fields_of",
    "goals_of",
    "lateness",
    "newest",
    "on_target",
    "overdue",
    "reference_day",
    "review",
    "scope_of",
    "scopes",
    "stand_of",
    "state_of",
    "successors",
    "tally",
]
