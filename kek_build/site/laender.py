# What differs between the Länder in the legal pages: the law of accessible websites, whom to turn to when an answer
# does not satisfy, and who supervises data protection. Only what a source confirms stands here, as of November 2026;
# what is left out has to be in the site's configuration (`laender`), which also takes precedence. The city states
# have no counties.
from __future__ import annotations

from dataclasses import dataclass

from kek_build.site.stellen import Stelle


@dataclass(frozen=True)
class Land:
    """One Land's law and bodies."""

    recht: tuple[str, ...] = ()
    """The laws that ask for accessible websites, as a sentence names them in the accusative or dative."""
    durchsetzung: Stelle | None = None
    """The body of the enforcement procedure (Article 9 of Directive (EU) 2016/2102)."""
    grundlage: str | None = None
    """Where the law says so."""
    frist: str | None = None
    """How long an answer may take before one may turn to that body."""
    kostenlos: bool = False
    """Whether the procedure is known to be free of charge."""
    datenschutz: Stelle | None = None
    """The supervisory authority for public bodies (Article 51 GDPR)."""


LAENDER = {
    # www.barrierefreiheit-bw.de (LZ-BARR) by way of hdm-stuttgart's statement; L-BGG § 10, L-BGG-DVO of 2019-12-11.
    "Baden-Württemberg": Land(
        recht=(
            "das Landes-Behindertengleichstellungsgesetz (L-BGG)",
            "die L-BGG-Durchführungsverordnung (L-BGG-DVO)",
        ),
        durchsetzung=Stelle(
            name="Schlichtungsstelle beim Landeszentrum Barrierefreiheit (LZ-BARR)",
            anschrift=("Else-Josenhans-Straße 6", "70173 Stuttgart"),
            telefon="0711 123-39375",
            mail="schlichtung@barrierefreiheit.bwl.de",
            web="https://www.barrierefreiheit-bw.de",
        ),
        # www.baden-wuerttemberg.datenschutz.de/kontakt/
        datenschutz=Stelle(
            name="Landesbeauftragter für den Datenschutz und die Informationsfreiheit Baden-Württemberg",
            mail="poststelle@lfdi.bwl.de",
            web="https://www.baden-wuerttemberg.datenschutz.de",
        ),
    ),
    # www.ldbv.bayern.de/digitalisierung/bitv.html; the law was rewritten in 2023, so the site has to name it.
    "Bayern": Land(
        durchsetzung=Stelle(
            name=(
                "Durchsetzungs- und Überwachungsstelle für barrierefreie Informationstechnik, Landesamt für "
                "Digitalisierung, Breitband und Vermessung"
            ),
            anschrift=("St.-Martin-Straße 47", "81541 München"),
            telefon="089 2129-1111",
            mail="bitv@bayern.de",
            web="https://www.ldbv.bayern.de/digitalisierung/bitv.html",
        ),
        # www.datenschutz-bayern.de/vorstell/impressum.html
        datenschutz=Stelle(
            name="Bayerischer Landesbeauftragter für den Datenschutz",
            mail="poststelle@datenschutz-bayern.de",
            web="https://www.datenschutz-bayern.de",
        ),
    ),
    # lasv.brandenburg.de (monitoring body) names the law; the enforcement body's ministry was renamed since.
    "Brandenburg": Land(
        recht=(
            "das Brandenburgische Behindertengleichstellungsgesetz (BbgBGG)",
            "die Brandenburgische Barrierefreie Informationstechnik-Verordnung (BbgBITV)",
        ),
        # www.lda.brandenburg.de
        datenschutz=Stelle(
            name="Landesbeauftragte für den Datenschutz und für das Recht auf Akteneinsicht Brandenburg",
            mail="poststelle@lda.brandenburg.de",
            web="https://www.lda.brandenburg.de",
        ),
    ),
    # lbit.hessen.de; two statements of Hessian public bodies name the same contact.
    "Hessen": Land(
        recht=(
            "das Hessische Behinderten-Gleichstellungsgesetz (HessBGG)",
            "die Hessische Verordnung über barrierefreie Informationstechnik (BITV HE 2019)",
        ),
        durchsetzung=Stelle(
            name="Durchsetzungs- und Überwachungsstelle Barrierefreie Informationstechnik, Regierungspräsidium Gießen",
            anschrift=("Landgraf-Philipp-Platz 1–7", "35390 Gießen"),
            telefon="0641 303-2901",
            mail="Durchsetzungsstelle-LBIT@rpgi.hessen.de",
            web="https://lbit.hessen.de",
        ),
        # datenschutz.hessen.de
        datenschutz=Stelle(
            name="Hessischer Beauftragter für Datenschutz und Informationsfreiheit",
            mail="poststelle@datenschutz.hessen.de",
            web="https://datenschutz.hessen.de",
        ),
    ),
    # www.datenschutz-mv.de/kontakt
    "Mecklenburg-Vorpommern": Land(
        datenschutz=Stelle(
            name="Landesbeauftragter für Datenschutz und Informationsfreiheit Mecklenburg-Vorpommern",
            mail="info@datenschutz-mv.de",
            web="https://www.datenschutz-mv.de",
        ),
    ),
    # www.ms.niedersachsen.de, "Barrierefreie IT in Niedersachsen"; two statements name the same contact.
    "Niedersachsen": Land(
        recht=("das Niedersächsische Behindertengleichstellungsgesetz (NBGG)",),
        durchsetzung=Stelle(
            name="Schlichtungsstelle bei der Landesbeauftragten für Menschen mit Behinderungen in Niedersachsen",
            anschrift=("Hannah-Arendt-Platz 2", "30159 Hannover"),
            mail="schlichtungsstelle@ms.niedersachsen.de",
        ),
        # www.lfd.niedersachsen.de
        datenschutz=Stelle(
            name="Landesbeauftragter für den Datenschutz Niedersachsen",
            mail="poststelle@lfd.niedersachsen.de",
            web="https://www.lfd.niedersachsen.de",
        ),
    ),
    # www.lbbp.nrw.de/ombudsstelle, www.mags.nrw/ombudsstelle-barrierefreie-informationstechnik
    "Nordrhein-Westfalen": Land(
        recht=(
            "das Behindertengleichstellungsgesetz Nordrhein-Westfalen (BGG NRW)",
            "die Barrierefreie-Informationstechnik-Verordnung Nordrhein-Westfalen (BITVNRW)",
        ),
        durchsetzung=Stelle(
            name="Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen",
            web="https://www.lbbp.nrw.de/ombudsstelle",
        ),
        grundlage="§§ 10d und 10e BGG NRW",
        # www.ldi.nrw.de
        datenschutz=Stelle(
            name="Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen",
            mail="poststelle@ldi.nrw.de",
            web="https://www.ldi.nrw.de",
        ),
    ),
    # www.datenschutz.rlp.de
    "Rheinland-Pfalz": Land(
        datenschutz=Stelle(
            name="Landesbeauftragter für den Datenschutz und die Informationsfreiheit Rheinland-Pfalz",
            mail="poststelle@datenschutz.rlp.de",
            web="https://www.datenschutz.rlp.de",
        ),
    ),
    # www.datenschutz.saarland.de/impressum
    "Saarland": Land(
        datenschutz=Stelle(
            name="Unabhängiges Datenschutzzentrum Saarland",
            mail="poststelle@datenschutz.saarland.de",
            web="https://www.datenschutz.saarland.de",
        ),
    ),
    # colouring.dresden.ioer.de (law), kobinet-nachrichten.org of 2023-07-01 (the SächsInklusG does not bind counties),
    # www.durchsetzungsstelle.sachsen.de (mail, one month, free of charge), portal.klimaschulen.sachsen.de (address,
    # telephone).
    "Sachsen": Land(
        recht=(
            "das Barrierefreie-Websites-Gesetz (BfWebG)",
            "die Barrierefreie-Websites-Verordnung (BfWebVO)",
            "die Barrierefreie-Informationstechnik-Verordnung des Bundes (BITV 2.0)",
        ),
        durchsetzung=Stelle(
            name=(
                "Durchsetzungsstelle, Geschäftsstelle des Landesbeauftragten für Inklusion der Menschen mit "
                "Behinderungen, Sächsische Staatskanzlei"
            ),
            anschrift=("Archivstraße 1", "01097 Dresden"),
            telefon="0351 564-10713",
            mail="durchsetzungsstelle@sk.sachsen.de",
            web="https://www.durchsetzungsstelle.sachsen.de",
        ),
        frist="innerhalb eines Monats",
        kostenlos=True,
        # www.datenschutz.sachsen.de/datenschutzerklaerung.html
        datenschutz=Stelle(
            name="Sächsische Datenschutz- und Transparenzbeauftragte",
            anschrift=("Postfach 11 01 32", "01330 Dresden"),
            telefon="0351 85471-101",
            mail="post@sdtb.sachsen.de",
            web="https://www.datenschutz.sachsen.de",
        ),
    ),
    # www.sesam-projekt.de (state office: §§ 16a, 16b, 16d BGG LSA, § 11 BGGVO LSA, one month),
    # www.lf-barrierefreiheit-st.de/ueber-uns/ombudsstelle (free of charge), ukst.de; mail, address, telephone: a
    # statement of June 2025.
    "Sachsen-Anhalt": Land(
        recht=(
            "das Behindertengleichstellungsgesetz Sachsen-Anhalt (BGG LSA)",
            "die Behindertengleichstellungsverordnung Sachsen-Anhalt (BGGVO LSA)",
        ),
        durchsetzung=Stelle(
            name="Ombudsstelle des Landes Sachsen-Anhalt bei der Unfallkasse Sachsen-Anhalt",
            anschrift=("Käsperstraße 31", "39261 Zerbst/Anhalt"),
            telefon="03923 751-175",
            mail="ombudsstelle@ukst.de",
            web="https://www.lf-barrierefreiheit-st.de/ueber-uns/ombudsstelle",
        ),
        grundlage="§ 16d BGG LSA",
        frist="innerhalb eines Monats",
        kostenlos=True,
        # datenschutz.sachsen-anhalt.de/landesbeauftragte/
        datenschutz=Stelle(
            name="Landesbeauftragte für den Datenschutz Sachsen-Anhalt",
            anschrift=("Postfach 1947", "39009 Magdeburg"),
            telefon="0391 81803-0",
            mail="poststelle@lfd.sachsen-anhalt.de",
            web="https://datenschutz.sachsen-anhalt.de",
        ),
    ),
    # www.landtag.ltsh.de/beauftragte/beschwerdestelle-fuer-barrieren/
    "Schleswig-Holstein": Land(
        recht=("das Landesbehindertengleichstellungsgesetz (LBGG)",),
        durchsetzung=Stelle(
            name="Beschwerdestelle für barrierefreie Informationstechnik bei der Landesbeauftragten für Menschen mit "
            "Behinderung",
            anschrift=("Karolinenweg 1", "24105 Kiel"),
            telefon="0431 988-1620",
            mail="bbit@landtag.ltsh.de",
            web="https://www.landtag.ltsh.de/beauftragte/beschwerdestelle-fuer-barrieren/",
        ),
        # www.datenschutzzentrum.de/impressum/
        datenschutz=Stelle(
            name="Unabhängiges Landeszentrum für Datenschutz Schleswig-Holstein",
            mail="mail@datenschutzzentrum.de",
            web="https://www.datenschutzzentrum.de",
        ),
    ),
    # verbraucherschutz.thueringen.de names the law.
    "Thüringen": Land(
        recht=(
            "das Thüringer Gesetz über den barrierefreien Zugang zu Websites und mobilen Anwendungen (ThürBarrWebG)",
            "die Thüringer Barrierefreie-Informationstechnik-Verordnung (ThürBITVO)",
        ),
        # www.tlfdi.de/tlfdi/kontakt/
        datenschutz=Stelle(
            name="Thüringer Landesbeauftragter für den Datenschutz und die Informationsfreiheit",
            mail="poststelle@datenschutz.thueringen.de",
            web="https://www.tlfdi.de",
        ),
    ),
}
"""The Länder by the name that stands under `land` in a concept's konzept.yml."""
