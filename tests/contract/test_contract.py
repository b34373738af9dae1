# The contract itself: a published site is changed in several rounds, and all addresses of all rounds go on answering.
from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kek_build import contract
from kek_build.concept import Entry
from kek_build.renaming import new_names, plan
from tests.contract.published import Published, publish, unanswered
from tests.example import Copy, copy_to


def rename(copy: Copy, old: str, new: str) -> None:
    konzept = copy.konzept()
    planned = plan(konzept, new_names(konzept, old, new), copy.root)
    planned.carry_out(copy.root)


def dissolve(copy: Copy, *lines: str) -> None:
    copy.append("aufgehoben.yml", "\n".join([f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]) + "\n")


def cut(copy: Copy, name: str, first: str, end: str | None) -> None:
    """Take out a key of a file with all that stands below it, up to another key or to the end."""
    text = (copy.folder / name).read_text(encoding="utf-8")
    start = text.index(f"\n{first}") + 1
    copy.write(name, text[:start] + (text[text.index(f"\n{end}", start) + 1 :] if end else ""))


GOAL = """\
          - nummer: 1.7.2-2
            aliase: [1.7.1-2, 1.1.1-2]
            titel: Eigentümer & Erben ansprechen
            kennzahlen: [leerstand]
"""
MERGED = """\
  - id: risiko-5
    aliase: [risiko-2]
    text: Baukosten steigen weiter.
"""
ENDED = ("titel: Was es war", "ende: 2024", "grund: Es wurde nicht mehr gebraucht.")


@pytest.fixture
def earlier(copy: Copy, tmp_path: Path) -> list[Published]:
    return [publish(copy, tmp_path / "runde-1")]


def test_a_site_answers_all_of_its_own_addresses(earlier: list[Published]) -> None:
    assert unanswered(earlier[0].site, earlier) == []
    assert len(earlier[0].addresses) > 200


def test_whatever_is_renamed_dissolved_or_merged_in_several_rounds_goes_on_answering(
    copy: Copy, earlier: list[Published], tmp_path: Path
) -> None:
    # Second round: numbers, short names, statements; a place, a topic, a term, a document; goals with and without page.
    for old, new in (("2-3", "3-3"), ("I.1", "III.1"), ("swot/wohnen#risiko-2", "risiko-5"), ("swot/wohnen", "zuhause"),
                     ("orte/grossstadt", "metropole"), ("1.1", "1.7"), ("2.1.1", "2.1.5"), ("akteure/bauamt", "amt-5"),
                     ("glossar/kataster", "liste"), ("kennzahlen/radwege", "radnetz"), ("quellen/beiblatt", "anlage"),
                     ("seiten/vorwort", "auftakt"), ("II", "B")):  # fmt: skip
        rename(copy, old, new)
    earlier.append(publish(copy, tmp_path / "runde-2"))
    assert unanswered(earlier[1].site, earlier) == []

    # Third round: some are renamed again, and some are dissolved, with or without something that carries on.
    for old, new in (("3-3", "4-4"), ("swot/zuhause", "haus-und-hof"), ("1.7.1", "1.7.2"), ("III.1", "I.1")):
        rename(copy, old, new)
    (copy.folder / "massnahmen/4-4.yml").unlink()
    dissolve(copy, "verweis: 4-4", "art: massnahme", *ENDED, "zusammengefuehrt_mit: [2-1]", "aliase: [3-3, 2-3]")
    copy.replace("orte.yml", "- kennung: mustersee\n  name: Mustersee\n  art: Gewässer\n  im_landkreis: ja\n", "")
    dissolve(copy, "verweis: orte/mustersee", *ENDED)
    copy.replace("handlungsfelder/I.yml", GOAL, "")
    dissolve(copy, "verweis: 1.7.2-2", "art: ziel", *ENDED, "ersetzt_durch: [1.7.2-1]", "aliase: [1.7.1-2, 1.1.1-2]")
    earlier.append(publish(copy, tmp_path / "runde-3"))
    assert unanswered(earlier[2].site, earlier) == []

    # Fourth round: two statements become one, a goal goes with all that stood in it, and so does a page of no thing.
    copy.replace("swot/haus-und-hof.yml", MERGED, "")
    copy.replace("swot/haus-und-hof.yml", "- id: risiko-1\n", "- id: risiko-1\n    aliase: [risiko-5, risiko-2]\n")
    cut(copy, "handlungsfelder/B.yml", "ziele:", None)
    dissolve(copy, 'verweis: "2.1"', "art: ziel", *ENDED)
    cut(copy, "konzept.yml", "befragung:", "verlauf:")
    earlier.append(publish(copy, tmp_path / "runde-4"))
    assert unanswered(earlier[3].site, earlier) == []


