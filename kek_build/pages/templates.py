# The Jinja environment for page templates: YAML is untrusted text, so everything is escaped, and a name that is
# missing is an error. Templates hold layout; what they show is computed in Python.
from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from kek_build.concept.entries import capital
from kek_build.pages.record import Heading, headings

TEMPLATES = Path(__file__).resolve().parents[2] / "docs_templates"
"""The templates that ship with the code."""


def environment(folder: Path = TEMPLATES) -> Environment:
    """The environment that renders `pages/` and `parts/` of a template folder; always the same one."""
    return _environment(folder)


@cache
def _environment(folder: Path) -> Environment:
    env = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    env.filters["sections"] = sections
    env.filters["capital"] = capital
    return env


def keep_compiled(env: Environment, cache: Path) -> None:
    """Let an environment keep its templates compiled from run to run; one that changed is compiled anew.

    Args:
        env: the environment.
        cache: a folder of our own, made when it is missing. What is kept does not say how it was compiled, so
            environments with other settings share nothing.
    """
    settings = "".join(str(int(setting)) for setting in (env.trim_blocks, env.lstrip_blocks, bool(env.autoescape)))
    folder = cache / "vorlagen" / f"{type(env).__name__.lower()}-{settings}"
    folder.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(folder))


def sections(markup: str) -> list[Heading]:
    """The headings of a page's sections, for its contents; of fewer than three nobody needs a list."""
    found = [heading for heading in headings(markup) if heading.level == 2]
    return found if len(found) > 2 else []
