# What a web server must say besides the pages, as files that lie ready in the site: `_headers` for static hosts,
# `.htaccess` for Apache, a file to include for nginx. All are made from the one policy of the configuration, so the
# policy in the pages and the one on the wire cannot differ. Nothing here knows a server's other settings.
from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from kek_build.errors import SetupError

STATIC_HOST = "_headers"
APACHE = ".htaccess"
NGINX = "kopfzeilen-nginx.conf"

REDIRECT_MAPS = ("_redirects", "weiterleitungen-nginx.conf")
"""What leads from old addresses to new ones, see `contract.maps`; for servers, not for readers."""

FRAME_ANCESTORS = "frame-ancestors 'self'"
"""Who may show a page in a frame; browsers heed it only in a header, so the meta tag leaves it out."""

HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
"""What every answer carries besides the policy: types are not guessed, nobody is told where a reader comes from."""

SHORT = "public, max-age=60"
"""Pages and files that keep their name: a change is seen a minute later."""
LONG = "public, max-age=31536000, immutable"
"""Files whose name holds a hash of what is in them: their content never changes."""

HASHED_FOLDERS = ("assets/stylesheets/", "pagefind/filter/", "pagefind/fragment/", "pagefind/index/")
"""Folders in which every name holds a hash."""
HASHED_NAMES = r"\.(?:[0-9a-f]{8}\.(?:min\.)?css|pf_fragment|pf_index|pf_filter|pf_meta)$"
"""Names that hold a hash, as a pattern that Apache and nginx both understand."""

TYPES = {
    "application/octet-stream": ("pf_fragment", "pf_index", "pf_filter", "pf_meta", "pagefind"),
    "application/wasm": ("wasm",),
}
"""Types of files that servers do not know by themselves. Pagefind's files are packed already: never pack them again."""
TEXT_TYPES = (
    "text/css", "text/javascript", "text/plain", "text/xml", "application/javascript", "application/json",
    "application/xml", "image/svg+xml",
)  # fmt: skip
"""What is worth packing on the way, besides HTML."""

_INTRO = (
    "Von kek geschrieben, bei jedem Bau neu. Änderungen gehören in die Konfiguration (extra.csp) oder in "
    "kek_build/headers.py."
)


def write(site: Path, policy: str, root: str = "/", redirects: Sequence[str] = ()) -> None:
    """Write the files for web servers into a site.

    Args:
        site: the built site.
        policy: the content security policy that the pages carry.
        root: the folder of the server that the site is published in, with a slash at both ends.
        redirects: lines for Apache that lead from old addresses to new ones.

    Raises:
        SetupError: the policy holds a character that a server would read as its own.
    """
    if any(character in policy for character in '"$%\\\n'):
        raise SetupError('Konfiguration: „extra.csp“ darf keine Anführungszeichen ", kein $, %, \\ enthalten.')
    headers = (("Content-Security-Policy", f"{policy}; {FRAME_ANCESTORS}"), *HEADERS)
    for name, text in (
        (STATIC_HOST, _static_host(headers, root, _single_hashed(site))),
        (APACHE, _apache(headers, root, redirects)),
        (NGINX, _nginx(headers, root)),
    ):
        (site / name).write_text(text, encoding="utf-8")


_Headers = tuple[tuple[str, str], ...]


def _single_hashed(site: Path) -> list[str]:
    """The files with a hash in their name that stand among others."""
    names = (
        path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if re.search(HASHED_NAMES, path.name)
    )
    return [name for name in names if not name.startswith(HASHED_FOLDERS)]


def _static_host(headers: _Headers, root: str, single: list[str]) -> str:
    # These hosts know no patterns inside a name. Where two rules match a path, they join the values of a header with a
    # comma, so none may stand in both. Pages need no Cache-Control: the hosts let browsers ask again each time.
    lines = [f"# {_INTRO}", f"{root}*", *(f"  {name}: {value}" for name, value in headers)]
    for path in (*(f"{folder}*" for folder in HASHED_FOLDERS), *single):
        lines += [f"{root}{path}", f"  Cache-Control: {LONG}"]
    return "\n".join(lines) + "\n"


