from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser

from kek_build.concept import Konzept
from kek_build.pages.abkuerzungen import Abbreviations, is_abbreviation, spellings
from kek_build.pages.build import pages, workshops
from kek_build.pages.record import PageRecord, plain_text
from tests.example import MINIMAL, OPTIONS, Copy

_GLOSSARY = """\
- {kennung: oepnv, begriff: ÖPNV, langform: öffentlicher Personennahverkehr, erklaerung: Busse.}
- {kennung: kmu, begriff: KMU, langform: kleine & mittlere <Unternehmen>, erklaerung: Firmen., formen: [KMUs]}
- {kennung: ev, begriff: e. V., langform: eingetragener Verein, erklaerung: Verein., formen: [e.V.]}
- {kennung: sgb, begriff: SGB, langform: Sozialgesetzbuch, erklaerung: Gesetz.}
- {kennung: sgb-viii, begriff: SGB VIII, langform: Achtes Buch Sozialgesetzbuch, erklaerung: Gesetz.}
- {kennung: pr, begriff: P&R, langform: Parken und Reisen, erklaerung: Parkplatz.}
- {kennung: leader, begriff: LEADER, erklaerung: Ein Programm.}
- {kennung: miv, begriff: Individualverkehr, langform: motorisierter Individualverkehr, erklaerung: Autos.}
"""

_TAGS = re.compile(r"</?abbr[^>]*>")


@pytest.fixture(scope="module")
def abbreviations(tmp_path_factory: pytest.TempPathFactory) -> Abbreviations:
    root = tmp_path_factory.mktemp("abkuerzungen")
    copy = Copy(root)
    copy.write("konzept.yml", MINIMAL)
    copy.write("glossar.yml", _GLOSSARY)
    return Abbreviations(copy.konzept())


def _found(abbreviations: Abbreviations, html: str) -> list[str]:
    return [item.short for item in abbreviations.mark(html)[1]]


# What is an abbreviation


@pytest.mark.parametrize("term", ["ÖPNV", "GmbH", "KommHVO", "CO2", "SGB VIII", "F/E", "e. V.", "e.K.", "z. B.", "P&R"])
def test_words_with_two_capitals_or_a_full_stop_are_abbreviations(term: str) -> None:
    assert is_abbreviation(term)


@pytest.mark.parametrize(
    "term", ["Individualverkehr", "e-Akte", "5G", "Hypos", "FR Regio", "LK Leipzig", "Bike & Ride"]
)
def test_other_words_are_none(term: str) -> None:
    assert not is_abbreviation(term)


def test_only_forms_that_write_the_same_letters_count_with_a_plural_s() -> None:
    forms = ("e.V.", "eV", "e. V.s", "Vereine", "e. V. Muster")
    assert spellings("e. V.", forms) == ("e. V.", "e.V.", "eV", "e. V.s")


def test_terms_without_long_form_and_words_are_left_alone(abbreviations: Abbreviations) -> None:
    html = "<p>LEADER und Individualverkehr</p>"
    assert abbreviations.mark(html) == (html, ())


# What is marked


def test_the_first_one_in_running_text_gets_its_long_form(abbreviations: Abbreviations) -> None:
    html, found = abbreviations.mark("<p>Der ÖPNV. Mehr ÖPNV.</p><p>ÖPNV</p>")
    assert html == ('<p>Der <abbr title="öffentlicher Personennahverkehr">ÖPNV</abbr>. Mehr ÖPNV.</p><p>ÖPNV</p>')
    assert [(item.short, item.long) for item in found] == [("ÖPNV", "öffentlicher Personennahverkehr")]


def test_a_long_form_is_escaped(abbreviations: Abbreviations) -> None:
    html, _ = abbreviations.mark("<p>KMU</p>")
    assert html == '<p><abbr title="kleine &amp; mittlere &lt;Unternehmen&gt;">KMU</abbr></p>'


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("ÖPNV-Netz", "ÖPNV"),
        ("(ÖPNV)", "ÖPNV"),
        ("viele KMUs hier", "KMUs"),
        ("Muster e. V., Ort", "e. V."),
        ("Muster e.V.", "e.V."),
        ("nach SGB VIII", "SGB VIII"),
        ("nach SGB II", "SGB"),
        ("ein P&amp;R-Platz", "P&amp;R"),
        ("a &amp;ÖPNV", "ÖPNV"),
    ],
)
def test_an_abbreviation_is_found_as_it_is_written(abbreviations: Abbreviations, text: str, marked: str) -> None:
    html, _ = abbreviations.mark(f"<p>{text}</p>")
    assert re.findall(r"<abbr[^>]*>(.*?)</abbr>", html) == [marked]


@pytest.mark.parametrize("text", ["ÖPNVs", "HÖPNV", "KMUX", "öpnv", "Öpnv", "&SGB;", "SGB8"])
def test_parts_of_words_are_not_marked(abbreviations: Abbreviations, text: str) -> None:
    html = f"<p>{text}</p>"
    assert abbreviations.mark(html) == (html, ())


