# What WeasyPrint leaves open in the structure of a PDF: whether a heading of a table stands over a column or before a
# row, and in words where links lead. It also writes the file in the same bytes each time.
from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any


def finished(pdf: bytes, labels: Mapping[str, str]) -> bytes:
    """Complete a tagged PDF.

    Args:
        pdf: the file as WeasyPrint writes it.
        labels: what stands at the places inside the document that links lead to, by anchor.

    Returns:
        The file; the same for the same input.
    """
    import pikepdf  # noqa: PLC0415  (an extra)

    with pikepdf.open(io.BytesIO(pdf)) as file:
        for element, above in _elements(file.Root.StructTreeRoot):
            if element.get("/S") == "/TH":
                scope = "/Column" if above == "/THead" else "/Row"
                element.A = pikepdf.Dictionary(O=pikepdf.Name("/Table"), **_spans(element))
                element.A.Scope = pikepdf.Name(scope)
        for page in file.pages:
            for link in page.get("/Annots", ()):
                link.F = 4  # it is printed like the text it lies on
                if (anchor := link.get("/Dest")) is not None:
                    link.Contents = pikepdf.String(f"Gehe zu: {labels.get(str(anchor), str(anchor))}")
                elif (action := link.get("/A")) is not None:
                    link.Contents = pikepdf.String(f"Im Internet: {action.URI}")
        written = io.BytesIO()
        file.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()


def _spans(element: Any) -> dict[str, Any]:
    return {key: element.A[f"/{key}"] for key in ("ColSpan", "RowSpan") if f"/{key}" in element.get("/A", {})}


def _elements(root: Any) -> Iterator[tuple[Any, str]]:
    """Every element of the structure, and the nearest part of a table above it."""
    waiting: list[tuple[Any, str]] = [(root.K, "")]
    while waiting:
        node, above = waiting.pop()
        if _is_array(node):
            waiting.extend((kid, above) for kid in node)
        elif _is_dictionary(node) and "/S" in node:
            yield node, above
            kind = str(node.S)
            if "/K" in node:
                waiting.append((node.K, kind if kind in {"/THead", "/TBody"} else above))


def _is_array(node: Any) -> bool:
    import pikepdf  # noqa: PLC0415

    return isinstance(node, pikepdf.Array)


def _is_dictionary(node: Any) -> bool:
    import pikepdf  # noqa: PLC0415

    return isinstance(node, pikepdf.Dictionary)
