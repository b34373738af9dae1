# A concept's folder: every file finds its model, what does not belong is told, and all problems come together.
from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

import pytest

from kek_build.models import Akteur, Massnahme, Ort, Seite, Synonyme
from kek_build.reading import ConceptFiles, Loaded, Origin, concept_folders, read_common_synonyms, read_concept
from kek_build.reading.folder import FOLDERS, LISTS, SYNONYMS_FILE, split_page
from tests.reading.checks import assert_german, tell
from tests.reading.small_concept import FILES, MODELS, PAGE, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A concept with one file of each kind."""
    place = tmp_path / "content" / "muster"
    for name, text in FILES.items():
        write(place, name, text)
    return place


def read(folder: Path) -> ConceptFiles:
    files = read_concept(folder, folder.parents[1])
    assert_german(files.problems)
    return files


def told(folder: Path) -> list[tuple[str, int, int, str]]:
    """All problems: file inside the concept, line, column, message."""
    start = PurePosixPath("content/muster")
    return [(str(p.file.relative_to(start)), p.line, p.column, p.message) for p in read(folder).problems]


def test_every_file_finds_its_model_and_remembers_where_it_was_read(folder: Path) -> None:
    files = read(folder)
    assert not files.problems, tell(files.problems)
    assert files.konzept is not None
    assert files.konzept.name == "Landkreis Muster"
    assert {(item.origin.file, type(item.model)) for item in files.things} == {
        (PurePosixPath("content/muster") / name, model) for name, model in MODELS.items()
    }


def test_every_file_read_is_named_in_the_order_of_its_path(folder: Path) -> None:
    assert read(folder).names == sorted(PurePosixPath("content/muster") / name for name in FILES)


def test_the_concept_is_called_like_its_folder(folder: Path) -> None:
    assert read(folder).slug == "muster"


def test_the_entries_of_a_list_keep_their_order_and_know_their_place(folder: Path) -> None:
    places = [item for item in read(folder).things if isinstance(item.model, Ort)]
    assert [(item.model.kennung, item.origin.path) for item in places if isinstance(item.model, Ort)] == [
        ("b", (0,)),
        ("a", (1,)),
    ]


def test_values_that_yaml_would_change_come_through_as_written(folder: Path) -> None:
    things = [item.model for item in read(folder).things]
    assert [thing.nummer for thing in things if isinstance(thing, Massnahme)] == ["1.10"]
    assert [(thing.im_landkreis, thing.ags) for thing in things if isinstance(thing, Ort)] == [
        ("ja", "07131001"),
        ("nein", None),
    ]


def test_everyday_words_are_read_in_their_order(folder: Path) -> None:
    assert read(folder).synonyms == [
        Synonyme(woerter=("Bus", "ÖPNV")),
        Synonyme(woerter=("Rad", "Fahrrad"), richtung="hin"),
    ]


def test_a_page_is_named_after_its_file_and_has_its_text(folder: Path) -> None:
    (page,) = [item.model for item in read(folder).things if isinstance(item.model, Seite)]
    assert (page.kennung, page.titel, page.position, page.text) == ("vorwort", "Vorwort", "50", "Text.")


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_spoilt_file_is_told_and_all_others_are_still_read(folder: Path, name: str) -> None:
    whole = read(folder)
    write(folder, name, b"\xff")
    files = read(folder)
    assert {str(problem.file) for problem in files.problems} == {f"content/muster/{name}"}
    spoilt = PurePosixPath("content/muster") / name
    assert files.things == [item for item in whole.things if item.origin.file != spoilt]
    assert (files.konzept is None) == (name == "konzept.yml")
    assert (not files.synonyms) == (name == SYNONYMS_FILE)


def test_the_problems_of_all_files_come_together(folder: Path) -> None:
    for name in FILES:
        write(folder, name, "---\nfarbe: rot\nfarbe: blau\n---\nText\n")
    assert {file for file, *_ in told(folder)} == set(FILES)


@pytest.mark.parametrize("name", sorted(set(FILES) - {"seiten/vorwort.md"}))
@pytest.mark.parametrize("text", ["", "# nichts\n", "---\n"])
def test_an_empty_file_is_told(folder: Path, name: str, text: str) -> None:
    write(folder, name, text)
    assert told(folder) == [(name, 1, 0, "Die Datei ist leer.")]


def test_a_list_may_be_empty(folder: Path) -> None:
    for name in (*LISTS, SYNONYMS_FILE):
        write(folder, name, "[]\n")
    assert told(folder) == []


@pytest.mark.parametrize("name", [*sorted(LISTS), SYNONYMS_FILE])
def test_a_list_must_be_a_list(folder: Path, name: str) -> None:
    write(folder, name, "# Orte\nkennung: a\n")
    assert told(folder) == [(name, 1, 1, "Die Datei muss eine Liste sein.")]


@pytest.mark.parametrize("name", [f"{name}/x.yml" for name in FOLDERS] + ["konzept.yml"])
def test_a_thing_must_not_be_a_list(folder: Path, name: str) -> None:
    write(folder, name, "- a\n")
    assert told(folder) == [(name, 1, 1, "Hier fehlen die Schlüssel.")]


def test_wrong_entries_of_a_list_are_told_and_the_right_ones_read(folder: Path) -> None:
    write(folder, "akteure.yml", "- kennung: a\n  name: A\n- kennung: b\n  name: B\n  art: Amt\n-\n- c\n")
    assert told(folder) == [
        ("akteure.yml", 1, 3, "„art“ fehlt oder ist leer."),
        ("akteure.yml", 6, 2, "Hier fehlen die Schlüssel."),
        ("akteure.yml", 7, 3, "Hier fehlen die Schlüssel."),
    ]
    actors = [item for item in read(folder).things if isinstance(item.model, Akteur)]
    assert [item.origin.path for item in actors] == [(1,)]


@pytest.mark.parametrize(("name", "key"), [(f"{name}/anders.yml", folder.key) for name, folder in FOLDERS.items()])
def test_a_file_is_named_after_what_it_holds(folder: Path, name: str, key: str) -> None:
    (old,) = [old for old in FILES if old.startswith(name.split("/", maxsplit=1)[0])]
    (folder / old).rename(folder / name)
    (problem,) = read(folder).problems
    value = PurePosixPath(old).stem
    assert problem.message == f"„{key}“ ist „{value}“, die Datei heißt aber „anders.yml“."
    assert problem.expected == f"Dateiname „{value}.yml“ oder {key}: anders"
    assert (problem.line, problem.column) == (1, len(key) + 3)


def test_a_thing_in_a_wrongly_named_file_is_read_for_what_refers_to_it(folder: Path) -> None:
    (folder / "massnahmen/1.10.yml").rename(folder / "massnahmen/1.1.yml")
    assert Massnahme in {type(item.model) for item in read(folder).things}


def test_a_missing_concept_file_is_told(folder: Path) -> None:
    (folder / "konzept.yml").unlink()
    assert told(folder) == [("konzept.yml", 0, 0, "Die Datei fehlt.")]


def test_a_missing_concept_file_is_told_even_when_another_file_of_that_name_is_wrong(folder: Path) -> None:
    (folder / "konzept.yml").unlink()
    write(folder, "massnahmen/konzept.yml", b"\xff")
    assert {(file, line) for file, line, *_ in told(folder)} == {("konzept.yml", 0), ("massnahmen/konzept.yml", 1)}


def test_an_empty_folder_misses_its_concept_file_only(tmp_path: Path) -> None:
    (tmp_path / "content" / "muster").mkdir(parents=True)
    assert told(tmp_path / "content" / "muster") == [("konzept.yml", 0, 0, "Die Datei fehlt.")]


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("konzept.yaml", "konzept.yml"),
        ("Akteure.yml", "akteure.yml"),
        ("akteur.yml", "akteure.yml"),
        ("orte.md", "orte.yml"),
        ("massnahmen/1-1.yaml", "massnahmen/1-1.yml"),
        ("massnahmen/1-1.YML", "massnahmen/1-1.yml"),
        ("massnamen/1-1.yml", "massnahmen/1-1.yml"),
        ("Maßnahmen/1-1.yml", "massnahmen/1-1.yml"),
        ("seite/a.md", "seiten/a.md"),
        ("massnahmen/alt/1-1.yml", None),
        ("massnahmen/1-1.md", None),
        ("massnahmen/1-1", None),
        ("seiten/a.yml", None),
        ("bild.png", None),
        ("konzept.yml/konzept.yml", None),
    ],
)
def test_a_file_that_does_not_belong_is_told_with_what_was_meant(
    folder: Path, name: str, suggestion: str | None
) -> None:
    if name.startswith("konzept.yml/"):
        (folder / "konzept.yml").unlink()
    write(folder, name, b"\x89PNG\0")
    problem = read(folder).problems[0]
    assert problem.file == PurePosixPath("content/muster") / name
    assert (problem.line, problem.message) == (0, "Diese Datei gehört nicht zu einem Konzept.")
    assert problem.suggestion == suggestion
    assert problem.expected is not None
    assert "seiten/….md" in problem.expected


def test_a_file_in_place_of_a_folder_is_told(folder: Path) -> None:
    (folder / "swot" / "wohnen.yml").unlink()
    (folder / "swot").rmdir()
    write(folder, "swot", "kennung: a\n")
    assert told(folder) == [("swot", 0, 0, "Diese Datei gehört nicht zu einem Konzept.")]


def test_hidden_files_and_folders_are_left_alone(folder: Path) -> None:
    write(folder, ".DS_Store", b"\0")
    write(folder, ".git/HEAD", "x")
    write(folder, "massnahmen/.1-1.yml.swp", b"\xff")
    assert told(folder) == []


def test_an_empty_folder_is_no_problem_whatever_its_name(folder: Path) -> None:
    (folder / "massnahmen" / "2-1.yml").mkdir()
    (folder / "bilder").mkdir()
    assert told(folder) == []


def test_a_link_to_another_file_of_the_concept_is_followed(folder: Path) -> None:
    (folder / "orte.yml").rename(folder / "handlungsfelder" / ".orte")
    (folder / "orte.yml").symlink_to("handlungsfelder/.orte")
    assert told(folder) == []


@pytest.mark.parametrize(
    "name", ["orte.yml", "massnahmen/2-1.yml", "swot/geheim.yml", "seiten/a.md", "geheim.txt", "bilder"]
)
def test_a_link_out_of_the_concept_is_not_followed(folder: Path, name: str) -> None:
    secret = folder.parent / "anderes"
    secret.mkdir()
    (secret / "geheim.yml").write_text("geheim: ja\n", encoding="utf-8")
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(secret if name == "bilder" else secret / "geheim.yml")
    message = "Die Datei ist eine Verknüpfung, die aus dem Ordner „muster“ hinausführt."
    assert told(folder) == [(name, 0, 0, message)]


def test_folders_linked_in_a_circle_end(folder: Path) -> None:
    (folder / "seiten" / "mehr").symlink_to("..")
    (folder / "selbst").symlink_to("selbst")
    assert {(file, message) for file, _, _, message in told(folder)} == {
        ("seiten/mehr", "Das ist keine lesbare Datei."),
        ("selbst", "Das ist keine lesbare Datei."),
    }


def test_a_link_to_a_file_that_does_not_belong_is_told(folder: Path) -> None:
    (folder / "notizen.txt").symlink_to("konzept.yml")
    assert told(folder) == [("notizen.txt", 0, 0, "Diese Datei gehört nicht zu einem Konzept.")]


def test_a_concept_that_is_a_link_out_of_the_content_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "geheim"
    write(outside, "konzept.yml", "geheim: ja\n")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "muster").symlink_to(outside)
    files = read(tmp_path / "content" / "muster")
    message = "Der Ordner ist eine Verknüpfung, die aus „content“ hinausführt."
    assert [(str(p.file), p.message) for p in files.problems] == [("content/muster/konzept.yml", message)]
    assert files.names == []


def test_the_content_itself_may_be_a_link(folder: Path, tmp_path: Path) -> None:
    (folder.parent).rename(tmp_path / "anderswo")
    (tmp_path / "content").symlink_to("anderswo")
    assert told(folder) == []


def test_a_file_name_that_is_no_unicode_is_told_and_can_be_printed(folder: Path) -> None:
    for name, text in ((b"massnahmen/\xff.yml", FILES["massnahmen/1.10.yml"]), (b"seiten/\xff.md", PAGE)):
        try:
            Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(text, encoding="utf-8")
        except OSError:
            pytest.skip("this file system holds Unicode names only")
    found = read(folder).problems
    assert len(found) == 2
    assert "\\udcff" in tell(found).encode("utf-8", "backslashreplace").decode()


def test_concepts_are_the_visible_folders_in_order(tmp_path: Path) -> None:
    for name in ("muster", "anders", ".git"):
        (tmp_path / name).mkdir()
    (tmp_path / "README.md").write_text("x", encoding="utf-8")
    (tmp_path / "kreis").symlink_to("kreis")
    assert [path.name for path in concept_folders(tmp_path)] == ["anders", "muster"]


# Words that all concepts share


def test_without_a_file_there_are_no_common_words(folder: Path) -> None:
    assert read_common_synonyms(folder.parent, folder.parents[1]) == ((), [])


def test_common_words_are_read_from_the_content(folder: Path) -> None:
    write(folder.parent, "synonyme.yml", FILES["synonyme.yml"])
    groups, problems = read_common_synonyms(folder.parent, folder.parents[1])
    assert [group.woerter for group in groups] == [("Bus", "ÖPNV"), ("Rad", "Fahrrad")]
    assert not problems


@pytest.mark.parametrize(
    ("text", "line", "right"),
    [("\xff", 1, 0), ("woerter: [a, b]\n", 1, 0), ("- woerter: [a, b]\n- woerter: [c]\n", 2, 1), ("- a: [\n", 1, 0)],
)
def test_wrong_common_words_are_told(folder: Path, text: str, line: int, right: int) -> None:
    write(folder.parent, "synonyme.yml", text.encode("latin-1"))
    groups, problems = read_common_synonyms(folder.parent, folder.parents[1])
    assert [(str(problem.file), problem.line) for problem in problems] == [("content/synonyme.yml", line)]
    assert len(groups) == right
    assert_german(problems)


def test_common_words_are_not_read_through_a_link_out_of_the_content(folder: Path) -> None:
    (folder.parents[1] / "geheim.yml").write_text(FILES["synonyme.yml"], encoding="utf-8")
    (folder.parent / "synonyme.yml").symlink_to("../geheim.yml")
    groups, problems = read_common_synonyms(folder.parent, folder.parents[1])
    assert not groups
    assert [problem.line for problem in problems] == [0]


# Pages


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\na: b\n---\nText\n", ("a: b\n", "Text\n", 4)),
        ("---\na: b\nc: d\n---\n\nText", ("a: b\nc: d\n", "\nText", 5)),
        ("--- \na: b\n---\t\nText\n", ("a: b\n", "Text\n", 4)),
        ("---\na: b\n---", ("a: b\n", "", 4)),
        ("---\n---\nText", ("", "Text", 3)),
        ("---\na: b\n---\nText\n---\nMehr\n", ("a: b\n", "Text\n---\nMehr\n", 4)),
        ("---\na: |\n  ---\n---\nText", ("a: |\n  ---\n", "Text", 5)),
        ("Text\n", (None, "Text\n", 1)),
        ("---\na: b\n", (None, "---\na: b\n", 1)),
        ("\n---\na: b\n---\n", (None, "\n---\na: b\n---\n", 1)),
        ("----\na: b\n----\n", (None, "----\na: b\n----\n", 1)),
        ("", (None, "", 1)),
    ],
)
def test_a_page_is_split_into_head_and_text(text: str, parts: tuple[str | None, str, int]) -> None:
    assert split_page(text) == parts


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "Der Kopf der Seite fehlt."),
        ("# Text\n", 1, "Der Kopf der Seite fehlt."),
        ("titel: A\n---\nText\n", 1, "Der Kopf der Seite fehlt."),
        ("---\ntitel: A\n\nText\n", 1, "Der Kopf der Seite hat kein Ende."),
        ("---\n---\nText\n", 1, "Der Kopf der Seite ist leer."),
        ("---\n\n---\nText\n", 1, "Der Kopf der Seite ist leer."),
        ("---\ntitel: A\n---\n", 4, "Unter dem Kopf der Seite steht kein Text."),
        ("---\ntitel: A\n---\n \n\n", 4, "Unter dem Kopf der Seite steht kein Text."),
        ("---\nkurz: x\n---\nText\n", 2, "„titel“ fehlt oder ist leer."),
        ("---\ntitel: A\ntext: x\n---\nText\n", 3, "Den Schlüssel „text“ gibt es hier nicht."),
        ("---\ntitel: A\nkennung: x\n---\nText\n", 3, "Den Schlüssel „kennung“ gibt es hier nicht."),
        ("---\n- titel\n---\nText\n", 2, "Hier fehlen die Schlüssel."),
        ("---\ntitel: A\ntitel: B\n---\nText\n", 3, "Der Schlüssel „titel“ steht doppelt (zuerst in Zeile 2)."),
        ("---\ntitel: A\nposition: erste\n---\nText\n", 3, "„position“: „erste“ hat nicht die richtige Form."),
        ("---\ntitel: [A\n---\nText\n", 2, "Eine Klammer wird nicht geschlossen, oder ein Komma fehlt."),
        ("---\ntitel: A\n---\nText\n<<<<<<< HEAD\nx\n", 5, "Hier steht ein ungelöster Konflikt aus Git."),
        ("---\ntitel: A\n---\nText\nmit\x07\n", 5, "Hier steht ein unsichtbares Steuerzeichen."),
        (f"---\ntitel: A\n---\n{'x' * 20_001}\n", 4, "„Text“ ist zu lang (20001 Zeichen)."),
    ],
)
def test_a_wrong_page_is_told_at_its_line(folder: Path, text: str, line: int, message: str) -> None:
    write(folder, "seiten/vorwort.md", text)
    found = told(folder)
    assert [(file, number, what) for file, number, _, what in found] == [("seiten/vorwort.md", line, message)]


def test_a_key_that_a_page_takes_from_elsewhere_is_told_at_the_key(folder: Path) -> None:
    write(folder, "seiten/vorwort.md", "---\ntitel: A\ntext: x\n---\nText\n")
    assert told(folder) == [("seiten/vorwort.md", 3, 1, "Den Schlüssel „text“ gibt es hier nicht.")]


@pytest.mark.parametrize("name", ["Vorwort", "über-uns", "ein wort", "a_b", "vor.wort", "x" * 81])
def test_a_page_needs_a_file_name_that_fits_into_an_address(folder: Path, name: str) -> None:
    write(folder, f"seiten/{name}.md", PAGE)
    ((file, line, _, message),) = told(folder)
    assert (file, line) == (f"seiten/{name}.md", 0)
    assert message.startswith("„Dateiname“")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_a_mark_in_front_change_nothing(folder: Path, end: str, mark: bytes) -> None:
    whole = read(folder)
    for name, text in FILES.items():
        write(folder, name, mark + text.replace("\n", end).encode())
    files = read(folder)
    assert not files.problems, tell(files.problems)
    assert files.things == whole.things
    assert files.konzept == whole.konzept


def test_what_was_read_cannot_be_changed(folder: Path) -> None:
    item = read(folder).things[0]
    with pytest.raises(AttributeError):
        item.origin.path = (1,)  # type: ignore[misc]
    with pytest.raises(AttributeError):
        item.origin = Origin(PurePosixPath("x"))  # type: ignore[misc]
    assert item == Loaded(item.model, item.origin)
