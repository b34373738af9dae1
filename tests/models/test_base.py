# What all models share: nothing read can be changed, no key passes unseen, and the text types mean what they say.
from __future__ import annotations

import typing
from collections.abc import Iterator

import pytest
from pydantic import ValidationError

from kek_build import models
from kek_build.models import base
from kek_build.models.base import Choice, Fundstelle, Hinweis, Line, Model, Number, ReferenceTo, Slug, Text, Thing
from kek_build.models.massnahmen import Massnahme
from kek_build.models.seiten import Position
from kek_build.models.swot import QUADRANTS, StatementId, SwotThema
from kek_build.models.verzeichnisse import Ags


class Sample(Model):
    """One field of each text type."""

    line: Line = "x"
    text: Text = "x"
    number: Number = "1"
    slug: Slug = "x"
    choice: Choice = "ja"
    ags: Ags = "14729430"
    position: Position = "1"
    statement: StatementId = "chance-1"


def read(**values: object) -> Sample:
    return Sample.model_validate(values)


def errors(**values: object) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        read(**values)
    return [error["type"] for error in caught.value.errors()]


def subclasses(model: type[Model]) -> Iterator[type[Model]]:
    for below in model.__subclasses__():
        yield below
        yield from subclasses(below)


ALL_MODELS = sorted(
    {model for model in subclasses(Model) if model.__module__.startswith("kek_build.")}, key=lambda m: m.__qualname__
)


def parts(annotation: object) -> Iterator[object]:
    yield typing.get_origin(annotation) or annotation
    for argument in typing.get_args(annotation):
        yield from parts(argument)


@pytest.mark.parametrize("model", ALL_MODELS)
def test_every_model_is_frozen_and_forbids_unknown_keys(model: type[Model]) -> None:
    assert model.model_config.get("frozen") is True
    assert model.model_config.get("extra") == "forbid"


@pytest.mark.parametrize("model", ALL_MODELS)
def test_no_model_holds_a_list_or_a_dictionary_that_could_be_changed(model: type[Model]) -> None:
    for name, field in model.model_fields.items():
        assert not {list, dict, set} & set(parts(field.annotation)), name


@pytest.mark.parametrize("model", ALL_MODELS)
def test_what_messages_say_of_a_field_is_one_line(model: type[Model]) -> None:
    for name, field in model.model_fields.items():
        assert field.description is None or "\n" not in field.description, name


def test_a_field_cannot_be_set() -> None:
    sample = read(line="Wald")
    with pytest.raises(ValidationError, match="frozen"):
        sample.line = "Wiese"  # type: ignore[misc]
    assert sample.line == "Wald"


def test_an_unknown_key_is_an_error() -> None:
    assert errors(farbe="rot") == ["extra_forbidden"]


def test_a_list_becomes_a_tuple() -> None:
    note = Hinweis.model_validate({"art": "luecke", "text": "Hier fehlt etwas.", "auch": ["I", "II"]})
    assert note.auch == ("I", "II")
    assert hash(note)


def test_equal_content_makes_equal_models() -> None:
    assert Fundstelle(dokument="kek", abschnitt="1") == Fundstelle(dokument="kek", abschnitt=" 1 ")


def test_everything_with_a_page_may_have_a_summary_a_wording_sources_and_notes() -> None:
    assert set(Thing.model_fields) == {"kurz", "leicht", "wortlaut", "quelle", "hinweis"}
    assert Thing() == Thing(kurz=None, wortlaut=None, quelle=(), hinweis=())


def test_blanks_around_a_text_do_not_count() -> None:
    assert read(line="  Wald\n", text="\n\nWald\n\nWiese\n") == read(line="Wald", text="Wald\n\nWiese")


@pytest.mark.parametrize("value", ["Wald", "Wald\n", "\nWald", "Wald und Wiese – „Grün“", "x" * 500])
def test_a_line_is_text_in_one_line(value: str) -> None:
    assert read(line=value).line == value.strip()


@pytest.mark.parametrize(
    ("value", "error"),
    [
        ("Wald\nWiese", "value_error"),
        ("", "too_short"),
        (" \n ", "too_short"),
        ("x" * 501, "too_long"),
        (7, "string_type"),
        (True, "string_type"),
        (None, "string_type"),
        (["Wald"], "string_type"),
    ],
)
def test_a_line_refuses_everything_else(value: object, error: str) -> None:
    assert errors(line=value) == [error]


