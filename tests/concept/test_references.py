from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kek_build.concept import Konzept
from kek_build.concept.references import BrokenMention, Mention, in_prose, mentions, prose_of
from kek_build.models.base import AnyKind
from kek_build.pages.text import inline, without_references

_BRACKETED = st.text(alphabet=st.sampled_from("[]|#/.- \nI1ä<&"), max_size=60)
_REFS = st.from_regex(r"[A-Za-z0-9]{1,4}(?:[./#-][a-z0-9]{1,6}){0,2}", fullmatch=True)
_WORDS = st.text(alphabet=st.characters(exclude_characters="[]|", exclude_categories=["Cs", "Cc", "Z"]), min_size=1)


def _nothing(_: object) -> None:
    return None


@given(_BRACKETED)
def test_no_text_of_brackets_stops_the_reading(text: str) -> None:
    found = list(in_prose(text))
    assert all(isinstance(mention, Mention | BrokenMention) for mention in found)
    assert not any(isinstance(mention, BrokenMention) for mention in found) or "[[" in text or "]]" in text


@given(_BRACKETED)
def test_a_text_without_broken_references_is_shown_without_double_brackets(text: str) -> None:
    if any(isinstance(mention, BrokenMention) for mention in in_prose(text)):
        return
    shown = inline(text, _nothing, lambda _: "")
    assert "[[" not in shown.replace("[ [", "")
    assert "[[" not in without_references(text, _nothing)


@given(st.lists(st.tuples(_REFS, st.one_of(st.none(), _WORDS), st.text(alphabet="ab c.\n", min_size=1))))
def test_the_references_found_are_the_references_written(parts: list[tuple[str, str | None, str]]) -> None:
    written = "".join(
        f"{before}[[{ref}]]" if words is None else f"{before}[[{ref}|{words}]]" for ref, words, before in parts
    )
    assert [mention.value for mention in in_prose(written)] == [ref for ref, _, _ in parts]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("siehe [[I.1]].", "I.1"),
        ("siehe [[ I.1 ]].", "I.1"),
        ("siehe [[3-34|das Busnetz]].", "3-34"),
        ("siehe [[3-34|das\nBusnetz]].", "3-34"),
        ("siehe [[swot/bildung#chance-1]].", "swot/bildung#chance-1"),
        ("in [[[I]]] Klammern", "I"),
    ],
)
def test_a_reference_is_found_however_it_is_written(text: str, value: str) -> None:
    (mention,) = in_prose(text)
    assert isinstance(mention, Mention)
    assert mention.value == value
    assert mention.kinds is None


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("siehe [[I.1 und mehr", "[[I.1"),
        ("siehe I.1]] und mehr", "I.1]]"),
        ("siehe [[]] und mehr", "[[]]"),
        ("siehe [[ ]] und mehr", "[[ ]]"),
        ("siehe [[I.1|]] und mehr", "[[I.1|]]"),
        ("siehe [[|Wort]] und mehr", "[[|Wort]]"),
        ("erst [[I]], dann [[II und mehr", "[[II"),
        ("siehe [[I.1\nII.2]]", "[[I.1"),
    ],
)
def test_brackets_that_make_no_reference_are_told_with_the_words_beside_them(text: str, broken: str) -> None:
    found = [mention for mention in in_prose(text) if isinstance(mention, BrokenMention)]
    assert [mention.value for mention in found] == [broken]


def test_single_brackets_are_no_references() -> None:
    assert list(in_prose("ein [Wort] und a[0][1] und [ [I] ]")) == []


def test_brackets_around_a_reference_do_not_join_to_new_ones() -> None:
    assert [mention.value for mention in in_prose("[[[I]][ und ][[II]]]")] == ["I", "II"]


def test_references_in_fields_carry_their_path_and_the_kinds_allowed(musterkreis: Konzept) -> None:
    found = {mention.path: mention for mention in mentions(musterkreis["1-2"].model) if isinstance(mention, Mention)}
    assert found["handlungsfeld",] == Mention(("handlungsfeld",), "I", ("handlungsfeld",))
    assert found["beteiligte", 0, "akteur"].kinds == ("akteur",)
    assert found["beschreibung",] == Mention(("beschreibung",), "glossar/kataster", None, written="[[glossar/kataster|")
    assert found["punkte", 0, "punkte", 1, "text"].value == "orte/musterdorf"


def test_only_answers_to_swot_statements_and_neighbours_are_editorial(musterkreis: Konzept) -> None:
    editorial = {
        mention.path[-2]
        for entry in musterkreis.entries.values()
        for mention in mentions(entry.model)
        if isinstance(mention, Mention) and mention.editorial
    }
    assert editorial == {"antworten", "nachbarn"}


def test_a_note_may_name_things_of_every_kind(musterkreis: Konzept) -> None:
    kinds = {
        mention.kinds
        for mention in mentions(musterkreis["I"].model)
        if isinstance(mention, Mention) and "auch" in mention.path
    }
    assert kinds == {AnyKind}


def test_running_texts_are_found_at_every_depth_but_notes_are_left_out(musterkreis: Konzept) -> None:
    texts = list(prose_of(musterkreis["I"].model))
    assert "Wer in Muster lebt, soll bleiben können." in texts
    assert "Ein Verzeichnis nennt jedes leere Haus." in texts
    assert "bei Besichtigungen & Festen" in texts
    assert not any("Frist fehlt" in text for text in texts)
