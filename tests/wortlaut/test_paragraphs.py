from __future__ import annotations

from kek_build.wortlaut.document import Place
from kek_build.wortlaut.numbers import Numbers
from kek_build.wortlaut.paragraphs import Levels, Printed, paragraphs, without_sign

NUMBERS = Numbers(["1.1", "1-2"])


def made(*lines: str | Printed) -> list[tuple[int, str]]:
    printed = [
        line if isinstance(line, Printed) else Printed(line.lstrip(), Place(n), len(line) - len(line.lstrip()))
        for n, line in enumerate(lines, 1)
    ]
    return [(paragraph.bullet, paragraph.text) for paragraph in paragraphs(printed, NUMBERS)]


def test_lines_without_a_gap_are_one_paragraph() -> None:
    assert made("Erste Zeile", "zweite Zeile") == [(0, "Erste Zeile zweite Zeile")]


def test_a_gap_a_bullet_and_a_number_begin_a_paragraph() -> None:
    lines: list[str | Printed] = [
        "Text",
        "• eins",
        "geht weiter",
        "• zwei",
        "1.1 Ziel",
        Printed("Neuer Absatz", Place(9), gap=True),
    ]
    assert made(*lines) == [(0, "Text"), (1, "eins geht weiter"), (1, "zwei"), (0, "1.1 Ziel"), (0, "Neuer Absatz")]


def test_deeper_bullets_are_told_by_indent_or_by_their_sign() -> None:
    assert [bullet for bullet, _ in made("- a", "  - b", "  - c", "    - d", "- e")] == [1, 2, 2, 3, 1]
    assert [bullet for bullet, _ in made("• a", "o b", "o c", "• d")] == [1, 2, 2, 1]


def test_a_bullet_that_stands_alone_belongs_to_the_line_below() -> None:
    assert made("-", Printed("Text des Punkts", Place(2), gap=True)) == [(1, "Text des Punkts")]


def test_the_name_of_a_quadrant_stands_for_itself() -> None:
    assert made("Stärken", "Viele Radwege", "Schwächen:") == [(0, "Stärken"), (0, "Viele Radwege"), (0, "Schwächen:")]


def test_a_sentence_goes_on_over_the_end_of_a_page_and_a_finished_one_does_not() -> None:
    turned = Printed("Wehre im Oberland", Place(2), gap=True, page_start=True)
    assert made("Rückbau der", turned) == [(0, "Rückbau der Wehre im Oberland")]
    assert made("Rückbau beendet.", turned) == [(0, "Rückbau beendet."), (0, "Wehre im Oberland")]
    small = Printed("im Oberland", Place(2), page_start=True)
    assert made("Rückbau von Wehren", small) == [(0, "Rückbau von Wehren im Oberland")]


def test_a_dash_that_comes_to_stand_in_front_belongs_to_the_sentence() -> None:
    dash = Printed("– ein Schatz der Region", Place(2), loose=True)
    assert made("Die Auen", dash) == [(0, "Die Auen – ein Schatz der Region")]
    assert made("Das gehört dazu:", dash) == [(0, "Das gehört dazu:"), (1, "ein Schatz der Region")]


def test_markdown_headings_are_told() -> None:
    printed = [Printed("## Ziele ##", Place(1)), Printed("Text", Place(2))]
    found = list(paragraphs(printed, NUMBERS))
    assert [(p.heading, p.text) for p in found] == [(True, "Ziele"), (False, "Text")]


def test_a_paragraph_knows_its_lines_and_its_place() -> None:
    found = list(paragraphs([Printed("eins", Place(7)), Printed("zwei", Place(8))], NUMBERS))
    assert found[0].place == Place(7)
    assert [line.text for line in found[0].lines] == ["eins", "zwei"]


def test_the_sign_of_a_list_is_cut_off_and_a_word_is_not() -> None:
    assert without_sign("▪ Wege") == ("Wege", True)
    assert without_sign("o Wege") == ("Wege", True)
    assert without_sign("-jobs") == ("-jobs", False)
    assert without_sign("offene Wege") == ("offene Wege", False)


def test_levels_begin_anew_after_a_list() -> None:
    levels = Levels()
    assert [levels.depth("•", 2), levels.depth("•", 6)] == [1, 2]
    levels.clear()
    assert levels.depth("•", 6) == 1
