from __future__ import annotations

import shutil

import pytest

from kek_build.concept import Konzept, Link, load
from tests.example import Copy, place

# References


def test_the_example_is_without_problems(copy: Copy) -> None:
    assert copy.konzept().slug == "musterkreis"


def test_a_reference_to_nothing_is_told_with_place_kind_and_suggestion(copy: Copy) -> None:
    copy.replace("massnahmen/2-1.yml", "orte: [grossstadt]", "orte: [grosstadt]")
    problem = copy.only_problem()
    assert (problem.file, problem.line) == place("massnahmen/2-1.yml", copy.line("massnahmen/2-1.yml", "grosstadt"))
    assert problem.message == "„grosstadt“ gibt es nicht."
    assert problem.expected == "eine Kennung aus orte.yml"
    assert problem.suggestion == "grossstadt"


@pytest.mark.parametrize(
    ("name", "old", "new", "guess"),
    [
        ("massnahmen/2-1.yml", "handlungsfeld: II", "handlungsfeld: iI", "II"),
        ("massnahmen/2-3.yml", "zusammengefuehrt_mit: 2-1", "zusammengefuehrt_mit: 2_1", "2-1"),
        ("swot/wohnen.yml", "[[orte/grossstadt|der", "[[orte/Großstadt|der", "orte/grossstadt"),
        ("kennzahlen/leerstand.yml", "swot/wohnen#schwaeche-1", "swot/wohnen#schwäche-1", "swot/wohnen#schwaeche-1"),
        ("glossar.yml", "[[2-1]]", "[[9-99]]", None),
    ],
)  # fmt: skip
def test_what_was_probably_meant_is_suggested(copy: Copy, name: str, old: str, new: str, guess: str | None) -> None:
    copy.replace(name, old, new)
    assert copy.only_problem().suggestion == guess


@pytest.mark.parametrize(
    ("name", "old", "new", "what"),
    [
        ("massnahmen/2-1.yml", "handlungsfeld: II", "handlungsfeld: II.1", "„II.1“ … (Schlüsselvorhaben)"),
        ("massnahmen/2-3.yml", "zusammengefuehrt_mit: 2-1", "zusammengefuehrt_mit: 2.1", "„2.1“ … (Ziel)"),
        ("swot/wohnen.yml", "antworten: [I]", "antworten: [orte/musterdorf]", "„orte/musterdorf“ … (Ort)"),
        ("akteure.yml", "orte: [musterstadt]", "orte: [akteure/bauamt]", "„akteure/bauamt“ … (Akteur)"),
    ],
)
def test_a_reference_to_the_wrong_kind_of_thing_is_told(copy: Copy, name: str, old: str, new: str, what: str) -> None:
    copy.replace(name, old, new)
    problem = copy.only_problem()
    assert problem.message == what.replace("…", "ist hier nicht erlaubt") + "."
    assert (problem.file, problem.line) == place(name, copy.line(name, new))


def test_the_kinds_that_are_allowed_are_named(copy: Copy) -> None:
    copy.replace("swot/wohnen.yml", "antworten: [I]", "antworten: [orte/musterdorf]")
    assert copy.only_problem().expected == "eine Nummer (Handlungsfeld, Ziel, Schlüsselvorhaben, Maßnahme)"


def test_the_concept_itself_cannot_be_referred_to(copy: Copy) -> None:
    copy.replace("glossar.yml", "[[2-1]]", "[[konzept]]")
    assert copy.only_problem().message == "„konzept“ gibt es nicht."


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("schluesselvorhaben/I.1.yml", "[[orte/musterstadt]]", "[[orte/musterstatt]]"),
        ("schluesselvorhaben/I.1.yml", "[[orte/musterdorf|das Dorf]]", "[[orte/dorf|das Dorf]]"),
        ("konzept.yml", "[[seiten/vorwort|der Einleitung]]", "[[seiten/vorword|der Einleitung]]"),
        ("seiten/vorwort.md", "[[swot/wohnen#chance-1]]", "[[swot/wohnen#chance-9]]"),
        ("seiten/vorwort.md", "[[II.1|alle Wege]]", "[[ II.9 |alle Wege]]"),
        ("massnahmen/1-2.yml", "im [[orte/musterdorf]]", "im [[dorf]]"),
    ],
)
def test_a_wrong_reference_in_running_text_names_its_own_line(copy: Copy, name: str, old: str, new: str) -> None:
    copy.replace(name, old, new)
    problem = copy.only_problem()
    assert (problem.file, problem.line) == place(name, copy.line(name, new))
    assert "gibt es nicht" in problem.message


