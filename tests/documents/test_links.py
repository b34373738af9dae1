from __future__ import annotations

from kek_build.documents.links import plain


def test_a_link_holds_only_text() -> None:
    html = '<p><a href="x/"><span class="kek-number">1-2</span> Häuser &amp; <b>Höfe</b></a> und <b>mehr</b></p>'
    assert plain(html) == '<p><a href="x/">1-2 Häuser &amp; Höfe</a> und <b>mehr</b></p>'
