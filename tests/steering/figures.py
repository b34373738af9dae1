# Indicators for tests, from a few words: `at("2021", "30")` is a value of 2021.
from __future__ import annotations

from typing import Any

from kek_build.models import Kennzahl


def at(when: str | None, number: str, **more: str) -> dict[str, str]:
    """A value, a target or a baseline."""
    return {**({"zeit": when} if when else {}), "wert": number, **more}


def indicator(**said: Any) -> Kennzahl:
    """An indicator in kilometres."""
    return Kennzahl.model_validate({"kennung": "netz", "titel": "Netz", "einheit": "km", **said})
