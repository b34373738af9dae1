# The others must get the same content, or the comparison is worth nothing.
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bench.concepts import generate
from bench.peers.content import write_content
from bench.peers.mkdocs import write_project
from bench.peers.things import Page, View
from kek_build.concept import Konzept, load
from kek_build.reading import concept_folders


@pytest.fixture(scope="module")
def konzept(tmp_path_factory: pytest.TempPathFactory) -> Konzept:
    folder = tmp_path_factory.mktemp("project")
    generate(folder, 12)
    (found,), _ = load(folder, concept_folders(folder / "content"))
    return found


def _linked(page: Page) -> set[str]:
    data = page.data
    facts = {item.get("to") for fact in data.get("facts", ()) for item in fact["items"]}
    groups = {item.get("to") for group in data.get("groups", ()) for item in group["items"]}
    answers = {to for quadrant in data.get("statements", ()) for one in quadrant["items"] for to in one["answers"]}
    return {*facts, *groups, *answers, *data.get("mentions", ())} - {None}


def test_every_thing_with_a_page_has_one_and_every_link_leads_to_one(konzept: Konzept) -> None:
    pages = {f"/{page.address}": page for page in View(konzept).pages()}
    measures = [page for page in pages.values() if page.data.get("kind") == "massnahme"]
    assert len(measures) == 12
    assert set().union(*map(_linked, pages.values())) <= pages.keys()


def test_references_in_texts_become_links(konzept: Konzept) -> None:
    assert View(konzept).text("Siehe [[1-1]] und [[I|das Feld]].") == (
        f"Siehe [1-1](/{konzept.slug}/massnahmen/1-1/) und [das Feld](/{konzept.slug}/handlungsfelder/i/)."
    )


def test_content_files_hold_what_the_page_says(konzept: Konzept, tmp_path: Path) -> None:
    count = write_content(tmp_path, [konzept], "_index")
    pages = list(View(konzept).pages())
    assert count == len(pages)
    for page in pages:
        text = (tmp_path / f"{page.address.rstrip('/')}.md").read_text(encoding="utf-8")
        head = yaml.safe_load(text.split("---\n")[1])
        assert head == {"title": page.title, "params": page.data}


def test_mkdocs_gets_every_page_with_links_from_file_to_file(konzept: Konzept, tmp_path: Path) -> None:
    write_project(tmp_path, [konzept], search=True)
    for page in View(konzept).pages():
        path = tmp_path / "docs" / page.address / "index.md"
        text = path.read_text(encoding="utf-8")
        assert page.title in text
        targets = [part.partition(")")[0] for part in text.split("](")[1:]]
        assert targets
        assert [target for target in targets if not (path.parent / target).resolve().is_file()] == []
