# Whatever stands in a file, reading ends with a model or with problems told in German at the right place; what was
# written comes back as it was written; and a mistake is told in the line in which it was made.
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kek_build.errors import ContentError, Problem
from kek_build.models import Handlungsfeld
from kek_build.reading import ConceptFiles, Origin, read_concept
from kek_build.reading.folder import LISTS, SYNONYMS_FILE
from kek_build.reading.positions import locate
from kek_build.reading.strict_yaml import Document, parse
from kek_build.reading.validation import validate
from kek_build.rules import Rule
from tests.reading.checks import NAME, assert_german, assert_placed, problems, read, tell
from tests.reading.small_concept import FILES, write

# What editors, programs and attackers put into YAML.
SNIPPETS = (
    "\n", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", " ", ": ", ":", "- ", "? ", ", ", "#", " # ", "\t", "\n\t", "\r\n",
    "\r", "[", "]", "{", "}", "[[", "]]", "'", '"', '"\\', "|", ">", "|\n", ">-\n", "|2\n", "&a ", "*a", "&a [*a]",
    "<<: *a", "!", "! ", "!!str ", "!!python/object/apply:os.system [ls]", "!<tag:x> ", "%YAML 1.1\n---\n", "%FOO\n",
    "---\n", "\n---\n", "...\n", "<<<<<<< HEAD\n", "\n=======\n", "\n>>>>>>> x\n", "\0", "\x07", "\x0b", "\x85",
    "\u2028", "\ufeff", "\ufffe", "\u00a0", "\u200b", "u\u0308", "😀", "~", "null", "yes", "1.10", "1e3", "0x1F",
    "12:30", "[" * 40, "- " * 40, "a: " * 40, "nummer", "titel: ", "kennung: a\n", "ziele:\n", "text: |\n  ", "@", "`",
    "%", "*", "&", "**fett**", "„“", "–", "x" * 2000,
)  # fmt: skip

PLAIN_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)
NASTY_TEXT = st.lists(st.one_of(st.sampled_from(SNIPPETS), PLAIN_TEXT), max_size=15).map("".join)


@st.composite
def spoilt(draw: st.DrawFn, text: str) -> str:
    """A right text in which something was deleted, doubled or put in."""
    for _ in range(draw(st.integers(min_value=1, max_value=3))):
        start = draw(st.integers(min_value=0, max_value=len(text)))
        end = draw(st.integers(min_value=start, max_value=min(len(text), start + 20)))
        middle = draw(st.one_of(st.just(""), st.just(text[start:end] * 2), st.sampled_from(SNIPPETS), NASTY_TEXT))
        text = text[:start] + middle + text[end:]
    return text


