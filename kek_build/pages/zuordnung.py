# The line on a thing's page that names its subjects, and says how it came to them.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kek_build.concept import Entry
from kek_build.concept.subjects import KINDS_WITH_SUBJECTS
from kek_build.pages.addresses import SUBJECTS
from kek_build.pages.views import LinkView

if TYPE_CHECKING:
    from kek_build.pages.draft import Draft

_NAMED = 2
"""How many of the things above the line names."""


@dataclass(frozen=True)
class SubjectLine:
    """The subjects of a thing."""

    subjects: tuple[LinkView, ...]
    via: tuple[LinkView, ...]
    """What it has them from; empty where an editor put it under them itself."""


def subject_line(draft: Draft, entry: Entry | None) -> SubjectLine | None:
    """The subjects of the thing that a page shows; None where it has none."""
    if entry is None or entry.kind not in KINDS_WITH_SUBJECTS:
        return None
    assigned = draft.konzept.by_subject.of(entry)
    if not assigned.names:
        return None
    titles = {subject.kennung: subject.titel for subject in draft.konzept.subjects}
    links = tuple(LinkView(draft.section(f"{SUBJECTS}/{name}"), titles[name]) for name in assigned.names)
    return SubjectLine(links, draft.links(assigned.above[:_NAMED]))
