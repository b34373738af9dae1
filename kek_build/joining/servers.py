# What web servers read at the top of a portal: headers and redirects of the portal and of all its sites in one, and the
# list of their pages for search engines.
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from kek_build import headers, sitemap
from kek_build.errors import SetupError
from kek_build.joining.counties import County
from kek_build.outputs import Output

_OWN_PAGES = "sitemap-portal.xml"


def join(portal: Path, counties: Sequence[County], root: str) -> None:
    """Put what the sites say of themselves behind what the portal says.

    Args:
        portal: the portal, with its own files and the sites in it.
        counties: its sites.
        root: the folder of the server that the portal is published in, with a slash at both ends.

    Raises:
        SetupError: a site lacks a file, or says of all its files something else than the portal.
    """
    static = portal / headers.STATIC_HOST
    rules = static.read_text(encoding="utf-8").splitlines()
    everywhere = _rule(rules, f"{root}*")
    for county in counties:
        rules += _others(county, everywhere)
    static.write_text("\n".join(rules) + "\n", encoding="utf-8")
    for name in headers.REDIRECT_MAPS:
        lines = [line for county in counties for line in _lines(county, name) if not line.startswith("#")]
        (portal / name).write_text("\n".join(["# Weiterleitungen aller Landkreise.", *lines, ""]), encoding="utf-8")
    nginx = portal / headers.NGINX
    inside = "|".join(re.escape(county.folder) for county in counties)
    text = nginx.read_text(encoding="utf-8")
    here = f"^{re.escape(root)}{headers.CARDS}"
    nginx.write_text(text.replace(here, f"^{re.escape(root)}(?:{inside})?{headers.CARDS}"), encoding="utf-8")


def _lines(county: County, name: str) -> list[str]:
    try:
        return (county.site / name).read_text(encoding="utf-8").splitlines()
    except OSError:
        raise SetupError(f"„{county.site}“ ist unvollständig: Die Datei „{name}“ fehlt.") from None


def _rule(lines: Sequence[str], path: str) -> list[str]:
    """What a rule for a path says."""
    if path not in lines:
        return []
    start = lines.index(path) + 1
    end = next((at for at in range(start, len(lines)) if not lines[at].startswith("  ")), len(lines))
    return list(lines[start:end])


def _others(county: County, everywhere: Sequence[str]) -> list[str]:
    """The rules of a site but the one for all its files, which the portal's says already."""
    lines = _lines(county, headers.STATIC_HOST)
    whole = f"{county.told.wurzel}*"
    said = _rule(lines, whole)
    if said != list(everywhere):
        raise SetupError(f"„{county.site}“ verlangt andere Kopfzeilen als das Portal: mit derselben Fassung bauen.")
    start = lines.index(whole)
    return [line for line in [*lines[:start], *lines[start + len(said) + 1 :]] if line and not line.startswith("#")]


def maps(counties: Sequence[County], own: Sequence[str], site_url: str) -> Iterator[Output]:
    """The list of the lists of pages of all sites.

    Args:
        counties: the sites.
        own: the pages of the portal itself.
        site_url: where the portal is published, with a slash at the end.
    """
    (pages,) = sitemap.outputs(own, site_url)
    yield Output(_OWN_PAGES, pages.content)
    lists = [f"{site_url}{_OWN_PAGES}"]
    for county in counties:
        names = sorted(path.name for path in county.site.glob("sitemap-*.xml")) or [sitemap.NAME]
        lists += [f"{site_url}{county.folder}{name}" for name in names]
    yield sitemap.index(lists)
