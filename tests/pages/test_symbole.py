# The icons: one for every subject that an editor may name, all of one family.
from __future__ import annotations

import re
from typing import get_args

import pytest
from jinja2 import UndefinedError

from kek_build.models.ziele import Symbol
from kek_build.pages.templates import environment
from tests.example import Copy

_MODULE = environment().get_template("parts/symbole.html.j2").module
_SHAPES: dict[str, str] = vars(_MODULE)["shapes"]


def _symbol(name: str) -> str:
    return str(vars(_MODULE)["symbol"](name))


def test_every_subject_that_an_editor_may_name_is_drawn() -> None:
    assert set(get_args(Symbol)) <= set(_SHAPES)


@pytest.mark.parametrize("name", _SHAPES)
def test_an_icon_is_hidden_from_those_who_listen_and_takes_the_colour_of_the_text(name: str) -> None:
    icon = _symbol(name)
    assert 'aria-hidden="true"' in icon
    assert 'stroke="currentColor"' in icon
    assert icon.count("<path") == 1
    assert "style=" not in icon


@pytest.mark.parametrize("name", _SHAPES)
def test_every_line_of_an_icon_begins_inside_its_square(name: str) -> None:
    starts = re.findall(r"M([\d.]+)[ ,]([\d.]+)", _SHAPES[name])
    assert starts
    assert all(1 <= float(number) <= 23 for start in starts for number in start)


def test_an_icon_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        _symbol("einhorn")


def test_a_field_with_an_unknown_icon_is_told_which_there_are(copy: Copy) -> None:
    copy.replace("handlungsfelder/II.yml", "nummer: II\n", "nummer: II\nsymbol: umwellt\n")
    problem = copy.only_problem()
    assert problem.line == copy.line("handlungsfelder/II.yml", "symbol: umwellt")
    assert problem.message == "„symbol“: „umwellt“ ist nicht erlaubt."
    assert problem.expected == ", ".join(get_args(Symbol))
    assert problem.suggestion == "umwelt"
