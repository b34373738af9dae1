from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from kek_build.history.words import Run, compare_words

_TEXT = st.lists(st.sampled_from(["das", "Haus", "steht", "leer", "[[1-2]]", "Tür."]), max_size=6).map(" ".join)


def test_new_and_old_words_stand_where_they_belong() -> None:
    assert compare_words("Das Haus steht leer.", "Das Haus steht voll.") == (
        Run("same", "Das Haus steht"),
        Run("gone", "leer."),
        Run("new", "voll."),
    )


def test_a_reference_is_one_word() -> None:
    assert compare_words("Siehe das [[swot/x#chance-1]] dort drüben", "Siehe das [[swot/x#chance-2]] dort drüben") == (
        Run("same", "Siehe das"),
        Run("gone", "[[swot/x#chance-1]]"),
        Run("new", "[[swot/x#chance-2]]"),
        Run("same", "dort drüben"),
    )


def test_of_a_long_text_only_the_words_around_a_change_stay() -> None:
    words = [f"w{n}" for n in range(60)]
    old, new = " ".join(words), " ".join([*words[:30], "neu", *words[31:]])
    assert compare_words(old, new) == (
        Run("same", "… w24 w25 w26 w27 w28 w29"),
        Run("gone", "w30"),
        Run("new", "neu"),
        Run("same", "w31 w32 w33 w34 w35 w36 …"),
    )


def test_texts_with_hardly_a_word_in_common_follow_each_other_whole() -> None:
    old, new = "Es soll ein Bad geben und ein Kino.", "Gebaut wird ab morgen: Turm, Tor und Platz."
    assert compare_words(old, new) == (Run("gone", old), Run("new", new))


def test_one_common_word_between_changes_is_not_told_apart() -> None:
    runs = compare_words("a b c alt und morsch d e f", "a b c neu und frisch d e f")
    assert Run("gone", "alt und morsch") in runs
    assert Run("new", "neu und frisch") in runs


def test_a_text_that_changed_everywhere_is_cut() -> None:
    old = " ".join(f"gleich{n} bleibt so alt{n}" for n in range(100))
    runs = compare_words(old, old.replace("alt", "neu"))
    assert len(runs) <= 26
    assert runs[-1] == Run("same", "…")


@given(_TEXT, _TEXT)
def test_what_stayed_and_what_is_new_is_the_new_text(old: str, new: str) -> None:
    assume(old != new)
    runs = compare_words(old, new)
    assert " ".join(run.text for run in runs if run.op != "gone") == new
    assert " ".join(run.text for run in runs if run.op != "new") == old
