# The QR code of each page, for leaflets and paper: an SVG that leads to the address of the page. Level M mends 15 % of
# damage; the quiet zone of four modules is part of the picture (ISO/IEC 18004).
from __future__ import annotations

from functools import cache

from jinja2 import Environment
from markupsafe import escape

from kek_build.embeds.symbols import symbol
from kek_build.outputs import Output
from kek_build.pages.addresses import QR_CODE
from kek_build.pages.draft import Workshop
from kek_build.pages.record import PageRecord

QUIET = 4
_MODULE = 6
"""How many pixels wide a module is where nobody says how large the code shall be."""
_CHUNK = 10
"""How many modules are turned into strokes at once."""
_GAP = "\N{NULL}"
"""Stands in the picture that all codes of a size have in common for what differs."""


def code(shop: Workshop, record: PageRecord) -> Output:
    """The code of a page.

    Args:
        shop: what the pages of its concept share.
        record: the page, of which address and title are shown.
    """
    url = shop.url(record.path)
    size, path = draw(url)
    one, two, three, four = _frame(shop.env, size)
    svg = f"{one}{escape(record.title)}{two}{escape(url)}{three}{path}{four}\n"
    return Output(record.path + QR_CODE, svg.encode())


@cache
def _frame(env: Environment, size: int) -> list[str]:
    """What all codes of a size have in common: the template, filled once, cut where title, address and path stand."""
    template = env.get_template("embeds/qr.svg.j2")
    return template.render(title=_GAP, url=_GAP, path=_GAP, size=size, pixels=size * _MODULE).split(_GAP)


def draw(url: str) -> tuple[int, str]:
    """How many modules wide the code of an address is, quiet zone included, and its dark modules as a stroke's path."""
    side, modules = symbol(url)
    text, path = f"{modules:0{side * side}b}", []
    for row in range(side):
        path.append(f"M{QUIET} {row + QUIET}.5")
        end, run = (row + 1) * side, 0
        for begin in range(row * side, end, _CHUNK):
            strokes, run = _strokes(text[begin : min(begin + _CHUNK, end)], run)
            path.append(strokes)
        if run > 0:
            path.append(f"h{run}")
    return side + 2 * QUIET, "".join(path)


@cache
def _strokes(modules: str, run: int) -> tuple[str, int]:
    """The strokes that end in a few modules of a row.

    Args:
        modules: `1` for a dark one.
        run: how many dark modules go on from before them; of light ones, their number below zero.

    Returns:
        The path, from where the last stroke ended; and what goes on behind them, in the same way.
    """
    path = ""
    for module in modules:
        if module == "1":
            path += f"m{-run} 0" if run < 0 else ""
            run = max(run, 0) + 1
        else:
            path += f"h{run}" if run > 0 else ""
            run = min(run, 0) - 1
    return path, run
