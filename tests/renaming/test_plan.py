from __future__ import annotations

import os
from pathlib import Path

import pytest

from kek_build.errors import ContentError, SetupError
from kek_build.renaming import Plan, new_names, plan
from tests.example import Copy


def planned(copy: Copy, old: str, new: str) -> Plan:
    konzept = copy.konzept()
    return plan(konzept, new_names(konzept, old, new), copy.root)


def files(copy: Copy) -> dict[str, bytes]:
    return {p.relative_to(copy.folder).as_posix(): p.read_bytes() for p in copy.folder.rglob("*") if p.is_file()}


def changed_lines(copy: Copy, old: str, new: str) -> list[str]:
    """The lines that a renaming takes out (-) and puts in (+)."""
    diffs = (change.diff().splitlines() for change in planned(copy, old, new).changes)
    return [line for diff in diffs for line in diff if line[:1] in "+-" and line[:3] not in {"+++", "---"}]


def test_only_the_lines_change_that_name_the_thing(copy: Copy) -> None:
    assert changed_lines(copy, "2-3", "3-3") == ["-nummer: 2-3", "+nummer: 3-3", "+aliase: [2-3]"]


def test_every_kind_of_reference_changes(copy: Copy) -> None:
    lines = changed_lines(copy, "2-1", "2-9")
    assert "+  grund: Der Kreistag hat den Rufbus mit [[2-9|dem Busnetz]] verbunden & <beendet>." in lines
    assert "+  zusammengefuehrt_mit: [2-9, II.1]" in lines
    assert "+      - massnahme: 2-9" in lines
    assert "+        massnahmen: [2-9]" in lines
    assert "+zusammengefuehrt_mit: 2-9" in lines
    assert "+        - mehr Busse, siehe [[2-9|das Busnetz]]" in lines
    assert not any("2-1" in line for line in lines if line[0] == "+" and "aliase" not in line)


def test_references_with_anchors_and_pages_change_with_the_topic(copy: Copy) -> None:
    lines = changed_lines(copy, "swot/wohnen", "zuhause")
    assert "+fuer: [I.1, swot/zuhause#schwaeche-1]" in lines
    assert any("[[swot/zuhause#chance-1]]" in line for line in lines)
    assert "+            auch: [I.1, swot/zuhause#schwaeche-2, akteure/kreistag]" in lines
    assert "+aliase: [wohnen, haeuser]" in lines


def test_short_and_whole_references_stay_short_and_whole(copy: Copy) -> None:
    lines = changed_lines(copy, "orte/musterdorf", "neudorf")
    assert "+orte: [neudorf, musterstadt]" in lines
    assert any("[[orte/neudorf|das Dorf]]" in line for line in lines)
    assert "+  aliase: [musterdorf, altdorf]" in lines


def test_a_longer_number_that_begins_alike_is_left_alone(copy: Copy) -> None:
    copy.append("massnahmen/2-3.yml", "beschreibung: Siehe [[1-10]], [[ 1-2 ]] und [[1-2|die 1-2]].\n")
    lines = changed_lines(copy, "1-2", "9-2")
    assert "+beschreibung: Siehe [[1-10]], [[ 9-2 ]] und [[9-2|die 1-2]]." in lines


def test_comments_quotes_and_layout_stay(copy: Copy) -> None:
    copy.write("massnahmen/2-3.yml", "# Kopf\nnummer:   '2-3'   # die Nummer\ntitel: Rad\nhandlungsfeld: II\n")
    copy.write("schluesselvorhaben/II.1.yml", 'nummer: II.1\ntitel: x\nkurztitel: x\nhandlungsfelder: [ "II" ]\n'
               "beschreibung: x\nmassnahmen:\n  - {titel: x, art: kern, massnahmen: [{massnahme: '2-3'}]}\n",
    )  # fmt: skip
    planned(copy, "2-3", "3-3").carry_out(copy.root)
    assert (copy.folder / "massnahmen/3-3.yml").read_text(encoding="utf-8") == (
        "# Kopf\nnummer:   '3-3'   # die Nummer\naliase: [2-3]\ntitel: Rad\nhandlungsfeld: II\n"
    )
    assert "[{massnahme: '3-3'}]" in (copy.folder / "schluesselvorhaben/II.1.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- kennung: aue\n  aliase:\n    - au\n  name: Aue\n",
         "- kennung: wiese\n  aliase:\n    - aue\n    - au\n  name: Aue\n"),
        ("- {kennung: aue, name: Aue, ART}\n", "- {kennung: wiese, aliase: [aue], name: Aue, ART}\n"),
        ("- name: Aue\n  kennung: aue\n", "- name: Aue\n  kennung: wiese\n  aliase: [aue]\n"),
        ("- kennung: aue\n  name: Aue\n  aliase: [wiese]\n", "- kennung: wiese\n  name: Aue\n  aliase: [aue]\n"),
    ],
)  # fmt: skip
def test_the_old_name_is_put_where_the_list_stands_or_begins_one(copy: Copy, before: str, after: str) -> None:
    art = "art: Region, im_landkreis: nein"
    tail = "" if "ART" in before else "  art: Region\n  im_landkreis: nein\n"
    copy.append("orte.yml", before.replace("ART", art) + tail)
    planned(copy, "orte/aue", "wiese").carry_out(copy.root)
    text = (copy.folder / "orte.yml").read_text(encoding="utf-8")
    assert text.endswith(after.replace("ART", art) + tail)


