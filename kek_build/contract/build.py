# What the link contract adds to a finished site: pages that lead on, files under former names, maps for web servers.
from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from kek_build import outputs
from kek_build.contract.frame import Frame
from kek_build.contract.maps import map_files
from kek_build.contract.moves import Move, beside, moves
from kek_build.contract.redirects import redirect_pages
from kek_build.contract.stones import stone_files
from kek_build.outputs import Output
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord
from kek_build.updating import View


def write(
    shops: Iterable[Workshop], records: Iterable[PageRecord], site: Path | View, frame: Frame, root: str = "/"
) -> Sequence[Move]:
    """Make every address that was ever published answer.

    Args:
        shops: the concepts of the site.
        records: its pages.
        site: the site, with all pages and all files that are written under the names of today.
        frame: what the pages that lead on have in their head.
        root: the folder of the server that the site is published in, with a slash at both ends.

    Returns:
        The addresses that lead on.
    """
    view = View(site) if isinstance(site, Path) else site
    paths = {record.path for record in records}
    found: dict[str, Move] = {}
    copies: list[Output] = []
    for shop in shops:
        found |= moves(shop, paths)
        outputs.write(view.fresh(stone_files(shop, frame)), view.new)
        for item in beside(shop, view):
            if isinstance(item, Output):
                copies.append(item)
            elif item.old not in paths:
                found.setdefault(item.old, item)
    ordered = list(found.values())
    made = [*copies, *redirect_pages(ordered, frame), *map_files(ordered, root)]
    outputs.write(view.fresh(made), view.new)
    return ordered
