# What WeasyPrint leaves open or gets wrong in the structure of a PDF, which is what is read aloud: the scope of table
# headings, lists within lists, links without text, running heads, and in words where links lead. It also writes the
# file in the same bytes each time.
from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

_SCHEMES = {"mailto:": "E-Mail an", "tel:": "Anrufen"}
"""What is said of links that lead to no page."""
_PRINTED = 4
"""The flag of a link that is printed like the text it lies on."""
_MARKED = re.compile(rb"/\w+\s*<<\s*/MCID\s+(\d+)\s*>>\s*BDC")


def finished(pdf: bytes, labels: Mapping[str, str]) -> bytes:
    """Complete a tagged PDF.

    Args:
        pdf: the file as WeasyPrint writes it.
        labels: what stands at the places inside the document that links lead to, by the names of the places.

    Returns:
        The file; the same for the same input.
    """
    import pikepdf  # noqa: PLC0415  (an extra)

    with pikepdf.open(io.BytesIO(pdf)) as file:
        empty = set()
        reached = set()
        for element, part in list(_elements(file.Root.StructTreeRoot.K)):
            reached.add(element.objgen)
            match str(element.S):
                case "/TH":
                    element.A.Scope = pikepdf.Name("/Column" if part == "/THead" else "/Row")
                case "/L":
                    _mend_list(file, element)
                case "/Link" if not _has_text(element):
                    empty |= {kid.Obj.objgen for kid in _kids(element) if kid.get("/Type") == "/OBJR"}
                    element.P.K = pikepdf.Array([kid for kid in _kids(element.P) if not _same(kid, element)])
        parents = _parents(file.Root.StructTreeRoot.ParentTree)
        for page in file.pages:
            _mark_artifacts(page, parents[int(page.StructParents)], reached)
            if "/Annots" in page:
                page.Annots = pikepdf.Array([link for link in page.Annots if link.objgen not in empty])
                for link in page.Annots:
                    link.F = _PRINTED
                    link.Contents = pikepdf.String(_label(link, labels))
        written = io.BytesIO()
        file.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()


def _label(link: Any, labels: Mapping[str, str]) -> str:
    """Where a link leads, in words."""
    if "/Dest" in link:
        place = str(link.Dest)
        return f"Gehe zu: {labels.get(place) or labels.get(place.partition('--')[0], place)}"
    address = str(link.A.URI)
    for scheme, told in _SCHEMES.items():
        if address.startswith(scheme):
            return f"{told}: {address.removeprefix(scheme)}"
    return f"Im Internet: {address}"


def _mend_list(file: Any, element: Any) -> None:
    """Put lists within lists behind the text of their item, and all of an item into its body.

    WeasyPrint gives an inner list to the outer list, before the item that it belongs to (ISO 32000-1, 14.8.4.3.3).
    """
    import pikepdf  # noqa: PLC0415  (an extra)

    kept, inner = [], []
    for kid in _kids(element):
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/S") == "/L":
            inner.append(kid)
        elif isinstance(kid, pikepdf.Dictionary) and kid.get("/S") == "/LI":
            _mend_item(file, kid, inner)
            kept.append(kid)
            inner = []
        else:
            kept.append(kid)
    element.K = pikepdf.Array([*kept, *inner])


def _mend_item(file: Any, item: Any, inner: list[Any]) -> None:
    import pikepdf  # noqa: PLC0415  (an extra)

    kids = _kids(item)
    own = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and kid.get("/S") in {"/Lbl", "/LBody"}]
    loose = [*(kid for kid in kids if not any(_same(kid, other) for other in own)), *inner]
    if not loose:
        return
    body = next((kid for kid in own if kid.S == "/LBody"), None)
    if body is None:
        body = file.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name("/StructElem"), S=pikepdf.Name("/LBody"), P=item, K=pikepdf.Array())
        )
        own.append(body)
    for kid in loose:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            kid.P = body
    body.K = pikepdf.Array([*_kids(body), *loose])
    item.K = pikepdf.Array(own)


def _has_text(element: Any) -> bool:
    """Whether an element holds anything; a link that begins with the next line leaves an empty one on this."""
    return any(isinstance(kid, int) or ("/S" in kid and _has_text(kid)) for kid in _kids(element))


def _mark_artifacts(page: Any, parents: Any, reached: set[tuple[int, int]]) -> None:
    """Mark what no element of the structure holds, running heads and page numbers, as nothing to read."""
    outside = {
        number for number, element in enumerate(parents) if element is not None and element.objgen not in reached
    }
    if outside:
        content = page.Contents.read_bytes()
        page.Contents.write(
            _MARKED.sub(lambda found: b"/Artifact BMC" if int(found[1]) in outside else found[0], content)
        )
        for number in outside:
            parents[number] = None


def _parents(tree: Any) -> dict[int, Any]:
    """The elements that the marks of each page belong to."""
    numbers = list(tree.Nums)
    return {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}


def _elements(root: Any) -> Iterator[tuple[Any, str]]:
    """Every element of the structure, and the nearest part of a table above it."""
    import pikepdf  # noqa: PLC0415  (an extra)

    waiting: list[tuple[Any, str]] = [(kid, "") for kid in root]
    while waiting:
        node, part = waiting.pop()
        if isinstance(node, pikepdf.Dictionary) and "/S" in node:
            yield node, part
            kind = str(node.S)
            below = kind if kind in {"/THead", "/TBody"} else part
            waiting.extend((kid, below) for kid in _kids(node))


def _kids(element: Any) -> list[Any]:
    import pikepdf  # noqa: PLC0415  (an extra)

    kids = element.get("/K")
    return [] if kids is None else list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _same(one: Any, other: Any) -> bool:
    return not isinstance(one, int) and one.is_indirect and one.objgen == other.objgen
