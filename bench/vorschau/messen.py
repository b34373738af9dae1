"""Measure how long it takes from saving a file until the browser shows the new page, in `kek vorschau`.

Usage: python bench/vorschau/messen.py [--mal N] [--pause SECONDS]

Copies the project (both concepts), starts the preview as an editor would, opens a page in a real browser, and changes
one line of a file again and again; the time ends when the page in the browser holds what was written. Without a pause
every change follows the one before, as somebody tries words; with one of 4 seconds the whole build in the background is
under way when the change comes.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from tests import chromium  # noqa: E402


@dataclass(frozen=True)
class Case:
    """A line to change, and the page to look at."""

    name: str
    file: str
    line: str
    """What stands there; `{}` is where the changing word goes."""
    old: str
    page: str


CASES = (
    Case("measure", "leipzig/massnahmen/1-32.yml", "titel: {}", "titel: ", "leipzig/massnahmen/1-32/"),
    Case("field of action", "boerde/handlungsfelder/1.yml", "titel: {}", "titel: ", "boerde/handlungsfelder/1/"),
    Case("goal", "boerde/handlungsfelder/1.yml", "    titel: {}", "    titel: ", "boerde/ziele/1.1/"),
    Case("key project", "leipzig/schluesselvorhaben/I.1.yml", "titel: {}", "titel: ",
         "leipzig/schluesselvorhaben/i.1/"),
    Case("start page of a concept", "leipzig/konzept.yml", "  {} sagt, wohin", "  Das Konzept sagt, wohin", "leipzig/"),
    Case("start page of the site", "leipzig/konzept.yml", "  {} sagt, wohin", "  Das Konzept sagt, wohin", ""),
    Case("actor (akteure.yml)", "leipzig/akteure.yml", "  name: {}", "  name: ", "leipzig/akteure/landkreis-leipzig/"),
    Case("register of actors", "leipzig/akteure.yml", "  name: {}", "  name: ", "leipzig/akteure/"),
    Case("register of 79 measures", "leipzig/massnahmen/1-32.yml", "titel: {}", "titel: ", "leipzig/massnahmen/"),
    Case("SWOT topic", "leipzig/swot/bildung.yml", "titel: {}", "titel: ", "leipzig/swot/bildung/"),
)  # fmt: skip


@contextmanager
def preview(project: Path) -> Iterator[str]:
    """`kek vorschau` in a folder; gives its address."""
    command = [sys.executable, "-m", "kek_build", "vorschau", "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=project, env=environment, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stdout is not None
        address = next(line.split()[1] for line in process.stdout if line.startswith("Vorschau:"))
        try:
            yield address
        finally:
            process.send_signal(signal.SIGINT)
            process.stdout.read()


def measure(case: Case, page: Page, project: Path, times: int, pause: float) -> list[float]:
    """Seconds from saving to the new page, for each change."""
    file = project / "content" / case.file
    text = file.read_text(encoding="utf-8")
    begin = text.index(case.old)
    end = text.index("\n", begin) if case.old.endswith(": ") else begin + len(case.old)
    taken = []
    for number in range(times):
        time.sleep(pause)
        word = f"Marke {case.page.count('/')}{number}x"
        new = text[:begin] + case.line.format(word) + text[end:]
        start = time.perf_counter()
        file.write_text(new, encoding="utf-8")
        page.wait_for_function("(word) => document.body?.textContent.includes(word)", arg=word, timeout=60_000)
        taken.append(time.perf_counter() - start)
    file.write_text(text, encoding="utf-8")
    time.sleep(1)
    return taken


def main() -> None:
    """Measure all cases and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mal", type=int, default=12, help="how many changes of each line")
    parser.add_argument("--pause", type=float, default=0.0, help="seconds before each change")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = Path(folder)
        for name in ("content", "docs_templates", "site_config"):
            shutil.copytree(ROOT / name, project / name)
        shutil.copy(ROOT / "mkdocs.yml", project)
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.arguments())
        with preview(project) as address:
            page = browser.new_page()
            print(f"| {'page':26} | median | longest |\n|{'-' * 28}|---|---|")
            for case in CASES:
                page.goto(address + case.page)
                taken = measure(case, page, project, options.mal, options.pause)
                print(f"| {case.name:26} | {statistics.median(taken):.2f} s | {max(taken):.2f} s |", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
