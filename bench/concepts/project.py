# A whole project around invented counties: their content, and the configuration of a site that shows them with the
# templates of this repository. `kek pruefen` and `kek bauen` take it like any other.
from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from bench.concepts import actions, aims, lists, overall
from bench.concepts.county import County, county
from bench.concepts.sizes import shares
from bench.concepts.words import place_names
from kek_build.editing import Value, render
from kek_build.errors import SetupError

REPOSITORY = Path(__file__).resolve().parents[2]


def generate(target: Path, measures: int, counties: int = 1, seed: int = 1) -> list[County]:
    """Write a project.

    Args:
        target: its folder, which must not be there yet or be empty.
        measures: how many measures there are, over all counties.
        counties: how many counties share them; each has a concept of its own.
        seed: the same seed gives the same files.

    Returns:
        The counties.

    Raises:
        SetupError: something is there already, or there are more counties than measures.
    """
    if target.exists() and any(target.iterdir()):
        raise SetupError(f"„{target}“ ist nicht leer.")
    try:
        each = shares(measures, counties)
    except ValueError as error:
        raise SetupError(str(error)) from None
    names = place_names(random.Random(f"{seed} landkreise"), counties, before=("",))  # noqa: S311
    made = [county(seed, index, name, size) for index, (name, size) in enumerate(zip(names, each, strict=True))]
    for one in made:
        for name, text in files(one):
            path = target / "content" / one.slug / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    shutil.copyfile(REPOSITORY / "content" / "synonyme.yml", target / "content" / "synonyme.yml")
    title = "Erfundene Landkreise" if counties > 1 else f"Kreisentwicklungskonzept {made[0].title}"
    text = configuration(target, [one.slug for one in made], title)
    (target / "mkdocs.yml").write_text(text, encoding="utf-8")
    (target / ".gitignore").write_text("/site/\n/.site-*/\n.cache/\n", encoding="utf-8")
    return made


def files(one: County) -> Iterator[tuple[PurePosixPath, str]]:
    """The files of a county's concept with their texts."""
    who = lists.actors(one)
    yield _file("konzept.yml", overall.concept_file(one, who))
    yield _file("akteure.yml", lists.actors_file(one, who))
    yield _file("orte.yml", lists.places_file(one))
    yield _file("glossar.yml", lists.glossary_file(one))
    for field in one.fields:
        yield _file(f"handlungsfelder/{field.number}.yml", aims.field_file(one, field, who))
        for number in field.measures:
            yield _file(f"massnahmen/{number}.yml", actions.measure(one, field, number, who))
        for number in field.projects:
            yield _file(f"schluesselvorhaben/{number}.yml", actions.project(one, field, number, who))
    for name, topic in aims.topics(one).items():
        yield _file(f"swot/{name}.yml", topic)
    for index in range(one.sizes.indicators):
        name, value = actions.indicator(one, index)
        yield _file(f"kennzahlen/{name}.yml", value)
    for name, text in overall.pages(one).items():
        yield PurePosixPath(f"seiten/{name}.md"), text


_SCHEMAS = {"massnahmen": "massnahme", "kennzahlen": "kennzahl", "handlungsfelder": "handlungsfeld"}


def _file(name: str, value: Value) -> tuple[PurePosixPath, str]:
    """A file with the first line that the shipped ones have for editors."""
    path = PurePosixPath(name)
    folder = path.parts[0].removesuffix(".yml")
    up = "../" * len(path.parts)
    first = f"# yaml-language-server: $schema={up}.schema/{_SCHEMAS.get(folder, folder)}.json\n"
    return path, first + render(value, path)


def configuration(target: Path, concepts: list[str], title: str) -> str:
    """mkdocs.yml of a project that uses the templates of this repository.

    Args:
        target: the folder of the project.
        concepts: the folders of its concepts.
        title: what the site is called.
    """
    to = PurePosixPath(os.path.relpath(REPOSITORY, target.resolve()))
    plugin: Value = {
        "inhalt": "content",
        "titel": title,
        "einleitung": "Was erfundene Landkreise vorhaben.",
        "konzepte": concepts,
        "anbieter": {"name": "Musterbetreiber", "anschrift": ["Musterstraße 1, 12345 Musterstadt"]},
    }
    return render({
        "INHERIT": f"{to}/site_config/base.yml",
        "site_name": title,
        "docs_dir": f"{to}/docs_templates/assets",
        "site_dir": "site",
        "theme": {"custom_dir": f"{to}/docs_templates/theme"},
        "plugins": [{"kek": plugin}],
    })  # fmt: skip
