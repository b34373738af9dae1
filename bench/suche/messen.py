"""Measure how many of the queries in anfragen.yml (or another file of the same form) find what they should.

Usage: python bench/suche/messen.py SITE [--anfragen FILE] [--json FILE] [--alle]

Asks the search of a built site (both concepts) in a real browser, the same code that readers use. A query for one
county is asked with the filter of that county. Prints hits in the top 1, 5 and 10 by kind, and what still fails.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from tests import chromium  # noqa: E402
from tests.shipped.server import serve  # noqa: E402

QUERIES = Path(__file__).with_name("anfragen.yml")
COUNTIES = {"boerde": "Landkreis Börde", "leipzig": "Landkreis Leipzig"}
RANKS = (1, 5, 10)
_FIND = """async ([module, queries]) => {
  const { find } = await import(module)
  const answers = []
  for (const [words, filters] of queries) {
    const { hits } = await find(words, filters)
    answers.push(hits.map((hit) => [hit.adresse, hit.titel]))
  }
  return answers
}"""


def ask(site: Path, queries: list[dict[str, Any]]) -> list[list[tuple[str, str]]]:
    """The addresses and titles found for each query, best first."""
    asked = [
        [query["anfrage"], {"Konzept": COUNTIES[query["konzept"]]} if "konzept" in query else {}] for query in queries
    ]
    with serve(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.arguments())
        page = browser.new_page()
        page.goto(base + "impressum/")
        answers = page.evaluate(_FIND, [base + "kek/finden.js", asked])
        browser.close()
    return [[(address.lstrip("/"), title) for address, title in answer] for answer in answers]


def rank(answer: list[tuple[str, str]], expected: list[str]) -> int | None:
    """The place of the first expected address, from 1."""
    return next((place for place, (address, _) in enumerate(answer, 1) if address in expected), None)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--anfragen", type=Path, default=QUERIES, help="the queries; blind.yml holds a second set")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--alle", action="store_true", help="print what failing queries found instead")
    options = parser.parse_args()
    queries = yaml.load(options.anfragen.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506  (text only)
    answers = ask(options.site, queries)
    places = [rank(answer, query["erwartet"]) for query, answer in zip(queries, answers, strict=True)]
    by_kind: dict[str, list[int | None]] = defaultdict(list)
    for query, place in zip(queries, places, strict=True):
        by_kind[query["art"]].append(place)
    print(f"{'':16}{'Anfragen':>9}" + "".join(f"{f'Top {limit}':>9}" for limit in RANKS))
    for kind, found in [*sorted(by_kind.items()), ("alle", places)]:
        shares = [sum(place is not None and place <= limit for place in found) / len(found) for limit in RANKS]
        print(f"{kind:16}{len(found):>9}" + "".join(f"{share:>9.0%}" for share in shares))
    print("\nNicht unter den ersten fünf:")
    for query, answer, place in zip(queries, answers, places, strict=True):
        if place is None or place > 5:
            print(f"  {query['art']:14} {query['anfrage']!r} (Platz {place or '–'}), erwartet {query['erwartet'][0]}")
            if options.alle:
                for address, title in answer[:5]:
                    print(f"      {address}  {title[:70]}")
    if options.json:
        options.json.write_text(json.dumps(places), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
