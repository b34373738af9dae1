from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.errors import SetupError
from kek_build.outputs import Output
from kek_build.updating import View, files_in, finish, list_files, update

_NAMES = st.sampled_from(["index.html", "a/index.html", "a/b/index.html", "a/b/daten.json", "c/index.html", "d.txt"])
_SITES = st.dictionaries(_NAMES, st.sampled_from([b"eins", b"zwei", b"drei!"]))


def _lay(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _read(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in files_in(folder)}


@given(old=_SITES, new=_SITES, stays=st.sets(_NAMES), stop=st.none() | st.integers(0, 6))
def test_a_site_is_brought_up_to_date_also_when_it_is_stopped_and_goes_on(
    tmp_path_factory: pytest.TempPathFactory,
    old: dict[str, bytes],
    new: dict[str, bytes],
    stays: set[str],
    stop: int | None,
) -> None:
    folder = tmp_path_factory.mktemp("stand")
    site = _lay(folder / "site", old)
    kept = frozenset(stays & old.keys() - new.keys())
    _lay(folder / "aside" / "neu", new)
    done = 0
    plain = Path.replace

    def stopped(path: Path, target: Path) -> Path:
        nonlocal done
        if done == stop:
            raise KeyboardInterrupt
        done += 1
        return plain(path, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", stopped)
        try:
            assert update(folder / "aside", site, kept) == list_files(site)
        except KeyboardInterrupt:
            patch.undo()
            finish(site)
    assert _read(site) == {**{name: old[name] for name in kept}, **new}
    assert sorted(path.name for path in folder.iterdir()) == ["site"]


def test_files_that_are_the_same_are_not_touched(tmp_path: Path) -> None:
    site = _lay(tmp_path / "site", {"index.html": b"gleich", "a/index.html": b"alt"})
    before = (site / "index.html").stat().st_mtime_ns
    _lay(tmp_path / "aside/neu", {"index.html": b"gleich", "a/index.html": b"neu"})
    update(tmp_path / "aside", site, frozenset())
    assert (site / "index.html").stat().st_mtime_ns == before
    assert (site / "a/index.html").read_bytes() == b"neu"


def test_a_folder_in_which_nothing_is_left_goes(tmp_path: Path) -> None:
    site = _lay(tmp_path / "site", {"a/b/index.html": b"x", "index.html": b"y"})
    _lay(tmp_path / "aside/neu", {})
    update(tmp_path / "aside", site, frozenset({"index.html"}))
    assert [path.name for path in site.iterdir()] == ["index.html"]


def test_there_is_nothing_to_go_on_with_where_nothing_was_stopped(tmp_path: Path) -> None:
    site = _lay(tmp_path / "site", {"index.html": b"x"})
    finish(site)
    assert _read(site) == {"index.html": b"x"}


def test_a_view_finds_new_files_and_those_that_stay(tmp_path: Path) -> None:
    old = _lay(tmp_path / "alt", {"a.txt": b"alt", "b.txt": b"alt", "c.txt": b"alt"})
    view = View(_lay(tmp_path / "neu", {"a.txt": b"neu"}), old, {"b.txt"})
    assert view.files() == {"a.txt", "b.txt"}
    assert [view.find(name).read_bytes() for name in ("a.txt", "b.txt")] == [b"neu", b"alt"]


def test_a_file_that_is_made_the_same_again_stays(tmp_path: Path) -> None:
    view = View(tmp_path / "neu", _lay(tmp_path / "alt", {"a.txt": b"gleich", "b.txt": b"alt"}))
    made = [Output("a.txt", b"gleich"), Output("b.txt", b"neu"), Output("c.txt", b"dazu")]
    assert [output.path for output in view.fresh(made)] == ["b.txt", "c.txt"]
    assert view.stays == {"a.txt"}


def test_a_file_whose_name_tells_what_it_holds_stays_where_it_is(tmp_path: Path) -> None:
    view = View(tmp_path / "neu", _lay(tmp_path / "alt", {"a-123.txt": b""}))
    assert (view.keep("a-123.txt"), view.keep("a-124.txt")) == (True, False)
    assert view.stays == {"a-123.txt"}
    assert not View(tmp_path / "neu").keep("a-123.txt")


def test_two_files_of_one_name_are_a_mistake_also_when_one_of_them_stays(tmp_path: Path) -> None:
    site = _lay(tmp_path / "site", {"a.txt": b"alt"})
    view = View(_lay(tmp_path / "aside/neu", {}), site, {"a.txt"})
    with pytest.raises(SetupError, match=r"Zwei Dateien der Website heißen „a.txt“\."):
        list(view.fresh([Output("a.txt", b"neu")]))
    _lay(tmp_path / "aside/neu", {"a.txt": b"neu"})
    with pytest.raises(SetupError, match=r"Zwei Dateien der Website heißen „a.txt“\."):
        update(tmp_path / "aside", site, view.stays)
    assert _read(site) == {"a.txt": b"alt"}
