# The content security policy of the form's own page: as strict as Sveltia works under. The rest of the site keeps its
# own.
from __future__ import annotations

from kek_build.redaktion.configuration import hosts, portraits
from kek_build.site.options import Redaktion


def policy(redaktion: Redaktion) -> str:
    """The policy of the page.

    Sveltia puts style sheets of its parts into the page while it runs, so those are allowed; styles of single elements,
    scripts in the page and code made from text are not. It shows pictures from memory, and that of whoever has signed
    in.
    """
    forge = " ".join(hosts(redaktion))
    return (
        "default-src 'none'; script-src 'self'; style-src-elem 'unsafe-inline'; style-src-attr 'none'; "
        f"img-src 'self' blob: {' '.join(portraits(redaktion))}; font-src 'self'; connect-src 'self' {forge}; "
        "base-uri 'none'; form-action 'none'"
    )
