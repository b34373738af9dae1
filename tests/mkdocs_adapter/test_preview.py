# A preview shows what a build would write, byte for byte: at the beginning, and after any change.
from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import yaml

from kek_build.assembly import Assembly
from kek_build.errors import ContentError, SetupError
from kek_build.mkdocs_adapter.build import build_site
from kek_build.mkdocs_adapter.frame import PageFrame
from kek_build.mkdocs_adapter.preview import PreviewSite, SiteView
from tests.example import CONTENT, PROJECT, Copy
from tests.mkdocs_adapter.conftest import configuration


def _shown(view: SiteView, paths: set[str]) -> dict[str, bytes | None]:
    return {path: view.page(path) for path in paths}


def _same_as_built(view: SiteView, site: Path) -> None:
    paths = list(view.assembly.planned)
    assert len(paths) > 40
    assert [path for path in paths if view.page(path) != (site / path / "index.html").read_bytes()] == []


def test_every_page_is_what_a_build_writes(tmp_path: Path, built: Path) -> None:
    _same_as_built(PreviewSite(configuration(tmp_path, CONTENT)).look(), built)


def _retitle_a_measure(copy: Copy) -> Path:
    copy.replace("massnahmen/2-1.yml", "Ein dichtes Busnetz", "Busse & <Bahnen>")
    return copy.folder / "massnahmen/2-1.yml"


def _rename_an_actor(copy: Copy) -> Path:
    copy.replace("akteure.yml", "name: Bürgerverein", "name: Verein der Bürger")
    return copy.folder / "akteure.yml"


def _retitle_a_page_of_the_menu(copy: Copy) -> Path:
    copy.replace("seiten/vorwort.md", "titel: Vorwort", "titel: Zuvor")
    return copy.folder / "seiten/vorwort.md"


def _add_a_measure(copy: Copy) -> Path:
    copy.write("massnahmen/2-9.yml", "nummer: 2-9\ntitel: Ganz neu\nkurz: Wie [[2-1]].\nhandlungsfeld: II\n")
    return copy.folder / "massnahmen/2-9.yml"


def _add_a_page_to_the_menu(copy: Copy) -> Path:
    copy.write("seiten/neu.md", "---\ntitel: Neu\nposition: 9\n---\nEin Text zu [[2-1]].\n")
    return copy.folder / "seiten/neu.md"


def _rename_the_county(copy: Copy) -> Path:
    copy.replace("konzept.yml", "name: Landkreis Muster\n", "name: Landkreis Beispiel\n")
    return copy.folder / "konzept.yml"


_CHANGES: tuple[Callable[[Copy], Path], ...] = (
    _retitle_a_measure,
    _rename_an_actor,
    _retitle_a_page_of_the_menu,
    _add_a_measure,
    _add_a_page_to_the_menu,
    _rename_the_county,
)


def test_after_every_change_it_shows_what_a_new_preview_shows_and_at_last_what_a_build_writes(
    copy: Copy, tmp_path: Path
) -> None:
    path = configuration(tmp_path, copy.content)
    site = PreviewSite(path)
    before = site.look()
    for change in _CHANGES:
        changed = change(copy)
        view, new = site.look({changed}), PreviewSite(path).look()
        paths = {"", "massnahmen/", "massnahmen/2-1/", "seiten/vorwort/", "seiten/neu/", "akteure/buergerverein/",
                 "massnahmen/2-9/", "handlungsfelder/ii/", "impressum/", "daten/", "aenderungen/"}  # fmt: skip
        assert _shown(view, paths) == _shown(new, paths)
        assert _shown(view, paths) != _shown(before, paths)
        before = view
    _same_as_built(view, build_site(path, documents=False))


def test_a_view_stays_what_it_was(copy: Copy, tmp_path: Path) -> None:
    site = PreviewSite(configuration(tmp_path, copy.content))
    first = site.look()
    seen = first.page("seiten/vorwort/")
    second = site.look({_retitle_a_page_of_the_menu(copy), _retitle_a_measure(copy)})
    assert b"Zuvor" in (second.page("seiten/vorwort/") or b"")
    assert first.page("seiten/vorwort/") == seen
    assert b"Ein dichtes Busnetz" in (first.page("massnahmen/2-1/") or b"")


