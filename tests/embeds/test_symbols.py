from __future__ import annotations

import segno
from hypothesis import example, given
from hypothesis import strategies as st

from kek_build.embeds.symbols import Symbol, symbol

_SIGNS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$&'()*+,;=%"
"""What an address may hold (RFC 3986)."""


def _made(address: str) -> Symbol:
    """The symbol of an address as the library makes it."""
    rows = segno.make_qr(address, error="m", boost_error=False, mask=3).matrix
    return len(rows), int("".join(str(module) for row in rows for module in row), 2)


@given(st.text(_SIGNS, min_size=1, max_size=90))
@example("https://kek.example.org/")
@example("HTTPS://KEK.EXAMPLE.ORG/")
@example("12345")
@example("https://kek.example.org/münchen/")
@example("a")
@example("https://kek.example.org/" + "-".join(["lang"] * 60))
def test_the_symbol_of_any_address_is_the_one_that_the_library_makes(address: str) -> None:
    assert symbol(address) == _made(address)
