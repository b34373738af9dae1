# The history of a content folder, from its first step to HEAD: walks the commits, tells what each did, and carries the
# past of a thing along when its number changes. What a commit did depends only on the content of its files, so it is
# kept by their ids, whatever becomes of the commit.
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from operator import itemgetter
from pathlib import Path, PurePosixPath

from kek_build.history.changes import Change, ConceptHistory, History
from kek_build.history.gaps import Gap, NoHistoryError
from kek_build.history.git import Commit, read_blobs, read_log
from kek_build.history.kept import Files, Kept, Told
from kek_build.history.steps import Event, events
from kek_build.history.things import Key, State, is_thing, joined, owner_of, states

MAX_FILES = 20_000
"""How many changes of files are told, newest first."""


def read_history(content: Path, since: date | None = None, cache: Path | None = None) -> History:
    """What changed in a content folder, as far as HEAD.

    Args:
        content: the folder. What is not committed does not count.
        since: earlier commits only give the state from which the history is told.
        cache: a file that keeps what was found for the next time; it may be deleted.

    Returns:
        The history; where there is none, the reason.
    """
    try:
        log = read_log(content)
        commits, gap = list(log.commits), Gap.LONG if log.cut else None
        if len(told := list(_newest(commits))) < len(commits):
            commits, gap = told, Gap.LONG
        begin: date | None = None
        if log.shallow and not commits[-1].parents:
            begin, gap = commits.pop().committed.date(), Gap.SHALLOW
        if since is not None:
            later = [commit for commit in commits if commit.committed.date() >= since]
            if len(later) < len(commits):
                commits, begin, gap = later, since, Gap.SINCE
        if gap is Gap.LONG:  # even the newest step alone may be too long; then only what follows it will be told
            begin = (commits[-1] if commits else log.commits[0]).committed.date()
        walk = _Walk(content, Kept(cache))
        walk.past_by(reversed(log.commits[len(commits) :]))
        walk.through(commits[::-1])
    except NoHistoryError as error:
        return History(gap=error.gap)
    return walk.history(gap, begin)


def _newest(commits: Iterable[Commit]) -> Iterator[Commit]:
    """As many commits as may be told."""
    count = 0
    for commit in commits:
        count += len(commit.files)
        if count > MAX_FILES:
            return
        yield commit


