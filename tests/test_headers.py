from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from kek_build import headers
from kek_build.errors import SetupError
from tests.static_host import headers_for, parse, rules_of

_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:"
_WHOLE = f"{_POLICY}; frame-ancestors 'self'"
_OPEN = f"{_POLICY}; frame-ancestors *"
_PAGES = ("", "leipzig/", "leipzig/massnahmen/1-32/", "impressum/")
_CARD = "karte/leipzig/massnahmen/1-32/"
_FILES = ("_headers", ".htaccess", "kopfzeilen-nginx.conf")
_HASHED = (
    "assets/stylesheets/main.57a0d79d.min.css", "kek/stil.d762b0f6.css", "pagefind/index/0123456789.pf_index",
    "kek/suche/teile/0123456789.json", "kek/suche/treffer/abcdef0123-12.json",
)  # fmt: skip
_PLAIN = ("", "leipzig/massnahmen/1-32/", "kek/seite.js", "kek/werte.css", "pagefind/pagefind.js",
          "kek/suche/index.json", "pagefind/wasm.de.pagefind")  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in _HASHED:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    headers.write(tmp_path, _POLICY, _PAGES, "/kek/")
    return tmp_path


def _read(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def _nginx(site: Path) -> list[list[str]]:
    """The directives of the file for nginx, as words; of an `if`, without the braces."""
    text = _read(site, "kopfzeilen-nginx.conf")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert all(line.endswith((";", "}")) for line in lines)
    return [shlex.split(line.removesuffix(";")) for line in lines]


def _apache(site: Path, start: str) -> dict[str, str]:
    """The values that lines of the file for Apache give, by name: of `Header set`, by header."""
    lines = (shlex.split(line.strip()) for line in _read(site, ".htaccess").splitlines() if start in line)
    words = len(start.split())
    return {line[words]: line[words + 1] for line in lines}


def _patterns(site: Path) -> list[str]:
    """The patterns by which Apache and nginx know names with a hash."""
    return [
        *re.findall(r'<FilesMatch "(.+)">\n    Header set Cache-Control', _read(site, ".htaccess")),
        *re.findall(r'if \(\$uri ~ "(.+)"\) { set \$kek_cache', _read(site, "kopfzeilen-nginx.conf")),
    ]


def _found(patterns: list[str], path: str) -> list[bool]:
    return [bool(re.search(pattern, path)) for pattern in patterns]


def test_all_three_files_carry_the_policy(site: Path) -> None:
    assert rules_of(site)["/kek/*"]["Content-Security-Policy"] == _POLICY
    assert _WHOLE in _read(site, ".htaccess")
    assert ["add_header", "Content-Security-Policy", f"{_POLICY}; $kek_frame", "always"] in _nginx(site)


@pytest.mark.parametrize("path", [*_PAGES, "leipzig/daten/", "index.html", "404.html"])
def test_only_the_site_itself_may_frame_its_pages(site: Path, path: str) -> None:
    assert headers_for(f"/kek/{path}", rules_of(site))["X-Frame-Options"] == "SAMEORIGIN"


def test_every_site_may_frame_a_card(site: Path) -> None:
    assert "X-Frame-Options" not in headers_for(f"/kek/{_CARD}", rules_of(site))


def test_apache_and_nginx_know_cards_by_their_address(site: Path) -> None:
    apache, nginx = _read(site, ".htaccess"), _read(site, "kopfzeilen-nginx.conf")
    said = re.findall(r'Header always set Content-Security-Policy "(.+)"', apache)
    said += re.findall(r'set \$kek_frame "(.+?)"', nginx)
    assert said == [_WHOLE, _OPEN, "frame-ancestors 'self'", "frame-ancestors *"]
    patterns = re.findall(r"=~ m#(.+)#\"", apache) + re.findall(r'if \(\$uri ~ "(.+)"\) { set \$kek_frame', nginx)
    assert _found(patterns, f"/kek/{_CARD}") == [True, True]
    for path in ("/kek/leipzig/karte/", "/karte/", "/kek/kartenwerk/", "/kek/"):
        assert _found(patterns, path) == [False, False]


@pytest.mark.parametrize("end", ["json", "csv", "ics", "xlsx", "atom", "svg", "jsonld", "ttl", "xml", "pdf"])
def test_programs_of_other_sites_may_fetch_data(site: Path, end: str) -> None:
    apache, nginx = _read(site, ".htaccess"), _read(site, "kopfzeilen-nginx.conf")
    patterns = re.findall(r'<FilesMatch "(.+)">\n    Header set Access-Control-Allow-Origin "\*"', apache)
    patterns += re.findall(r'if \(\$uri ~ "(.+)"\) { set \$kek_shared "\*"', nginx)
    assert _found(patterns, f"/kek/leipzig/massnahmen/1-32/daten.{end}") == [True, True]
    assert _found(patterns, f"/kek/leipzig/{end}/index.html") == [False, False]
    assert headers_for(f"/kek/leipzig/daten.{end}", rules_of(site))["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    ("end", "kind"),
    [("csv", "text/csv"), ("ics", "text/calendar"), ("ttl", "text/turtle"), ("jsonld", "application/ld+json")],
)
def test_servers_learn_the_types_of_data(site: Path, end: str, kind: str) -> None:
    assert f"AddType {kind} .{end}\n" in _read(site, ".htaccess")
    assert f'location ~ "[.]{end}$" {{ types {{ }} default_type {kind}; }}' in _read(site, "kopfzeilen-nginx.conf")
    assert kind in next(line for line in _nginx(site) if line[0] == "charset_types")


@pytest.mark.parametrize(("name", "value"), headers.HEADERS)
def test_all_three_files_carry_the_other_headers(site: Path, name: str, value: str) -> None:
    assert rules_of(site)["/kek/*"][name] == value
    assert _apache(site, "Header always set")[name] == value
    assert ["add_header", name, value, "always"] in _nginx(site)


@pytest.mark.parametrize("path", _HASHED)
def test_a_file_with_a_hash_in_its_name_may_be_kept_for_a_year(site: Path, path: str) -> None:
    assert headers_for(f"/kek/{path}", rules_of(site))["Cache-Control"] == headers.LONG
    assert [bool(re.search(pattern, path)) for pattern in _patterns(site)] == [True, True]


@pytest.mark.parametrize("path", _PLAIN)
def test_all_other_files_are_asked_for_again_soon(site: Path, path: str) -> None:
    assert "Cache-Control" not in headers_for(f"/kek/{path}", rules_of(site))
    assert [bool(re.search(pattern, path)) for pattern in _patterns(site)] == [False, False]


def test_apache_and_nginx_say_how_long_a_file_may_be_kept(site: Path) -> None:
    said = re.findall(r'Header set Cache-Control "(.+)"', _read(site, ".htaccess"))
    assert said == [headers.SHORT, headers.LONG]
    assert ["set", "$kek_cache", headers.SHORT] in _nginx(site)
    assert ["add_header", "Cache-Control", "$kek_cache"] in _nginx(site)


def test_a_wrong_address_shows_the_page_for_it_in_the_folder_of_the_site(site: Path) -> None:
    assert "ErrorDocument 404 /kek/404.html\n" in _read(site, ".htaccess")
    assert ["error_page", "404", "/kek/404.html"] in _nginx(site)


def test_nobody_is_told_which_version_of_a_server_runs_or_what_a_folder_holds(site: Path) -> None:
    assert {"Options -Indexes -MultiViews", "ServerSignature Off"} <= set(_read(site, ".htaccess").splitlines())
    assert ["server_tokens", "off"] in _nginx(site)
    assert ["autoindex", "off"] in _nginx(site)


def test_the_files_themselves_are_not_handed_out(site: Path) -> None:
    hidden = re.findall(r'RedirectMatch 404 "(.+)"', _read(site, ".htaccess"))
    hidden += re.findall(r'if \(\$uri ~ "(.+)"\) { return 404; }', _read(site, "kopfzeilen-nginx.conf"))
    assert [[name for name in _FILES if re.search(pattern, f"/kek/{name}")] for pattern in hidden] == [
        ["_headers", "kopfzeilen-nginx.conf"],
        list(_FILES),
    ]  # Apache hides .htaccess by itself


def test_files_of_the_search_are_not_packed_twice(site: Path) -> None:
    packed = next(line for line in _nginx(site) if line[0] == "gzip_types")
    assert "application/octet-stream" not in packed
    assert ["default_type", "application/octet-stream"] in _nginx(site)
    assert "AddType application/octet-stream .pf_index" in _read(site, ".htaccess")


@pytest.mark.parametrize("name", _FILES)
def test_a_file_says_where_it_comes_from_and_has_no_rule_twice(site: Path, name: str) -> None:
    text = _read(site, name)
    assert text.startswith("# Von kek geschrieben")
    often = ("Cache-Control", "X-Frame-Options", "</")
    lines = [line for line in text.splitlines() if line.strip() and not any(word in line for word in often)]
    assert len(lines) == len(set(lines))


def test_two_rules_for_one_header_would_be_noticed() -> None:
    rules = parse("/*\n  A: 1\n/b/*\n  A: 2\n")
    with pytest.raises(AssertionError):
        headers_for("/b/c", rules)


@pytest.mark.parametrize("policy", ['default-src "self"', "img-src $x", "img-src %x", "img-src\nx"])
def test_a_policy_that_would_break_a_file_is_told(tmp_path: Path, policy: str) -> None:
    with pytest.raises(SetupError, match=r"„extra\.csp“ darf"):
        headers.write(tmp_path, policy, _PAGES)
    assert list(tmp_path.iterdir()) == []


# A folder with a policy of its own

_FORM = headers.Own(
    "redaktion/", "default-src 'none'; script-src 'self'; connect-src 'self' https://git.muster.invalid"
)


@pytest.fixture
def with_form(tmp_path: Path) -> Path:
    for name in ("redaktion/index.html", "leipzig/index.html", "index.html", "kek/werte.css"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    headers.write(tmp_path, _POLICY, _PAGES, "/kek/", own=_FORM)
    return tmp_path


@pytest.mark.parametrize("path", ["redaktion/", "redaktion/index.html", "redaktion/redaktion.js"])
def test_a_static_host_sends_a_folder_its_own_policy_alone(with_form: Path, path: str) -> None:
    found = headers_for(f"/kek/{path}", rules_of(with_form))
    assert found["Content-Security-Policy"] == _FORM.policy
    assert found["Cross-Origin-Opener-Policy"] == "unsafe-none"
    assert found["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.parametrize("path", ["", "index.html", "leipzig/", "leipzig/daten.json", "kek/werte.css"])
def test_everything_else_keeps_the_policy_of_the_site(with_form: Path, path: str) -> None:
    found = headers_for(f"/kek/{path}", rules_of(with_form))
    assert found["Content-Security-Policy"] == _POLICY
    assert found["Cross-Origin-Opener-Policy"] == "same-origin"


def test_apache_and_nginx_know_the_folder_by_its_address(with_form: Path) -> None:
    apache = _read(with_form, ".htaccess")
    section = apache.partition('<If "%{REQUEST_URI} =~ m#^/kek/redaktion/#">')[2].partition("</If>")[0]
    assert f"\"{_FORM.policy}; frame-ancestors 'self'\"" in section
    assert 'Cross-Origin-Opener-Policy "unsafe-none"' in section
    nginx = _read(with_form, "kopfzeilen-nginx.conf")
    assert f'if ($uri ~ "^/kek/redaktion/") {{ set $kek_policy "{_FORM.policy}"; }}' in nginx
    assert ["add_header", "Content-Security-Policy", "$kek_policy; $kek_frame", "always"] in _nginx(with_form)
    assert ["add_header", "Cross-Origin-Opener-Policy", "$kek_opener", "always"] in _nginx(with_form)


def test_a_policy_of_a_folder_may_not_hold_what_a_server_reads_as_its_own(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="Anführungszeichen"):
        headers.write(tmp_path, _POLICY, _PAGES, own=headers.Own("redaktion/", 'a"b'))
