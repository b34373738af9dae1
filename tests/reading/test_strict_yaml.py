# Strict YAML: text stays text, nothing refers to anything, and every value can be found again.
from __future__ import annotations

import pytest

from kek_build.reading.strict_yaml import MAX_DEPTH, Document, parse
from tests.reading.checks import NAME, only_problem, problems, read

GOAL = """\
nummer: III
# Ein Kommentar
titel: >-
  Ein langer
  Titel
leer:
ziele:
  - nummer: III-a
    orte: [zwenkau, "bad-lausick"]
    kurz: |
      Erste Zeile

      Dritte Zeile

    titel: 'Kurz'
  - nummer: III-b
"""


@pytest.mark.parametrize(
    "text",
    ["1.10", "no", "ja", "true", "07131001", "12:30", "1e3", "~", "null", "Null", "0x1F", "0o17", "1_000", ".inf",
     ".nan", "2018-02-14", "14.02.2018", "+++", "-1,4", "=", "<<", "1:2:3", "Q2/2020", "20 %", "a - b", "-b", "?x",
     ":x", "~/x", "https://example.org/a#b", "C:\\Users", "die „Grüne Aue“"],
)  # fmt: skip
def test_a_value_stays_the_text_that_was_written(text: str) -> None:
    for written in (text, f"'{text}'", f"|-\n  {text}", f">-\n  {text}"):
        assert read(f"wert: {written}\n").data == {"wert": text}


@pytest.mark.parametrize("text", ["% x", "@x", "a: b", "a #b", "# a", "- a", "[a", "&a", "*a", "!a", "|", " a ", ""])
def test_what_means_something_in_yaml_stays_text_in_quotes(text: str) -> None:
    assert read(f"wert: '{text}'\n").data == {"wert": text}
    assert read(f'wert: "{text}"\n').data == {"wert": text}


@pytest.mark.parametrize("key", ["no", "1", "~", "null", "1.10", "<<"])
def test_a_key_stays_the_text_that_was_written(key: str) -> None:
    assert read(f"{key}: x\n").data == {key: "x"}


def test_quotes_and_blocks_are_read_as_yaml_says() -> None:
    text = """\
einfach: 'Das ist''s: #1'
doppelt: "Er sagte \\"ja\\"\\tund ging"
gefaltet: >
  Ein
  Satz.

  Noch einer.
woertlich: |
  Ein
    Gedicht
ueber zwei Zeilen: Anfang
  und Ende
"""
    assert read(text).data == {
        "einfach": "Das ist's: #1",
        "doppelt": 'Er sagte "ja"\tund ging',
        "gefaltet": "Ein Satz.\nNoch einer.\n",
        "woertlich": "Ein\n  Gedicht\n",
        "ueber zwei Zeilen": "Anfang und Ende",
    }


def test_a_key_without_a_value_is_as_if_it_were_not_there() -> None:
    assert read("a:\nb: x\nc: # nichts\n").data == {"b": "x"}


def test_an_empty_text_in_quotes_is_a_text() -> None:
    assert read("a: ''\nb: \"\"\nc: |\n").data == {"a": "", "b": "", "c": ""}


def test_an_empty_entry_of_a_list_keeps_its_place() -> None:
    assert read("- a\n-\n- c\n").data == ["a", None, "c"]


def test_a_comment_and_the_mark_of_a_beginning_are_no_content() -> None:
    assert read("# Kopf\n---\na: x # Rest\n...\n").data == {"a": "x"}


@pytest.mark.parametrize("text", ["", "\n\n", "# nur ein Kommentar\n", "---\n", "---\n...\n"])
def test_a_file_without_content_is_empty(text: str) -> None:
    problem = only_problem(text)
    assert (problem.message, problem.line, problem.column) == ("Die Datei ist leer.", 1, 0)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("nummer",), (1, 9)),
        (("titel",), (3, 8)),
        (("leer",), (6, 1)),
        (("ziele",), (8, 3)),
        (("ziele", 0), (8, 5)),
        (("ziele", 0, "nummer"), (8, 13)),
        (("ziele", 0, "orte"), (9, 11)),
        (("ziele", 0, "orte", 1), (9, 21)),
        (("ziele", 0, "titel"), (15, 12)),
        (("ziele", 1, "nummer"), (16, 13)),
        (("ziele", 1, "titel"), (16, 5)),
        (("ziele", 7), (8, 3)),
        (("nummer", "tiefer"), (1, 9)),
        (("ziele", "nummer"), (8, 3)),
    ],
)
def test_a_value_knows_its_place_and_what_is_missing_that_of_its_parent(
    path: tuple[str | int, ...], place: tuple[int, int]
) -> None:
    assert read(GOAL).locate(path) == place


