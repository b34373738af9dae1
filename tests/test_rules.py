# The list of rules: names that can be addresses of an explanation, and nothing said twice.
from __future__ import annotations

import re

import pytest

from kek_build.rules import Rule
from tests.example import PROJECT

every_rule = pytest.mark.parametrize("rule", list(Rule), ids=lambda rule: rule.slug)


def test_no_two_rules_share_a_name_or_a_title() -> None:
    assert len({rule.slug for rule in Rule}) == len({rule.title for rule in Rule}) == len(Rule)


@every_rule
def test_a_rule_has_a_name_for_machines_and_an_explanation_for_people(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.slug)
    assert rule.title[0].isupper()
    assert rule.explanation.endswith(".")
    assert rule.example is None or rule.example.strip() == rule.example != ""


@every_rule
def test_a_rule_is_used(rule: Rule) -> None:
    texts = [path.read_text(encoding="utf-8") for path in (PROJECT / "kek_build").rglob("*.py")]
    assert any(f"Rule.{rule.name}" in text for text in texts)
