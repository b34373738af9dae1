# The Jinja environment for page templates: YAML is untrusted text, so everything is escaped, and a name that is
# missing is an error. Templates hold layout; what they show is computed in Python.
from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kek_build.models.numbers import write

TEMPLATES = Path(__file__).resolve().parents[2] / "docs_templates"
"""The templates that ship with the code."""


@cache
def environment(folder: Path = TEMPLATES) -> Environment:
    """The environment that renders `pages/` and `parts/` of a template folder."""
    env = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    env.filters["zahl"] = _number
    env.filters["datum"] = _date
    return env


def _number(value: int | Decimal) -> str:
    return write(Decimal(value))


def _date(value: date) -> str:
    return f"{value.day}. {value.month}. {value.year}"
