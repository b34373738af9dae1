# Tests the accessibility of the shipped site and writes down the result, from which the statement on accessibility is
# made: `make pruefbericht`. What was not tested stands among the gaps.
from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from kek_build.mkdocs_adapter.build import build_site
from kek_build.site.pruefbericht import Luecke, Pruefbericht
from tests.shipped import pages, tools
from tests.shipped.audit import DESK, VIEWS, Audit, audit
from tests.shipped.conftest import ROOT
from tests.shipped.server import serve

RULES = "WCAG 2.0, 2.1 und 2.2, Stufen A und AA, dazu die Empfehlungen von axe-core"
GAPS = (
    Luecke(
        was="Bilder und Diagramme",
        grund="Namen und Kontraste sind automatisch geprüft, aber noch nicht mit einem Vorleseprogramm.",
        ersatz="Diagramme und Roter Faden stehen daneben auch als Tabelle oder Liste.",
    ),
)
"""What no program can tell. That people have not tested the site yet, the statement says by itself."""


def report(found: Audit, html_errors: list[str]) -> Pruefbericht:
    """The result as the statement needs it.

    Args:
        found: what axe-core found.
        html_errors: what html-validate found.
    """
    broken = [*found.violations, *found.open]
    return Pruefbericht(
        datum=datetime.now(UTC).date(),
        werkzeug=found.tool,
        seiten=len(found.seen[DESK]),
        ansichten=tuple(
            f"{view} (alle Seiten)" if view == DESK else f"{view} ({len(found.seen[view])} Seiten)"
            for view in (DESK, *VIEWS)
        ),
        regeln=RULES,
        verstoesse=len(broken),
        verletzte_regeln=tuple(sorted({finding.rule for finding in broken})),
        html_fehler=len(html_errors),
        luecken=GAPS,
    )


def main() -> None:
    """Build, test, write."""
    target = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        site = build_site(ROOT / "mkdocs.yml", Path(folder) / "site")
        with serve(site) as address:
            found = audit(site, address, [*pages.paths(site), pages.UNKNOWN])
        written = report(found, tools.html_errors(site))
    text = written.model_dump_json(indent=2, exclude_none=True)
    target.write_text(text + "\n", encoding="utf-8")
    for finding in [*found.violations, *found.open]:
        sys.stderr.write(f"{finding}\n")


if __name__ == "__main__":
    main()
