from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from kek_build.concept import Konzept
from kek_build.pages.prose import render
from tests.example import load_musterkreis

_ALLOWED = {"h2", "h3", "h4", "h5", "h6", "p", "a", "em", "strong", "ul", "ol", "li", "code", "pre", "blockquote", "hr",
            "br", "table", "thead", "tbody", "tr", "th", "td", "img", "span", "div"}  # fmt: skip
_HOSTILE = st.text(alphabet=st.sampled_from('<>&;:"()[]|!#*`-/\\=javscripthe1 \n'), max_size=120)


def _render(konzept: Konzept, text: str) -> str:
    return render(text, konzept.resolve, lambda entry: f"/{entry.ref}/")


def test_markdown_becomes_html(musterkreis: Konzept) -> None:
    html = _render(musterkreis, "## Wozu\n\nDamit *alle* **wissen**.\n\n- eins\n- zwei\n")
    assert '<h2 id="wozu">Wozu</h2>' in html
    assert "<em>alle</em> <strong>wissen</strong>" in html
    assert html.count("<li>") == 2


@pytest.mark.parametrize(
    "raw",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "Text <b onclick='x'>fett</b> Text",
        "<div>\n\n**fett**\n\n</div>",
        "<!-- still -->",
        "<style>p {}</style>",
        "> <iframe src='//muster.invalid'></iframe>",
        "- <script>alert(1)</script>",
        "`<script>`",
        "    <script>",
        "| a |\n|---|\n| <script>1</script> |",
        "[<script>1</script>](ziel/)",
        '[x](ziel/ "><script>")',
    ],
)
def test_raw_html_is_shown_as_text(musterkreis: Konzept, raw: str) -> None:
    tree = LexborHTMLParser(f"<body><div id='all'>{_render(musterkreis, raw)}</div></body>")
    tags = {node.tag for node in tree.css("#all *")}
    assert tags <= _ALLOWED - {"img"}
    assert not [name for node in tree.css("#all *") for name in node.attributes if name.startswith("on")]


@given(_HOSTILE)
def test_no_markdown_makes_a_dangerous_page(text: str) -> None:
    tree = LexborHTMLParser(f"<body><div id='all'>{_render(load_musterkreis(), text)}</div></body>")
    assert {node.tag for node in tree.css("#all *")} <= _ALLOWED
    for node in tree.css("#all *"):
        assert set(node.attributes) <= {"id", "href", "src", "alt", "title", "class", "scope", "aria-labelledby"}
        assert not (node.attributes.get("href") or "").strip().lower().startswith(("javascript:", "data:", "vbscript:"))


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript&colon;alert(1)",
        "javascript&#58;alert(1)",
        "javascript&#x3A;alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "file:///etc/passwd",
    ],
)
@pytest.mark.parametrize("form", ["[Klick]({})", "[Klick][1]\n\n[1]: {}"])
def test_links_that_could_run_something_lose_their_target(musterkreis: Konzept, form: str, target: str) -> None:
    tree = LexborHTMLParser(_render(musterkreis, form.format(target)))
    assert [node.attributes.get("href") for node in tree.css("a")] == [None]
    assert "Klick" in tree.text()


@pytest.mark.parametrize(
    "target", ["https://www.example.org/?a=1&b=2", "http://example.org", "mailto:post@muster.invalid", "#wozu", "../I/"]
)
def test_ordinary_links_stay(musterkreis: Konzept, target: str) -> None:
    tree = LexborHTMLParser(_render(musterkreis, f"[Klick]({target})"))
    assert [node.attributes.get("href") for node in tree.css("a")] == [target]


@pytest.mark.parametrize(
    "source",
    [
        "https://muster.invalid/x.png",
        "//muster.invalid/x.png",
        "&#47;&#47;muster.invalid/x.png",
        "/\\muster.invalid/x.png",
        "data:image/png;base64,AA",
        "javascript:alert(1)",
    ],
)
def test_pictures_from_elsewhere_leave_their_description(musterkreis: Konzept, source: str) -> None:
    tree = LexborHTMLParser(_render(musterkreis, f"![Ein Bild]({source})"))
    assert tree.css("img") == []
    assert "Ein Bild" in tree.text()


