# A county that starts its own has something that runs at once.
from __future__ import annotations

from pathlib import Path

import pytest

from kek_build.concept import Konzept, link
from kek_build.concept.entries import KINDS
from kek_build.editing.tidying import untidy
from kek_build.errors import SetupError
from kek_build.reading import read_concept
from kek_build.starting.county import County, add_county, start_project

_COUNTY = County("Landkreis Süd-Grünau", "Sachsen", "Kreisentwicklungskonzept 2035", "2026")


def _konzept(root: Path) -> Konzept:
    konzept = link(read_concept(root / "content" / "sued-gruenau", root))
    assert isinstance(konzept, Konzept), konzept
    return konzept


def test_a_project_holds_a_right_example_of_every_kind_in_its_layout(tmp_path: Path) -> None:
    root = tmp_path / "projekt"
    start_project(_COUNTY, root)
    konzept = _konzept(root)
    assert {entry.kind for entry in konzept.entries.values()} == set(KINDS)
    assert konzept.former.tombstones
    assert [str(file.name) for file in untidy([root / "content"], root)] == []
    assert [path.name for path in tmp_path.iterdir()] == ["projekt"]


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "da").write_text("x", encoding="utf-8")
    with pytest.raises(SetupError, match="nicht leer"):
        start_project(_COUNTY, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["da"]


def test_a_county_joins_a_project_once(tmp_path: Path) -> None:
    start_project(County("Landkreis Muster", "Hessen", "Konzept", "2026"), tmp_path / "projekt")
    root = tmp_path / "projekt"
    site = add_county(_COUNTY, root)
    assert (root / site).read_text(encoding="utf-8").count("sued-gruenau") == 2
    _konzept(root)
    with pytest.raises(SetupError, match="gibt es schon"):
        add_county(_COUNTY, root)


@pytest.mark.parametrize(
    ("name", "short", "slug"),
    [("Landkreis Börde", "Börde", "boerde"), ("Kreis Unna", "Unna", "unna"), ("Saalekreis", "Saale", "saale")],
)
def test_the_folder_is_named_after_the_county(name: str, short: str, slug: str) -> None:
    county = County(name, "Hessen", "Konzept", "2026")
    assert (county.short, county.slug) == (short, slug)
    assert county.with_article == f"der {name}"
