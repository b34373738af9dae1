# What all data files say of themselves: which edition of which concept they hold, under which licence, whom to credit.
from __future__ import annotations

from dataclasses import dataclass

from kek_build.data.source import Source
from kek_build.site import SiteOptions
from kek_build.site.lizenzen import LIZENZEN, Lizenz


@dataclass(frozen=True)
class Edition:
    """An edition of a concept as data."""

    source: Source
    licence: Lizenz

    @property
    def title(self) -> str:
        """`Kreisentwicklungskonzept …, Fortschreibung 2030, Stand 31. Dezember 2019`."""
        datei = self.source.konzept.datei
        return f"{datei.titel}, {datei.fassung.bezeichnung}, Stand {datei.fassung.stand}"

    @property
    def credit(self) -> str:
        """Whom to name, as the licence asks for."""
        datei = self.source.konzept.datei
        return f"{datei.behoerde}: {datei.titel}, {self.source.url(self.source.konzept['konzept'])}"

    @property
    def notice(self) -> str:
        """What these data are, and what they are not."""
        what = "Wiedergabe des Konzepts in eigenen, einfachen Worten"
        official = "; keine amtliche Veröffentlichung" if self.source.shop.demonstration else ""
        return f"{what}{official}. Was das Dokument nicht sagt, fehlt."


def edition_of(source: Source, options: SiteOptions) -> Edition:
    """The edition that a site publishes of a concept."""
    return Edition(source, LIZENZEN[options.lizenz])
