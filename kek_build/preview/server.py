# Serves a preview to the browsers of this machine: pages as they are now, everything else from the last whole build,
# and a stream that says when the page somebody looks at is another one. Nothing of it is ever published.
from __future__ import annotations

import hashlib
import json
import mimetypes
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from kek_build.headers import TYPES
from kek_build.pages.templates import TEMPLATES
from kek_build.preview.session import Session
from kek_build.preview.state import State
from kek_build.preview.telling import PREFIX, note, own_page, trouble_html

_OWN = {"vorschau.js": "text/javascript; charset=utf-8", "vorschau.css": "text/css; charset=utf-8"}
_PATIENCE = 120.0
"""Seconds that a request waits for the first whole build."""
_BEAT = 10.0
"""Seconds after which the stream says that it is still there."""
_HOSTS = {"127.0.0.1", "localhost", "[::1]"}
"""Names of this machine for itself. A page of somebody else could reach the preview under a name of its own."""
_HTML = "text/html; charset=utf-8"
_TYPES = {f".{end}": kind for kind, ends in TYPES.items() for end in ends} | {
    ".html": _HTML, ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
}  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """What is sent for an address."""

    status: HTTPStatus
    content: bytes
    type: str
    location: str | None = None


class PreviewServer(ThreadingHTTPServer):
    """The server of a preview."""

    daemon_threads = True
    # A port that another program has must not be shared with it.
    allow_reuse_port = False

    def __init__(self, session: Session, port: int) -> None:
        """Take a port.

        Args:
            session: the preview.
            port: where; 0 takes a free one.

        Raises:
            OSError: the port is taken.
        """
        self.session = session
        super().__init__(("127.0.0.1", port), _Handler)
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)

    @property
    def address(self) -> str:
        """Where the site is: `http://127.0.0.1:8000/`."""
        return f"http://127.0.0.1:{self.server_port}{self.session.source.root}"

    def start(self) -> None:
        """Serve, in a thread of its own."""
        self._thread.start()

    def close(self) -> None:
        """Serve no longer."""
        if self._thread.is_alive():
            self.shutdown()
            self._thread.join()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that closes a page breaks off what it no longer needs."""

    def answer(self, path: str, state: State) -> Answer:
        """What an address of the site holds.

        Args:
            path: the address without what stands behind a question mark, still encoded.
            state: the preview at the moment of asking.
        """
        root = self.session.source.root
        if not path.startswith(root):
            return Answer(HTTPStatus.FOUND, b"", _HTML, root)
        if state.view is None:
            return Answer(HTTPStatus.SERVICE_UNAVAILABLE, own_page("warten").encode(), _HTML)
        inner = unquote(path.removeprefix(root)).removesuffix("index.html")
        try:
            if (page := state.view.page(inner)) is not None:
                return Answer(HTTPStatus.OK, page, _HTML)
            if inner and not inner.endswith("/") and state.view.page(f"{inner}/") is not None:
                return Answer(HTTPStatus.FOUND, b"", _HTML, f"{path}/")
            if (content := state.view.file(inner)) is not None:
                return Answer(HTTPStatus.OK, content, _type(inner))
        except Exception as error:  # noqa: BLE001  (a template that somebody works on can raise anything)
            self.session.failed(inner, error)
            told = f"{type(error).__name__}: {error}"
            return Answer(
                HTTPStatus.INTERNAL_SERVER_ERROR, own_page("fehlschlag", path=inner, error=told).encode(), _HTML
            )
        return self._built(inner, path)

    def _built(self, inner: str, path: str) -> Answer:
        """What the last whole build has at an address."""
        built = self.session.wait_for_build(_PATIENCE).built
        if built is None:
            return Answer(HTTPStatus.SERVICE_UNAVAILABLE, own_page("spaeter").encode(), _HTML)
        try:
            file = (built / inner).resolve()
            if not file.is_relative_to(built.resolve()):
                return Answer(HTTPStatus.NOT_FOUND, b"", _HTML)
            if file.is_dir() and inner and not inner.endswith("/"):
                return Answer(HTTPStatus.FOUND, b"", _HTML, f"{path}/")
            if file.is_dir():
                file /= "index.html"
            return Answer(HTTPStatus.OK, file.read_bytes(), _type(file.name))
        except (OSError, ValueError):  # a name that no file can have
            return Answer(HTTPStatus.NOT_FOUND, _read(built / "404.html"), _HTML)

    def stand(self, path: str, state: State) -> str:
        """What tells one content of an address from another."""
        answer = self.answer(path, state)
        if answer.status is HTTPStatus.INTERNAL_SERVER_ERROR:
            # What an error says may differ each time, and a page that differs each time would load without end.
            return f"fehlschlag-{state.number}"
        # Scripts keep their name when they change, so a page is another one when they are.
        looks = state.view.looks if state.view else ""
        return hashlib.sha256(b"\0".join((looks.encode(), str(answer.status).encode(), answer.content))).hexdigest()[
            :16
        ]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: PreviewServer

    def do_GET(self) -> None:
        host = self.headers.get("Host", "").rpartition(":")
        if (host[0] or host[2]) not in _HOSTS:
            self._send(Answer(HTTPStatus.FORBIDDEN, b"", "text/plain"))
            return
        parts = urlsplit(self.path)
        name = parts.path.removeprefix(PREFIX)
        if not parts.path.startswith(PREFIX):
            self._page(parts.path)
        elif name in _OWN:
            self._send(Answer(HTTPStatus.OK, _read(TEMPLATES / "vorschau" / name), _OWN[name]))
        elif name == "ereignisse":
            self._stream(parse_qs(parts.query))
        else:
            self._send(Answer(HTTPStatus.NOT_FOUND, b"", "text/plain"))

    def do_HEAD(self) -> None:
        self.do_GET()

    def _page(self, path: str) -> None:
        state = self.server.session.state
        answer = self.server.answer(path, state)
        if answer.type == _HTML and answer.content:
            stand = self.server.stand(path, state)
            answer = Answer(answer.status, with_script(answer.content, stand), answer.type)
        self._send(answer)

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        if answer.location:
            self.send_header("Location", answer.location)
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(answer.content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.content)

    def _stream(self, asked: dict[str, list[str]]) -> None:
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        for event in self._events(asked.get("seite", ["/"])[0], asked.get("stand", [""])[0]):
            self.wfile.write(event)
            self.wfile.flush()

    def _events(self, path: str, stand: str) -> Iterator[bytes]:
        session = self.server.session
        number = -1
        while True:
            state = session.wait(number, _BEAT)
            if session.closed:
                return
            if state.number == number:
                yield b": noch da\n\n"
                continue
            number = state.number
            if self.server.stand(path, state) != stand:
                yield b"event: neu\ndata:\n\n"
                return
            told = json.dumps({"fehler": trouble_html(state), "hinweis": note(state)}, ensure_ascii=False)
            yield f"event: lage\ndata: {told}\n\n".encode()

    def log_message(self, *_: object) -> None:
        """The terminal tells what changes, not who asks."""


def with_script(page: bytes, stand: str) -> bytes:
    """A page with the script that follows it, and with nothing else changed."""
    tag = f'<script src="{PREFIX}vorschau.js" data-stand="{stand}" defer></script>'.encode()
    before, body, after = page.rpartition(b"</body>")
    return before + tag + body + after if body else page


def _type(name: str) -> str:
    return _TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
