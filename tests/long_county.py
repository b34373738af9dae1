# A county with long lists, generated: its site as far as a test looks at it, without search, pictures and most pages.
from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from bench.concepts.project import generate
from kek_build import headers
from kek_build.assembly import Assembly
from kek_build.mkdocs_adapter.build import read_configuration
from kek_build.mkdocs_adapter.preview import PreviewSite
from kek_build.pages import registers


def county(folder: Path, measures: int) -> tuple[PreviewSite, Assembly]:
    """Generate a county and put its site together.

    Args:
        folder: where its project goes.
        measures: how many measures its concept has.
    """
    generate(folder, measures)
    site = PreviewSite(folder / "mkdocs.yml")
    return site, site.look().assembly


def write(site: PreviewSite, paths: Collection[str], target: Path) -> None:
    """Write some pages of a site as a build would, with what they look like and all files of its registers.

    Args:
        site: the site.
        paths: the pages.
        target: where they go.
    """
    view = site.look()
    for path in paths:
        _put(target / path / "index.html", view.page(path) or b"")
    for name in view.files:
        _put(target / name, view.file(name) or b"")
    for shop in view.assembly.shops:
        for output in registers.outputs(shop):
            _put(target / output.path, output.content)
    headers.write(target, read_configuration(site.files[0]).extra["csp"], paths)


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
