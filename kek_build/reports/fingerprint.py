# A name for a finding that stays the same when lines above it come or go, so that a forge tells new ones from old.
from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from kek_build.errors import Problem


def fingerprints(problems: Iterable[Problem]) -> Iterator[tuple[Problem, str]]:
    """Each problem with a name for it.

    The name comes from the rule, the file and the line as it is written, or the message where there is no line; of
    several equal ones each has its own.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    for problem in problems:
        what = (problem.excerpt or "").strip() or problem.message
        parts = (problem.rule.slug, str(problem.file), what)
        seen[parts] += 1
        text = "\0".join((*parts, str(seen[parts])))
        yield problem, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:40]
