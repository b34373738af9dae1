# What a web server must say besides the pages, as files that lie ready in the site: `_headers` for static hosts,
# `.htaccess` for Apache, a file to include for nginx. All are made from the one policy of the configuration, so the
# policy in the pages and the one on the wire cannot differ. Nothing here knows a server's other settings.
from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kek_build.errors import SetupError
from kek_build.updating import View

STATIC_HOST = "_headers"
APACHE = ".htaccess"
NGINX = "kopfzeilen-nginx.conf"

REDIRECT_MAPS = ("_redirects", "weiterleitungen-nginx.conf")
"""What leads from old addresses to new ones, see `contract.maps`; for servers, not for readers."""

CARDS = "karte/"
"""The folder of the cards for embedding: these alone may be shown in a frame by every site."""
FRAMED_BY_ITSELF = "frame-ancestors 'self'"
FRAMED_BY_ALL = "frame-ancestors *"
"""Who may show a page in a frame; browsers heed it only in a header, so the meta tag leaves it out."""
SAME_FRAMED = ("X-Frame-Options", "SAMEORIGIN")
"""The older word for `frame-ancestors 'self'`, where a rule of its own must say it."""

OPENER = "Cross-Origin-Opener-Policy"

HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
    (OPENER, "same-origin"),
)
"""What every answer carries besides the policy: types are not guessed, nobody is told where a reader comes from."""

POLICY = "Content-Security-Policy"

SHORT = "public, max-age=60"
"""Pages and files that keep their name: a change is seen a minute later."""
LONG = "public, max-age=31536000, immutable"
"""Files whose name holds a hash of what is in them: their content never changes."""

HASHED_FOLDERS = ("assets/stylesheets/", "kek/suche/teile/", "kek/suche/treffer/", "pagefind/index/")
"""Folders in which every name holds a hash."""
HASHED_NAMES = r"(?:\.(?:[0-9a-f]{8}\.(?:min\.)?css|pf_index)|(?:^|/)[0-9a-f]{10}(?:-[0-9]+)?\.json)$"
"""Names that hold a hash, as a pattern that Apache and nginx both understand."""

OPEN = ("atom", "csv", "ics", "json", "jsonld", "pdf", "svg", "ttl", "xlsx", "xml", "zip")
"""Endings of files that programs of other sites may fetch: data, feeds, badges, documents."""
SHARED = ("Access-Control-Allow-Origin", "*")

