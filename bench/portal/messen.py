"""Build each county of a project in a process of its own, and join them: what a matrix pipeline does.

Usage: python bench/portal/messen.py PROJECT FOLDER [--prozesse N]

PROJECT is one that `python -m bench.concepts` wrote. Prints CPU, wall time and the bytes of a first search over all.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from bench.concepts.project import configuration  # noqa: E402

ADDRESS = "https://kek.example.org/"


def build(project: Path, slug: str, target: Path) -> None:
    """Build the site of a county for its folder of the portal."""
    file = project / f"{slug}.yml"
    file.write_text(configuration(project, [slug], f"Landkreis {slug}"), encoding="utf-8")
    command = [sys.executable, "-m", "kek_build", "bauen", "--konfiguration", str(file), "--ziel", str(target),
               "--ohne-pdf", "--still"]  # fmt: skip
    environment = os.environ | {"KEK_SITE_URL": f"{ADDRESS}{slug}/", "PYTHONPATH": str(ROOT)}
    subprocess.run(command, check=True, cwd=project, env=environment)  # noqa: S603


def portal_configuration(project: Path) -> Path:
    """The configuration of a portal of the project's counties."""
    loaded = yaml.safe_load(configuration(project, [], "Erfundene Landkreise"))
    (plugin,) = loaded.pop("plugins")
    options = {key: value for key, value in plugin["kek"].items() if key not in {"inhalt", "konzepte"}}
    file = project / "portal.yml"
    file.write_text(yaml.safe_dump(loaded | {"plugins": [], "extra": {"kek": options}}, allow_unicode=True))
    return file


def main() -> int:
    """Build, join and tell what it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("project", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--prozesse", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    project, folder = options.project.resolve(), options.folder.resolve()
    slugs = sorted(path.name for path in (project / "content").iterdir() if path.is_dir())
    with ThreadPoolExecutor(options.prozesse) as pool:
        _measured("Landkreise bauen", lambda: list(pool.map(lambda slug: build(project, slug, folder / slug), slugs)))
    command = [sys.executable, "-m", "kek_build", "zusammenfuehren", *(str(folder / slug) for slug in slugs),
               "--konfiguration", str(portal_configuration(project)), "--ziel", str(folder / "portal")]  # fmt: skip
    environment = os.environ | {"KEK_SITE_URL": ADDRESS, "PYTHONPATH": str(ROOT)}
    _measured("Zusammenführen", lambda: subprocess.run(command, check=True, cwd=project, env=environment))  # noqa: S603
    return 0


def _measured(name: str, run: object) -> None:
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    assert callable(run)
    run()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{name}: {cpu:.0f} s CPU, {time.perf_counter() - started:.0f} s, größter Prozess bisher "
          f"{after.ru_maxrss // 1024} MB", flush=True)  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main())