def test_a_reference_becomes_a_link(musterkreis: Konzept) -> None:
    html = _render(musterkreis, "Erst [[I]], dann [[I.1|die\n*Häuser* & <b>]].")
    assert '<a href="/I/">I</a>' in html
    assert '<a href="/I.1/">die *Häuser* &amp; &lt;b&gt;</a>' in html


@pytest.mark.parametrize(("text", "shown"), [("[[9-9]]", "9-9"), ("[[9-9|dort & da]]", "dort &amp; da")])
def test_a_reference_to_nothing_leaves_its_words(musterkreis: Konzept, text: str, shown: str) -> None:
    assert _render(musterkreis, text) == f"<p>{shown}</p>"


def test_a_reference_with_words_stands_in_one_cell_of_a_table(musterkreis: Konzept) -> None:
    html = _render(musterkreis, "| Feld | Vorhaben |\n|---|---|\n| [[I]] | [[II.1|alle Wege]] |\n")
    tree = LexborHTMLParser(html)
    assert [node.text() for node in tree.css("td")] == ["I", "alle Wege"]
    assert [node.attributes["href"] for node in tree.css("td a")] == ["/I/", "/II.1/"]


def test_a_reference_in_code_is_shown_as_written(musterkreis: Konzept) -> None:
    tree = LexborHTMLParser(_render(musterkreis, "So: `[[II.1|alle Wege]]`."))
    assert [node.text() for node in tree.css("code")] == ["[[II.1|alle Wege]]"]


def test_a_table_needs_no_style_inside_the_page(musterkreis: Konzept) -> None:
    html = _render(musterkreis, "| Zahl |\n|-----:|\n| 12 |\n")
    assert "style=" not in html
    assert html.count('class="kek-align-right"') == 2


def test_a_table_is_named_by_the_heading_above_and_knows_the_headings_of_its_columns(musterkreis: Konzept) -> None:
    tree = LexborHTMLParser(_render(musterkreis, "## Zahlen\n\n| Jahr | Zahl |\n|---|---|\n| 2030 | 12 |\n"))
    assert [node.attributes["aria-labelledby"] for node in tree.css("table")] == ["zahlen"]
    assert [node.attributes["scope"] for node in tree.css("th")] == ["col", "col"]


def test_headings_begin_at_the_second_level(musterkreis: Konzept) -> None:
    tree = LexborHTMLParser(_render(musterkreis, "# Eins\n\n## Zwei\n\n###### Sechs\n"))
    assert [node.tag for node in tree.css("h1, h2, h3, h4, h5, h6")] == ["h2", "h3", "h6"]


def test_a_page_that_begins_at_the_second_level_keeps_its_levels(musterkreis: Konzept) -> None:
    tree = LexborHTMLParser(_render(musterkreis, "## Eins\n\n### Zwei\n"))
    assert [node.tag for node in tree.css("h2, h3")] == ["h2", "h3"]


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Über Größe & Maß", "ueber-groesse-mass"),
        ("§ 5", "5"),
        ("!?", "abschnitt"),
        ("Hinweise", "hinweise-1"),
        ("Verweise", "verweise-1"),
    ],
)
def test_headings_have_anchors_of_plain_letters_that_the_page_does_not_use(
    musterkreis: Konzept, heading: str, anchor: str
) -> None:
    assert f'<h2 id="{anchor}">' in _render(musterkreis, f"## {heading}")


def test_equal_headings_have_different_anchors(musterkreis: Konzept) -> None:
    tree = LexborHTMLParser(_render(musterkreis, "## Ziel\n\n## Ziel\n\n## Ziel\n"))
    anchors = [node.attributes["id"] for node in tree.css("h2")]
    assert len(set(anchors)) == 3
