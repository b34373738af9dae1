from __future__ import annotations

from string import ascii_letters, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from kek_build.pictures.lettering import FONT, face, fit, shortened, wrap

SIZES = ((60, 2), (40, 3))
ROOM = 600


@pytest.mark.parametrize("letter", "äöüÄÖÜß„“‚‘–—·…§€éčłşžßÅø²½×≥")
def test_the_font_has_every_letter_that_german_and_neighbouring_languages_need(letter: str) -> None:
    missing = face(60).font.getmask("\uffff")
    drawn = face(60).font.getmask(letter)
    assert (drawn.size, bytes(drawn)) != (missing.size, bytes(missing))


def test_the_font_comes_with_its_licence() -> None:
    assert "Apache License" in (FONT.parent / "LICENSE-Apache-2.0.txt").read_text(encoding="utf-8")


def test_a_text_that_fits_stays_on_one_line() -> None:
    assert wrap("Busnetz ausbauen", face(40), ROOM) == ["Busnetz ausbauen"]


def test_lines_are_of_about_the_same_length() -> None:
    lines = wrap("Wege für Räder und Füße bauen und dann auch pflegen", face(40), ROOM)
    widths = [face(40).width(line) for line in lines]
    assert len(lines) == 2
    assert min(widths) > max(widths) * 0.75


def test_a_long_word_is_parted_after_its_own_hyphen() -> None:
    assert wrap("Ein Flächenressourcen-Management einführen", face(40), 500) == [
        "Ein Flächenressourcen-",
        "Management einführen",
    ]


@pytest.mark.parametrize("word", ["E-Government", "S-Bahn", "1-32"])
def test_a_word_with_a_short_part_is_not_parted_at_its_hyphen(word: str) -> None:
    narrow = int(face(40).width(word)) + 1
    assert wrap(f"{word} {word}", face(40), narrow) == [word, word]


def test_a_text_gets_the_largest_size_that_holds_it() -> None:
    assert fit("Busnetz ausbauen", SIZES, ROOM)[0].size == 60
    assert fit("Busnetz ausbauen und besser mit Bahn und Rad verknüpfen", SIZES, ROOM)[0].size == 40


def test_a_word_is_parted_anywhere_only_where_no_size_holds_it() -> None:
    assert fit("Wirtschaftsförderungsamt", SIZES, ROOM)[0].size == 40
    set_in, lines = fit("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", SIZES, ROOM)
    assert set_in.size == 40
    assert lines[0].endswith("-")
    assert "".join(line.removesuffix("-") for line in lines) == "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"


def test_a_text_too_long_for_the_smallest_size_ends_with_an_ellipsis() -> None:
    text = "Aufbau eines umfassenden, zentralen Systems für alle Ämter der Verwaltung und der Kommunen " * 3
    _, lines = fit(text, SIZES, ROOM)
    assert len(lines) == 3
    assert lines[-1].endswith(" …")
    assert text.startswith(" ".join(lines).removesuffix(" …"))


def test_a_line_is_cut_between_words_and_loses_its_comma() -> None:
    short = shortened("Kreis, der sehr lang heißt", face(40), int(face(40).width("Kreis, der")))
    assert short == "Kreis …"


def test_a_single_word_that_is_too_wide_is_cut_all_the_same() -> None:
    short = shortened("Donaudampfschifffahrt", face(40), 200)
    assert short.startswith("Donau")
    assert face(40).width(short) <= 200


def test_an_empty_text_has_one_empty_line() -> None:
    assert fit("", SIZES, ROOM)[1] == [""]


@given(st.text(st.sampled_from("abß ÄW-/–„“,()…\N{SOFT HYPHEN}"), max_size=120))
def test_no_line_is_ever_wider_than_there_is_room(text: str) -> None:
    set_in, lines = fit(text, SIZES, ROOM)
    assert len(lines) <= dict(SIZES)[set_in.size]
    assert all(set_in.width(line) <= ROOM for line in lines)


@pytest.mark.parametrize("size", [22, 32, 40, 48, 54, 60, 68, 78, 90])
def test_no_letters_meet_across_a_space_and_each_has_a_width(size: int) -> None:
    font = face(size).font
    missing = bytes(font.getmask("\uffff"))
    letters = [letter for letter in map(chr, range(0x21, 0x2200)) if bytes(font.getmask(letter)) != missing]
    boxes = [(font.getbbox(letter, anchor="ls"), font.getlength(letter)) for letter in letters]
    assert len(boxes) > 300
    assert min(width for _, width in boxes) > 0
    assert max(box[2] - width for box, width in boxes) - min(box[0] for box, _ in boxes) < font.getlength(" ")


def _set(line: str, size: int, begin: int) -> Image.Image:
    """A line as it is set from its parts, from a point on."""
    canvas = Image.new("L", (1400, 200))
    for left, part in face(size).parts(line):
        drawn = face(size).draw(part, begin + left)
        assert drawn.left % 2 == drawn.picture.width % 2 == 0
        assert drawn.picture.height <= face(size).pitch + 1
        canvas.paste(drawn.picture, (drawn.left, 120 + drawn.top))
    return canvas


def test_letters_are_drawn_on_their_line() -> None:
    box = _set("Äh Hp", 40, 0).getbbox()
    assert box is not None
    assert box[1] < 120 < box[3]
    assert box[2] <= face(40).width("Äh Hp") + 1


@given(
    st.text(st.sampled_from(f"{ascii_letters}{digits}äöüßÄÖÜ-/–„“,().&"), max_size=20),
    st.sampled_from([22, 32, 54, 90]),
    st.integers(72, 73),
)
def test_a_word_set_from_its_parts_looks_as_the_library_draws_it(word: str, size: int, begin: int) -> None:
    whole = Image.new("L", (1400, 200))
    ImageDraw.Draw(whole).text((begin, 120), word, 255, face(size).font, anchor="ls")
    assert _set(word, size, begin) == whole


@given(st.text(st.sampled_from("abfjTVWäß ÄW-/–„“,()…­"), max_size=30), st.sampled_from([22, 54, 90]))
def test_a_text_is_as_wide_as_the_library_says(text: str, size: int) -> None:
    assert face(size).width(text) == face(size).font.getlength(text)


def test_letters_that_touch_are_one_part() -> None:
    assert [part for _, part in face(54).parts("offen sein")] == ["o", "ffe", "n", "s", "e", "i", "n"]