@pytest.mark.parametrize(
    "html",
    [
        '<a href="#">Der <em>ÖPNV</em></a>',
        "<h2 id='x'>ÖPNV</h2>",
        "<summary>ÖPNV</summary>",
        "<code>ÖPNV</code>",
        "<button type='button'>ÖPNV</button>",
        "<caption>ÖPNV</caption>",
    ],
)
def test_links_headings_and_controls_stay_as_they_are_but_count_for_the_list(
    abbreviations: Abbreviations, html: str
) -> None:
    assert abbreviations.mark(html)[0] == html
    assert _found(abbreviations, html) == ["ÖPNV"]


def test_what_a_heading_holds_is_explained_in_the_text_below(abbreviations: Abbreviations) -> None:
    html, _ = abbreviations.mark("<h1>ÖPNV</h1><p>ÖPNV</p>")
    assert html == '<h1>ÖPNV</h1><p><abbr title="öffentlicher Personennahverkehr">ÖPNV</abbr></p>'


@pytest.mark.parametrize(
    "html",
    [
        '<p title="ÖPNV">x</p>',
        '<a href="/ÖPNV/" title="ÖPNV">x</a>',
        "<nav><a href='#'>ÖPNV</a></nav>",
        "<footer>Quelle: ÖPNV</footer>",
        "<svg><text>ÖPNV</text></svg>",
        "<!-- ÖPNV -->",
    ],
)
def test_attributes_and_the_frame_are_left_alone(abbreviations: Abbreviations, html: str) -> None:
    assert abbreviations.mark(html) == (html, ())


def test_a_concept_without_glossary_changes_nothing(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.write("konzept.yml", MINIMAL)
    assert Abbreviations(copy.konzept()).mark("<p>ÖPNV</p>") == ("<p>ÖPNV</p>", ())


_WORDS = st.sampled_from(
    ["ÖPNV", "KMU", "KMUs", "SGB VIII", "e. V.", "P&R", "<", ">", "&", '"', "'", "&amp;", " ", "-", "x"]
)
_TEXT = st.lists(_WORDS, max_size=8).map("".join)


@st.composite
def _element(draw: st.DrawFn) -> str:
    tag = draw(st.sampled_from(["p", "a", "em", "h2", "nav", "code", "li"]))
    return f'<{tag} title="{escape(draw(_TEXT))}">{escape(draw(_TEXT))}</{tag}>'


_HTML = st.lists(_element() | _TEXT.map(lambda text: str(escape(text))), max_size=6).map("".join)


@given(_HTML)
def test_marking_adds_nothing_but_the_marks(abbreviations: Abbreviations, html: str) -> None:
    marked, _ = abbreviations.mark(html)
    assert _TAGS.sub("", marked) == html
    assert plain_text(marked) == plain_text(html)


@given(_HTML)
def test_each_is_marked_once_and_never_inside_another_or_a_link(abbreviations: Abbreviations, html: str) -> None:
    marked, found = abbreviations.mark(html)
    tree = LexborHTMLParser(f"<body>{marked}</body>")
    titles = [node.attributes["title"] for node in tree.css("abbr")]
    assert len(set(titles)) == len(titles)
    assert set(titles) <= {item.long for item in found}
    assert tree.css("abbr abbr, a abbr, h2 abbr, nav abbr, code abbr") == []


# The list at the end of a page


def _page(konzept: Konzept, path: str) -> PageRecord:
    return next(page for page in pages(workshops([konzept], OPTIONS), OPTIONS) if page.path == path)


def test_a_page_ends_with_its_abbreviations_each_with_the_way_to_the_glossary(copy: Copy) -> None:
    copy.replace("massnahmen/2-1.yml", "kurz: Busse fahren jede Stunde.", "kurz: Der ÖPNV fährt jede Stunde.")
    page = _page(copy.konzept(), "massnahmen/2-1/")
    [section] = LexborHTMLParser(page.html).css(".kek-abkuerzungen")
    assert [(node.text(), node.attributes["href"]) for node in section.css("dt a")] == [
        ("ÖPNV", "../../glossar/#oepnv")
    ]
    assert section.css("dd")[0].text() == "öffentlicher Personennahverkehr"
    assert section.css("abbr") == []
    assert page.description == "Der ÖPNV fährt jede Stunde."


def test_a_page_without_abbreviations_has_no_list(site: dict[str, PageRecord]) -> None:
    page = site["massnahmen/1-10/"]
    assert "ÖPNV" not in page.html
    assert "kek-abkuerzungen" not in page.html


def test_the_glossary_needs_no_list(site: dict[str, PageRecord]) -> None:
    html = site["glossar/"].html
    assert "ÖPNV" in html
    assert "<abbr" not in html
    assert "kek-abkuerzungen" not in html