def test_no_other_number_is_guessed_for_one_that_was_published_and_is_gone(copy: Copy) -> None:
    (copy.folder / "massnahmen/2-3.yml").unlink()
    copy.replace("glossar.yml", "[[2-1]]", "[[2-3]]")
    copy.replace("massnahmen/1-2.yml", "ersetzt_durch: 1-10", "ersetzt_durch: 2-3")
    told = [problem for problem in copy.problems() if problem.message.startswith("„2-3“ gibt es nicht mehr;")]
    assert {problem.suggestion for problem in told} == {None}
    assert {problem.file.name: problem.expected for problem in told} == {
        "glossar.yml": "kein Verweis: der Text ohne [[ und ]]",
        "1-2.yml": "kein Verweis: Löschen Sie diese Zeile, und mit ihr einen „vermerk“, der dazu gehört",
    }


def test_a_reference_is_not_mistaken_for_a_longer_one_before_it(copy: Copy) -> None:
    copy.write(
        "massnahmen/2-1.yml", "nummer: 2-1\ntitel: Bus\nhandlungsfeld: II\nbeschreibung: |\n  [[1-10]]\n  [[1-1]]\n"
    )
    problem = copy.only_problem()
    assert problem.message == "„1-1“ gibt es nicht."
    assert problem.line == 6


def test_a_reference_broken_over_two_lines_is_found_in_its_first(copy: Copy) -> None:
    copy.write(
        "massnahmen/2-1.yml",
        "nummer: 2-1\ntitel: Bus\nhandlungsfeld: II\nbeschreibung: >-\n  Erst das,\n  dann [[9-9|zwei\n  Wörter]].\n",
    )
    assert copy.only_problem().line == 6


@pytest.mark.parametrize("broken", ["[[II.1 und", "II.1]] und", "[[ ]] und", "[[II.1|]] und"])
def test_brackets_that_make_no_reference_are_told_with_their_line(copy: Copy, broken: str) -> None:
    copy.write(
        "massnahmen/2-1.yml",
        f"nummer: 2-1\ntitel: Bus\nhandlungsfeld: II\nbeschreibung: |\n  Gut: [[I.1]].\n  Schlecht: {broken}.\n",
    )
    problem = copy.only_problem()
    assert problem.line == 6
    assert problem.message == f"„{broken.removesuffix(' und')}“ ist kein Verweis."
    assert problem.expected == "[[III.1]] oder [[3-34|das Busnetz]]"


def test_every_link_is_known_in_both_directions(musterkreis: Konzept) -> None:
    outgoing = [link for links in musterkreis.outgoing.values() for link in links]
    incoming = [link for links in musterkreis.incoming.values() for link in links]
    assert sorted(outgoing, key=str) == sorted(incoming, key=str)
    assert all(link.source in musterkreis.entries and link.target in musterkreis.entries for link in outgoing)
    assert len(outgoing) == len(set(outgoing))


@pytest.mark.parametrize(
    "link",
    [
        Link("swot/wohnen#schwaeche-1", "1.1.1", "antworten", editorial=True),
        Link("1.1.1-1", "1-2", "massnahmen"),
        Link("I.1", "2-1", "massnahmen"),
        Link("I.1", "akteure/bauamt", "ansprechpartner"),
        Link("I.1", "orte/musterdorf", "text"),
        Link("1-2", "glossar/kataster", "text"),
        Link("1.1.1", "swot/wohnen#schwaeche-2", "hinweis"),
        Link("konzept", "akteure/kreistag", "verlauf"),
        Link("quellen/kek-muster", "seiten/vorwort", "text"),
        Link("orte/musterdorf", "orte/musterstadt", "gehoert_zu"),
    ],
    ids=lambda link: f"{link.source} {link.relation} {link.target}",
)
def test_a_link_belongs_to_the_innermost_thing_that_makes_it(musterkreis: Konzept, link: Link) -> None:
    assert link in musterkreis.outgoing[link.source]
    assert link in musterkreis.incoming[link.target]


