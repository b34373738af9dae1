from __future__ import annotations

import pytest

from kek_build.pages.draft import Workshop
from kek_build.pages.views import LinkView


def test_a_link_shows_its_number_in_front_of_its_title() -> None:
    link = LinkView("../1-1/", "Mehr Busse", "1-1")
    assert link.html == '<a href="../1-1/"><span class="kek-number">1-1</span> Mehr Busse</a>'
    assert LinkView("../", "Alle").html == '<a href="../">Alle</a>'


def test_what_a_link_says_is_text() -> None:
    link = LinkView('?a="&b', "<b>Busse</b>", "<1>")
    assert link.html == (
        '<a href="?a=&#34;&amp;b"><span class="kek-number">&lt;1&gt;</span> &lt;b&gt;Busse&lt;/b&gt;</a>'
    )


@pytest.mark.parametrize("path", ["", "massnahmen/", "massnahmen/1-2/", "ziele/1.1/", "orte/musterdorf/einbetten/"])
def test_a_page_links_to_each_thing_by_the_way_from_it(workshop: Workshop, path: str) -> None:
    draft = workshop.draft(path)
    for entry in workshop.konzept.entries.values():
        assert draft.link(entry).href == draft.href(entry)
