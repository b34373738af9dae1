# A web server for the built site as a county would run one: the headers it brings along, gzip, and the page for
# unknown addresses. `python -m tests.shipped.server FOLDER PORT` runs it by hand.
from __future__ import annotations

import gzip
import io
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

from tests.static_host import headers_for, rules_of

PACKED = {".html", ".css", ".js", ".mjs", ".svg", ".json", ".xml", ".txt"}
"""What is sent with gzip; other files are packed already."""


@cache
def _packed(path: Path, _changed: int) -> bytes:
    """A file as it goes over the line."""
    return gzip.compress(path.read_bytes(), mtime=0)


class Handler(SimpleHTTPRequestHandler):
    """Files of a folder."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """The answer to a request, packed where the browser can unpack it."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        if not path.exists():
            return self._unknown()
        if path.suffix not in PACKED or "gzip" not in self.headers.get("Accept-Encoding", "") or path.is_dir():
            return super().send_head()
        return self._send(HTTPStatus.OK, path)

    def _send(self, status: HTTPStatus, path: Path) -> io.BytesIO:
        body = _packed(path, path.stat().st_mtime_ns)
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def _unknown(self) -> io.BytesIO | None:
        page = Path(self.directory) / "404.html"
        if page.is_file():
            return self._send(HTTPStatus.NOT_FOUND, page)
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def end_headers(self) -> None:
        """Add the headers that the site brings along."""
        path = self.path.partition("?")[0]
        for name, value in headers_for(path, rules_of(Path(self.directory))).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Stay quiet."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes a page breaks off what it no longer needs."""


@contextmanager
def serve(folder: Path, port: int = 0) -> Iterator[str]:
    """Serve a folder on loopback while the block runs.

    Args:
        folder: the built site.
        port: where; 0 takes a free one.

    Yields:
        The address, `http://127.0.0.1:…/`.
    """
    server = _Server(("127.0.0.1", port), partial(Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


if __name__ == "__main__":
    with serve(Path(sys.argv[1]), int(sys.argv[2])):
        threading.Event().wait()