class Concept:
    """A concept in a project, and how it reads as long as nobody spoils it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / "content" / "muster"
        for name, text in FILES.items():
            write(self.folder, name, text)
        self.whole = read_concept(self.folder, root)

    def read_with(self, name: str, data: bytes) -> ConceptFiles:
        """Read it with other content in one file."""
        write(self.folder, name, data)
        try:
            return read_concept(self.folder, self.root)
        finally:
            write(self.folder, name, FILES[name])


@pytest.fixture(scope="module")
def concept(tmp_path_factory: pytest.TempPathFactory) -> Concept:
    return Concept(tmp_path_factory.mktemp("projekt"))


def check(concept: Concept, name: str, data: bytes) -> None:
    """Read a concept with one file of any content: a model or problems of this file, and all else as before."""
    files = concept.read_with(name, data)
    file = PurePosixPath("content/muster") / name
    assert {problem.file for problem in files.problems} <= {file}, tell(files.problems)
    assert_german(files.problems)
    assert_placed(files.problems, lines_of(data))
    assert str(ContentError(files.problems)).endswith("Fehler im Inhalt.")

    others = [item for item in files.things if item.origin.file != file]
    assert others == [item for item in concept.whole.things if item.origin.file != file]
    mine = [item for item in files.things if item.origin.file == file]
    if name == "konzept.yml":
        assert files.konzept is not None or files.problems
    elif name not in {*LISTS, SYNONYMS_FILE}:
        # A thing in a file of another name is read and told.
        assert len(mine) == 1 or (files.problems and not mine)
    for item in mine:
        write(concept.folder, name, data)
        line, column = locate(concept.root, item.origin)
        write(concept.folder, name, FILES[name])
        assert 1 <= line <= lines_of(data).count("\n") + 1
        assert column >= 1


def lines_of(data: bytes) -> str:
    """The text as an editor shows it."""
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")


# Anything in any file


@settings(deadline=None, max_examples=150)
@given(name=st.sampled_from(sorted(FILES)), data=st.binary(max_size=300))
@example(name="konzept.yml", data=b"")
@example(name="konzept.yml", data=b"&a [*a]")
@example(name="orte.yml", data=b"\xff\xfe-\0 \0")
@example(name="orte.yml", data=b"- " * 490_000)
@example(name="akteure.yml", data=b"[" * 1_000_000)
@example(name="glossar.yml", data=b"x" * 1_000_001)
@example(name="massnahmen/1.10.yml", data=b"titel: " + b"x" * 900_000)
@example(name="seiten/vorwort.md", data=b"---\n" * 200_000)
def test_any_bytes_in_any_file_end_in_a_model_or_in_problems(concept: Concept, name: str, data: bytes) -> None:
    check(concept, name, data)


@settings(deadline=None, max_examples=150)
@given(name=st.sampled_from(sorted(FILES)), text=st.one_of(PLAIN_TEXT, NASTY_TEXT))
def test_any_text_in_any_file_ends_in_a_model_or_in_problems(concept: Concept, name: str, text: str) -> None:
    check(concept, name, text.encode())


@settings(deadline=None, max_examples=200)
@given(data=st.data())
def test_any_right_file_that_was_spoilt_ends_in_a_model_or_in_problems(concept: Concept, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(FILES)))
    text = data.draw(spoilt(FILES[name]))
    encoding = data.draw(st.sampled_from(["utf-8", "utf-8", "utf-8", "utf-8-sig", "cp1252", "utf-16"]))
    check(concept, name, text.encode(encoding, "replace"))


@settings(deadline=None, max_examples=300)
@given(text=st.one_of(NASTY_TEXT, st.sampled_from(sorted(FILES.values())).flatmap(spoilt)))
def test_any_text_at_all_is_read_or_refused_in_german(text: str) -> None:
    found = parse(text, NAME)
    if isinstance(found, Document):
        assert not anything_but_text(found.data)
    else:
        assert found
        assert_german(found)


def anything_but_text(data: object) -> bool:
    """Whether there is a number, a date, a truth value or the like anywhere."""
    match data:
        case dict():
            return any(not isinstance(key, str) or anything_but_text(value) for key, value in data.items())
        case list():
            return any(map(anything_but_text, data))
    return not (data is None or isinstance(data, str))


FILE_NAMES = st.lists(
    st.one_of(
        st.sampled_from([part for name in FILES for part in name.split("/")]),
        st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="/\0"), min_size=1, max_size=20),
    ),
    min_size=1,
    max_size=4,
).filter(lambda parts: not {".", ".."} & set(parts))


@settings(deadline=None, max_examples=200)
@given(parts=FILE_NAMES, kind=st.sampled_from(["file", "folder", "link", "broken link", "circle"]))
def test_anything_anywhere_in_a_folder_is_read_told_or_left_alone(
    tmp_path_factory: pytest.TempPathFactory, parts: list[str], kind: str
) -> None:
    folder = tmp_path_factory.mktemp("k") / "content" / "muster"
    folder.mkdir(parents=True)
    secret = folder.parents[1] / "geheim"
    secret.write_text("geheim: ja\n", encoding="utf-8")
    path = folder.joinpath(*parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    match kind:
        case "file":
            path.write_text("kennung: a\n", encoding="utf-8")
        case "folder":
            path.mkdir()
        case "link":
            path.symlink_to(secret)
        case "broken link":
            path.symlink_to("nirgends")
        case "circle":
            path.symlink_to(path.name)
    files = read_concept(folder, folder.parents[1])
    hidden = any(part.startswith(".") for part in parts)
    concept_file = folder / "konzept.yml"
    expected = {concept_file} if hidden or kind == "folder" else {path, concept_file}
    assert {folder.parents[1] / problem.file for problem in files.problems} | {concept_file} == expected | {
        concept_file
    }
    assert not files.things
    assert files.konzept is None
    assert files.problems
    assert_german(files.problems)
    assert "geheim:" not in tell(files.problems)


# What is written comes back

LETTERS = "abcxyzÄÖÜäöüßABZ"
DIGITS = "0123456789"


@st.composite
def plain_scalars(draw: st.DrawFn) -> str:
    """Text that YAML lets stand without quotation marks, in one line."""
    begin = st.sampled_from(LETTERS + DIGITS + "+.~=/(§€„<;^$\\_")
    inside = st.text(alphabet=LETTERS + DIGITS + "+.~=/()§€„“<>;^$\\_-,!?&*|%@'\"[]{}`\u00a0😀", max_size=8)
    words = [draw(begin) + draw(inside) for _ in range(draw(st.integers(min_value=1, max_value=5)))]
    colon = st.sampled_from([" ", " ", " ", "  ", ":", "#", " - "])
    return "".join(word + draw(colon) for word in words[:-1]) + words[-1]


LIKE_OTHER_TYPES = st.one_of(
    st.from_regex(r"\A[+-]?[0-9][0-9_]{0,6}(\.[0-9]{0,4})?([eE][+-]?[0-9]{1,3})?\Z"),
    st.from_regex(r"\A0[xob][0-9A-Fa-f]{1,8}\Z"),
    st.from_regex(r"\A[0-9]{1,3}(:[0-5][0-9]){1,2}(\.[0-9]{1,3})?\Z"),
    st.from_regex(r"\A[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt][0-9]{2}:[0-9]{2}:[0-9]{2}Z?)?\Z"),
    st.from_regex(r"\A[0-9]{8}\Z"),
    st.sampled_from(
        ["yes", "Yes", "no", "NO", "on", "off", "y", "n", "true", "False", "ja", "nein", "null", "Null", "NULL"]
    ),
    st.sampled_from(["~", ".inf", "-.INF", "+.inf", ".nan", "<<", "=", "1.10", "07131001", "0", "-0", "0.0", "1_000"]),
).map(lambda text: text.rstrip("\n"))

SCALARS = st.one_of(plain_scalars(), LIKE_OTHER_TYPES)


@settings(deadline=None, max_examples=200)
@given(text=SCALARS)
@example("1.10")
@example("no")
@example("07131001")
@example("12:30")
@example("1e3")
@example("~")
@example("null")
@example("0x1F")
def test_a_scalar_comes_back_as_written_wherever_it_stands(text: str) -> None:
    assert read(f"wert: {text}\n").data == {"wert": text}
    assert read(f"wert: {text}   # Kommentar\n").data == {"wert": text}
    assert read(f"wert:\n  {text}").data == {"wert": text}
    assert read(f"a:\n  - {text}\n  - b: {text}\n").data == {"a": [text, {"b": text}]}
    assert read(f"wert: '{single(text)}'\n").data == {"wert": text}
    assert read(f'wert: "{double(text)}"\n').data == {"wert": text}
    assert read(f"wert: |-\n  {text}\n").data == {"wert": text}
    assert read(f"wert: >-\n  {text}\n").data == {"wert": text}


def single(text: str) -> str:
    return text.replace("'", "''")


def double(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


VISIBLE = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff")


@settings(deadline=None, max_examples=300)
@given(text=st.text(alphabet=VISIBLE))
def test_any_visible_text_comes_back_from_quotation_marks(text: str) -> None:
    assert read(f"wert: '{single(text)}'\n").data == {"wert": text}
    assert read(f'wert: "{double(text)}"\n').data == {"wert": text}
    assert read(f"'{single(text)}': a\n").data == {text: "a"} or len(text) > 900


@settings(deadline=None, max_examples=300)
@given(lines=st.lists(st.text(alphabet=VISIBLE, max_size=30), min_size=1, max_size=8), depth=st.integers(1, 6))
def test_any_lines_come_back_from_a_block(lines: list[str], depth: int) -> None:
    indent = " " * depth
    block = "".join(f"{indent}{line}\n" for line in ["Anfang", *lines, "Ende"])
    assert read(f"wert: |\n{block}b: c\n").data == {"wert": "\n".join(["Anfang", *lines, "Ende", ""]), "b": "c"}


@settings(deadline=None, max_examples=200)
@given(words=st.lists(st.text(alphabet=LETTERS, min_size=1, max_size=8), min_size=1, max_size=12), data=st.data())
def test_words_come_back_however_their_lines_are_broken(words: list[str], data: st.DataObject) -> None:
    breaks = [data.draw(st.sampled_from([" ", "\n  "])) for _ in words[1:]]
    text = words[0] + "".join(gap + word for gap, word in zip(breaks, words[1:], strict=True))
    for written in (f"wert: {text}\n", f"wert: '{text}'\n", f'wert: "{text}"\n', f"wert: >-\n  {text}\n"):
        assert read(written).data == {"wert": " ".join(words)}


# A mistake is told where it was made

KEYS = (
    ["kurz: >-", "  Ein Satz", "  geht weiter: so"],
    ["kurz: 'Ein Satz''", "  in Anführungszeichen'"],
    ["wortlaut: |", "  Erstens", "", "    - zweitens", "  # drittens"],
    ["wortlaut: mehrere", "  Zeilen", "  lang"],
    ["quelle:", "  - dokument: kek", '    seite: "1–3"', "  - {dokument: kek, abschnitt: '2'}"],
    ["quelle:", "- dokument: kek"],
    ["hinweis:", "  - art: luecke", "    text: >", "      Es fehlt", "      etwas.", "    auch: [I,", "      II]"],
)
SPACE = (["# Kommentar: mit [ und *"], [""], ["", ""], ["  # eingerückt"])


@dataclass(frozen=True)
class Host:
    """A file that can hold a mistake: how it begins, the keys of one thing, how it ends."""

    name: str
    before: tuple[str, ...]
    keys: tuple[list[str], ...]
    after: tuple[str, ...] = ()
    entry: bool = False
    """Whether the keys are an entry of a list."""


HOSTS = (
    Host("massnahmen/1.10.yml", (), (["nummer: 1.10"], ["titel: Wald"], ["handlungsfeld: I"], ["orte: [a, b]"])),
    Host("swot/wohnen.yml", ("---",), (["kennung: wohnen"], ["titel: 'Wohnen'"], ["handlungsfelder:", "  - I"])),
    Host("seiten/vorwort.md", ("---",), (["titel: Vorwort"], ['position: "10"']), ("---", "", "# Text", "", "farbe")),
    Host(
        "akteure.yml",
        ("# Akteure", "- kennung: a", "  name: A", "  art: Amt"),
        (["kennung: b"], ["name: B"], ["art: Amt"], ["orte:", "  - a"]),
        ("- kennung: c", "  name: C", "  art: Amt"),
        entry=True,
    ),
)  # fmt: skip

MISTAKES = {
    "unknown key": ["farbe: rot"],
    "unknown key with a list": ["farbe:", "  - rot"],
    "unknown key with a block": ["farbe: |", "  rot"],
    "tab": ["\tfarbe: rot"],
    "no colon": ["nur Worte"],
    "no blank": ["farbe:rot"],
    "no-break space": ["farbe:\u00a0rot"],
    "two colons": ["farbe: rot: gelb"],
    "anchor": ["farbe: &rot gelb"],
    "alias": ["farbe: *rot"],
    "tag": ["farbe: !rot gelb"],
    "python": ["farbe: !!python/name:os.system"],
    "sign": ["farbe: @rot"],
    "per cent": ["farbe: %rot"],
    "text behind quotes": ['farbe: "rot" gelb'],
    "backslash": ['farbe: "C:\\Daten"'],
    "hidden by backslash": ['farbe: "\\0"'],
    "open bracket": ["farbe: [rot"],
    "open brace": ["farbe: {rot"],
    "list behind key": ["farbe: - rot"],
    "block with text": ["farbe: > 100"],
    "control character": ["farbe: ro\x07t"],
    "line separator": ["farbe: ro\u2028t"],
    "conflict": ["<<<<<<< HEAD"],
    "key is a list": ["[farbe]: rot"],
}


@st.composite
def hosts_with(draw: st.DrawFn, mistake: list[str]) -> tuple[Host, str, int]:
    """A file with a mistake at any place of a thing, and the line of the mistake."""
    host = draw(st.sampled_from(HOSTS))
    own: list[list[str]] = [*host.keys]
    taken: set[str] = set()
    for key in draw(st.lists(st.sampled_from(KEYS), max_size=3)):
        if key[0].split(":")[0] not in taken:
            taken.add(key[0].split(":")[0])
            own.append(key)
    space = draw(st.lists(st.sampled_from(SPACE), max_size=3))
    blocks = draw(st.permutations([*own, *space]))
    place = draw(st.integers(min_value=0, max_value=len(blocks)))
    lines = [*host.before]
    number = 0
    begun = False
    for index, block in enumerate([*blocks[:place], mistake, *blocks[place:]]):
        if index == place:
            number = len(lines) + 1
        for line in block:
            is_space = not line.strip() or line.lstrip().startswith("#")
            indent = ("  " if begun or is_space else "- ") if host.entry and not line.startswith("<<<") else ""
            begun = begun or not is_space
            lines.append(indent + line if line else line)
    lines.extend(host.after)
    return host, "\n".join(lines) + "\n", number


def lines_told(concept: Concept, host: Host, text: str) -> list[Problem]:
    files = concept.read_with(host.name, text.encode())
    assert {str(problem.file) for problem in files.problems} <= {f"content/muster/{host.name}"}
    assert_german(files.problems)
    return files.problems


@settings(deadline=None, max_examples=100)
@given(data=st.data())
def test_the_files_that_get_a_mistake_have_none_of_their_own(concept: Concept, data: st.DataObject) -> None:
    host, text, _ = data.draw(hosts_with(["# kein Fehler"]))
    assert lines_told(concept, host, text) == [], text


@pytest.mark.parametrize("mistake", sorted(MISTAKES))
@settings(deadline=None, max_examples=25)
@given(data=st.data())
def test_a_mistake_is_told_in_its_line(concept: Concept, mistake: str, data: st.DataObject) -> None:
    host, text, line = data.draw(hosts_with(MISTAKES[mistake]))
    found = lines_told(concept, host, text)
    assert [problem.line for problem in found] == [line], f"{text}\n{line}\n{tell(found)}"


@settings(deadline=None, max_examples=60)
@given(
    data=st.data(),
    between=st.sampled_from([[], ["", "# farbe: blau"], ["werte:", "  - farbe: rot", "  - farbe: blau"]]),
)
def test_a_key_that_stands_twice_is_told_in_its_second_line(
    concept: Concept, data: st.DataObject, between: list[str]
) -> None:
    host, text, first = data.draw(hosts_with(["farbe: rot", *between, "farbe: gelb"]))
    (problem,) = [found for found in lines_told(concept, host, text) if found.rule is Rule.DUPLICATE_KEY]
    assert problem.line == first + len(between) + 1
    assert problem.message == f"Der Schlüssel „farbe“ steht doppelt (zuerst in Zeile {first})."


@dataclass
class Goals:
    """Goals in goals, as text, with the line and the way of each."""

    lines: list[str]
    places: list[tuple[tuple[str | int, ...], int]]


@st.composite
def goals(draw: st.DrawFn) -> Goals:
    tree = Goals(["nummer: I", "titel: Feld"], [((), 1)])

    def add(path: tuple[str | int, ...], indent: str, depth: int) -> None:
        count = draw(st.integers(min_value=0 if depth else 1, max_value=3))
        if not count:
            return
        tree.lines.append(f"{indent}ziele:")
        for index in range(count):
            if draw(st.booleans()):
                tree.lines.append(draw(st.sampled_from(["", f"{indent}  # Kommentar"])))
            tree.lines.append(f"{indent}  - nummer: {len(tree.lines)}")
            tree.places.append(((*path, "ziele", index), len(tree.lines)))
            tree.lines.append(f"{indent}    titel: Ziel")
            if draw(st.booleans()):
                tree.lines.extend([f"{indent}    kurz: >-", f"{indent}      Ein", "", f"{indent}      Satz"])
            if depth < 3:
                add((*path, "ziele", index), f"{indent}    ", depth + 1)

    add((), "", 0)
    return tree


@settings(deadline=None, max_examples=100)
@given(tree=goals(), data=st.data())
def test_a_mistake_deep_inside_is_told_in_its_line(tree: Goals, data: st.DataObject) -> None:
    assert isinstance(validate(Handlungsfeld, read("\n".join(tree.lines))), Handlungsfeld)
    path, line = data.draw(st.sampled_from(tree.places))
    wrong = data.draw(
        st.sampled_from(["farbe: rot", "kennzahlen: x", "kennzahlen: [[x]]", "wortlaut: ''", "quelle: [{}]"])
    )
    lines = [*tree.lines]
    lines.insert(line, "  " * len(path) + wrong)
    found = validate(Handlungsfeld, read("\n".join(lines)))
    assert isinstance(found, list)
    assert_german(found)
    assert [problem.line for problem in found] == [line + 1]


@settings(deadline=None, max_examples=100)
@given(tree=goals(), data=st.data())
def test_a_key_that_stands_twice_deep_inside_is_told_in_its_second_line(tree: Goals, data: st.DataObject) -> None:
    path, line = data.draw(st.sampled_from(tree.places))
    lines = [*tree.lines]
    lines.insert(line, "  " * len(path) + "titel: x")
    (problem,) = problems("\n".join(lines))
    assert problem.line == line + 2


@settings(deadline=None, max_examples=60)
@given(tree=goals())
def test_every_value_is_found_again_in_its_line(tmp_path_factory: pytest.TempPathFactory, tree: Goals) -> None:
    (tmp_path_factory.getbasetemp() / "I.yml").write_text("\n".join(tree.lines), encoding="utf-8")
    for path, line in tree.places:
        origin = Origin(PurePosixPath("I.yml"), (*path, "titel"))
        assert locate(tmp_path_factory.getbasetemp(), origin) == (line + 1, 2 * len(path) + len("titel: ") + 1)