# What only the whole concept shows


@pytest.mark.parametrize(
    ("name", "old", "new", "taken"),
    [
        ("handlungsfelder/II.yml", 'nummer: "2.1"', 'nummer: "1.2"', "„1.2“"),
        ("handlungsfelder/II.yml", "nummer: 2.1.1", "nummer: 1.1.1-1", "„1.1.1-1“"),
        ("handlungsfelder/II.yml", "nummer: 2.1.1", "nummer: i.1", "„I.1“"),
        ("akteure.yml", "kennung: wanderfreunde", "kennung: bauamt", "„akteure/bauamt“"),
        ("swot/wohnen.yml", "id: risiko-2", "id: risiko-1", "„swot/wohnen#risiko-1“"),
        ("konzept.yml", "kennung: beiblatt", "kennung: kek-muster", "„quellen/kek-muster“"),
    ],
)
def test_a_number_or_short_name_is_given_once(copy: Copy, name: str, old: str, new: str, taken: str) -> None:
    copy.replace(name, old, new)
    told = [problem.message for problem in copy.problems() if "gibt es schon" in problem.message]
    assert len(told) == 1
    assert told[0].startswith(taken)


def test_the_second_of_two_equal_numbers_names_the_place_of_the_first(copy: Copy) -> None:
    copy.append("orte.yml", "- kennung: mustersee\n  name: Anderer See\n  art: Gewässer\n  im_landkreis: nein\n")
    problem = copy.only_problem()
    assert problem.line == copy.line("orte.yml", "Anderer See") - 1
    first = copy.line("orte.yml", "kennung: mustersee")
    assert problem.message == f"„orte/mustersee“ gibt es schon (content/musterkreis/orte.yml:{first})."


def test_a_measure_cannot_replace_itself(copy: Copy) -> None:
    copy.append("massnahmen/2-1.yml", "ersetzt_durch: 2-1\n")
    problem = copy.only_problem()
    assert problem.message == "„ersetzt_durch“ führt im Kreis: 2-1 → 2-1."
    assert problem.line == copy.line("massnahmen/2-1.yml", "ersetzt_durch")


def test_measures_that_replace_each_other_are_told_at_each(copy: Copy) -> None:
    copy.append("massnahmen/1-10.yml", "ersetzt_durch: 2-1\n")
    copy.append("massnahmen/2-1.yml", "ersetzt_durch: 1-2\n")
    assert [problem.message for problem in sorted(copy.problems())] == [
        "„ersetzt_durch“ führt im Kreis: 1-10 → 2-1 → 1-2 → 1-10.",
        "„ersetzt_durch“ führt im Kreis: 1-2 → 1-10 → 2-1 → 1-2.",
        "„ersetzt_durch“ führt im Kreis: 2-1 → 1-2 → 1-10 → 2-1.",
    ]


def test_what_leads_into_a_circle_is_not_part_of_it(copy: Copy) -> None:
    copy.append("massnahmen/1-10.yml", "ersetzt_durch: 1-10\n")
    assert copy.only_problem().file.name == "1-10.yml"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("akteure.yml", "  name: Landkreis Muster\n", "  name: Landkreis Muster\n  gehoert_zu: bauamt\n"),
        ("orte.yml", "  ags: ", "  gehoert_zu: musterdorf\n  ags: "),
    ],
)
def test_actors_and_places_cannot_belong_to_what_belongs_to_them(copy: Copy, name: str, old: str, new: str) -> None:
    copy.replace(name, old, new)
    messages = [problem.message for problem in copy.problems()]
    assert len(messages) == 2
    assert all("„gehoert_zu“ führt im Kreis" in message for message in messages)


