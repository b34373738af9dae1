# Why a history is missing or not whole, in words: for readers, and in one line for whoever builds the site. A history
# is never needed, so none of this is an error.
from __future__ import annotations

from enum import Enum


class Gap(Enum):
    """What keeps a build from knowing all that changed."""

    NOT_READ = "not-read"
    NO_PROGRAM = "no-program"
    NO_REPOSITORY = "no-repository"
    UNTRACKED = "untracked"
    OWNERSHIP = "ownership"
    TIMEOUT = "timeout"
    BROKEN = "broken"
    SHALLOW = "shallow"
    LONG = "long"
    SINCE = "since"

    @property
    def missing(self) -> bool:
        """Whether nothing is known at all; otherwise the beginning is missing."""
        return self not in {Gap.SHALLOW, Gap.LONG, Gap.SINCE}

    @property
    def reason(self) -> str:
        """For readers: a sentence that says why."""
        return _REASONS[self]

    @property
    def log(self) -> str:
        """For whoever builds the site: the same in one line, with what to do."""
        return _LOG[self]


_REASONS = {
    Gap.NOT_READ: "Beim Erstellen dieser Ausgabe wurde der Verlauf nicht gelesen.",
    Gap.NO_PROGRAM: "Beim Erstellen dieser Ausgabe fehlte das Programm Git, das den Verlauf kennt.",
    Gap.NO_REPOSITORY: "Der Inhalt dieser Ausgabe liegt nicht in einem Git-Repository, das seinen Verlauf festhält.",
    Gap.UNTRACKED: "Der Inhalt dieser Ausgabe ist noch nicht in einem Git-Repository festgehalten.",
    Gap.OWNERSHIP: "Beim Erstellen dieser Ausgabe durfte das Programm Git den Verlauf nicht lesen.",
    Gap.TIMEOUT: "Beim Erstellen dieser Ausgabe dauerte es zu lange, den Verlauf zu lesen.",
    Gap.BROKEN: "Beim Erstellen dieser Ausgabe ließ sich der Verlauf nicht lesen.",
    Gap.SHALLOW: "Von früher liegt dieser Ausgabe kein Verlauf vor.",
    Gap.LONG: "Der Verlauf ist sehr lang; frühere Änderungen stehen hier nicht.",
    Gap.SINCE: "Frühere Änderungen stehen hier nicht.",
}
_LOG = {
    Gap.NOT_READ: "nicht gelesen",
    Gap.NO_PROGRAM: "unbekannt, denn das Programm git fehlt",
    Gap.NO_REPOSITORY: "unbekannt, denn der Inhalt liegt nicht in einem Git-Repository",
    Gap.UNTRACKED: "unbekannt, denn der Inhalt ist noch nicht in Git festgehalten",
    Gap.OWNERSHIP: "unbekannt, denn der Ordner gehört jemand anderem; "
    "abhelfen kann: git config --global --add safe.directory ORDNER",
    Gap.TIMEOUT: "unbekannt, denn git braucht zu lange",
    Gap.BROKEN: "unbekannt, denn git meldet einen Fehler",
    Gap.SHALLOW: "nur zum Teil bekannt, denn der Klon ist flach; abhelfen kann: git fetch --unshallow",
    Gap.LONG: "gekürzt, denn er ist sehr lang",
    Gap.SINCE: "erst ab dem Tag, den „aenderungen_seit“ nennt",
}


class NoHistoryError(Exception):
    """Nothing is known of the history."""

    def __init__(self, gap: Gap) -> None:
        super().__init__(gap.log)
        self.gap = gap
