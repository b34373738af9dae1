from __future__ import annotations

from xml.etree import ElementTree as ET

from kek_build.sitemap import outputs

_LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def _locations(content: bytes) -> list[str | None]:
    return [node.text for node in ET.fromstring(content).iter(_LOC)]  # noqa: S314  (our own)


def test_a_small_site_has_one_list() -> None:
    (made,) = outputs(["", "ziele/1.1/", "orte/grünau/"], "https://muster.invalid/")
    assert made.path == "sitemap.xml"
    assert _locations(made.content) == [
        "https://muster.invalid/",
        "https://muster.invalid/ziele/1.1/",
        "https://muster.invalid/orte/gr%C3%BCnau/",
    ]


def test_a_large_site_has_a_list_of_lists_that_name_every_page_once() -> None:
    paths = [f"massnahmen/{number}/" for number in range(25)]
    made = {output.path: output.content for output in outputs(paths, "https://muster.invalid/", most=10)}
    parts = [f"sitemap-{number}.xml" for number in (1, 2, 3)]
    assert set(made) == {"sitemap.xml", *parts}
    assert _locations(made["sitemap.xml"]) == [f"https://muster.invalid/{part}" for part in parts]
    assert [loc for part in parts for loc in _locations(made[part])] == [f"https://muster.invalid/{p}" for p in paths]