TYPES = {
    "application/atom+xml": ("atom",),
    "application/ld+json": ("jsonld",),
    "application/octet-stream": ("pf_index", "pagefind"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ("xlsx",),
    "application/wasm": ("wasm",),
    "text/calendar": ("ics",),
    "text/csv": ("csv",),
    "text/turtle": ("ttl",),
}
"""Types that servers may not know by themselves. Pagefind's files are packed already: never pack them again."""
UNKNOWN_TO_NGINX = ("application/ld+json", "text/calendar", "text/csv", "text/turtle")
"""Those that are missing in the list nginx brings along."""
TEXT_TYPES = (
    "text/calendar", "text/css", "text/csv", "text/javascript", "text/plain", "text/turtle", "text/xml",
    "application/atom+xml", "application/javascript", "application/json", "application/ld+json", "application/xml",
    "image/svg+xml",
)  # fmt: skip
"""What is worth packing on the way, besides HTML."""

_OPEN_NAMES = rf"[.](?:{'|'.join(OPEN)})$"

_INTRO = (
    "Von kek geschrieben, bei jedem Bau neu. Änderungen gehören in die Konfiguration (extra.csp) oder in "
    "kek_build/headers.py."
)


@dataclass(frozen=True)
class Own:
    """A folder whose pages have a policy of their own, and may speak with the window that somebody signs in in."""

    folder: str
    """Relative to the site, with a slash at its end."""
    policy: str


OWN_OPENER = "unsafe-none"
"""What the pages of such a folder say instead of `same-origin`: the window comes back from another host, and any other
word would part it from the page that opened it."""


def write(
    site: Path | View,
    policy: str,
    pages: Iterable[str],
    root: str = "/",
    redirects: Sequence[str] = (),
    *,
    own: Own | None = None,
) -> None:
    """Write the files for web servers into a site.

    Args:
        site: the built site.
        policy: the content security policy that the pages carry.
        pages: the addresses of the pages that nobody else may show in a frame, relative to the site.
        root: the folder of the server that the site is published in, with a slash at both ends.
        redirects: lines for Apache that lead from old addresses to new ones.
        own: a folder with a policy of its own, if there is one.

    Raises:
        SetupError: the policy holds a character that a server would read as its own.
    """
    if any(character in text for text in (policy, own.policy if own else "") for character in '"$%\\\n'):
        raise SetupError('Konfiguration: „extra.csp“ darf keine Anführungszeichen ", kein $, %, \\ enthalten.')
    view = View(site) if isinstance(site, Path) else site
    files = view.files()
    for name, text in (
        (STATIC_HOST, _static_host(policy, root, _framed(pages), _single_hashed(files), _apart(files, own))),
        (APACHE, _apache(policy, root, redirects, own)),
        (NGINX, _nginx(policy, root, own)),
    ):
        (view.new / name).write_text(text, encoding="utf-8")


def _framed(pages: Iterable[str]) -> list[str]:
    """The addresses of pages as rules of static hosts: whole folders, and the files at the top."""
    tops = sorted({path.partition("/")[0] for path in pages if path})
    return ["", "index.html", "404.html", *(f"{top}/*" for top in tops)]


def _single_hashed(files: Iterable[str]) -> list[str]:
    """The files with a hash in their name that stand among others."""
    hashed = re.compile(HASHED_NAMES)
    found = [name for name in files if not name.startswith(HASHED_FOLDERS) and hashed.search(name)]
    return sorted(found, key=lambda name: name.split("/"))


def _apart(files: Iterable[str], own: Own | None) -> dict[str, str]:
    """Where a folder has a policy of its own: what each file and folder at the top has; nothing means the site's."""
    if own is None:
        return {}
    tops = {top + slash for top, slash, _ in (name.partition("/") for name in files)}
    names = ["", *sorted(tops, key=lambda name: name.rstrip("/"))]
    found = {(f"{name}*" if name.endswith("/") else name): "" for name in names if name != own.folder}
    return {**found, f"{own.folder}*": own.policy}


def _static_host(policy: str, root: str, framed: list[str], single: list[str], apart: Mapping[str, str]) -> str:
    # These hosts know no patterns inside a name. Where two rules match a path, they join the values of a header with a
    # comma, so none may stand in both: who may frame a page is said apart from the policy, and as files cannot be told
    # by their endings, programs of other sites may fetch all of them (public anyway, and nobody is logged in). Pages
    # need no Cache-Control: the hosts let browsers ask again each time. They know the types of all our files.
    # So where a folder has a policy of its own, each other folder says the site's for itself.
    everywhere = [(name, value) for name, value in HEADERS if not (apart and name == OPENER)]
    rules: dict[str, list[tuple[str, str]]] = {
        root + "*": [*([] if apart else [(POLICY, policy)]), *everywhere, SHARED]
    }
    for path, other in apart.items():
        rules[root + path] = [(POLICY, other or policy), (OPENER, OWN_OPENER if other else dict(HEADERS)[OPENER])]
    for path in (*framed, *(path for path, other in apart.items() if other)):
        rules.setdefault(root + path, []).append(SAME_FRAMED)
    for path in (*(f"{folder}*" for folder in HASHED_FOLDERS), *single):
        rules.setdefault(root + path, []).append(("Cache-Control", LONG))
    lines = [f"# {_INTRO}"]
    for path, headers in rules.items():
        lines += [path, *(f"  {name}: {value}" for name, value in headers)]
    return "\n".join(lines) + "\n"


def _apache(policy: str, root: str, redirects: Sequence[str], own: Own | None) -> str:
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
            f'  Header always set {POLICY} "{policy}; {FRAMED_BY_ITSELF}"',
            f'  <If "%{{REQUEST_URI}} =~ m#^{re.escape(root)}{CARDS}#">',
            f'    Header always set {POLICY} "{policy}; {FRAMED_BY_ALL}"',
            "  </If>",
            *(_apache_apart(own, root) if own else []),
            *(f'  Header always set {name} "{value}"' for name, value in HEADERS),
            "  Header always unset X-Powered-By",
            f'  <FilesMatch "{_OPEN_NAMES}">',
            f'    Header set {SHARED[0]} "{SHARED[1]}"',
            "  </FilesMatch>",
            f'  Header set Cache-Control "{SHORT}"',
            f'  <FilesMatch "{HASHED_NAMES}">',
            f'    Header set Cache-Control "{LONG}"',
            "  </FilesMatch>",
            "</IfModule>",
            "<IfModule mod_mime.c>",
            *types,
            "  AddCharset UTF-8 .atom .css .csv .ics .js .json .jsonld .svg .ttl .txt .xml",
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


def _apache_apart(own: Own, root: str) -> list[str]:
    return [
        f'  <If "%{{REQUEST_URI}} =~ m#^{re.escape(root + own.folder)}#">',
        f'    Header always set {POLICY} "{own.policy}; {FRAMED_BY_ITSELF}"',
        f'    Header always set {OPENER} "{OWN_OPENER}"',
        "  </If>",
    ]


def _nginx_apart(policy: str, root: str, own: Own) -> list[str]:
    where = f'if ($uri ~ "^{re.escape(root + own.folder)}")'
    return [
        f'set $kek_policy "{policy}";',
        f'{where} {{ set $kek_policy "{own.policy}"; }}',
        f'set $kek_opener "{dict(HEADERS)[OPENER]}";',
        f'{where} {{ set $kek_opener "{OWN_OPENER}"; }}',
    ]


def _alternatives(*names: str) -> str:
    """Names of files as a pattern."""
    return "|".join(name.replace(".", "[.]") for name in names)


def _nginx(policy: str, root: str, own: Own | None) -> str:
    hidden = _alternatives(STATIC_HOST, APACHE, NGINX, *REDIRECT_MAPS)
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
            f'if ($uri ~ "/({hidden})$") {{ return 404; }}',
            f'set $kek_cache "{SHORT}";',
            f'if ($uri ~ "{HASHED_NAMES}") {{ set $kek_cache "{LONG}"; }}',
            "add_header Cache-Control $kek_cache;",
            f'set $kek_frame "{FRAMED_BY_ITSELF}";',
            f'if ($uri ~ "^{re.escape(root)}{CARDS}") {{ set $kek_frame "{FRAMED_BY_ALL}"; }}',
            *(_nginx_apart(policy, root, own) if own else []),
            f'add_header {POLICY} "{"$kek_policy" if own else policy}; $kek_frame" always;',
            *(
                f'add_header {name} "{"$kek_opener" if own and name == OPENER else value}" always;'
                for name, value in HEADERS
            ),
            "# Eine leere Kopfzeile sendet nginx nicht.",
            'set $kek_shared "";',
            f'if ($uri ~ "{_OPEN_NAMES}") {{ set $kek_shared "{SHARED[1]}"; }}',
            f"add_header {SHARED[0]} $kek_shared;",
            *(
                f'location ~ "[.]{end}$" {{ types {{ }} default_type {kind}; }}'
                for kind in UNKNOWN_TO_NGINX
                for end in TYPES[kind]
            ),
            "",
        ]
    )