_LOSSES = {
    "Maßnahme „2-3“ fehlt": ("massnahmen/2-3/", "massnahmen/2-3.yml", "", ""),
    "SWOT-Aussage „swot/wohnen#risiko-2“ fehlt": (
        "swot/wohnen/#risiko-2", "swot/wohnen.yml", "  - id: risiko-2\n    text: Baukosten steigen weiter.\n", ""),
    "Ort „orte/mustersee“ fehlt": ("orte/mustersee/", "orte.yml", "kennung: mustersee", "kennung: anderer-see"),
    "Ziel „1.1.1-2“ fehlt": ("ziele/1.1.1-2/", "handlungsfelder/I.yml", "nummer: 1.1.1-2", "nummer: 1.1.1-4"),
    "Ziel „1.2“ fehlt": ("ziele/1.2/", "handlungsfelder/I.yml", 'nummer: "1.2"', 'nummer: "1.3"'),
    "Akteur „akteure/wanderfreunde“ fehlt": (
        "akteure/wanderfreunde/", "akteure.yml", "kennung: wanderfreunde", "kennung: wanderer"),
    "Ort „orte/niederdorf“ fehlt": (
        "orte/niederdorf/", "aufgehoben.yml", "verweis: orte/niederdorf", "verweis: orte/oberdorf"),
    "Ort „orte/altdorf“ fehlt": ("orte/altdorf/", "orte.yml", "  aliase: [altdorf]\n", ""),
    "SWOT-Thema „swot/haeuser“ fehlt": ("swot/haeuser/", "swot/wohnen.yml", "aliase: [haeuser]\n", ""),
}  # fmt: skip


@pytest.mark.parametrize("told", _LOSSES)
def test_what_disappears_without_a_word_is_told_with_file_and_line(copy: Copy, told: str) -> None:
    address, name, old, new = _LOSSES[told]
    if old:
        copy.replace(name, old, new)
    else:
        (copy.folder / name).unlink()
    problem = contract.check([copy.konzept()], copy.root)[0]
    assert told in problem.message
    assert f"„{address}“" in problem.message
    assert (str(problem.file), problem.line) == ("content/musterkreis/adressen.txt", copy.line("adressen.txt", address))
    assert problem.expected
    assert "aliase: [" in problem.expected
    assert "verweis: " in problem.expected


_THINGS = ("1-10", "2-1", "2-3", "II.1", "I.1", "1.1.1", "1.1.1-1", "2.1", "swot/wohnen", "swot/wohnen#chance-1",
           "orte/musterdorf", "glossar/oepnv", "kennzahlen/leerstand", "akteure/kreistag")  # fmt: skip


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(_THINGS), st.integers(20, 23)), min_size=2, max_size=5))
def test_any_sequence_of_renamings_keeps_every_address(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("folge")
    copy = copy_to(folder / "projekt")
    earlier = [publish(copy, folder / "runde-0")]
    for number, (thing, count) in enumerate(steps, 1):
        konzept = copy.konzept()
        found = konzept.former.find(thing)
        assert isinstance(found, Entry)
        new = f"{'chance' if '#' in thing else 'neu'}-{count}"
        if konzept.former.find(f"{found.ref.rpartition('#')[0]}#{new}" if "#" in thing else new) is None:
            rename(copy, found.ref, new)
        earlier.append(publish(copy, folder / f"runde-{number}"))
    assert unanswered(earlier[-1].site, earlier) == []


def test_the_page_of_a_report_that_is_gone_leads_to_the_other_reports(
    copy: Copy, earlier: list[Published], tmp_path: Path
) -> None:
    copy.replace("konzept.yml", "  - titel: Bericht über drei Jahre\n    von: Q1/2021\n    bis: 2023\n", "")
    now = publish(copy, tmp_path / "runde-2")
    assert "berichte/2021-01-01-bis-2023-12-31/bericht.csv" in earlier[0].files
    assert [lost for lost in unanswered(now.site, earlier) if not lost.endswith(".csv")] == []
    page = (now.site / "berichte/2021-01-01-bis-2023-12-31/index.html").read_text(encoding="utf-8")
    assert 'href="../../berichte/"' in page or 'href="../"' in page
