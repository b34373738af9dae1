# The description of the CSV files for programs: a data package (Frictionless, https://datapackage.org/standard/), with
# every column described and the columns that name rows of other tables.
from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kek_build.data.csv import DELIMITER, FALSE, GUARD_RULE, LINE_END, TRUE
from kek_build.data.edition import Edition
from kek_build.data.keeping import Told
from kek_build.data.table import Column, Kind

NAME = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def package(tables: Iterable[tuple[Kind, str, Told]], edition: Edition) -> dict[str, Any]:
    """The data package of a concept.

    Args:
        tables: each kind of table, the name of its file in the same folder, and what is told of it.
        edition: what it is an edition of.
    """
    tables = list(tables)
    names = {kind.name for kind, _, _ in tables}
    datei = edition.source.konzept.datei
    address = edition.source.url(edition.source.konzept["konzept"])
    return {
        "$schema": PROFILE,
        "name": f"kek-{edition.source.konzept.slug}",
        "id": address,
        "title": edition.title,
        "description": f"{edition.notice} {GUARD_RULE}",
        "homepage": address,
        "version": datei.fassung.stand.iso(),
        "created": f"{datei.fassung.stand.last.isoformat()}T00:00:00Z",
        "keywords": ["Kreisentwicklungskonzept", datei.name, datei.land],
        "licenses": [
            {"name": edition.licence.spdx, "title": edition.licence.title, "path": edition.licence.address},
        ],
        "contributors": [{"title": datei.behoerde, "roles": ["creator"]}],
        "sources": [{"title": document.titel} for document in datei.quellen],
        "resources": [_resource(kind, file, told, names) for kind, file, told in tables],
    }


def _resource(kind: Kind, file: str, told: Told, names: set[str]) -> dict[str, Any]:
    columns = kind.columns
    schema: dict[str, Any] = {"fields": [_field(column) for column in columns], "missingValues": [""]}
    if keys := [column.name for column in columns if column.key]:
        schema["primaryKey"] = keys
    # A table that names its own rows says so with an empty name (Table Schema, foreignKeys).
    foreign = [
        {
            "fields": [column.name],
            "reference": {"resource": "" if column.target == kind.name else column.target, "fields": ["id"]},
        }
        for column in columns
        if column.target in names
    ]
    if foreign:
        schema["foreignKeys"] = foreign
    return {
        "name": kind.name,
        "type": "table",
        "path": file,
        "title": kind.title,
        "description": kind.description,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "bytes": told.length,
        "hash": f"sha256:{told.checksum}",
        "dialect": {"delimiter": DELIMITER, "lineTerminator": LINE_END, "quoteChar": '"', "doubleQuote": True},
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "title": column.title, "description": column.description}
    match column.type:
        case "uri":
            field |= {"type": "string", "format": "uri"}
        case "boolean":
            field |= {"type": "boolean", "trueValues": [TRUE], "falseValues": [FALSE]}
        case "number":
            field |= {"type": "number", "decimalChar": ","}
        case _:
            field |= {"type": column.type}
    if column.key:
        field["constraints"] = {"required": True}
    return field
