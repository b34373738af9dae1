# The shape of the code itself: what is public is described, and packages import only what stands below them.
from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import kek_build
from tests.example import PROJECT

_MODULES = sorted(
    info.name for info in pkgutil.walk_packages(kek_build.__path__, "kek_build.") if not info.name.endswith("__main__")
)
_FILES = sorted((PROJECT / "kek_build").rglob("*.py"))

# From the ground up. A package may import those before it, never one behind it.
_ORDER = (
    "rules", "errors", "outputs", "tracing", "updating", "publish", "models", "reading", "concept", "steering",
    "history", "site", "builds", "editions", "links", "headers", "sitemap", "pages", "contract", "differences",
    "reports", "checking", "editing", "schemas", "renaming", "starting", "feeds", "termine", "pictures", "data",
    "freezing", "assembly", "answers", "embeds", "documents", "redaktion", "readability", "spreadsheets", "search",
    "joining", "wortlaut", "preview", "mkdocs_adapter", "server", "commands", "cli", "handbook",
)  # fmt: skip


def _part(name: str) -> str:
    """The part of the package that a module belongs to: `pages` for `kek_build.pages.text`."""
    return [*name.split("."), "", ""][1]


def _module_of(path: Path) -> str:
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def _imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _public(module: ModuleType) -> Iterator[tuple[str, object]]:
    for name, thing in vars(module).items():
        if name.startswith("_") or getattr(thing, "__module__", None) != module.__name__:
            continue
        if inspect.isclass(thing) or inspect.isfunction(thing):
            yield name, thing


def _description(thing: object) -> str | None:
    """The description written at a thing itself, not one it inherits or a dataclass makes up."""
    doc = thing.__dict__.get("__doc__") if inspect.isclass(thing) else thing.__doc__
    return None if doc is None or doc.startswith(f"{getattr(thing, '__name__', '')}(") else doc


@pytest.mark.parametrize("name", _MODULES)
def test_every_public_function_and_class_is_described(name: str) -> None:
    module = importlib.import_module(name)
    undescribed = [public for public, thing in _public(module) if not (_description(thing) or "").strip()]
    assert undescribed == []


@pytest.mark.parametrize("path", _FILES, ids=_module_of)
def test_every_module_says_why_it_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.name != "__main__.py":
        assert text.startswith(("# ", '"""'))


@pytest.mark.parametrize("path", _FILES, ids=_module_of)
def test_only_the_adapter_knows_mkdocs(path: Path) -> None:
    if _part(_module_of(path)) != "mkdocs_adapter":
        assert not [name for name in _imports(path) if name.split(".")[0] in {"mkdocs", "material"}]


@pytest.mark.parametrize("path", _FILES, ids=_module_of)
def test_a_module_imports_only_what_stands_below_it(path: Path) -> None:
    part = _part(_module_of(path))
    if part in {"", "__main__"}:
        return
    own = {name for name in _imports(path) if name.split(".")[0] == "kek_build"}
    above = sorted(name for name in own if _ORDER.index(_part(name)) > _ORDER.index(part))
    assert above == []


def test_every_part_of_the_package_has_its_place_in_the_order() -> None:
    assert {_part(_module_of(path)) for path in _FILES} - {"", "__main__"} == set(_ORDER)


@pytest.mark.parametrize("path", _FILES, ids=_module_of)
def test_only_the_command_line_prints(path: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    prints = [node for node in calls if isinstance(node.func, ast.Name) and node.func.id == "print"]
    assert not prints or path.name == "cli.py" or path.parent.name == "commands"


@pytest.mark.parametrize("package", ["concept", "models", "reading", "site"])
def test_a_package_has_what_it_lists(package: str) -> None:
    module = importlib.import_module(f"kek_build.{package}")
    assert len(set(module.__all__)) == len(module.__all__)
    assert [name for name in module.__all__ if not hasattr(module, name)] == []
