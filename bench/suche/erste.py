"""What a first search on a built site fetches, and how long it takes from the last key to the first hits.

Usage: python bench/suche/erste.py SITE [QUERY …]

Each query is asked by a reader who has just come, with nothing kept. Bytes are as the server sends them, packed where a
server packs, from opening the search until the network is quiet again. Times hold the wait for more keys (80 ms).
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from playwright.sync_api import Browser, Response, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from tests import chromium  # noqa: E402
from tests.shipped.server import serve  # noqa: E402

QUERIES = (
    "Radweg",
    "Ärzte",
    "Feuerwher",
    "Was tut der Kreis gegen den Ärztemangel?",
    "Verkehr",
    "1-3",
    "Maßnahme Ausbau Netz",
)
_WATCH = """() => {
  const dialog = document.querySelector("dialog")
  dialog.querySelector("input").addEventListener("input", () => (window.typed = performance.now()))
  new MutationObserver(() => {
    if (dialog.querySelector(".kek-hits a")) window.shown ??= performance.now() - window.typed
  }).observe(dialog, { subtree: true, childList: true })
}"""


def ask(browser: Browser, address: str, query: str) -> tuple[dict[str, int], float, str]:
    """What was fetched with its bytes, the milliseconds, and what the search says."""
    context = browser.new_context(locale="de-DE")
    page = context.new_page()
    page.goto(address + "impressum/", wait_until="networkidle")
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  (not a method of a list)
    page.locator(".kek-header").get_by_role("button", name="Suche").click()
    field = page.get_by_role("dialog").get_by_role("searchbox", name="Suche")
    field.wait_for()
    page.wait_for_load_state("networkidle")
    page.evaluate(_WATCH)
    field.fill(query)
    page.wait_for_selector(".kek-hits a, .kek-search__nothing", timeout=60_000)
    taken = page.evaluate("window.shown ?? NaN")
    page.wait_for_load_state("networkidle")
    status = page.get_by_role("dialog").get_by_role("status").inner_text()
    sizes = {answer.url.removeprefix(address): int(answer.headers.get("content-length", 0)) for answer in answers}
    context.close()
    return sizes, taken, status


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("queries", nargs="*", default=QUERIES)
    options = parser.parse_args()
    with serve(options.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.arguments())
        for query in options.queries:
            sizes, taken, status = ask(browser, address, query)
            print(
                f"{query:42}{sum(sizes.values()):>9} Byte{len(sizes):>5} Dateien{taken:>7.0f} ms  {status}", flush=True
            )
        browser.close()
    print(f"Last der Maschine: {os.getloadavg()[0]:.1f} auf {os.cpu_count()} Kernen")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