def test_a_key_knows_its_place() -> None:
    assert read(GOAL).locate(("ziele", 0, "orte"), key=True) == (9, 5)
    assert read(GOAL).locate(("ziele",), key=True) == (7, 1)
    assert read(GOAL).locate(("ziele", 1), key=True) == (16, 5)


@pytest.mark.parametrize(
    ("path", "lines"),
    [
        (("nummer",), (1, 1)),
        (("titel",), (3, 5)),
        (("ziele", 0, "orte"), (9, 9)),
        (("ziele", 0, "titel"), (15, 15)),
        (("ziele", 1), (16, 16)),
        (("ziele",), (8, 16)),
        ((), (1, 16)),
    ],
)
def test_a_value_knows_how_many_lines_it_takes(path: tuple[str | int, ...], lines: tuple[int, int]) -> None:
    assert read(GOAL).lines_of(path) == lines


def test_a_value_that_goes_on_ends_in_its_last_line() -> None:
    document = read("a: eins\n  zwei\nb: 'eins\n\n  zwei'\nc: d\n")
    assert [document.lines_of((key,)) for key in "abc"] == [(1, 2), (3, 5), (6, 6)]


def test_a_document_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        read("a: b").data = {}  # type: ignore[misc]


def test_a_block_does_not_reach_into_the_line_of_the_next_key() -> None:
    first, last = read(GOAL).lines_of(("ziele", 0, "kurz"))
    assert first == 10
    assert 13 <= last <= 14


def test_columns_count_characters_not_bytes() -> None:
    assert read("ä: [ö, 😀, ü]\n").locate(("ä", 2)) == (1, 11)


def test_lines_count_from_where_the_text_begins_in_its_file() -> None:
    document = parse("a: x\nb: y\n", NAME, 2)
    assert isinstance(document, Document)
    assert document.locate(("b",)) == (3, 4)
    assert document.lines_of(("b",)) == (3, 3)
    for wrong in ("a: x\na: y\n", "a: x\nb: [\n", "a: x\nb: &y z\n", "a: x\nb\n", "a: x\nb: \x07\n", "a: x\n---\n"):
        found = parse(wrong, NAME, 5)
        assert isinstance(found, list)
        assert [problem.line for problem in found] == [6], wrong


def test_a_document_carries_its_name() -> None:
    assert read("a: x").name == NAME == only_problem("a: [").file == only_problem("a: &b c").file


def test_a_key_stands_once() -> None:
    problem = only_problem("a: 1\nb:\n  a: 2\n  c: 3\na: 4\n")
    assert (problem.line, problem.column) == (5, 1)
    assert problem.message == "Der Schlüssel „a“ steht doppelt (zuerst in Zeile 1)."


def test_a_key_that_stands_three_times_is_told_twice_with_the_first_line() -> None:
    found = problems("a: 1\n\na:\na: 3\n")
    assert [(problem.line, "in Zeile 1" in problem.message) for problem in found] == [(3, True), (4, True)]


def test_keys_in_different_entries_are_no_duplicates() -> None:
    assert read("- a: 1\n- a: 2\n").data == [{"a": "1"}, {"a": "2"}]


