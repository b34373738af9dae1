# A card: a small page without script for the frames of other sites. It has a style sheet and a policy of its own, and
# the colours of the site; light or dark is the reader's choice, unless the address ends in #hell or #dunkel.
from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from kek_build.outputs import Output
from kek_build.pages.addresses import relative
from kek_build.pages.draft import Workshop
from kek_build.pages.karten import CardView
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


def card(shop: Workshop, view: CardView, accent: int, sheet: StyleSheet) -> Output:
    """The card of a thing.

    Args:
        shop: what the pages of its concept share.
        view: what it says.
        accent: the colour of the thing, from 1; 0 for none.
        sheet: the style sheet of the cards.
    """
    path, page = shop.addresses.card(view.entry), shop.addresses.of(view.entry)
    html = shop.env.get_template("embeds/karte.html.j2").render(
        card=view,
        policy=POLICY,
        accent=accent,
        slug=shop.konzept.slug,
        datei=shop.konzept.datei,
        page=shop.url(page),
        href=relative(page, path),
        style=relative(sheet.path, path),
        icon=relative("kek/favicon.svg", path),
        note=_NOTE if shop.demonstration else "",
    )
    return Output(f"{path}index.html", f"{html}\n".encode())
