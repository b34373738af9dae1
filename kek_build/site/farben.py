# The colours of a site as CSS, for every style sheet that shows it.
from __future__ import annotations

from kek_build.site.options import SiteOptions


def colours_css(options: SiteOptions) -> str:
    """The colours of the site, then those of single concepts, which their pages name at the root."""
    sets = {":root": options.farben}
    sets |= {f".kek-konzept-{slug}": colours for slug, colours in options.konzept_farben.items()}
    return "".join(
        f"{selector} {{ --kek-kopf: {colours.kopf}; --kek-akzent-hell: {colours.akzent}; "
        f"--kek-akzent-dunkel: {colours.akzent_dunkel}; }}\n"
        for selector, colours in sets.items()
    )
