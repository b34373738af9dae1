from __future__ import annotations

from pathlib import Path

from kek_build.links import Gathered, broken_links
from kek_build.outputs import Output, write

_FILES = [
    Output("index.html", b'<a href="orte/">Orte</a>'),
    Output("orte/index.html", b'<h1 id="x">x</h1><a href="../nirgends/">x</a>'),
    Output("orte/daten.json", b'{"a": "<a href=x>"}'),
]


def test_files_pass_as_they_are() -> None:
    assert list(Gathered().passing(_FILES)) == _FILES


def test_pages_are_looked_at_when_they_pass() -> None:
    gathered = Gathered()
    assert gathered.pages == {}
    list(gathered.passing(_FILES))
    assert gathered.pages.keys() == {"index.html", "orte/index.html"}
    assert gathered.pages["orte/index.html"].has("x")


def test_what_was_gathered_is_followed_and_what_was_not_is_read(tmp_path: Path) -> None:
    gathered = Gathered()
    write(gathered.passing(_FILES), tmp_path)
    write([Output("seite/index.html", b"<a href='../orte/#y'>x</a><a href=../orte/#x>x</a>")], tmp_path)
    assert [(broken.page, broken.link) for broken in broken_links(tmp_path, gathered=gathered)] == [
        ("orte/index.html", "../nirgends/"),
        ("seite/index.html", "../orte/#y"),
    ]
