# What a site loses when new files take the place of old ones, and on which of the pages that stay a link to it may
# stand. There are thousands of those, and few lead there, so only such are taken apart in whose text a link to it would
# have left a trace.
from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kek_build.links.found import Found, read
from kek_build.updating import View, files_in

_OWN = ("kek/", "pagefind/")
"""Folders of the looks and of the search. What pages load from there is the same for all, also for those that are new;
and the pieces of the search have other names with every change."""
_PLAIN = re.compile(r"[\w./-]+", re.ASCII)
"""What every link writes in the same way; other signs may be written as `%C3` or `&amp;`."""
_MOST = 50
"""With more losses than that, all pages are taken apart: it is as fast, and no change of one thing loses so much."""


@dataclass(frozen=True)
class Loss:
    """A file or an anchor that is gone."""

    folder: str = ""
    """The folder of a file, with a slash at its end; nothing at the top of the site."""
    anchor: str = ""
    """The name of an anchor, on whichever page."""

    def may_be_on(self, page: str, text: bytes) -> bool:
        """Whether a page, whose text is given, may lead there."""
        if self.anchor:
            return not _PLAIN.fullmatch(self.anchor) or f"#{self.anchor}".encode() in text
        if not _PLAIN.fullmatch(self.folder) or page.startswith(self.folder):
            return True  # what is in the folder need not name it
        above, _, name = self.folder[:-1].rpartition("/")
        if above and not page.startswith(f"{above}/"):
            name = f"{above.rpartition('/')[2]}/{name}"
        return f"{name}/".encode() in text


def lost(view: View, files: AbstractSet[str], pages: Mapping[str, Found]) -> set[Loss]:
    """What a site loses.

    Args:
        view: the old site and the new files.
        files: the names of all files that the site will have.
        pages: its pages.
    """
    assert view.old is not None
    before = set(files_in(view.old))
    gone = {Loss("".join(name.rpartition("/")[:2])) for name in before - files if not name.startswith(_OWN)}
    for name in (pages.keys() - view.stays) & before:
        gone |= {Loss(anchor=anchor) for anchor in read(view.old / name).all_ids() - pages[name].all_ids()}
    return gone


def may_be_broken(view: View, pages: Collection[str], losses: Collection[Loss]) -> frozenset[str]:
    """Those pages that may lead to something that is gone.

    Args:
        view: the site.
        pages: the pages that stay.
        losses: what is gone.
    """
    return frozenset(pages if len(losses) > _MOST else _leading_to(losses, view, pages) if losses else ())


def _leading_to(losses: Collection[Loss], view: View, pages: Collection[str]) -> Iterator[str]:
    for page in pages:
        text = view.find(page).read_bytes()
        if any(loss.may_be_on(page, text) for loss in losses):
            yield page
