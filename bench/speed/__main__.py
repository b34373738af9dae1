"""`make bench`: builds the same concepts with this program and with others, and writes what it took into README.md."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from bench.speed.cases import Case, cases
from bench.speed.figures import middle
from bench.speed.measure import Usage, run
from bench.speed.parts import grouped
from bench.speed.plot import plot
from bench.speed.report import NAMES, put, report
from bench.speed.results import Results, Run, read, sizes_in_order, write
from bench.speed.tools import REPOSITORY, machine, set_up, versions

BENCH = REPOSITORY / "bench"
WORK = REPOSITORY / ".cache" / "bench"
RESULTS = BENCH / "speed.json"
_CURVES = {
    "kek": "this program, cold",
    "kek-same": "this program, nothing changed",
    "mkdocs-search": "MkDocs + Material, with its search",
    "hugo": "Hugo, pages only",
    "hugo-data": "Hugo, with search and data",
    "eleventy-data": "Eleventy, with search and data",
}


def main() -> int:
    """Measure what is not measured yet, and write the report; gives the exit status."""
    options = _options()
    results = read(RESULTS)
    if not options.nur_bericht:
        tools = set_up()
        about = {"program": _program(), "machine": machine(), "versions": versions(tools)}
        other = [size for size in options.groessen if size in results.about and not _same(results.about[size], about)]
        if other and not options.neu:
            print(f"Programm, Rechner oder Versionen sind andere als bei den Messungen in bench/speed.json für "
                  f"{', '.join(other)}. „--neu“ verwirft diese und beginnt von vorn.", file=sys.stderr)  # fmt: skip
            return 1
        for size in other:
            results.discard(size)
        every = cases(tools)
        chosen = [case for case in every if not options.nur or case.name in options.nur]
        for size in options.groessen:
            when = {"date": date.today().isoformat(), "load": f"{os.getloadavg()[0]:.1f}"}  # noqa: DTZ011
            results.about.setdefault(size, {**about, **when, "disk": _disk(options.ordner)})
            _measure(results, options.ordner / size, every, chosen, options.runden, clear=options.aufraeumen)
    _write_report(results)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=(
        "Baut dieselben Konzepte mit diesem Programm und mit anderen, abwechselnd, und schreibt Rechenzeit, Dauer und "
        "Speicher nach bench/README.md. Was schon gemessen ist, wird nicht noch einmal gemessen."))  # fmt: skip
    parser.add_argument("--groessen", nargs="+", default=["200", "1000", "5000", "20000", "shipped"], metavar="N",
                        help="Zahlen von Maßnahmen, oder „shipped“ für die beiden mitgelieferten Konzepte")  # fmt: skip
    parser.add_argument("--runden", type=int, default=5, metavar="ZAHL", help="wie oft gemessen wird (Vorgabe: 5)")
    parser.add_argument("--nur", nargs="+", choices=list(NAMES), help="nur diese Fälle")
    parser.add_argument("--ordner", type=Path, default=WORK, metavar="ORDNER",
                        help="wo die Projekte liegen (Vorgabe: .cache/bench)")  # fmt: skip
    parser.add_argument(
        "--neu", action="store_true", help="verwirft die Messungen dieser Größen, die von einem anderen Stand sind"
    )
    parser.add_argument("--aufraeumen", action="store_true", help="löscht die Projekte einer Größe nach dem Messen")
    parser.add_argument("--nur-bericht", action="store_true", help="misst nichts, schreibt nur den Bericht")
    return parser.parse_args()


def _same(before: dict[str, Any], about: dict[str, Any]) -> bool:
    return {name: before.get(name) for name in about} == about


def _program() -> str:
    """The state of what is measured: the trees of git, and whether something is changed."""
    parts = ("kek_build", "docs_templates", "bench/concepts", "bench/peers")
    trees = _git("rev-parse", *(f"HEAD:{part}" for part in parts)).split()
    changed = _git("status", "--porcelain", "--", *parts)
    return "-".join(tree[:7] for tree in trees) + ("+changed" if changed else "")


def _disk(folder: Path) -> str:
    """The kind of file system that a folder lies on, or will."""
    there = next(path for path in (folder, *folder.resolve().parents) if path.exists())
    said = subprocess.run(["stat", "--file-system", "--format=%T", there], capture_output=True, text=True, check=False)  # noqa: S603, S607
    return said.stdout.strip() or "unbekannt"


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=REPOSITORY, check=True, capture_output=True, text=True).stdout  # noqa: S603, S607


def _measure(
    results: Results, folder: Path, every: tuple[Case, ...], chosen: list[Case], rounds: int, *, clear: bool
) -> None:
    size = folder.name
    missing = [(number, case) for number in range(rounds) for case in _turn(chosen, number)
               if not results.done(size, case.name, number)]  # fmt: skip
    if not missing:
        return
    # Anew each time: a break may have left a changed measure, and a project of another state of the generator.
    print(f"N = {size}: Projekte werden erzeugt …", flush=True)
    subprocess.run([sys.executable, "-m", "bench.speed.projects", size, str(folder)], cwd=REPOSITORY, check=True)  # noqa: S603
    results.sizes[size] = json.loads((folder / "about.json").read_text(encoding="utf-8"))
    built = False
    for number, case in missing:
        if case.after and not built:  # after a break: what it builds upon, unmeasured
            _run(next(other for other in every if other.name == case.after), folder, results.sizes[size]["one"])
        built = built or case.folder == "kek"
        usage = _run(case, folder, results.sizes[size]["one"])
        results.runs.append(Run(size, case.name, number, round(usage.cpu, 3), round(usage.wall, 3), usage.peak))
        results.sites.setdefault(f"{size} {case.name}", _site(folder / case.folder / case.site))
        write(RESULTS, results)
        print(f"N = {size}, Runde {number + 1}: {NAMES[case.name]}: {usage.cpu:.2f} s CPU, {usage.wall:.1f} s, "
              f"{usage.peak / 1e6:.0f} MB", flush=True)  # fmt: skip
    if size not in results.parts and any(case.name == "kek" for case in chosen):
        results.parts[size] = _parts(next(case for case in every if case.name == "kek"), folder)
        write(RESULTS, results)
    if clear:
        subprocess.run(["rm", "-rf", str(folder)], check=True)  # noqa: S603, S607


def _run(case: Case, folder: Path, one: str) -> Usage:
    case.prepare(folder, one)
    return run(case.command, folder / case.folder, {"PYTHONPATH": str(REPOSITORY), **case.environment})


def _parts(case: Case, folder: Path) -> dict[str, float]:
    """Once more and not measured: which parts of the program a cold build's time goes to."""
    case.prepare(folder, "")
    command = [sys.executable, "-m", "bench.speed.parts", str(folder / case.folder)]
    said = subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True, text=True).stdout  # noqa: S603
    return grouped(json.loads(said.splitlines()[-1]))


