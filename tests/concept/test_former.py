from __future__ import annotations

import pytest

from kek_build.concept import Entry, Konzept
from kek_build.concept.former import Tombstone, circles
from tests.example import Copy, place

# What answers for a name


@pytest.mark.parametrize(
    ("ref", "now"),
    [
        ("1-2", "1-2"), ("1-5", "1-2"), ("0-7", "1-2"), ("i.9", "I.1"), ("A", "I"), ("1.1.9", "1.1.1"),
        ("1.1.1-9", "1.1.1-1"), ("swot/haeuser", "swot/wohnen"), ("swot/haeuser#risiko-1", "swot/wohnen#risiko-1"),
        ("swot/wohnen#schwaeche-7", "swot/wohnen#schwaeche-2"), ("swot/haeuser#schwaeche-7", "swot/wohnen#schwaeche-2"),
        ("swot/umland#risiko-1", "swot/wohnen#schwaeche-2"), ("orte/altdorf", "orte/musterdorf"),
        ("quellen/kek-2035", "quellen/kek-muster"), ("seiten/einleitung", "seiten/vorwort"),
    ],
)  # fmt: skip
def test_a_former_name_means_the_thing_of_today(musterkreis: Konzept, ref: str, now: str) -> None:
    found = musterkreis.former.find(ref)
    assert isinstance(found, Entry)
    assert found.ref == now


@pytest.mark.parametrize(
    ("ref", "stone"),
    [("2-2", "2-2"), ("2-7", "2-2"), ("swot/wohnen#chance-2", "swot/wohnen#chance-2"),
     ("swot/umland#chance-9", "swot/umland"), ("orte/niederdorf", "orte/niederdorf")],
)  # fmt: skip
def test_the_name_of_what_was_dissolved_means_its_tombstone(musterkreis: Konzept, ref: str, stone: str) -> None:
    found = musterkreis.former.find(ref)
    assert isinstance(found, Tombstone)
    assert found.ref == stone


@pytest.mark.parametrize(("ref", "kind"), [("9-9", None), ("1-2", "ziel"), ("swot/wohnen#chance-9", None)])
def test_a_name_that_nothing_ever_had_means_nothing(musterkreis: Konzept, ref: str, kind: str | None) -> None:
    assert musterkreis.former.find(ref, kind) is None


def test_goals_go_with_the_field_or_goal_they_stood_in(copy: Copy) -> None:
    copy.append("aufgehoben.yml", "- verweis: 3\n  art: handlungsfeld\n  titel: x\n  ende: 2024\n  grund: y\n")
    former = copy.konzept().former
    found = former.find("3.1-2", "ziel")
    assert isinstance(found, Tombstone)
    assert found.ref == "3"
    assert former.find("3.1-2") is None
    assert former.find("31", "ziel") is None


def test_a_thing_knows_what_was_dissolved_and_carries_on_in_it(musterkreis: Konzept) -> None:
    assert [stone.ref for stone in musterkreis.dissolved_into(musterkreis["II.1"])] == ["2-2"]
    assert musterkreis.dissolved_into(musterkreis["I.1"]) == ()


# Names that mean two things


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("massnahmen/2-1.yml", "nummer: 2-1\n", "nummer: 2-1\naliase: [1-10]\n",
         "„1-10“ ist vergeben: Maßnahme in content/musterkreis/massnahmen/1-10.yml:1."),
        ("massnahmen/2-1.yml", "nummer: 2-1\n", "nummer: 2-1\naliase: [i]\n",
         "„i“ ist vergeben: Handlungsfeld in content/musterkreis/handlungsfelder/I.yml:1."),
        ("massnahmen/2-1.yml", "nummer: 2-1\n", "nummer: 2-1\naliase: [1-5]\n",
         "„1-5“ steht schon unter „aliase“ von „1-2“ (content/musterkreis/massnahmen/1-2.yml:1)."),
        ("massnahmen/2-1.yml", "nummer: 2-1\n", "nummer: 2-1\naliase: [2-2]\n",
         "„2-2“ ist aufgehoben (content/musterkreis/aufgehoben.yml:2)."),
        ("swot/wohnen.yml", "  - id: chance-1\n", "  - id: chance-1\n    aliase: [staerke-1]\n",
         "„staerke-1“ ist vergeben: SWOT-Aussage in content/musterkreis/swot/wohnen.yml:17."),
    ],
)  # fmt: skip
def test_a_former_name_that_something_else_has_is_told(copy: Copy, name: str, old: str, new: str, told: str) -> None:
    copy.replace(name, old, new)
    problem = copy.only_problem()
    assert (problem.file, problem.line) == place(name, copy.line(name, "aliase: [" + new.partition("[")[2].strip()))
    assert problem.message.partition(":")[0] == told.partition(":")[0]


def test_the_same_former_name_twice_in_a_list_is_told(copy: Copy) -> None:
    copy.replace("massnahmen/1-2.yml", "[1-5, 0-7]", "[1-5, 0-7, 1-5]")
    assert "„1-5“ steht schon unter „aliase“ von „1-2“" in copy.only_problem().message


