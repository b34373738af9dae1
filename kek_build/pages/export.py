# Page records as Markdown files: the way to another static site generator, with content and templates as they are.
from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from kek_build.pages.record import PageRecord

_CODE = re.compile(r"<pre>.*?</pre>", re.DOTALL)


def write_markdown(records: Iterable[PageRecord], folder: Path) -> int:
    """Write each page as a Markdown file with a YAML head and ready HTML below it.

    Args:
        records: the pages.
        folder: where they go; `leipzig/massnahmen/1-32/` becomes `leipzig/massnahmen/1-32/index.md`.

    Returns:
        How many files were written.
    """
    count = 0
    for record in records:
        path = folder / record.path / "index.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = {
            "title": record.title,
            "description": record.description,
            "kind": record.kind,
            "parent": record.parent,
            "source": str(record.source) if record.source else None,
        }
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items() if value is not None]
        html = _CODE.sub(lambda code: code[0].replace("\n", "&#10;"), record.html)
        body = "\n".join(line.strip() for line in html.split("\n") if line.strip())
        path.write_text("---\n" + "\n".join(lines) + f"\n---\n\n{body}\n", encoding="utf-8")
        count += 1
    return count
