from __future__ import annotations

import pytest

from kek_build.documents.places import joined, lowered, moved, name


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("leipzig/swot/bildung/", "leipzig_swot_bildung"),
        ("leipzig/swot/bildung/#chance-1", "leipzig_swot_bildung--chance-1"),
        ("", "konzept"),
    ],
)
def test_a_place_is_called_by_its_address(address: str, place: str) -> None:
    assert name(address) == place


def test_anchors_of_different_pages_do_not_meet() -> None:
    assert moved('<h2 id="ziele">', "a/") != moved('<h2 id="ziele">', "b/")


def test_a_link_leads_to_the_place_the_document_holds() -> None:
    html = moved('<i data-ort="../../ziele/1/"></i><a href="../../ziele/1/">1</a>', "k/felder/i/")
    assert joined(html, "https://x.de/") == '<i id="k_ziele_1"></i><a href="#k_ziele_1">1</a>'


def test_a_link_to_an_anchor_it_does_not_hold_leads_to_the_part_that_has_it() -> None:
    html = '<i id="k_swot"></i>' + moved('<a href="swot/#x">x</a>', "k/")
    assert '<a href="#k_swot">' in joined(html, "https://x.de/")


def test_a_link_to_what_the_document_does_not_hold_leads_to_the_site() -> None:
    html = moved('<a href="../massnahmen/?feld=I">x</a><a href="../../">y</a>', "k/felder/")
    assert joined(html, "https://x.de/") == '<a href="https://x.de/k/massnahmen/">x</a><a href="https://x.de/">y</a>'


def test_whole_addresses_stay() -> None:
    html = '<a href="https://y.de/">y</a><a href="mailto:a@b.de">z</a>'
    assert joined(moved(html, "k/"), "https://x.de/") == html


def test_headings_are_lowered_as_far_as_there_are_levels() -> None:
    assert lowered("<h2>a</h2><h6>b</h6>", 1) == "<h3>a</h3><h6>b</h6>"