def _turn(chosen: list[Case], number: int) -> list[Case]:
    """The cases in another order each round, but this program's rebuilds behind its build."""
    own = [case for case in chosen if case.folder == "kek"]
    others = [case for case in chosen if case.folder != "kek"]
    cut = number % (len(others) + 1)
    turned = others[number % len(others) :] + others[: number % len(others)] if others else []
    return [*turned[:cut], *own, *turned[cut:]]


def _site(folder: Path) -> dict[str, Any]:
    """How many files a site has, their bytes, and the median page of a measure."""
    # Never a list of all files: the memory of this process counts as that of the next command, up to its start.
    files = size = 0
    pages = []
    for parent, _, names in os.walk(folder):
        for name in names:
            found = os.stat(os.path.join(parent, name)).st_size  # noqa: PTH116, PTH118  (300,000 files)
            files, size = files + 1, size + found
            if name == "index.html" and _is_measure(Path(parent)):
                pages.append(found)
    return {"files": files, "bytes": size, "page": median(pages) if pages else None}


def _is_measure(folder: Path) -> bool:
    """Whether a folder of a site holds the page of a measure, not its card."""
    return folder.parent.name == "massnahmen" and "karte" not in folder.parts


def _write_report(results: Results) -> None:
    curves = {}
    for case, name in _CURVES.items():
        points = [
            (float(size), middle(results, size, case)) for size in sizes_in_order(results.sizes) if size.isdigit()
        ]
        if found := [(size, cpu) for size, cpu in points if cpu is not None]:
            curves[name] = found
    if curves:
        picture = plot(curves, "Processor time of a build in seconds, by number of measures")
        (BENCH / "speed.svg").write_text(picture, encoding="utf-8")
    readme = BENCH / "README.md"
    readme.write_text(put(readme.read_text(encoding="utf-8"), report(results)), encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