def test_a_priority_must_be_on_the_scale(copy: Copy) -> None:
    copy.replace("massnahmen/1-2.yml", "prioritaet: +++", "prioritaet: ++")
    problem = copy.only_problem()
    assert problem.message == "Die Priorität „++“ gibt es nicht."
    assert problem.expected == "+++, +"
    assert problem.line == copy.line("massnahmen/1-2.yml", "prioritaet")


def test_a_priority_needs_a_scale(copy: Copy) -> None:
    copy.replace("konzept.yml", "prioritaeten:\n  - zeichen: +++\n    bedeutung: hohe Priorität\n", "")
    copy.replace("konzept.yml", "  - zeichen: +\n    bedeutung: später & ohne Eile\n", "")
    problems = copy.problems()
    assert [problem.file.name for problem in problems] == ["1-2.yml", "2-1.yml"]
    assert {problem.expected for problem in problems} == {"eine Skala „prioritaeten“ in konzept.yml"}


def test_goals_stand_no_deeper_than_the_levels_of_the_concept(copy: Copy) -> None:
    copy.append(
        "handlungsfelder/II.yml",
        "        ziele:\n          - nummer: 2.1.1-1\n            titel: Letzte Ebene\n"
        "            ziele:\n              - nummer: 2.1.1-1-1\n                titel: Zu tief\n",
    )
    problem = copy.only_problem()
    assert problem.message == "Das Ziel „2.1.1-1-1“ liegt tiefer als die Zielebenen des Konzepts."
    assert problem.expected == "Themenfelder → strategische Ziele → operative Ziele"
    assert problem.line == copy.line("handlungsfelder/II.yml", "2.1.1-1-1")


def test_a_decision_needs_a_body(copy: Copy) -> None:
    copy.replace("konzept.yml", "    gremium: kreistag\n", "")
    problem = copy.only_problem()
    assert problem.message == "Ein Beschluss braucht ein Gremium."
    assert problem.line == copy.line("konzept.yml", "datum: 14.02.2021")


def test_a_key_project_places_a_measure_once(copy: Copy) -> None:
    copy.replace("schluesselvorhaben/I.1.yml", "      - massnahme: 2-1\n", "      - massnahme: 1-10\n")
    problem = copy.only_problem()
    assert problem.message == "Die Maßnahme „1-10“ steht hier schon."
    assert problem.line == copy.line("schluesselvorhaben/I.1.yml", "vermerk: nur der Bus") - 1


@pytest.mark.parametrize(
    ("name", "old", "new", "key"),
    [
        ("swot/wohnen.yml", "antworten: [1.1.1, I.1, 1-2]", "antworten: [1.1.1, I.1, 1.1.1]", "antworten"),
        ("massnahmen/1-2.yml", "ziele: [1.1.1]", "ziele: [1.1.1, 1.1.1]", "ziele"),
        ("massnahmen/1-2.yml", "orte: [musterstadt]", "orte: [musterstadt, orte/musterstadt]", "orte"),
        ("handlungsfelder/I.yml", "massnahmen: [1-2]", "massnahmen: [1-2, 1-2]", "massnahmen"),
        ("handlungsfelder/II.yml", "kennzahlen: [radwege]", "kennzahlen: [radwege, radwege]", "kennzahlen"),
        ("schluesselvorhaben/I.1.yml", "akteure: [landkreis-muster, bauamt]", "akteure: [bauamt, bauamt]", "akteure"),
        ("konzept.yml", "handlungsfelder: [II]", "handlungsfelder: [II, II]", "handlungsfelder"),
    ],
)
def test_a_list_names_a_thing_once(copy: Copy, name: str, old: str, new: str, key: str) -> None:
    copy.replace(name, old, new)
    problem = copy.only_problem()
    assert problem.message.endswith(f"steht in „{key}“ doppelt.")
    assert (problem.file, problem.line) == place(name, copy.line(name, new))


def test_a_text_may_name_a_thing_as_often_as_it_likes(copy: Copy) -> None:
    copy.append("massnahmen/2-1.yml", "beschreibung: Von [[II]] nach [[II]] über [[II]].\n")
    assert copy.konzept().targets("2-1", "text") == (copy.konzept()["II"],)


