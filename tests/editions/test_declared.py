# Which editions a configuration may name.
from __future__ import annotations

from kek_build.editions.declared import NOW, declared, wrong
from kek_build.site import FruehereFassung


def _edition(kennung: str, tag: str | None = None, ordner: str | None = None) -> FruehereFassung:
    return FruehereFassung(kennung=kennung, tag=tag, ordner=ordner)


def _keys(*given: FruehereFassung, taken: frozenset[str] = frozenset()) -> list[tuple[int, str]]:
    return [(one.place, one.key) for one in wrong(given, taken)]


def test_the_last_one_without_a_place_is_the_one_in_force() -> None:
    found = declared([_edition("2019", "a"), _edition("2026")])
    assert ([one.kennung for one in found.frozen], found.now) == (["2019"], "2026")


def test_without_it_the_one_in_force_has_no_name_of_its_own() -> None:
    assert declared([_edition("2019", "a")]).now == NOW
    assert declared([]).frozen == ()


def test_a_year_may_be_written_as_a_number() -> None:
    assert FruehereFassung.model_validate({"kennung": 2019, "tag": 2019}).kennung == "2019"


def test_right_editions_are_not_complained_of() -> None:
    assert _keys(_edition("2012", ordner="alt"), _edition("2019", "a"), _edition("2026")) == []


def test_the_same_name_twice_is_wrong() -> None:
    assert _keys(_edition("2019", "a"), _edition("2019", "b")) == [(1, "kennung")]


def test_the_same_edition_twice_is_wrong() -> None:
    assert _keys(_edition("2012", "a"), _edition("2019", "a")) == [(1, "tag")]
    assert _keys(_edition("2012", ordner="a"), _edition("2019", ordner="a")) == [(1, "ordner")]


def test_a_name_that_is_an_address_of_the_concept_is_wrong() -> None:
    assert _keys(_edition("massnahmen", "a"), taken=frozenset({"massnahmen"})) == [(0, "kennung")]


def test_a_name_that_cannot_be_an_address_is_wrong() -> None:
    assert _keys(_edition("Fassung 1", "a")) == [(0, "kennung")]


def test_only_the_last_of_several_may_lie_nowhere() -> None:
    assert _keys(_edition("2019"), _edition("2026", "a")) == [(0, "")]
    assert _keys(_edition("2026")) == [(0, "")]
