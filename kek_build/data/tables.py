# Which tables there are: the one description from which CSV, XLSX and the data package come.
from __future__ import annotations

from kek_build.data import tables_goals, tables_lists, tables_progress, tables_standing, tables_work

KINDS = (
    tables_goals.CONCEPT,
    tables_goals.FIELDS,
    tables_goals.GOALS,
    tables_goals.GUIDING,
    tables_work.PROJECTS,
    tables_work.PROFILE_GOALS,
    tables_work.MEASURES,
    tables_work.POINTS,
    tables_work.PLACEMENTS,
    tables_goals.TOPICS,
    tables_goals.STATEMENTS,
    tables_goals.COVERAGE,
    tables_goals.INDICATORS,
    tables_goals.READINGS,
    tables_progress.EFFECTS,
    tables_lists.ACTORS,
    tables_lists.PLACES,
    tables_lists.TERMS,
    tables_work.PARTICIPATIONS,
    tables_standing.NUMBERS,
    tables_standing.THINGS,
    tables_standing.FIGURES,
    tables_progress.UPDATES,
    tables_progress.MILESTONES,
    tables_progress.TASKS,
    tables_progress.FUNDING,
    tables_progress.PERSONS,
    tables_progress.PRODUCTS,
    tables_progress.STATES,
    tables_lists.HISTORY,
    tables_lists.REPORTS,
    tables_lists.LINKS,
    tables_lists.DOCUMENTS,
    tables_lists.NOTES,
)
"""All tables, in the order in which they are shown."""
