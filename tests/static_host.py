# Understands the file `_headers` as static hosts do, for tests and for the server that tests browse: a rule is a path,
# with * at its end for everything below; every rule that matches adds its headers.
from __future__ import annotations

from functools import cache
from pathlib import Path

Rules = dict[str, dict[str, str]]


def parse(text: str) -> Rules:
    """The rules of a file: headers by path."""
    rules: Rules = {}
    for line in text.splitlines():
        if line.startswith("/"):
            headers = rules.setdefault(line, {})
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            assert name not in headers
            headers[name] = value
        else:
            assert line.startswith("#"), line
    return rules


def headers_for(path: str, rules: Rules) -> dict[str, str]:
    """What the answer for a path carries. Hosts would join what two rules say of one header, so none may."""
    found: dict[str, str] = {}
    for pattern, headers in rules.items():
        if path.startswith(pattern[:-1]) if pattern.endswith("*") else path == pattern:
            assert not found.keys() & headers.keys(), path
            found |= headers
    return found


@cache
def rules_of(site: Path) -> Rules:
    """The rules that a built site brings along."""
    return parse((site / "_headers").read_text(encoding="utf-8"))
