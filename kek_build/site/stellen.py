# Whom one can turn to: an office with its address, telephone and mail. Used for the site's own contact, for the bodies
# of each Land, and for what a site's configuration says of them.
from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from kek_build.models.base import Line, Model

Mail = Annotated[str, StringConstraints(pattern=r"^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$", max_length=200)]
"""A mail address."""

Telefon = Annotated[str, StringConstraints(pattern=r"^\+?[0-9](?:[ /()–-]*[0-9]){4,20}$")]
"""A telephone number with its prefix."""

Webadresse = Annotated[str, StringConstraints(pattern=r"^https://[^\s\"<>]+$", max_length=500)]
"""An address on the web."""

UmsatzsteuerId = Annotated[str, StringConstraints(pattern=r"^DE[0-9]{9}$")]
"""A German VAT identification number."""


class Stelle(Model):
    """An office and how to reach it."""

    name: Line = Field(description="Name der Stelle")
    anschrift: tuple[Line, ...] = Field((), description="Anschrift, eine Zeile je Eintrag: [Straße 1, 01234 Ort]")
    telefon: Telefon | None = Field(None, description='Telefonnummer in Anführungszeichen: "03433 12345"')
    mail: Mail | None = Field(None, description="Mailadresse")
    web: Webadresse | None = Field(None, description="Adresse im Netz, mit https:// am Anfang")
