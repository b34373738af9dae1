# How long the PDF files of the shipped concepts take, on one core each and without those that are kept: the budget is
# 15 s for a whole concept, and 30 s for 100 fact sheets on two cores. Run: .venv/bin/python bench/dokumente/messen.py
from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from kek_build.builds.store import Store
from kek_build.concept import load
from kek_build.documents import konzept
from kek_build.documents.build import _draw, documents
from kek_build.documents.views import keeper
from kek_build.pages.build import workshops
from kek_build.pages.draft import Workshop
from kek_build.reading import concept_folders
from kek_build.site import Anbieter, SiteOptions

_ROOT = Path(__file__).resolve().parents[2]
_OPTIONS = SiteOptions(titel="Messung", einleitung="Messung.", anbieter=Anbieter(name="Messung"))


def main() -> None:
    """Measure and print."""
    concepts, _ = load(_ROOT, concept_folders(_ROOT / "content"))
    shops = workshops(concepts, _OPTIONS)
    for shop in shops:
        _whole(shop)
    with TemporaryDirectory() as folder:
        for way in ("alle Dateien, neu", "alle Dateien, aus dem Zwischenspeicher"):
            started = time.perf_counter()
            count = len(list(documents(shops, Store(Path(folder)))))
            print(f"{way}: {count} in {time.perf_counter() - started:.1f} s")


def _whole(shop: Workshop) -> None:
    started = time.process_time()
    size = len(_draw(konzept.whole(keeper(shop))))
    print(f"{shop.konzept.datei.name}: {size / 1000:.0f} kB, {time.process_time() - started:.1f} s Rechenzeit")


if __name__ == "__main__":
    main()
