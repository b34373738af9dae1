# A preview at work on a site that the test changes.
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kek_build.preview import PreviewServer, Session
from tests.preview.sources import Listener, Site


@pytest.fixture
def source() -> Site:
    return Site()


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def session(source: Site, listener: Listener, tmp_path: Path) -> Iterator[Session]:
    """A preview that has not begun, and builds as soon as nothing changes."""
    session = Session(source, tmp_path, listener, idle=0.0)
    yield session
    session.close()


@pytest.fixture
def server(session: Session) -> Iterator[PreviewServer]:
    """A server for it, at a free port."""
    server = PreviewServer(session, 0)
    server.start()
    yield server
    server.close()
