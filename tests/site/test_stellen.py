from __future__ import annotations

import pytest
from pydantic import ValidationError

from kek_build.site.stellen import Stelle


@pytest.mark.parametrize("number", ["03433 12345", "+49 351 564-10713", "0391/81803-0", "(0341) 123 45", "03433–12345"])
def test_a_telephone_number_as_people_write_it(number: str) -> None:
    if number.startswith("("):
        with pytest.raises(ValidationError):
            Stelle(name="Amt", telefon=number)
    else:
        assert Stelle(name="Amt", telefon=number).telefon == number


@pytest.mark.parametrize(
    "wrong",
    [
        {"telefon": "auf Anfrage"},
        {"telefon": "0341"},
        {"telefon": 34112345},
        {"mail": "post"},
        {"mail": "post@amt"},
        {"mail": "Amt <post@amt.de>"},
        {"web": "www.amt.de"},
        {"web": "http://www.amt.de"},
        {"web": "javascript:alert(1)"},
        {"name": ""},
        {"name": "Amt\nStraße"},
        {"fax": "0341 1"},
    ],
)
def test_what_leads_nowhere_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Stelle.model_validate({"name": "Amt", **wrong})