@pytest.mark.parametrize(
    ("lines", "line", "told"),
    [
        ("- verweis: 2-3\n  art: massnahme\n", 0,
         "„2-3“ ist aufgehoben, steht aber noch in content/musterkreis/massnahmen/2-3.yml:1."),
        ("- verweis: 2-4\n  art: massnahme\n", 0,
         "„2-4“ steht doppelt (zuerst in content/musterkreis/aufgehoben.yml:12)."),
        ("- verweis: 9-9\n", 0, "„art“ fehlt: Was war „9-9“?"),
        ("- verweis: orte/fern\n  art: massnahme\n", 1, "„art“ ist hier überflüssig."),
        ("- verweis: 9-9\n  art: massnahme\n  aliase: [2-1]\n", 2, "„2-1“ ist vergeben: Maßnahme in"),
    ],
)  # fmt: skip
def test_a_tombstone_that_cannot_be_is_told(copy: Copy, lines: str, line: int, told: str) -> None:
    first = (copy.folder / "aufgehoben.yml").read_text(encoding="utf-8").count("\n") + 1
    copy.append("aufgehoben.yml", f"{lines}  titel: x\n  ende: 2024\n  grund: y\n")
    problem = copy.only_problem()
    assert (problem.file, problem.line) == place("aufgehoben.yml", first + line)
    assert problem.message.startswith(told)


def test_a_tombstone_without_reason_or_with_a_malformed_reference_is_told(copy: Copy) -> None:
    copy.append("aufgehoben.yml", "- verweis: Orte/Fern\n  titel: x\n  ende: 2024\n")
    messages = [problem.message for problem in copy.problems()]
    assert messages == ["„verweis“: „Orte/Fern“ hat nicht die richtige Form.", "„grund“ fehlt oder ist leer."]


# References to what is no longer called so


@pytest.mark.parametrize(
    ("old", "new", "told", "expected"),
    [
        ("massnahmen/2-1.yml: [grossstadt]", "[altdorf]", "„altdorf“ heißt jetzt „musterdorf“.", "musterdorf"),
        ("glossar.yml: [[2-1]]", "[[1-5]]", "„1-5“ heißt jetzt „1-2“.", "1-2"),
        ("glossar.yml: [[2-1]]", "[[swot/haeuser#chance-1]]",
         "„swot/haeuser#chance-1“ heißt jetzt „swot/wohnen#chance-1“.", "swot/wohnen#chance-1"),
        ("glossar.yml: [[2-1]]", "[[2-2]]", "„2-2“ wurde aufgehoben (content/musterkreis/aufgehoben.yml:2).",
         "2-1 oder II.1, oder kein Verweis: der Text ohne [[ und ]]"),
        ("massnahmen/2-1.yml: [grossstadt]", "[niederdorf]",
         "„niederdorf“ wurde aufgehoben (content/musterkreis/aufgehoben.yml:32).",
         "orte/musterdorf, oder kein Verweis: Löschen Sie diese Zeile, und mit ihr einen „vermerk“, der dazu gehört"),
        ("glossar.yml: [[2-1]]", "[[1.1.1-3]]", "„1.1.1-3“ wurde aufgehoben (content/musterkreis/aufgehoben.yml:18).",
         "kein Verweis: der Text ohne [[ und ]]"),
    ],
)  # fmt: skip
def test_a_reference_by_a_former_name_says_what_it_is_called_now(
    copy: Copy, old: str, new: str, told: str, expected: str
) -> None:
    name, _, text = old.partition(": ")
    copy.replace(name, text, new)
    problem = copy.only_problem()
    assert problem.message == told
    assert problem.expected == expected
    assert problem.line == copy.line(name, new)


def test_what_took_the_place_of_something_may_have_ended_later(musterkreis: Konzept) -> None:
    assert musterkreis.former.tombstones["2-4"].successors == ("2-2",)


@pytest.mark.parametrize("ref", ["9-99", "1-5", "orte/nirgends"])
def test_a_successor_that_does_not_exist_is_told(copy: Copy, ref: str) -> None:
    copy.replace("aufgehoben.yml", "ersetzt_durch: [2-2]", f"ersetzt_durch: [{ref}]")
    problem = copy.only_problem()
    assert problem.message in {f"„{ref}“ gibt es nicht.", "„1-5“ heißt jetzt „1-2“."}
    assert problem.line == copy.line("aufgehoben.yml", f"[{ref}]")


def test_tombstones_that_lead_to_each_other_are_told(copy: Copy) -> None:
    copy.replace("aufgehoben.yml", "zusammengefuehrt_mit: [2-1, II.1]", "zusammengefuehrt_mit: [2-4]")
    found = copy.problems()
    assert [problem.message for problem in found] == [
        "„zusammengefuehrt_mit“ führt im Kreis: 2-2 → 2-4 → 2-2.",
        "„ersetzt_durch“ führt im Kreis: 2-4 → 2-2 → 2-4.",
    ]
    assert [problem.line for problem in found] == [
        copy.line("aufgehoben.yml", "[2-4]"),
        copy.line("aufgehoben.yml", "[2-2]"),
    ]


def test_measures_that_lead_to_each_other_by_different_keys_are_told(copy: Copy) -> None:
    copy.append("massnahmen/1-10.yml", "zusammengefuehrt_mit: 1-2\n")
    assert {problem.message for problem in copy.problems()} == {
        "„zusammengefuehrt_mit“ führt im Kreis: 1-10 → 1-2 → 1-10.",
        "„ersetzt_durch“ führt im Kreis: 1-2 → 1-10 → 1-2.",
    }


def test_circles_are_found_by_their_shortest_way() -> None:
    assert circles({"a": ["b", "c"], "b": ["d"], "d": ["a"], "c": ["a"], "e": ["a"]}) == {
        "a": ["a", "c", "a"],
        "b": ["b", "d", "a", "b"],
        "d": ["d", "a", "b", "d"],
        "c": ["c", "a", "c"],
    }
    assert circles({"a": ["a"]}) == {"a": ["a", "a"]}
