# The pages at addresses that lead on: plain HTML that works without JavaScript and under the site's policy, for hosts
# that know no redirects. Where they do, the maps for web servers (see `maps`) answer before these pages are read.
from __future__ import annotations

from collections.abc import Iterable, Iterator

from kek_build.contract.frame import Frame
from kek_build.contract.moves import Move
from kek_build.outputs import Output
from kek_build.pages.addresses import relative


def redirect_pages(moves: Iterable[Move], frame: Frame) -> Iterator[Output]:
    """A page for each folder that leads on.

    Args:
        moves: the addresses; no two have the same old one.
        frame: what the pages have in common with those of the site.
    """
    for move in moves:
        if not move.old.endswith("/"):
            continue
        template = move.shop.env.get_template("weiter/weiterleitung.html.j2")
        html = template.render(
            policy=frame.policy,
            style_sheet=frame.style_sheet,
            up="../" * move.old.count("/"),
            href=relative(move.new, move.old),
            canonical=move.shop.url(move.new.partition("#")[0]),
            title=move.title,
            reason=move.reason,
            anchors=[(anchor, relative(new, move.old)) for anchor, new in move.anchors],
        )
        yield Output(f"{move.old}index.html", html.encode())
