# The Jinja environment for page templates: YAML is untrusted text, so everything is escaped, and a name that is
# missing is an error. Templates hold layout; what they show is computed in Python.
from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from kek_build.concept.entries import capital
from kek_build.pages.record import Heading, headings

TEMPLATES = Path(__file__).resolve().parents[2] / "docs_templates"
"""The templates that ship with the code."""


_MARKUP = re.compile(r"[&<>'\"]")


def _escaped(value: Any) -> str:
    """What `markupsafe.escape` makes of a value, without the mark that it is safe, which costs more than the rest."""
    kind = type(value)
    if kind is str:
        return escape(value) if _MARKUP.search(value) else value
    if kind is int or kind is float:
        return str(value)
    return value if kind is Markup else escape(value)


class _Writer(CodeGenerator):
    """Compiles templates; what they show is written down at once, so nobody asks any more whether it is safe."""

    def _output_child_pre(self, *_: Any) -> None:
        self.write("environment.escaped(")


class _Environment(Environment):
    code_generator_class = _Writer
    escaped = staticmethod(_escaped)


def environment(folder: Path = TEMPLATES) -> Environment:
    """The environment that renders `pages/` and `parts/` of a template folder; always the same one."""
    return _environment(folder)


@cache
def _environment(folder: Path) -> Environment:
    env = _Environment(
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


def share_parts(env: Environment, cache: Path) -> None:
    """Let a theme's environment escape as pages do, since titles and headings are text, and use our parts.

    Args:
        env: the environment.
        cache: where its compiled templates are kept, see `keep_compiled`.
    """
    env.autoescape = True
    keep_compiled(env, cache)
    env.loader = ChoiceLoader([*([env.loader] if env.loader else []), FileSystemLoader(TEMPLATES)])


def sections(markup: str) -> list[Heading]:
    """The headings of a page's sections, for its contents; of fewer than three nobody needs a list."""
    found = [heading for heading in headings(markup) if heading.level == 2]
    return found if len(found) > 2 else []
