# The content of a site put together, once and again.
from __future__ import annotations

import pytest

from kek_build import contract, data
from kek_build.assembly import Assembler
from kek_build.concept import Konzept
from kek_build.errors import ContentError
from kek_build.history import UNKNOWN
from kek_build.pages.build import pages, workshops
from kek_build.pages.draft import Draft
from kek_build.site import Site
from tests.example import OPTIONS, Copy


@pytest.fixture
def assembler(copy: Copy, monkeypatch: pytest.MonkeyPatch) -> Assembler:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(copy.root))
    return Assembler(Site(copy.root, copy.content, OPTIONS))


def test_its_pages_are_those_of_a_build(assembler: Assembler, musterkreis: Konzept) -> None:
    shops = workshops([musterkreis], OPTIONS, history=assembler.read_history())
    held = data.build(shops, OPTIONS)
    written = [*pages(shops, OPTIONS), *data.pages(held, OPTIONS)]
    expected = contract.keep_anchors(shops, data.described(written, held, OPTIONS))
    assert assembler.assemble().pages() == expected


def test_only_the_page_that_is_asked_for_is_written(assembler: Assembler, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    finish = Draft.finish

    def counting(draft: Draft, *args: object, **view: object) -> object:
        written.append(draft.path)
        return finish(draft, *args, **view)  # type: ignore[arg-type]

    monkeypatch.setattr(Draft, "finish", counting)
    assembly = assembler.assemble()
    first = assembly.page("massnahmen/1-2/")
    assert assembly.page("massnahmen/1-2/") is first
    assert written == ["massnahmen/1-2/"]


def test_what_did_not_change_is_kept(assembler: Assembler, copy: Copy) -> None:
    first = assembler.assemble()
    assert assembler.assemble().shops == first.shops
    assert assembler.assemble().shops[0] is first.shops[0]
    copy.replace("massnahmen/2-1.yml", "Ein dichtes Busnetz", "Busse")
    changed = assembler.assemble()
    assert changed.shops[0] is not first.shops[0]
    assert "Busse" in changed.page("massnahmen/2-1/").title
    assert "Busse" not in first.page("massnahmen/2-1/").title


def test_all_problems_come_together(assembler: Assembler, copy: Copy) -> None:
    copy.replace("massnahmen/2-1.yml", "titel:", "titl:")
    (copy.content / "synonyme.yml").write_text("- woerter: [Bus]\n", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        assembler.assemble()
    assert {problem.file.name for problem in caught.value.problems} == {"2-1.yml", "synonyme.yml"}


def test_before_anything_is_read_nothing_is_known_of_changes(assembler: Assembler) -> None:
    assert assembler.history is UNKNOWN
    assembler.assemble()
    assert assembler.history is not UNKNOWN
