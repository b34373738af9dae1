# What is left of a file with mistakes in it: the model without the values that are wrong, so that the references and
# numbers in the rest are checked as well, and nobody mends one mistake only to be told of the next.
from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from kek_build.reading.validation import Extra, model_at

M = TypeVar("M", bound=BaseModel)

PLACEHOLDER = "…"
"""Stands for a text that is needed and wrong or missing; what it says is no reference to anything."""
_ROUNDS = 5
"""How often something may be wrong only after something else was taken out."""


def what_is_left(model: type[M], data: Any, extra: Mapping[str, Extra] | None = None) -> M | None:
    """The model of data that is partly wrong, for checks only.

    Args:
        model: the model of the data.
        data: as read; it is not changed.
        extra: values that do not stand in the YAML, by key.

    Returns:
        A model without the values that are wrong; None when it cannot be without them.
    """
    if not isinstance(data, dict):
        return None
    values = {**copy.deepcopy(data), **{key: given.value for key, given in (extra or {}).items()}}
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(values)
        except ValidationError as error:
            if not all(_take_out(model, values, details["loc"]) for details in error.errors(include_url=False)):
                return None
    return None


def _take_out(model: type[BaseModel], values: dict[str, Any], loc: Sequence[str | int]) -> bool:
    """Take out the smallest part around a place that can be done without; the numbers of list entries stay."""
    for end in range(len(loc), 0, -1):
        key = loc[end - 1]
        parent = model_at(model, loc[: end - 1])
        if not isinstance(key, str) or parent is None:
            continue
        field = parent.model_fields.get(key)
        if field is None or not field.is_required():
            holder = _at(values, loc[: end - 1])
            if isinstance(holder, dict):
                holder.pop(key, None)
            return True
    first = loc[0] if loc else None
    if not isinstance(first, str) or values.get(first) == PLACEHOLDER:
        return False
    values[first] = PLACEHOLDER
    return True


def _at(values: Any, loc: Sequence[str | int]) -> Any:
    for part in loc:
        if isinstance(values, dict):
            values = values.get(str(part))
        elif isinstance(values, list) and isinstance(part, int) and part < len(values):
            values = values[part]
        else:
            return None
    return values