def test_a_page_that_shows_nothing_of_a_change_is_not_made_again(
    copy: Copy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    plain = PageFrame.render

    def noted(frame: PageFrame, path: str, assembly: Assembly) -> bytes:
        made.append(path)
        return plain(frame, path, assembly)

    monkeypatch.setattr(PageFrame, "render", noted)
    site = PreviewSite(configuration(tmp_path, copy.content))
    paths = ("massnahmen/2-1/", "massnahmen/1-2/")
    for path in paths:
        site.look().page(path)
    assert made == list(paths)
    view = site.look({_retitle_a_measure(copy)})
    assert [view.page(path) is not None for path in paths] == [True, True]
    assert made == [*paths, "massnahmen/2-1/"]


def test_changes_while_pages_are_rendered_do_not_mix(copy: Copy, tmp_path: Path) -> None:
    site = PreviewSite(configuration(tmp_path, copy.content))
    paths = ("massnahmen/", "massnahmen/2-1/")
    with ThreadPoolExecutor(2) as browsers:
        seen = []
        old = "Ein dichtes Busnetz"
        for number in range(12):
            title = f"Fassung {number}."
            copy.replace("massnahmen/2-1.yml", f"titel: {old}", f"titel: {title}")
            old = title
            view = site.look({copy.folder / "massnahmen/2-1.yml"})
            seen += [(title, browsers.submit(view.page, path)) for path in paths]
    assert [title for title, page in seen if title.encode() not in (page.result() or b"")] == []


def test_a_page_that_is_gone_is_not_there(copy: Copy, tmp_path: Path) -> None:
    site = PreviewSite(configuration(tmp_path, copy.content))
    file = _add_a_measure(copy)
    assert site.look({file}).page("massnahmen/2-9/")
    file.unlink()
    assert site.look({file}).page("massnahmen/2-9/") is None


def test_what_is_wrong_is_told_and_mended(copy: Copy, tmp_path: Path) -> None:
    site = PreviewSite(configuration(tmp_path, copy.content))
    site.look()
    copy.replace("massnahmen/2-1.yml", "titel:", "titl:")
    with pytest.raises(ContentError) as caught:
        site.look({copy.folder / "massnahmen/2-1.yml"})
    assert caught.value.problems[0].excerpt == "titl: Ein dichtes Busnetz"
    copy.replace("massnahmen/2-1.yml", "titl:", "titel:")
    assert site.look({copy.folder / "massnahmen/2-1.yml"}).page("massnahmen/2-1/")


def test_a_wrong_configuration_is_told_until_it_is_mended(copy: Copy, tmp_path: Path) -> None:
    path = configuration(tmp_path, copy.content)
    site = PreviewSite(path)
    right = path.read_text(encoding="utf-8")
    path.write_text(right.replace("titel:", "titl:"), encoding="utf-8")
    with pytest.raises(SetupError, match="titel"):
        site.look({path})
    with pytest.raises(SetupError, match="titel"):
        site.look({_retitle_a_measure(copy)})
    path.write_text(right.replace("<Suchen>", "<Finden>"), encoding="utf-8")
    assert b"&lt;Finden&gt;" in (site.look({path}).page("impressum/") or b"")


def test_a_configuration_without_the_plugin_is_told(tmp_path: Path) -> None:
    path = configuration(tmp_path, CONTENT)
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(yaml.safe_dump({**data, "plugins": []}), encoding="utf-8")
    with pytest.raises(SetupError, match="fehlt das Plugin „kek“"):
        PreviewSite(path)


@pytest.fixture
def looks(tmp_path: Path) -> Path:
    """Templates of the test's own."""
    shutil.copytree(PROJECT / "docs_templates", tmp_path / "vorlagen")
    return tmp_path / "vorlagen"


def test_a_changed_style_sheet_script_or_frame_shows(copy: Copy, tmp_path: Path, looks: Path) -> None:
    path = configuration(tmp_path, copy.content)
    text = path.read_text(encoding="utf-8").replace(str(PROJECT / "docs_templates"), str(looks))
    path.write_text(text, encoding="utf-8")
    site = PreviewSite(path)
    assert looks in site.folders
    seen = [site.look()]
    pages = [seen[0].page("massnahmen/2-1/")]
    for name, addition in (
        ("assets/kek/start.css", "p { color: red }"),
        ("assets/kek/seite.js", "// neu"),
        ("theme/partials/footer.html", "<p>Neu</p>"),
    ):
        with (looks / name).open("a", encoding="utf-8") as file:
            file.write(addition)
        seen.append(site.look({looks / name}))
        pages.append(seen[-1].page("massnahmen/2-1/"))
    assert seen[0].looks != seen[1].looks != seen[2].looks == seen[3].looks
    assert pages[0] != pages[1] == pages[2] != pages[3]
    assert b"// neu" in (seen[2].file("kek/seite.js") or b"")


def test_what_only_a_build_makes_is_no_file_of_the_looks(tmp_path: Path) -> None:
    view = PreviewSite(configuration(tmp_path, CONTENT)).look()
    assert view.file("kek/seite.js")
    assert view.file("daten/musterkreis.json") is None
    assert view.page("2-1/") is None


def test_the_folder_of_the_server_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = configuration(tmp_path, CONTENT)
    assert PreviewSite(path).root == "/"
    monkeypatch.setenv("KEK_SITE_URL", "https://www.example.org/kek")
    assert PreviewSite(path).root == "/kek/"


def test_nothing_new_in_the_history_is_nothing_new(copy: Copy, tmp_path: Path) -> None:
    site = PreviewSite(configuration(tmp_path, copy.content))
    site.look()
    assert not site.catch_up()
