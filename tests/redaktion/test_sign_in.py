# Signing in at a GitLab of one's own: a window opens, the forge sends it back with a code, and the form gets a token.
# The headers of the folder must let the two windows speak with each other; what a forge would say is told here.
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Route

from kek_build import headers
from kek_build.concept import Konzept
from kek_build.outputs import write
from kek_build.redaktion import FOLDER, Edited, outputs, policy
from kek_build.site import Redaktion
from tests.redaktion.conftest import BUNDLE
from tests.shipped.server import serve

_FORGE = "https://git.muster.invalid"
_REDAKTION = Redaktion(art="gitlab", repo="kreis/kek", adresse=_FORGE, anwendung="kennung-der-anwendung")
_EDITED = Edited("Konzept", "http://localhost/", PurePosixPath("content"))
_OPEN = {"access-control-allow-origin": "*", "access-control-allow-headers": "*"}


@pytest.fixture
def address(musterkreis: Konzept, tmp_path: Path) -> Iterator[str]:
    """A site that has nothing but the form, with the headers of a whole one."""
    write(outputs(_REDAKTION, _EDITED, [musterkreis], BUNDLE), tmp_path)
    headers.write(tmp_path, "default-src 'none'", [""], own=headers.Own(FOLDER, policy(_REDAKTION)))
    with serve(tmp_path) as address:
        yield address.replace("127.0.0.1", "localhost")


def test_one_signs_in_through_the_window_of_the_forge(browser: Browser, address: str) -> None:
    asked: list[tuple[str, str | None]] = []

    def answer(route: Route) -> None:
        request = route.request
        where = urlsplit(request.url)
        if request.method == "OPTIONS":
            route.fulfill(status=204, headers=_OPEN)
            return
        asked.append((where.path, request.headers.get("authorization")))
        if where.path == "/oauth/authorize":
            query = {key: values[0] for key, values in parse_qs(where.query).items()}
            assert (query["client_id"], query["code_challenge_method"]) == ("kennung-der-anwendung", "S256")
            back = f"{query['redirect_uri']}?{urlencode({'code': 'c0de', 'state': query['state']})}"
            route.fulfill(status=302, headers={"location": back})
        elif where.path == "/oauth/token":
            route.fulfill(status=200, headers=_OPEN, json={"access_token": "gegeben", "refresh_token": "neu"})
        elif where.path == "/api/v4/user":
            route.fulfill(status=200, headers=_OPEN, json={"id": 1, "username": "klara", "name": "Klara Muster"})
        else:
            route.fulfill(status=404, headers=_OPEN, json={})

    context = browser.new_context(locale="de-DE")
    context.set_default_timeout(20_000)
    context.route(f"{_FORGE}/**", answer)
    page = context.new_page()
    page.goto(f"{address}redaktion/")
    with page.expect_response(f"{_FORGE}/api/v4/user"), page.expect_popup():
        page.get_by_role("button", name=re.compile("Mit .?GitLab.? anmelden")).click()
    context.close()
    assert ("/oauth/token", None) in asked
    assert ("/api/v4/user", "Bearer gegeben") in asked
