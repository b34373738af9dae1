# A card: a small page without script for the frames of other sites. It has a style sheet and a policy of its own, and
# the colours of the site; light or dark is the reader's choice, unless the address ends in #hell or #dunkel.
from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kek_build.embeds.accents import accent
from kek_build.outputs import Output
from kek_build.pages.addresses import relative
from kek_build.pages.draft import Workshop
from kek_build.pages.templates import TEMPLATES
from kek_build.site import SiteOptions
from kek_build.site.farben import colours_css

POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
"""The content security policy of a card: a style sheet and an icon, and nothing else."""

_ROOT_RULE = re.compile(r":root\s*{([^}]*)}")
_NOTE = "Demonstration, keine amtliche Veröffentlichung"


@dataclass(frozen=True)
class StyleSheet:
    """The style sheet of all cards."""

    output: Output

    @property
    def path(self) -> str:
        """Its address; the name holds a hash."""
        return self.output.path


def style_sheet(assets: Path, options: SiteOptions) -> StyleSheet:
    """Make the style sheet of the cards: the site's own colours, of light and dark, and the layout.

    Args:
        assets: the folder that holds the colours of the site, `werte.css` and `dunkel.css`.
        options: the options of the site, for its colours.
    """
    files = (assets / "werte.css", assets / "dunkel.css", TEMPLATES / "embeds" / "karte.css")
    light, dark, layout = (file.read_text(encoding="utf-8") for file in files)
    values = _ROOT_RULE.findall(dark)
    assert values, "dunkel.css begins with the colours of the dark"
    css = "\n".join(
        [
            light,
            colours_css(options),
            f"@media (prefers-color-scheme: dark) {{ :root:not(:has(#hell:target)) {{{values[0]}}} }}",
            f":root:has(#dunkel:target) {{{values[0]}}}",
            layout,
        ]
    )
    name = f"kek/karte.{hashlib.sha256(css.encode()).hexdigest()[:8]}.css"
    return StyleSheet(Output(name, css.encode()))


def cards(shop: Workshop, accents: Mapping[str, int], sheet: StyleSheet) -> Iterator[Output]:
    """The cards of all things of a concept that have one.

    Args:
        shop: what the pages of the concept share.
        accents: the colour of each thing that has a page, by its reference.
        sheet: the style sheet of the cards.
    """
    template = shop.env.get_template("embeds/karte.html.j2")
    datei = shop.konzept.datei
    for view in shop.cards.values():
        path = shop.addresses.card(view.entry)
        html = template.render(
            card=view,
            policy=POLICY,
            accent=accent(shop, view.entry, accents),
            slug=shop.konzept.slug,
            datei=datei,
            page=shop.url(shop.addresses.of(view.entry)),
            href=relative(shop.addresses.of(view.entry), path),
            style=relative(sheet.path, path),
            icon=relative("kek/favicon.svg", path),
            note=_NOTE if shop.demonstration else "",
        )
        yield Output(f"{path}index.html", f"{html}\n".encode())
