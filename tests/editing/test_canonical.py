# One layout for each file, whoever wrote it; nothing said in it changes, and no comment is lost.
from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import given, settings

from kek_build.editing.canonical import canonical
from kek_build.editing.comments import comments
from kek_build.editing.order import kind_of
from kek_build.editing.tidying import untidy
from kek_build.errors import ContentError
from kek_build.models.base import Model, written_order
from kek_build.reading.strict_yaml import Document, parse
from tests.editing.handwritten import files
from tests.example import PROJECT

MEASURE = PurePosixPath("content/muster/massnahmen/1-1.yml")
PLACES = PurePosixPath("content/muster/orte.yml")
FREE = PurePosixPath("frei.yml")


def _read(text: str) -> Document:
    document = parse(text, FREE)
    assert isinstance(document, Document)
    return document


@settings(max_examples=150)
@given(file=files())
def test_a_file_says_the_same_with_all_comments_and_stays_as_it_is_when_laid_out_again(file: tuple[Any, str]) -> None:
    data, text = file
    laid_out = canonical(text, FREE)
    assert _read(laid_out).data == data
    found = sorted(comment.text for comment in comments(text, _read(text).root))
    assert sorted(comment.text for comment in comments(laid_out, _read(laid_out).root)) == found
    assert canonical(laid_out, FREE) == laid_out


def _models(model: type[Model] = Model) -> list[type[Model]]:
    return [found for sub in model.__subclasses__() for found in (sub, *_models(sub))]


@pytest.mark.parametrize("model", _models(), ids=lambda model: model.__name__)
def test_the_order_of_the_keys_has_every_key_once(model: type[Model]) -> None:
    if "key_order" in vars(model) or not any("key_order" in vars(base) for base in model.__mro__):
        assert sorted(written_order(model)) == sorted(model.model_fields)


def test_the_shipped_content_is_laid_out() -> None:
    assert [str(file.name) for file in untidy([PROJECT / "content"], PROJECT)] == []


def test_keys_come_in_the_order_of_the_model_and_take_their_comments_along() -> None:
    text = "# Von der Redaktion.\n\n# Worum es geht\nkurz: b   # kurz\n# Die Nummer\nnummer:   '1-1'\n"
    assert canonical(text, MEASURE) == (
        "# Von der Redaktion.\n\n# Die Nummer\nnummer: 1-1\n# Worum es geht\nkurz: b  # kurz\n"
    )


def test_the_line_for_editors_stays_first() -> None:
    text = "# yaml-language-server: $schema=x.json\n# Kurz\nkurz: b\nnummer: 1-1\n"
    assert canonical(text, MEASURE).split("\n")[:2] == ["# yaml-language-server: $schema=x.json", "nummer: 1-1"]


def test_lists_are_indented_by_two_and_tables_in_brackets_get_lines() -> None:
    text = "punkte:\n- {text: a}   # eins\n- text:   b\n  # zu b\norte: [borna,   wurzen]\n"
    assert canonical(text, MEASURE) == (
        "punkte:\n  - text: a  # eins\n  - text: b\n    # zu b\norte: [borna, wurzen]\n"
    )


def test_long_text_is_folded_and_short_text_is_not() -> None:
    text = f"kurz: {'Wort ' * 40}Ende.\nbeschreibung: >-\n    Nur\n    kurz.\n"
    laid_out = canonical(text, MEASURE)
    assert max(map(len, laid_out.split("\n"))) <= 120
    assert laid_out.startswith("kurz: >-\n  Wort")
    assert "beschreibung: Nur kurz.\n" in laid_out


def test_quotes_stand_only_where_yaml_needs_them() -> None:
    text = 'titel: "Ein Titel"\nkurz: \'Kurz: gesagt\'\nphase: \'er sagt: "ja"\'\nstatus: "%"\n'
    assert canonical(text, MEASURE) == (
        'titel: Ein Titel\nkurz: "Kurz: gesagt"\nphase: \'er sagt: "ja"\'\nstatus: "%"\n'
    )


def test_entries_of_a_list_file_are_parted_by_one_blank_line() -> None:
    text = "- kennung: a\n- kennung: b\n\n\n\n# C\n- kennung: c\n"
    assert canonical(text, PLACES) == "- kennung: a\n\n- kennung: b\n\n# C\n- kennung: c\n"


def test_leichte_sprache_keeps_its_lines_and_blanks() -> None:
    text = "leicht: |\n    Das ist so.\n      - eins\n\n\n    Ende.\n"
    assert canonical(text, MEASURE) == "leicht: |\n  Das ist so.\n    - eins\n\n\n  Ende.\n"


def test_of_a_page_only_the_head_is_laid_out() -> None:
    text = "---\nposition:   1\ntitel: 'A'\n---\n\n\n*  Text   bleibt\n"
    name = PurePosixPath("content/muster/seiten/a.md")
    assert canonical(text, name) == "---\ntitel: A\nposition: 1\n---\n\n\n*  Text   bleibt\n"


def test_what_is_no_yaml_is_told_with_its_line_and_every_file(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "muster" / "massnahmen"
    folder.mkdir(parents=True)
    (folder / "1-1.yml").write_text("titel: a\n b: c\n", encoding="utf-8")
    (folder / "1-2.yml").write_text("titel: a\ntitel: c\n", encoding="utf-8")
    with pytest.raises(ContentError) as error:
        untidy([tmp_path / "content"], tmp_path)
    assert [(problem.file.name, problem.line) for problem in error.value.problems] == [("1-1.yml", 2), ("1-2.yml", 2)]


@pytest.mark.parametrize("name", ["adressen.txt", "massnahmen/1-1.yaml", "andere/1-1.yml", "seiten/a.yml"])
def test_other_files_are_none_of_the_content(name: str) -> None:
    assert kind_of(PurePosixPath("content/muster") / name) is None
