from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from kek_build.concept import Entry, Konzept
from kek_build.pages.text import inline, paragraphs, without_references, wording
from tests.example import Copy

_HOSTILE = st.text(alphabet=st.sampled_from("<>&\"'/=[]|aI1 \n"), max_size=80)


def _href(entry: Entry) -> str:
    return f'/{entry.ref}?"&<'


def _inline(konzept: Konzept, text: str) -> str:
    return str(inline(text, konzept.resolve, _href))


def test_plain_text_stays_as_it_is(musterkreis: Konzept) -> None:
    assert _inline(musterkreis, "Zwanzig Häuser bis 2025.") == "Zwanzig Häuser bis 2025."


def test_html_in_a_text_is_shown_and_not_obeyed(musterkreis: Konzept) -> None:
    shown = _inline(musterkreis, """<script>alert("1 & 2")</script>""")
    assert shown == "&lt;script&gt;alert(&#34;1 &amp; 2&#34;)&lt;/script&gt;"


@given(_HOSTILE)
def test_no_text_makes_an_element(text: str) -> None:
    tree = LexborHTMLParser(f"<body><p>{inline(text, lambda _: None, _href)}</p></body>")
    assert [node.tag for node in tree.css("p *")] == []


def test_a_reference_becomes_a_link_with_the_number_and_the_title_as_hint(musterkreis: Konzept) -> None:
    shown = inline("siehe [[I.1]].", musterkreis.resolve, lambda entry: entry.ref)
    assert shown == 'siehe <a href="I.1" title="Häuser wecken">I.1</a>.'


def test_a_reference_with_words_shows_the_words(musterkreis: Konzept) -> None:
    shown = inline("[[2-1|das & <Busnetz>]]", musterkreis.resolve, lambda entry: entry.ref)
    assert shown == '<a href="2-1">das &amp; &lt;Busnetz&gt;</a>'


def test_a_thing_without_number_is_called_by_its_name(musterkreis: Konzept) -> None:
    shown = inline("[[akteure/buergerverein]]", musterkreis.resolve, lambda entry: entry.ref)
    assert shown == '<a href="akteure/buergerverein">Bürgerverein „Wir &amp; &lt;Du&gt;“ e. V.</a>'


def test_links_and_hints_are_escaped_in_attributes(musterkreis: Konzept) -> None:
    shown = _inline(musterkreis, "[[1-2]]")
    assert 'href="/1-2?&#34;&amp;&lt;"' in shown
    assert 'title="Verzeichnis leerer Häuser &amp; &lt;Höfe&gt;"' in shown


@pytest.mark.parametrize(("text", "shown"), [("[[9-9]]", "9-9"), ("[[9-9|dort]]", "dort")])
def test_a_reference_to_nothing_leaves_its_words(musterkreis: Konzept, text: str, shown: str) -> None:
    assert _inline(musterkreis, text) == shown


def test_line_breaks_and_blanks_are_folded(musterkreis: Konzept) -> None:
    assert _inline(musterkreis, "  eins\n zwei\t drei ") == "eins zwei drei"


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f"])
def test_blanks_that_must_not_break_are_kept(musterkreis: Konzept, blank: str) -> None:
    text = f"12{blank}500{blank}km"
    assert _inline(musterkreis, text) == text
    assert without_references(text, musterkreis.resolve) == text


def test_a_blank_line_begins_a_paragraph(musterkreis: Konzept) -> None:
    shown = paragraphs("\neins\nweiter\n \n\nzwei & drei\n\n", musterkreis.resolve, _href)
    assert shown == "<p>eins weiter</p>\n<p>zwei &amp; drei</p>"
    assert isinstance(shown, Markup)


def test_the_plain_form_keeps_the_words_of_links_only(musterkreis: Konzept) -> None:
    text = "von [[I.1]] mit\n[[2-1|dem <Bus>]] nach [[orte/musterdorf]] wegen [[swot/wohnen#chance-1]]"
    assert without_references(text, musterkreis.resolve) == "von I.1 mit dem <Bus> nach Musterdorf wegen Chance 1"


def test_statements_that_name_each_other_have_a_plain_form(copy: Copy) -> None:
    copy.append("handlungsfelder/II.yml", "leitsaetze:\n  - text: A [[II#leitsatz-2]]\n  - text: B [[II#leitsatz-1]]\n")
    konzept = copy.konzept()
    assert without_references("[[II#leitsatz-1]]", konzept.resolve) == "A II#leitsatz-2"


def _wording(text: str, *, bare: bool = False) -> str:
    return str(wording(text, lambda _: None, _href, bare=bare)).replace("\n", " ")


def test_a_blank_line_in_folded_text_begins_a_paragraph_too(musterkreis: Konzept) -> None:
    text = yaml.safe_load("a: >-\n  Das Amt zählt\n  Häuser.\n\n  Danach prüft es sie.\n")["a"]
    assert paragraphs(text, musterkreis.resolve, _href) == "<p>Das Amt zählt Häuser.</p>\n<p>Danach prüft es sie.</p>"
    wrapped = yaml.safe_load("a: |\n  Das Amt zählt\n  Häuser.\n\n  Danach prüft\n  es sie.\n")["a"]
    assert paragraphs(wrapped, musterkreis.resolve, _href) == paragraphs(text, musterkreis.resolve, _href)


def test_an_adopted_wording_has_paragraphs_and_lists() -> None:
    text = "Vorab & <mehr>:\n\n- erstens\n  geht weiter\n- zweitens\n  - innen\n- drittens\n\nZum Schluss."
    assert _wording(text) == (
        "<p>Vorab &amp; &lt;mehr&gt;:</p> "
        "<ul><li>erstens geht weiter</li><li>zweitens<ul><li>innen</li></ul></li><li>drittens</li></ul> "
        "<p>Zum Schluss.</p>"
    )


def test_a_wording_inside_a_line_has_no_paragraph_around_its_beginning() -> None:
    assert _wording("Ein Satz.", bare=True) == "Ein Satz."
    assert _wording("Quellen:\n\n- Gras", bare=True) == "Quellen: <ul><li>Gras</li></ul>"


def test_a_dash_inside_a_sentence_makes_no_list() -> None:
    assert _wording("Die Auen - ein Schatz") == "<p>Die Auen - ein Schatz</p>"


@given(st.text(alphabet="-  \na<&", max_size=40))
def test_no_wording_makes_elements_but_paragraphs_and_lists(text: str) -> None:
    tree = LexborHTMLParser(f"<body><div>{wording(text, lambda _: None, _href)}</div></body>")
    assert {node.tag for node in tree.css("div *")} <= {"p", "ul", "li"}
