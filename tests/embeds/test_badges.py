from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from kek_build.pages.draft import Workshop

_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def badges(files: dict[str, bytes]) -> dict[str, ET.Element]:
    return {
        path.removesuffix("status.svg"): ET.fromstring(content)  # noqa: S314  (our own)
        for path, content in files.items()
        if path.endswith("/status.svg")
    }


def _texts(badge: ET.Element) -> list[str | None]:
    return [node.text for node in badge.iter(f"{_SVG}text")]


def test_every_thing_with_a_card_has_a_badge_beside_its_page(badges: dict[str, ET.Element], workshop: Workshop) -> None:
    assert set(badges) == set(map(workshop.addresses.folder, workshop.embeddable))


@pytest.mark.parametrize(
    ("path", "texts"),
    [
        ("massnahmen/1-2/", ["Maßnahme 1-2", "abgeschlossen, verzögert"]),
        ("massnahmen/2-1/", ["Maßnahme 2-1", "Status nicht angegeben"]),
        ("ziele/1.1.1-2/", ["Operatives Ziel 1.1.1-2", "Keine Maßnahmen dazu genannt"]),
        ("orte/musterstadt/", ["Ort Musterstadt & <Umland>", "1 Schlüsselvorhaben, 1 Maßnahme, 1 Ziel"]),
    ],
)
def test_a_badge_says_the_status_in_words(badges: dict[str, ET.Element], path: str, texts: list[str]) -> None:
    assert _texts(badges[path]) == texts


def test_a_badge_has_a_title_and_says_that_it_is_no_official_publication(badges: dict[str, ET.Element]) -> None:
    badge = badges["massnahmen/2-1/"]
    title, description = badge.find(f"{_SVG}title"), badge.find(f"{_SVG}desc")
    assert title is not None
    assert title.text == "Maßnahme 2-1: Status nicht angegeben"
    assert description is not None
    assert str(description.text).endswith("Demonstration, keine amtliche Veröffentlichung.")
    assert badge.attrib["aria-labelledby"].split() == [title.attrib["id"], description.attrib["id"]]


def test_the_texts_of_a_badge_stand_inside_it_side_by_side(badges: dict[str, ET.Element]) -> None:
    for path, badge in badges.items():
        spans = [(float(t.attrib["x"]), float(t.attrib["textLength"])) for t in badge.iter(f"{_SVG}text")]
        (name, name_width), (state, state_width) = spans
        assert 0 < name < name + name_width < state < state + state_width < float(badge.attrib["width"]), path


def test_a_long_status_is_shortened_in_the_picture_but_not_in_its_title(badges: dict[str, ET.Element]) -> None:
    badge = badges["kennzahlen/leerstand/"]
    shown, title = _texts(badge)[1], badge.find(f"{_SVG}title")
    assert shown is not None
    assert len(shown) <= 61
    assert shown.endswith(" …")
    assert title is not None
    assert "weniger als 500" in str(title.text)