def test_a_field_may_ask_for_a_shorter_line() -> None:
    sample = {"nummer": "1", "handlungsfeld": "I"}
    assert Massnahme.model_validate({**sample, "titel": "x" * 80}).titel == "x" * 80
    with pytest.raises(ValidationError):
        Massnahme.model_validate({**sample, "titel": "x" * 81})


def test_a_text_may_have_paragraphs_but_an_end() -> None:
    assert read(text="Wald\n\nWiese").text == "Wald\n\nWiese"
    assert read(text="x" * 20_000).text == "x" * 20_000
    assert errors(text="x" * 20_001) == ["string_too_long"]
    assert errors(text=" \n\n ") == ["string_too_short"]


@pytest.mark.parametrize("value", ["1", "I", "III.1", "1-32", "4.3.1-2", "1.10", "I-a", "07"])
def test_a_number_stays_as_printed(value: str) -> None:
    assert read(number=value).number == value


@pytest.mark.parametrize("value", ["", "I.", ".1", "1..2", "1 2", "I/1", "Ä1", "../1", "1\n2", "-", "٣"])
def test_a_number_has_letters_and_digits_with_points_and_hyphens_between(value: str) -> None:
    assert errors(number=value) == ["string_pattern_mismatch"]


@pytest.mark.parametrize("value", ["zwenkau", "bad-lausick", "b-95", "2030"])
def test_a_short_name_fits_into_an_address(value: str) -> None:
    assert read(slug=value).slug == value


@pytest.mark.parametrize("value", ["Zwenkau", "böhlen", "bad_lausick", "bad lausick", "-a", "a-", "a--b", "a/b", "a.b"])
def test_a_short_name_refuses_what_an_address_cannot_hold(value: str) -> None:
    assert errors(slug=value) == ["string_pattern_mismatch"]


def test_numbers_and_short_names_are_not_endless() -> None:
    assert errors(number="1" * 41, slug="a" * 81) == ["string_too_long", "string_too_long"]


@pytest.mark.parametrize("value", ["Ja", "yes", "true", "", True])
def test_yes_and_no_are_german_words(value: object) -> None:
    assert read(choice="nein").choice == "nein"
    assert errors(choice=value) == ["literal_error"]


@pytest.mark.parametrize("value", ["1472943", "147294300", "1472943O", "14 729 430", "١٤٧٢٩٤٣٠"])
def test_a_municipality_key_has_eight_digits_and_keeps_its_leading_zero(value: str) -> None:
    assert read(ags="07131001").ags == "07131001"
    assert errors(ags=value) == ["string_pattern_mismatch"]


@pytest.mark.parametrize("value", ["", "-1", "1000", "1,5", "erste", "\U00010d41"])
def test_a_position_in_the_menu_is_a_small_whole_number(value: str) -> None:
    assert int(read(position="010").position) == 10
    assert errors(position=value) == ["string_pattern_mismatch"]


@pytest.mark.parametrize("value", ["chance-0", "chance-01", "chance", "stärke-1", "Chance-1", "staerke-1-2"])
def test_a_statement_is_named_after_its_quadrant_and_counted(value: str) -> None:
    assert read(statement="schwaeche-12").statement == "schwaeche-12"
    assert errors(statement=value) == ["string_pattern_mismatch"]


def test_each_list_of_a_swot_topic_has_its_quadrant() -> None:
    assert set(QUADRANTS) <= set(SwotThema.model_fields)
    assert len(set(QUADRANTS.values())) == 4


@pytest.mark.parametrize("name", sorted(name for name in vars(base) if name.endswith("Ref")))
def test_every_reference_type_says_what_it_may_name(name: str) -> None:
    (marker,) = [part for part in typing.get_args(getattr(base, name)) if isinstance(part, ReferenceTo)]
    assert marker.kinds
    assert set(marker.kinds) <= set(base.AnyKind)


def test_only_answers_to_a_swot_statement_are_editorial() -> None:
    (answer,) = [part for part in typing.get_args(base.AntwortRef) if isinstance(part, ReferenceTo)]
    (place,) = [part for part in typing.get_args(base.OrtRef) if isinstance(part, ReferenceTo)]
    assert answer.editorial
    assert not place.editorial


def test_the_package_offers_what_it_lists() -> None:
    assert all(hasattr(models, name) for name in models.__all__)
    assert models.__all__ == sorted(models.__all__, key=lambda name: (not name.isupper(), name))


def test_models_with_the_same_keys_share_what_was_given() -> None:
    first, second = Sample(line="a"), Sample(line="b")
    assert first.model_fields_set is second.model_fields_set
    assert first.model_fields_set == {"line"}
    assert Sample(line="a", text="b").model_fields_set == {"line", "text"}
    assert first == Sample(line="a")
