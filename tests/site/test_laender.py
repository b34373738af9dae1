from __future__ import annotations

import pytest

from kek_build.site import LandAngaben
from kek_build.site.laender import LAENDER
from kek_build.site.stellen import Stelle
from tests.example import OPTIONS

_BODIES = [body for land in LAENDER.values() for body in (land.durchsetzung, land.datenschutz) if body is not None]


def test_every_land_that_has_counties_is_there() -> None:
    assert len(LAENDER) == 13
    assert not {"Berlin", "Bremen", "Hamburg"} & LAENDER.keys()


@pytest.mark.parametrize("body", _BODIES, ids=[body.name for body in _BODIES])
def test_a_body_can_be_reached(body: Stelle) -> None:
    assert body.mail or body.web
    assert len(body.anschrift) in {0, 2}


@pytest.mark.parametrize("land", ["Sachsen", "Sachsen-Anhalt"])
def test_the_laender_of_the_shipped_concepts_are_complete(land: str) -> None:
    found = LAENDER[land]
    assert found.recht
    assert found.frist
    for body in (found.durchsetzung, found.datenschutz):
        assert body is not None
        assert body.anschrift
        assert body.telefon
        assert body.mail
        assert body.web


@pytest.mark.parametrize("land", LAENDER)
def test_laws_are_named_with_their_article(land: str) -> None:
    assert all(law.startswith(("das ", "die ")) for law in LAENDER[land].recht)


def test_what_the_configuration_says_takes_precedence_and_the_rest_stays() -> None:
    own = LandAngaben(durchsetzungsstelle=Stelle(name="Neue Stelle"))
    land = OPTIONS.model_copy(update={"laender": {"Sachsen": own}}).land("Sachsen")
    assert land.durchsetzung == Stelle(name="Neue Stelle")
    assert not land.kostenlos
    assert land.recht == LAENDER["Sachsen"].recht
    assert land.datenschutz == LAENDER["Sachsen"].datenschutz


def test_of_an_unknown_land_nothing_is_said() -> None:
    land = OPTIONS.land("Nirgendland")
    assert (land.recht, land.durchsetzung, land.datenschutz) == ((), None, None)
