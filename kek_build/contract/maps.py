# The addresses that lead on, as maps that web servers and static hosts understand, so that they answer with a real
# redirect (301). Addresses that differ only in a number share one line where the server knows patterns.
from __future__ import annotations

from collections.abc import Iterable

from kek_build.contract.moves import Move
from kek_build.headers import REDIRECT_MAPS
from kek_build.outputs import Output

STATIC_HOST, NGINX = REDIRECT_MAPS

_INTRO = "Von kek geschrieben, bei jedem Bau neu. Was wohin führt, folgt aus den Nummern und „aliase“ im Inhalt."


def map_files(moves: Iterable[Move], root: str = "/") -> list[Output]:
    """The maps as files of the site.

    Args:
        moves: the addresses; no two have the same old one.
        root: the folder of the server that the site is published in, with a slash at both ends.
    """
    pairs = [(root + move.old, root + move.new) for move in moves]
    return [
        Output(STATIC_HOST, _static_host(pairs).encode()),
        Output(NGINX, _nginx(pairs).encode()),
    ]


def apache_lines(moves: Iterable[Move], root: str = "/") -> list[str]:
    """The map as lines for `.htaccess`, which Apache reads at every request: few, with a pattern for many addresses.

    Args:
        moves: the addresses; no two have the same old one.
        root: the folder of the server that the site is published in, with a slash at both ends.
    """
    single = []
    alike: dict[tuple[str, str, str], list[str]] = {}
    for move in moves:
        above, _, key = move.old.rstrip("/").rpartition("/")
        before, found, after = move.new.rpartition(key)
        if found and before.endswith(("/", "#")) and after in {"", "/"}:
            alike.setdefault((f"{above}/" if above else "", before, after), []).append(key)
        else:
            single.append(_apache(_literal(root + move.old.rstrip("/")), root + move.new, move.old.endswith("/")))
    for (above, before, after), keys in alike.items():
        names = "|".join(map(_literal, keys))
        single.append(_apache(f"{_literal(root + above)}({names})", f"{root}{before}$1{after}"))
    return single


def _apache(pattern: str, target: str, is_folder: bool = True) -> str:
    end = "/(?:index[.]html)?" if is_folder else ""
    return f'RedirectMatch 301 "^{pattern}{end}$" "{target}"'


def _literal(text: str) -> str:
    """A text as a pattern; addresses hold no other sign with a meaning than the dot."""
    return text.replace(".", "[.]")


_Pair = tuple[str, str]


def _static_host(pairs: Iterable[_Pair]) -> str:
    # Hosts stop reading at a number of lines (2,000 at one of them), so former names come before short addresses.
    return "\n".join([f"# {_INTRO}", *(f"{old} {new} 301" for old, new in pairs), ""])


def _nginx(pairs: Iterable[_Pair]) -> str:
    return "\n".join(
        [
            f"# {_INTRO}",
            "# Einbinden im Block „server“, der mit „root“ auf die Website zeigt:",
            f"#     include /pfad/zur/website/{NGINX};",
            *(f'location = {old} {{ return 301 "{new}"; }}' for old, new in pairs),
            "",
        ]
    )
