# What can be wrong with content, each kind with a name that stays: reports carry it, pipelines compare by it, and the
# handbook explains it. This is the one list of them; what exactly is wrong, and where, says the problem itself.
from __future__ import annotations

from enum import Enum


class Rule(Enum):
    """A rule of the content: `slug` never changes once it was released, everything else may."""

    # A table: name, title, explanation, example.
    # fmt: off
    # Files
    FILE_UNREADABLE = (
        "datei-unlesbar", "Datei nicht lesbar",
        "Die Datei ist ein Ordner, oder es fehlt das Recht, sie zu lesen.",
    )
    FILE_OUTSIDE = (
        "verknuepfung-nach-aussen", "Verknüpfung nach außen",
        "Eine Verknüpfung zeigt auf etwas außerhalb des Konzepts. Aus fremden Ordnern wird nichts veröffentlicht.",
    )
    FILE_TOO_LARGE = (
        "datei-zu-gross", "Datei zu groß",
        "Dateien eines Konzepts sind wenige Kilobyte groß. Eine so große ist ein Versehen.",
    )
    FILE_EMPTY = (
        "datei-leer", "Leere Datei",
        "Die Datei enthält nichts, oder nur Kommentare und Leerzeichen.",
    )
    FILE_MISSING = (
        "datei-fehlt", "Datei fehlt",
        "Jedes Konzept braucht eine Datei konzept.yml.",
    )
    FILE_UNKNOWN = (
        "datei-unbekannt", "Unbekannte Datei",
        "Die Datei liegt an einer Stelle, an der kein Konzept eine hat, oder ihr Name ist falsch geschrieben.",
        "massnahmen/1-44.yml",
    )
    FILE_NAME = (
        "dateiname", "Dateiname passt nicht",
        "Eine Datei heißt wie die Nummer oder Kennung, die in ihr steht.",
        "In massnahmen/1-44.yml steht nummer: 1-44",
    )
    CONCEPT_NAME = (
        "konzeptname", "Name des Ordners",
        "Der Ordner eines Konzepts ist Teil seiner Adresse und darf keine Adresse der Website selbst sein.",
        "content/landkreis-muster/",
    )
    FILE_LINK = (
        "verknuepfung", "Verknüpfung statt Datei",
        "Der Server folgt keiner Verknüpfung: Sie könnte auf etwas zeigen, das niemand sehen soll.",
    )
    FILE_CHARACTERS = (
        "dateiname-zeichen", "Zeichen im Dateinamen",
        "Namen von Dateien bestehen aus Buchstaben, Ziffern, Punkten und Bindestrichen.",
        "massnahmen/1-44.yml",
    )
    CONFIGURATION = (
        "konfiguration", "Konfiguration der Website",
        "Der Server nimmt aus der Konfiguration nur, was die Website beschreibt; anderes könnte Fremdes ausführen.",
        "plugins:\n  - kek:\n      titel: Kreisentwicklungskonzept Landkreis Muster",
    )
    EDITION = (
        "fassung", "Frühere Fassung",
        "Eine frühere Fassung braucht eine eigene Kennung und einen Tag in Git oder einen Ordner, in dem sie liegt.",
'fassungen:\n  muster:\n    - kennung: "2019"\n      tag: beschluss-2019',
    )
    ENCODING = (
        "zeichenkodierung", "Falsche Zeichenkodierung",
        "Alle Dateien sind als UTF-8 gespeichert. Sonst werden aus Umlauten andere Zeichen.",
        "im Editor „Speichern mit Kodierung“ und dort „UTF-8“ wählen",
    )
    BINARY = (
        "binaerdatei", "Kein Text",
        "Die Datei ist kein Text, sondern zum Beispiel ein Bild oder ein Word-Dokument.",
    )
    INVISIBLE = (
        "unsichtbares-zeichen", "Unsichtbares Zeichen",
        "Beim Kopieren aus PDF oder Word kommen Zeichen mit, die man nicht sieht und die den Inhalt verfälschen.",
    )
    CONFLICT = (
        "git-konflikt", "Ungelöster Konflikt",
        "Zwei haben dieselbe Stelle geändert. Git hat beide Fassungen in die Datei geschrieben; eine muss bleiben.",
    )

    # The form of YAML
    TAB = (
        "tabulator", "Tabulator",
        "Einrückungen in YAML bestehen aus Leerzeichen, nie aus Tabulatoren.",
    )
    INDENT = (
        "einrueckung", "Einrückung",
        "Was zusammengehört, steht gleich weit eingerückt; was in etwas steht, zwei Leerzeichen weiter.",
        "geplant:\n  beginn: 2026\n  ende: 2028",
    )
    NO_COLON = (
        "doppelpunkt-fehlt", "Doppelpunkt fehlt",
        "Hinter jedem Schlüssel steht ein Doppelpunkt und ein Leerzeichen.",
        "titel: Radweg bauen",
    )
    COLON = (
        "doppelpunkt", "Doppelpunkt",
        "Ein Wert, in dem ein Doppelpunkt mit Leerzeichen vorkommt, steht in Anführungszeichen.",
        'titel: "Radweg: von Musterdorf nach Musterstadt"',
    )
    QUOTES = (
        "anfuehrungszeichen", "Anführungszeichen",
        "Ein Wert, der mit einem Anführungszeichen beginnt, endet auch mit einem, und dazwischen steht er ganz.",
        'titel: "Radweg bauen"',
    )
    BRACKETS = (
        "klammer", "Klammer oder Komma",
        "Eine Liste in einer Zeile steht in eckigen Klammern, mit Komma zwischen den Einträgen.",
        "orte: [musterdorf, musterstadt]",
    )
    LIST_FORM = (
        "liste-form", "Form einer Liste",
        "Jeder Eintrag einer Liste hat eine eigene Zeile, die mit einem Strich und einem Leerzeichen beginnt.",
        "orte:\n  - musterdorf\n  - musterstadt",
    )
    SPECIAL_START = (
        "sonderzeichen", "Sonderzeichen am Anfang",
        "Manche Zeichen bedeuten am Anfang eines Werts etwas Besonderes. Dann steht er in Anführungszeichen.",
        'titel: "@home: Arbeiten von zu Hause"',
    )
    NO_YAML = (
        "kein-yaml", "Kein gültiges YAML",
        "Die Zeile hat nicht die Form, die YAML verlangt.",
        "titel: Radweg bauen",
    )
    DUPLICATE_KEY = (
        "doppelter-schluessel", "Doppelter Schlüssel",
        "Derselbe Schlüssel steht zweimal. Welcher der beiden Werte gilt, ließe sich nicht sagen.",
    )
    ANCHOR = (
        "anker", "Anker, Verweis oder Typangabe von YAML",
        "Anker (&), Verweise (*) und Typangaben (!) von YAML gibt es hier nicht; jeder Wert steht da, wo er gilt.",
        'kurzform: "*neu*"',
    )
    TOO_DEEP = (
        "zu-tief", "Zu tief verschachtelt",
        "Nichts im Inhalt braucht so viele Stufen; vermutlich fehlt eine Klammer.",
    )
    SEVERAL_PARTS = (
        "mehrere-teile", "Mehrere Teile",
        "Eine Datei beschreibt eine Sache; „---“ trennt keine zweite ab.",
    )
    PAGE_HEAD = (
        "seitenkopf", "Kopf der Seite",
        "Eine Seite in seiten/ beginnt mit ihrem Kopf zwischen zwei Zeilen aus drei Strichen.",
        "---\ntitel: Vorwort\n---\n\nHier beginnt der Text.",
    )
    PAGE_TEXT = (
        "seitentext", "Text der Seite",
        "Unter dem Kopf einer Seite steht ihr Text.",
        "---\ntitel: Vorwort\n---\n\nHier beginnt der Text.",
    )

    LINK = (
        "link", "Link",
        "Eine Seite verweist in der Website mit [[…]] und nach außen mit einer ganzen Adresse.",
        "[[III.1|das Vorhaben]] oder [Landkreistag](https://www.landkreistag.de/)",
    )
    PICTURE = (
        "bild", "Bild",
        "Seiten bestehen aus Text. Bilder von anderen Servern würden verraten, wer die Seite liest.",
        "[Karte des Landkreises](https://www.landkreis-muster.de/karte/)",
    )

    # Keys and values
    UNKNOWN_KEY = (
        "unbekannter-schluessel", "Unbekannter Schlüssel",
        "Den Schlüssel gibt es an dieser Stelle nicht; meist ist er verschrieben oder falsch eingerückt.",
    )
    MISSING_KEY = (
        "fehlender-schluessel", "Fehlender Schlüssel",
        "Ohne diese Angabe geht es nicht.",
    )
    KEYS_EXPECTED = (
        "schluessel-erwartet", "Schlüssel erwartet",
        "Hier steht ein einzelner Wert, wo mehrere Angaben mit eigenem Schlüssel stehen müssen.",
        "geplant:\n  beginn: 2026\n  ende: 2028",
    )
    UNKNOWN_VALUE = (
        "unbekannter-wert", "Unbekannter Wert",
        "Hier sind nur bestimmte Wörter erlaubt, genau so geschrieben.",
    )
    WRONG_FORM = (
        "falsche-form", "Falsche Form",
        "Nummern, Kennungen und Schlüsselzahlen haben eine feste Form.",
    )
    TOO_LONG = (
        "zu-lang", "Zu lang",
        "Der Text ist länger, als die Seiten ihn zeigen können.",
    )
    EMPTY = (
        "leerer-wert", "Leerer Wert",
        "Hier fehlt der Wert. Was nicht bekannt ist, lässt man ganz weg.",
    )
    PLACEHOLDER = (
        "platzhalter", "Platzhalter",
        "„…“ steht in Vorlagen für etwas, das noch einzusetzen ist.",
    )
    LIST_EXPECTED = (
        "liste-erwartet", "Liste erwartet",
        "Hier stehen mehrere Einträge, auch wenn es nur einer ist.",
        "orte:\n  - musterdorf",
    )
    TOO_FEW = (
        "zu-wenige", "Zu wenige Einträge",
        "Die Liste braucht mehr Einträge.",
    )
    TOO_MANY = (
        "zu-viele", "Zu viele Einträge",
        "Die Liste hat mehr Einträge, als die Seiten zeigen.",
    )
    TEXT_EXPECTED = (
        "text-erwartet", "Text erwartet",
        "Hier steht eine Liste oder ein Schlüssel, wo nur Text stehen kann.",
        "kurz: Ein Satz, der sagt, worum es geht.",
    )
    ONE_LINE = (
        "eine-zeile", "Mehr als eine Zeile",
        "Namen und Titel stehen in einer Zeile.",
        "titel: Radweg bauen",
    )
    DATE = (
        "zeitpunkt", "Zeitpunkt",
        "Ein Zeitpunkt ist ein Tag, ein Monat, ein Quartal, ein Jahr oder eine Spanne.",
        "14.02.2026, 02/2026, Q1/2026, 2026 oder 2026/2027",
    )
    NUMBER = (
        "zahl", "Zahl",
        "Eine Zahl hat ein Komma vor den Dezimalstellen und keine Einheit; die steht in „einheit“.",
        "wert: 47,1",
    )
    INVALID = (
        "ungueltiger-wert", "Ungültiger Wert",
        "Der Wert passt nicht zu diesem Schlüssel.",
    )

    # What things say of each other
    DUPLICATE_NUMBER = (
        "doppelte-nummer", "Doppelte Nummer oder Kennung",
        "Nummern und Kennungen sind Teil der Adresse; jede gibt es nur einmal.",
    )
    NO_SUCH_THING = (
        "verweis-ins-leere", "Verweis ins Leere",
        "Was hier genannt wird, gibt es nicht.",
    )
    WRONG_KIND = (
        "verweis-falsche-art", "Verweis auf die falsche Art",
        "Hier kann nur auf bestimmte Dinge verwiesen werden.",
    )
    REFERENCE_FORM = (
        "verweis-form", "Form eines Verweises",
        "Verweise im Text stehen in doppelten eckigen Klammern, auf Wunsch mit eigenen Worten hinter einem Strich.",
        "[[III.1]] oder [[3-34|das Busnetz]]",
    )
    RENAMED = (
        "verweis-frueherer-name", "Früherer Name",
        "Die Sache heißt heute anders; der alte Name führt nur noch Leser hin.",
    )
    DISSOLVED = (
        "verweis-aufgehoben", "Verweis auf Aufgehobenes",
        "Die Sache gibt es nicht mehr; siehe aufgehoben.yml.",
    )
    NO_SUCH_SUBJECT = (
        "thema-unbekannt", "Unbekanntes Thema",
        "Themen teilen sich alle Konzepte; es gilt die Liste des Programms oder die in content/themen.yml.",
        "themen: [mobilitaet]",
    )
    REPEATED = (
        "doppelter-eintrag", "Doppelter Eintrag",
        "Dasselbe steht in einer Liste zweimal.",
    )
    CIRCLE = (
        "kreis", "Kreis",
        "Was ersetzt, zusammengeführt oder zugeordnet wird, muss zu einem Ende führen.",
    )
    PRIORITY = (
        "prioritaet", "Priorität",
        "Prioritäten sind die Zeichen der Skala „prioritaeten“ in konzept.yml.",
    )
    GOAL_LEVEL = (
        "zielebene", "Zielebene",
        "Ziele liegen nur so tief, wie konzept.yml unter „ebenen“ Stufen nennt.",
    )
    QUADRANT = (
        "quadrant", "Quadrant",
        "Die Kennung einer SWOT-Aussage beginnt wie die Liste, in der sie steht.",
    )
    NO_COMMITTEE = (
        "gremium-fehlt", "Gremium fehlt",
        "Zu einem Beschluss gehört, wer ihn gefasst hat.",
        "gremium: kreistag",
    )
    STATUS_REASON = (
        "status-grund", "Begründung des Status",
        "Ein Status ist ein Urteil; warum er gilt, steht dabei.",
        "status: verzögert\nstatus_grund: Die Genehmigung fehlt noch.",
    )
    PERIOD = (
        "zeitraum", "Zeitraum",
        "Was unterwegs geschieht, liegt zwischen Beginn und Ende, und was geendet hat, läuft nicht mehr.",
        "geplant:\n  beginn: 2026\n  ende: 2028",
    )
    DERIVED_PHASE = (
        "abgeleitete-phase", "Abgeleitete Phase",
        "Was aus dem Bearbeitungsstand laut Dokument folgt (konzept.yml, „bearbeitungsstaende“), steht nur dort.",
    )
    BUDGET_PRODUCT = (
        "haushaltsprodukt", "Haushaltsprodukt",
        "Nennt konzept.yml die Produkte des Haushalts, gibt es nur diese, und ihre Namen stehen dort.",
        "produkte:\n  - nummer: 51101",
    )
    FIGURES = (
        "zahlenreihe", "Werte einer Kennzahl",
        "Je Zeitpunkt und Variante gibt es einen Wert, und Zielwerte liegen nach dem Ausgangswert.",
        "werte:\n  - zeit: 2024\n    wert: 31,5\n  - zeit: 2025\n    wert: 33",
    )
    FIGURES_FILE = (
        "csv-werte", "CSV-Datei mit Werten",
        "Neben einer Kennzahl kann eine CSV-Datei mit ihrem Namen liegen; dann stehen alle Werte nur dort.",
        "zeit;wert\n2024;31,5\n2025;33",
    )
    NEIGHBOUR = (
        "nachbarn", "Nachbarn",
        "Nachbarn sind andere Orte, die angrenzen; woher man das weiß, steht dabei.",
        "nachbarn: [musterdorf]\nnachbarn_quelle: Amtliche Karte 1:50.000",
    )
    MUNICIPALITY_KEY = (
        "gemeindeschluessel", "Gemeindeschlüssel",
        "Der amtliche Schlüssel einer Gemeinde beginnt mit Land und Kreis und gehört nur ihr.",
        "ags: 14729430",
    )
    FORMER_NAME = (
        "frueherer-name", "Frühere Nummer oder Kennung",
        "Unter „aliase“ steht nur, was heute nichts anderes heißt.",
    )
    TOMBSTONE = (
        "aufgehoben", "Aufgehobenes",
        "aufgehoben.yml nennt, was es nicht mehr gibt, und nur das.",
    )

    # What was published
    ADDRESS_FORM = (
        "adresse-form", "Form einer Adresse",
        "adressen.txt hat eine Adresse je Zeile. „kek adressen“ schreibt sie.",
        "massnahmen/3-34/",
    )
    ADDRESS_LOST = (
        "adresse-verloren", "Verlorene Adresse",
        "Was veröffentlicht wurde, antwortet für immer: unter seinem Namen, einem neuen oder als aufgehoben.",
    )
    RESERVED = (
        "vergebene-adresse", "Vergebene Adresse",
        "Die Nummer wäre die Adresse eines festen Teils der Website.",
    )

    # Tables that somebody imports
    TABLE_CELL = (
        "tabelle", "Zelle einer Tabelle",
        "Was in der Zelle steht, lässt sich nicht übernehmen.",
    )

    # Hints: nothing is wrong, but somebody should look
    LOOSE_END = (
        "loses-ende", "Loses Ende",
        "Hier fehlt eine Verbindung: eine Antwort, eine Maßnahme, eine Kennzahl.",
    )
    OVERDUE = (
        "ueberfaellig", "Überfällig",
        "Ein geplanter Zeitpunkt ist verstrichen, oder lange gab es nichts Neues.",
    )
    NOT_SHOWN = (
        "nicht-gezeigt", "Nicht gezeigt",
        "Das steht in einer Datei, aber nicht auf der Website.",
        "ansprechpersonen_zeigen: ja",
    )
    # fmt: on

    def __init__(self, slug: str, title: str, explanation: str, example: str | None = None) -> None:
        self.slug = slug
        """What reports call it."""
        self.title = title
        self.explanation = explanation
        """A sentence that says what the rule is for."""
        self.example = example
        """How it is right, where that can be said without knowing the place."""

    @property
    def is_hint(self) -> bool:
        """Whether it keeps nothing from being published."""
        return self in {Rule.LOOSE_END, Rule.OVERDUE, Rule.NOT_SHOWN}