def test_a_page_gets_its_alias_in_its_head(copy: Copy) -> None:
    copy.replace("seiten/vorwort.md", "aliase: [einleitung]\n", "")
    copy.replace("adressen.txt", "seiten/einleitung/#wozu\n", "")
    copy.replace("adressen.txt", "seiten/einleitung/\n", "")
    planned(copy, "seiten/vorwort", "auftakt").carry_out(copy.root)
    text = (copy.folder / "seiten/auftakt.md").read_text(encoding="utf-8")
    assert text.startswith("---\naliase: [vorwort]\ntitel: Vorwort")


def test_line_ends_of_windows_stay(copy: Copy) -> None:
    path = copy.folder / "massnahmen/2-3.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    planned(copy, "2-3", "3-3").carry_out(copy.root)
    data = (copy.folder / "massnahmen/3-3.yml").read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n") > 3


def test_renaming_back_leaves_the_content_as_it_was_but_for_the_aliases(copy: Copy) -> None:
    before = files(copy)
    planned(copy, "2-3", "3-3").carry_out(copy.root)
    planned(copy, "3-3", "2-3").carry_out(copy.root)
    after = files(copy)
    assert after.keys() == before.keys()
    assert [name for name in after if after[name] != before[name]] == ["massnahmen/2-3.yml"]
    assert b"nummer: 2-3\naliase: [3-3]\n" in after["massnahmen/2-3.yml"]


def test_a_plan_alone_changes_nothing(copy: Copy) -> None:
    before = files(copy)
    planned(copy, "I.1", "I.7")
    assert files(copy) == before


def test_a_result_with_problems_changes_nothing(copy: Copy) -> None:
    before = files(copy)
    with pytest.raises(ContentError, match="Eine Nummer kann nicht „daten“ heißen"):
        planned(copy, "2-3", "daten")
    assert files(copy) == before


def test_a_file_of_the_new_name_that_holds_nothing_right_is_not_written_over(copy: Copy) -> None:
    konzept = copy.konzept()
    copy.write("massnahmen/3-3.yml", "")
    with pytest.raises(SetupError, match=r"3-3\.yml“ gibt es schon"):
        plan(konzept, {"2-3": "3-3"}, copy.root)


def test_a_value_whose_characters_are_hidden_is_told(copy: Copy) -> None:
    copy.replace("massnahmen/2-3.yml", "zusammengefuehrt_mit: 2-1", 'zusammengefuehrt_mit: "2\\x2d1"')
    with pytest.raises(SetupError, match=r"2-3\.yml:4:24: Die Stelle lässt sich nicht ändern"):
        planned(copy, "2-1", "2-9")


def test_a_disk_that_fails_halfway_leaves_everything_as_it_was(copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    ready = planned(copy, "2-1", "2-9")
    before = files(copy)
    rename, count = os.rename, 0

    def failing(old: Path, new: Path) -> None:
        nonlocal count
        count += 1
        if count == len(ready.changes) + 2:
            raise OSError(28, "kein Platz")
        rename(old, new)

    monkeypatch.setattr(os, "rename", failing)
    with pytest.raises(OSError, match="kein Platz"):
        ready.carry_out(copy.root)
    monkeypatch.undo()
    assert files(copy) == before


def test_a_table_of_values_is_renamed_with_its_indicator(copy: Copy) -> None:
    before = files(copy)["kennzahlen/radwege.csv"]
    planned(copy, "kennzahlen/radwege", "kennzahlen/radnetz").carry_out(copy.root)
    assert "kennzahlen/radwege.csv" not in files(copy)
    assert files(copy)["kennzahlen/radnetz.csv"] == before
    assert len(copy.konzept()["kennzahlen/radnetz"].model.werte) == 2
