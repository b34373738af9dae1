# What the server of a preview answers.
from __future__ import annotations

import http.client
import json
import threading
from http.client import HTTPResponse
from pathlib import Path, PurePosixPath

import pytest

from kek_build.errors import ContentError, Problem
from kek_build.preview import PreviewServer, Session, What
from kek_build.preview.server import with_script
from kek_build.rules import Rule
from tests.preview.sources import BAD, SLOW, WAIT, Listener, Pages, Site, wait_until

FILE = frozenset({Path("massnahmen/1-2.yml")})
PROBLEM = Problem(
    PurePosixPath("content/muster/massnahmen/1-2.yml"), 3, 1, "Das ist <b>falsch</b>.", rule=Rule.UNKNOWN_KEY
)


def _get(server: PreviewServer, path: str, host: str | None = None, method: str = "GET") -> tuple[int, bytes, str]:
    """Status, content and where it leads."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=WAIT)
    connection.request(method, path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    found = answer.status, answer.read(), answer.headers.get("Location", "")
    connection.close()
    return found


class Stream:
    """What a browser hears of a page."""

    def __init__(self, server: PreviewServer, page: str, stand: str) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=WAIT)
        self._connection.request("GET", f"/_vorschau/ereignisse?seite={page}&stand={stand}")
        self._answer: HTTPResponse = self._connection.getresponse()

    def next(self) -> tuple[str, str]:
        """The name and the data of the next event."""
        name = self._answer.readline().decode().removeprefix("event: ").strip()
        data = self._answer.readline().decode().removeprefix("data:").strip()
        self._answer.readline()
        return name, data

    def state(self) -> dict[str, str]:
        """What is told of the preview next."""
        name, data = self.next()
        assert name == "lage"
        return dict(json.loads(data))


def _stand(server: PreviewServer, path: str) -> str:
    _, page, _ = _get(server, path)
    return page.decode().partition('data-stand="')[2].partition('"')[0]


def test_a_page_is_what_the_site_gives_and_a_script(server: PreviewServer, session: Session) -> None:
    session.start()
    status, page, _ = _get(server, "/seite/")
    before, _, after = page.partition(b"<script")
    assert status == 200
    assert before + after.partition(b"</script>")[2] == b"<html><body>Seite</body></html>"


def test_only_the_last_end_of_a_body_is_meant() -> None:
    page = with_script(b"<body><textarea>&lt;/body></textarea></body>\n</html>", "abc")
    assert page.endswith(b'data-stand="abc" defer></script></body>\n</html>')
    assert with_script(b"nur Text", "abc") == b"nur Text"


@pytest.mark.parametrize("path", ["/seite/index.html", "/seite/?q=a", "/index.html", "/"])
def test_a_page_has_its_usual_addresses(server: PreviewServer, session: Session, path: str) -> None:
    session.start()
    assert _get(server, path)[0] == 200


def test_an_address_without_its_slash_leads_to_the_page(server: PreviewServer, session: Session) -> None:
    session.start()
    status, _, location = _get(server, "/seite")
    assert (status, location) == (302, "/seite/")


def test_what_is_no_page_comes_from_the_looks_or_the_last_build(
    server: PreviewServer, session: Session, source: Site
) -> None:
    source.view = Pages({"": "Start"}, {"kek/stil.css": "p {}"})
    session.start()
    assert _get(server, "/kek/stil.css")[:2] == (200, b"p {}")
    assert _get(server, "/daten.json")[:2] == (200, b"1")


@pytest.mark.parametrize("path", ["/nichts/", "/../geheim", "/%2e%2e/geheim", "/..%2fgeheim", "//etc/passwd", "/%00"])
def test_what_is_not_there_is_not_found(server: PreviewServer, session: Session, tmp_path: Path, path: str) -> None:
    (tmp_path / "geheim").write_text("geheim")
    session.start()
    status, content, _ = _get(server, path)
    assert status in {302, 404}
    assert b"geheim" not in content


def test_a_site_in_a_folder_of_its_server_stands_there(server: PreviewServer, session: Session, source: Site) -> None:
    source.root = "/kek/"
    session.start()
    assert server.address.endswith("/kek/")
    assert _get(server, "/kek/seite/")[0] == 200
    assert _get(server, "/")[::2] == (302, "/kek/")


@pytest.mark.parametrize(("host", "status"), [("boese.example", 403), ("localhost", 200), ("localhost:8000", 200)])
def test_only_this_machine_is_answered(server: PreviewServer, session: Session, host: str, status: int) -> None:
    session.start()
    assert _get(server, "/", host)[0] == status


def test_a_program_that_asks_for_the_head_gets_no_more(server: PreviewServer, session: Session) -> None:
    session.start()
    assert _get(server, "/", method="HEAD")[:2] == (200, b"")


def test_before_anything_was_right_every_page_says_so(server: PreviewServer, session: Session, source: Site) -> None:
    source.error = ContentError([PROBLEM])
    session.start()
    status, page, _ = _get(server, "/seite/")
    assert status == 503
    assert b"Noch nichts zu zeigen" in page
    assert b"vorschau.js" in page


def test_a_page_that_cannot_be_written_says_why(server: PreviewServer, session: Session, source: Site) -> None:
    source.view = Pages({"": "Fehlschlag"})
    session.start()
    status, page, _ = _get(server, "/")
    assert status == 500
    assert b"ZeroDivisionError: durch null geteilt" in page


def test_a_page_that_fails_in_other_words_each_time_is_not_loaded_without_end(
    server: PreviewServer, session: Session, source: Site, listener: Listener
) -> None:
    source.view = Pages({"": "Fehlschlag"})
    session.start()
    listener.wait_for(What.BUILT)
    stream = Stream(server, "/", _stand(server, "/"))
    assert stream.next()[0] == "lage"
    source.view = Pages({"": "Gut"})
    session.changed(FILE)
    while (event := stream.next())[0] == "lage":
        pass
    assert event == ("neu", "")


def test_the_previews_own_files_are_there_and_no_others(server: PreviewServer) -> None:
    assert _get(server, "/_vorschau/vorschau.js")[0] == 200
    assert _get(server, "/_vorschau/vorschau.css")[0] == 200
    assert _get(server, "/_vorschau/fehler.html.j2")[0] == 404


def test_while_nothing_is_built_the_rest_says_so(
    server: PreviewServer, session: Session, source: Site, listener: Listener
) -> None:
    source.build = BAD
    session.start()
    listener.wait_for(What.UNBUILDABLE)
    status, page, _ = _get(server, "/karte/")
    assert status == 503
    assert b"Hier steht noch nichts" in page


# The stream


@pytest.fixture
def quiet(source: Site, session: Session) -> Session:
    """A preview whose build never ends, so that it tells nothing by itself."""
    source.build = SLOW
    session.start()
    return session


def test_a_page_that_is_another_one_is_told_to_load_again(server: PreviewServer, quiet: Session, source: Site) -> None:
    stream = Stream(server, "/seite/", _stand(server, "/seite/"))
    assert stream.state()["fehler"] == ""
    source.view = Pages({"seite/": "Neu"})
    quiet.changed(FILE)
    assert stream.next() == ("neu", "")


def test_a_page_that_stays_the_same_is_left_alone(server: PreviewServer, quiet: Session, source: Site) -> None:
    stream = Stream(server, "/seite/", _stand(server, "/seite/"))
    stream.state()
    source.view = Pages({"": "Neu", "seite/": "Seite"})
    quiet.changed(FILE)
    assert stream.next()[0] == "lage"


def test_other_looks_make_every_page_another_one(server: PreviewServer, quiet: Session, source: Site) -> None:
    stream = Stream(server, "/seite/", _stand(server, "/seite/"))
    stream.state()
    source.view = Pages(source.view.pages, looks="dunkel")
    quiet.changed(FILE)
    assert stream.next() == ("neu", "")


def test_a_browser_that_comes_back_learns_what_it_missed(server: PreviewServer, quiet: Session, source: Site) -> None:
    stand = _stand(server, "/seite/")
    source.view = Pages({"seite/": "Neu"})
    quiet.changed(FILE)
    wait_until(quiet, lambda state: state.view is source.view)
    assert Stream(server, "/seite/", stand).next() == ("neu", "")


def test_a_page_that_is_gone_is_told_too(
    server: PreviewServer, session: Session, source: Site, listener: Listener
) -> None:
    session.start()
    listener.wait_for(What.BUILT)
    stream = Stream(server, "/seite/", _stand(server, "/seite/"))
    stream.state()
    source.view = Pages({"": "Start"})
    session.changed(FILE)
    while (event := stream.next())[0] == "lage":
        pass
    assert event == ("neu", "")


def test_what_is_wrong_is_told_and_that_it_is_mended(server: PreviewServer, quiet: Session, source: Site) -> None:
    stream = Stream(server, "/seite/", _stand(server, "/seite/"))
    stream.state()
    source.error = ContentError([PROBLEM])
    quiet.changed(FILE)
    told = stream.state()["fehler"]
    assert "content/muster/massnahmen/1-2.yml:3:1" in told
    assert "&lt;b&gt;falsch&lt;/b&gt;" in told
    source.error = None
    quiet.changed(FILE)
    assert stream.state()["fehler"] == ""


def test_what_may_be_behind_is_told(server: PreviewServer, session: Session, listener: Listener) -> None:
    session.start()
    listener.wait_for(What.BUILT)
    assert Stream(server, "/seite/", _stand(server, "/seite/")).state()["hinweis"] == ""


def test_the_end_of_the_preview_ends_the_stream(server: PreviewServer, quiet: Session) -> None:
    stream = Stream(server, "/seite/", _stand(server, "/seite/"))
    stream.state()
    closing = threading.Thread(target=quiet.close)
    closing.start()
    assert stream.next() == ("", "")
    closing.join()
