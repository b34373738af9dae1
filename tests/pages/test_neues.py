from __future__ import annotations

from kek_build.pages.build import workshops
from kek_build.pages.neues import newest
from tests.example import OPTIONS, Copy


def dates(copy: Copy, count: int = 20) -> list[str]:
    shop = workshops([copy.konzept()], OPTIONS)[0]
    return [str(news.date) for news in newest(shop.draft(""), count)]


def test_news_of_measures_projects_and_the_concept_stand_in_one_row_newest_first(copy: Copy) -> None:
    shop = workshops([copy.konzept()], OPTIONS)[0]
    news = newest(shop.draft(""), 20)
    first = [item.date.first for item in news]
    assert first == sorted(first, reverse=True)
    assert {"Beschluss", "Maßnahme", "Schlüsselvorhaben"} <= {item.label for item in news}


def test_a_measure_with_fresh_news_comes_first_and_leads_to_its_page(copy: Copy) -> None:
    copy.append("massnahmen/2-3.yml", "aktualisierungen:\n  - datum: 02.03.2031\n    text: Es geht los.\n")
    shop = workshops([copy.konzept()], OPTIONS)[0]
    first = newest(shop.draft(""), 1)
    assert [(str(item.date), item.link.href, str(item.text)) for item in first] == [
        ("2. März 2031", "massnahmen/2-3/", "Es geht los.")
    ]


def test_only_as_many_are_shown_as_asked_for(copy: Copy) -> None:
    assert dates(copy, 2) == dates(copy)[:2]


def test_what_has_not_happened_is_no_news(copy: Copy) -> None:
    events = copy.konzept().datei.verlauf
    assert "ausblick" in {event.art for event in events}
    shop = workshops([copy.konzept()], OPTIONS)[0]
    assert {item.link.title for item in newest(shop.draft(""), 20)}.isdisjoint(
        event.titel for event in events if event.art == "ausblick"
    )