@dataclass
class _Walk:
    content: Path
    kept: Kept
    past: dict[Key, list[tuple[int, Change]]] = field(default_factory=dict)
    """What happened to each thing, each with its place in the whole row."""
    last_read: dict[PurePosixPath, str | None] = field(default_factory=dict)
    """Files whose newest version cannot be read: the last one that could."""
    blobs: dict[str, bytes] = field(default_factory=dict)
    read: dict[tuple[PurePosixPath, str], list[State] | None] = field(default_factory=dict)
    current: dict[PurePosixPath, str | None] = field(default_factory=dict)
    """What is in each file, by ids, as far as the commits were looked at."""
    marks: dict[str, int] = field(default_factory=dict)
    count: int = 0
    unreadable: int = 0
    concepts: set[str] = field(default_factory=set)

    def past_by(self, commits: Iterable[Commit]) -> None:
        """Take what is in the files from commits that are not told, oldest first."""
        for commit in commits:
            self.current.update((file.path, file.new) for file in commit.files)

    def through(self, commits: list[Commit]) -> None:
        """Walk the commits, oldest first."""
        owners = [self._owners(commit) for commit in commits]
        steps = [(*self._files(commit), *beside) for commit, beside in zip(commits, owners, strict=True)]
        missing = [files for files in steps if files and self.kept.get(files) is None]
        names = (name for files in missing for _, old, new in files for name in (old, new) if name)
        self.blobs.update(read_blobs(self.content, names))
        when: datetime | None = None
        for commit, beside in zip(commits, owners, strict=True):
            # A step cannot have been taken before the one it stands on, whatever a clock said.
            when = commit.committed if when is None else max(when, commit.committed)
            if files := self._files(commit):
                told = self.kept.get((*files, *beside))
                if told is None:
                    self.kept.put((*files, *beside), told := self._tell(files, beside))
                self._add(told, files, when, commit.written.date())
        self.kept.save()

    def _owners(self, commit: Commit) -> Files:
        """The files of indicators whose values a commit changes beside them, and not themselves."""
        self.past_by([commit])
        touched = {file.path for file in commit.files}
        owners = {owner for path in touched if (owner := owner_of(path)) and owner not in touched}
        return tuple((path, name, name) for path in sorted(owners) if (name := self.current.get(path)))

    def _files(self, commit: Commit) -> Files:
        return tuple(
            sorted((file.path, self.last_read.get(file.path, file.old), file.new)
                   for file in commit.files if is_thing(file.path))
        )  # fmt: skip

    def _tell(self, files: Files, beside: Files) -> Told:
        before: list[State] = []
        after: list[State] = []
        unreadable = []
        for path, old, new in files:
            was, now = self._states(path, old), self._states(path, new)
            if now is None:
                unreadable.append(str(path))
            elif was is not None:
                before.extend(was)
                after.extend(now)
            # Where the version before cannot be read, this one only gives the state.
        for path, _, name in beside:
            same = self._states(path, name) or []
            before.extend(same)
            after.extend(same)
        return Told(tuple(events(joined(before), joined(after))), tuple(unreadable))

    def _states(self, path: PurePosixPath, name: str | None) -> list[State] | None:
        if name is None:
            return []
        if (path, name) not in self.read:
            if name not in self.blobs:
                self.blobs.update(read_blobs(self.content, [name]))
            content = self.blobs.get(name)
            self.read[path, name] = None if content is None else states(path, content)
        return self.read[path, name]

    def _add(self, told: Told, files: Files, when: datetime, day: date) -> None:
        self.unreadable += len(told.unreadable)
        for path, old, _ in files:
            self.concepts.add(path.parts[0])
            if str(path) in told.unreadable:
                self.last_read[path] = old
            else:
                self.last_read.pop(path, None)
        moved = {event.before: event.key for event in told.events if event.before}
        self._move(moved)
        self.count += len(told.events)
        for index, event in enumerate(told.events):
            if event.happened != "changed" or event.fields:
                # In the row, later steps come first, but what one step did keeps its order.
                self.past.setdefault(event.key, []).append((index - self.count, self._change(event, when, day)))

    def _move(self, moved: Mapping[Key, Key]) -> None:
        """Carry the past of things along to their new references, all at once: two may have changed places."""
        carried = {new: self.past.pop(old) for old, new in moved.items() if old in self.past}
        for key, changes in carried.items():
            self.past[key] = [*self.past.get(key, []), *changes]

    def _change(self, event: Event, when: datetime, day: date) -> Change:
        mark = f"{day.isoformat()}/{event.key[1]}/{event.digest}"
        count = self.marks[mark] = self.marks.get(mark, 0) + 1
        if count > 1:
            mark = f"{mark}-{count}"
        return Change(
            when, event.kind, event.key[1], event.title, event.happened, event.fields, mark, event.near
        )  # fmt: skip

    def history(self, gap: Gap | None, begin: date | None) -> History:
        """All that was told, by concept, newest first."""
        found: dict[str, list[tuple[int, Change]]] = {concept: [] for concept in self.concepts}
        for (concept, ref), changes in self.past.items():
            found.setdefault(concept, []).extend((at, replace(c, ref=ref) if c.ref != ref else c) for at, c in changes)
        concepts = {
            concept: ConceptHistory(
                tuple(replace(c, place=n) for n, (_, c) in enumerate(sorted(changes, key=itemgetter(0)))),
                gap,
                begin,
                concept,
            )
            for concept, changes in found.items()
        }
        return History(concepts, gap, begin, self.unreadable)