@pytest.mark.parametrize(
    ("text", "place", "start"),
    [
        ("a: 1\nb: &Co KG\n", (2, 4), "Anker mit „&“"),
        ("a: 1\nb: &x\n  c: d\n", (2, 4), "Anker mit „&“"),
        ("a: 1\n&x b: c\n", (2, 1), "Anker mit „&“"),
        ("a: 1\nb: *x\n", (2, 4), "Verweise mit „*“"),
        ("a: 1\nb: ! Achtung\n", (2, 4), "Typangaben mit „!“"),
        ("a: 1\nb: !!str 1\n", (2, 4), "Typangaben mit „!“"),
        ("a: 1\nb: !!int 1\n", (2, 4), "Typangaben mit „!“"),
        ("a: 1\nb: !ENV HOME\n", (2, 4), "Typangaben mit „!“"),
        ("a: 1\nb: !!python/object/apply:os.system [ls]\n", (2, 4), "Typangaben mit „!“"),
        ("a: 1\nb: !!map {c: d}\n", (2, 4), "Typangaben mit „!“"),
        ("a: 1\n!x b: c\n", (2, 1), "Typangaben mit „!“"),
        ("a: 1\n[b, c]: d\n", (2, 1), "Ein Schlüssel muss ein Wort sein."),
        ("a: 1\n? {b: c}\n: d\n", (2, 3), "Ein Schlüssel muss ein Wort sein."),
        ("a: 1\n---\nb: 2\n", (2, 1), "Die Datei enthält mehrere Teile"),
        ('a: 1\nb: "x\\0y"\n', (2, 4), "Der Wert enthält ein unsichtbares Steuerzeichen."),
        ('a: 1\nb: "x\\Ly"\n', (2, 4), "Der Wert enthält ein unsichtbares Steuerzeichen."),
        ('a: 1\n"b\\a": c\n', (2, 1), "Der Wert enthält ein unsichtbares Steuerzeichen."),
    ],
)
def test_what_yaml_allows_and_editors_never_mean_is_refused(text: str, place: tuple[int, int], start: str) -> None:
    problem = only_problem(text)
    assert problem.message.startswith(start)
    assert (problem.line, problem.column) == place
    assert problem.expected


def test_all_that_is_forbidden_is_told_at_once() -> None:
    found = problems("a: &x 1\nb: *x\nc: !y 2\nc: 3\n")
    assert [problem.line for problem in found] == [1, 2, 3, 4]


def test_a_merge_key_cannot_take_over_keys() -> None:
    found = problems("a: &x {b: c}\nd:\n  <<: *x\n")
    assert [(problem.line, problem.message[:6]) for problem in found] == [(1, "Anker "), (3, "Verwei")]


def test_a_cycle_is_refused() -> None:
    assert [problem.column for problem in problems("&a [*a]")] == [1, 5]


def test_a_bomb_of_references_is_refused_and_not_unfolded() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert {problem.line for problem in problems(bomb)} == set(range(1, 10))


@pytest.mark.parametrize(
    "opening",
    ["[", "{a: ", "- ", "? ", "- ? ", "[{", "[a, ", "{a, b: "],
)
def test_a_hundred_thousand_levels_in_one_line_are_refused(opening: str) -> None:
    problem = only_problem(opening * 100_000)
    assert (problem.message, problem.line) == ("Der Inhalt ist zu tief verschachtelt.", 1)


@pytest.mark.parametrize(("line", "levels"), [("a:", MAX_DEPTH + 1), ("-", MAX_DEPTH + 2), ("?", MAX_DEPTH + 2)])
def test_a_thousand_levels_by_indentation_are_refused_at_the_line_that_is_too_deep(line: str, levels: int) -> None:
    text = "".join(f"{' ' * level}{line}\n" for level in range(1000))
    assert only_problem(text).line == levels


def test_as_many_levels_as_allowed_are_read() -> None:
    data = read("[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH).data
    for _ in range(MAX_DEPTH):
        (data,) = data
    assert data == "x"
    assert only_problem("[" * (MAX_DEPTH + 1) + "x" + "]" * (MAX_DEPTH + 1)).expected == f"höchstens {MAX_DEPTH} Stufen"


def test_a_line_as_long_as_a_file_may_be_is_read() -> None:
    assert read("a: " + "x" * 990_000).data == {"a": "x" * 990_000}


def test_a_long_key_is_shortened_in_a_message() -> None:
    key = "k" * 900
    assert len(only_problem(f"{key}: 1\n{key}: 2\n").message) < 200


def test_many_entries_are_found_again_one_by_one() -> None:
    document = read("".join(f"k{number}: x\n" for number in range(20_000)))
    assert all(document.locate((f"k{number}",))[0] == number + 1 for number in range(20_000))