# Files that cannot be read


@pytest.mark.parametrize(
    "name",
    [
        "handlungsfelder/I.yml",
        "handlungsfelder/II.yml",
        "schluesselvorhaben/I.1.yml",
        "massnahmen/1-2.yml",
        "massnahmen/2-1.yml",
        "swot/wohnen.yml",
        "kennzahlen/leerstand.yml",
        "akteure.yml",
        "orte.yml",
        "glossar.yml",
        "seiten/vorwort.md",
        "konzept.yml",
    ],
)
def test_references_into_an_unreadable_file_are_no_second_problem(copy: Copy, name: str) -> None:
    copy.write(name, "titel: [nicht geschlossen\n")
    assert {problem.file for problem in copy.problems()} == {place(name, 0)[0]}


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("massnahmen", "massnahme"),
        ("handlungsfelder", "handlungsfeld"),
        ("akteure.yml", "akteur.yml"),
        ("orte.yml", "orte.yaml"),
        ("massnahmen/1-10.yml", "massnahmen/1-10.yaml"),
        ("seiten/vorwort.md", "seiten/vorwort.txt"),
    ],
)
def test_references_into_a_misnamed_file_are_no_second_problem(copy: Copy, name: str, wrong: str) -> None:
    shutil.move(copy.folder / name, copy.folder / wrong)
    assert {problem.message for problem in copy.problems()} == {"Diese Datei gehört nicht zu einem Konzept."}


def test_a_wrong_reference_is_told_although_another_file_is_unreadable(copy: Copy) -> None:
    copy.write("massnahmen/1-2.yml", "titel: [nicht geschlossen\n")
    copy.replace("massnahmen/2-3.yml", "zusammengefuehrt_mit: 2-1", "zusammengefuehrt_mit: 1-20")
    assert [problem.file.name for problem in copy.problems()] == ["1-2.yml", "2-3.yml"]


def test_a_wrong_reference_to_another_kind_is_told_although_a_list_is_unreadable(copy: Copy) -> None:
    copy.write("akteure.yml", "titel: [nicht geschlossen\n")
    copy.replace("massnahmen/2-3.yml", "handlungsfeld: II", "handlungsfeld: IX")
    assert [problem.file.name for problem in copy.problems()] == ["akteure.yml", "2-3.yml"]


def test_all_problems_of_all_files_come_back_together(copy: Copy) -> None:
    copy.replace("massnahmen/1-2.yml", "prioritaet: +++", "prioritaet: hoch")
    copy.replace("massnahmen/2-1.yml", "orte: [grossstadt]", "orte: [nirgendwo]")
    copy.replace("swot/wohnen.yml", "titel_redaktionell: ja", "titel_redaktionell: vielleicht")
    assert {problem.file.name for problem in copy.problems()} == {"1-2.yml", "2-1.yml", "wohnen.yml"}


# Several concepts


def test_the_problems_of_one_concept_do_not_hide_another(copy: Copy) -> None:
    other = copy.content / "nachbarkreis"
    shutil.copytree(copy.folder, other)
    copy.replace("massnahmen/2-1.yml", "orte: [grossstadt]", "orte: [nirgendwo]")
    concepts, problems = load(copy.root, [copy.folder, other])
    assert [konzept.slug for konzept in concepts] == ["nachbarkreis"]
    assert [str(problem.file) for problem in problems] == ["content/musterkreis/massnahmen/2-1.yml"]


def test_the_linked_concept_cannot_be_changed(musterkreis: Konzept) -> None:
    with pytest.raises(TypeError):
        musterkreis.entries["neu"] = musterkreis["I"]  # type: ignore[index]


def test_a_statement_in_the_wrong_list_is_told(copy: Copy) -> None:
    copy.replace("swot/wohnen.yml", "- id: staerke-1", "- id: chance-9")
    problem = copy.only_problem()
    assert problem.message == "„chance-9“ steht unter „staerken“."
    assert problem.expected == "eine Kennung wie staerke-1"
    assert problem.line == copy.line("swot/wohnen.yml", "chance-9")
