# `kek bericht`: a report on what changed between two days, as a PDF file for a council paper, without publishing it.
from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kek_build.commands.content import Commands
from kek_build.commands.one import add_concept, the_one
from kek_build.commands.progress import Progress
from kek_build.errors import SetupError
from kek_build.publish import write

if TYPE_CHECKING:
    from kek_build.models.berichte import Bericht


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "bericht",
        help="schreibt einen Bericht darüber, was sich zwischen zwei Tagen geändert hat, als PDF-Datei",
        description="Schreibt einen Bericht als PDF-Datei, zum Beispiel für eine Vorlage, ohne ihn zu veröffentlichen. "
        "Berichte, die auf der Website stehen sollen, stehen unter „berichte“ in konzept.yml.",
    )
    parser.add_argument("--von", required=True, metavar="TAG",
                        help="Tag, mit dem der Zeitraum beginnt: 01.07.2025; „2025“ meint den 1. Januar")  # fmt: skip
    parser.add_argument("--bis", required=True, metavar="TAG",
                        help="Tag, mit dem er endet, der mitzählt; „2025“ meint den 31. Dezember")  # fmt: skip
    parser.add_argument("--titel", metavar="TEXT", help="wie der Bericht heißt (Vorgabe: nach dem Zeitraum)")
    parser.add_argument("--ausgabe", type=Path, metavar="DATEI", help="die PDF-Datei (Vorgabe: nach dem Zeitraum)")
    parser.add_argument("--konfiguration", type=Path, default=Path("mkdocs.yml"), metavar="DATEI",
                        help="Konfiguration der Website (Vorgabe: mkdocs.yml)")  # fmt: skip
    add_concept(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carry the command out; gives the exit status."""
    from kek_build.documents import bericht  # noqa: PLC0415  (what reads content takes a while)
    from kek_build.documents.engine import missing  # noqa: PLC0415
    from kek_build.documents.views import keeper  # noqa: PLC0415
    from kek_build.mkdocs_adapter.build import kek_plugins, read_configuration  # noqa: PLC0415

    if not options.konfiguration.is_file():
        raise SetupError(f"Die Konfiguration „{options.konfiguration}“ gibt es nicht.")
    report = _report(options.von, options.bis, options.titel)
    target: Path = options.ausgabe or Path(f"bericht-{report.name}.pdf")
    if target.suffix.lower() != ".pdf":
        raise SetupError(f"„{target}“: Der Name einer PDF-Datei endet auf .pdf.")
    if why := missing():
        raise SetupError(f"Der Bericht lässt sich nicht setzen: {why}. „make dokumente“ richtet ein, was er braucht.")
    with Progress() as progress:
        progress("Der Inhalt wird gelesen")
        config = read_configuration(options.konfiguration)
        shops = next(kek_plugins(config)).assembler(config).assemble().shops
        konzept = the_one([shop.konzept for shop in shops], options.konzept)
        shop = next(shop for shop in shops if shop.konzept is konzept)
        progress("Der Bericht wird gesetzt")
        content = bericht.unpublished(keeper(shop), report).draw()
    target.parent.mkdir(parents=True, exist_ok=True)
    write(target, content)
    print(f"Der Bericht steht in {target}.")
    return 0


def _report(begin: str, end: str, title: str | None) -> Bericht:
    """What the report is about.

    Raises:
        SetupError: the days are none, or the wrong way round.
    """
    from pydantic import ValidationError  # noqa: PLC0415

    from kek_build.models.berichte import Bericht  # noqa: PLC0415
    from kek_build.models.dates import ZeitpunktError, parse  # noqa: PLC0415
    from kek_build.pages.bericht import from_to  # noqa: PLC0415
    from kek_build.steering.period import Period  # noqa: PLC0415

    days = []
    for name, text in (("--von", begin), ("--bis", end)):
        try:
            days.append(parse(text))
        except ZeitpunktError:
            raise SetupError(f"{name}: „{text}“ ist kein Tag wie 31.12.2026 und kein Jahr.") from None
    period = Period(days[0].first, days[1].last)
    if period.last < period.first:
        raise SetupError(f"Der Zeitraum endet, bevor er beginnt: {begin} bis {end}.")
    told = title or f"Bericht {from_to(period)}"
    try:
        return Bericht.model_validate({"titel": told, "von": days[0], "bis": days[1]})
    except ValidationError:
        raise SetupError(f"„{told[:80]}“ ist kein Titel: Er steht in einer Zeile.") from None