def _apache(headers: _Headers, root: str, redirects: Sequence[str]) -> str:
    types = [f"  AddType {kind} {' '.join(f'.{end}' for end in ends)}" for kind, ends in TYPES.items()]
    return "\n".join(
        [
            f"# {_INTRO}",
            "# Nötig: „AllowOverride All“ für diesen Ordner, und die Module headers, mime, alias, filter und deflate.",
            "# In die Hauptkonfiguration des Servers gehören: „ServerTokens Prod“, und HTTPS mit",
            "# Strict-Transport-Security; sie gelten für den ganzen Server und stehen darum nicht hier.",
            "Options -Indexes -MultiViews",
            "DirectoryIndex index.html",
            "ServerSignature Off",
            f"ErrorDocument 403 {root}404.html",
            f"ErrorDocument 404 {root}404.html",
            "AddDefaultCharset UTF-8",
            "<IfModule mod_headers.c>",
            *(f'  Header always set {name} "{value}"' for name, value in headers),
            "  Header always unset X-Powered-By",
            f'  Header set Cache-Control "{SHORT}"',
            f'  <FilesMatch "{HASHED_NAMES}">',
            f'    Header set Cache-Control "{LONG}"',
            "  </FilesMatch>",
            "</IfModule>",
            "<IfModule mod_mime.c>",
            *types,
            "  AddCharset UTF-8 .css .js .json .svg .txt .xml",
            "</IfModule>",
            "<IfModule mod_filter.c>",
            "  <IfModule mod_deflate.c>",
            f"    AddOutputFilterByType DEFLATE text/html {' '.join(TEXT_TYPES)}",
            "  </IfModule>",
            "</IfModule>",
            "<IfModule mod_alias.c>",
            f'  RedirectMatch 404 "/({_alternatives(STATIC_HOST, NGINX, *REDIRECT_MAPS)})$"',
            *(f"  {line}" for line in redirects),
            "</IfModule>",
            "",
        ]
    )


def _alternatives(*names: str) -> str:
    """Names of files as a pattern."""
    return "|".join(name.replace(".", "[.]") for name in names)


def _nginx(headers: _Headers, root: str) -> str:
    own = _alternatives(STATIC_HOST, APACHE, NGINX, *REDIRECT_MAPS)
    return "\n".join(
        [
            f"# {_INTRO}",
            "# Einbinden im Block „server“, der mit „root“ auf die Website zeigt:",
            f"#     include /pfad/zur/website/{NGINX};",
            "# Ein Block „location“ mit eigenem „add_header“ erbt nichts davon: dort noch einmal einbinden.",
            "# HTTPS und Strict-Transport-Security gelten für den ganzen Server und stehen darum nicht hier.",
            "index index.html;",
            "autoindex off;",
            "server_tokens off;",
            f"error_page 403 =404 {root}404.html;",
            f"error_page 404 {root}404.html;",
            "charset utf-8;",
            f"charset_types {' '.join(TEXT_TYPES)};",
            "# Was nginx nicht kennt, auch die Dateien der Suche, geht unverändert hinaus.",
            "default_type application/octet-stream;",
            "gzip on;",
            "gzip_vary on;",
            "gzip_comp_level 6;",
            "gzip_min_length 512;",
            f"gzip_types {' '.join(TEXT_TYPES)};",
            f'if ($uri ~ "/({own})$") {{ return 404; }}',
            f'set $kek_cache "{SHORT}";',
            f'if ($uri ~ "{HASHED_NAMES}") {{ set $kek_cache "{LONG}"; }}',
            "add_header Cache-Control $kek_cache;",
            *(f'add_header {name} "{value}" always;' for name, value in headers),
            "",
        ]
    )
