# Stands in for GitHub in a browser: answers what the form asks its interface from a git repository on this machine, and
# commits there what the form saves. Only what the form asks is understood; anything else fails the test.
from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Route

from tests.redaktion.repository import git

_OPEN = {"access-control-allow-origin": "*", "access-control-allow-headers": "*", "access-control-allow-methods": "*"}
_PERSON = {"name": "Klara Muster", "email": "klara@muster.invalid"}


@dataclass
class GitHub:
    """The repository, and what came of it."""

    root: Path
    tokens: set[str | None] = field(default_factory=set)
    """With what somebody signed in."""
    messages: list[str] = field(default_factory=list)
    """The messages of the commits."""

    def answer(self, route: Route) -> None:
        """Answer one request."""
        request = route.request
        if request.method == "OPTIONS":
            route.fulfill(status=204, headers=_OPEN)
            return
        self.tokens.add(request.headers.get("authorization"))
        path = request.url.removeprefix("https://api.github.com/")
        if path == "graphql":
            asked: dict[str, Any] = request.post_data_json or {}
            answer: dict[str, Any] = {"data": self._graph(asked["query"], asked.get("variables", {}))}
        elif path == "user":
            answer = {"id": 1, "login": "klara", **_PERSON, "avatar_url": "https://avatars.githubusercontent.com/u/1"}
        elif path.startswith("repos/muster/kek/git/trees/"):
            answer = {"tree": [self._blob(line) for line in git(self.root, "ls-tree", "-r", "-l", "HEAD").splitlines()]}
        elif path.startswith("repos/muster/kek/collaborators/"):
            route.fulfill(status=204, headers=_OPEN)
            return
        else:
            route.fulfill(status=404, headers=_OPEN, json={"message": path})
            return
        route.fulfill(status=200, headers=_OPEN, json=answer)

    def _blob(self, line: str) -> dict[str, Any]:
        about, _, path = line.partition("\t")
        _, kind, sha, size = about.split()
        return {"path": path, "type": kind, "sha": sha, "size": int(size)}

    def _graph(self, query: str, variables: dict[str, Any]) -> dict[str, Any]:
        if "createCommitOnBranch" in query:
            return self._commit(variables["input"])
        found: dict[str, Any] = {}
        for alias, sha in re.findall(r'(\w+): object\(oid: "(\w+)"\)', query):
            found[alias] = {"text": git(self.root, "cat-file", "blob", sha), "isTruncated": False}
        for alias in re.findall(r"(\w+): ref\(", query):
            author = {**_PERSON, "user": {"id": 1, "login": "klara"}}
            found[alias] = {
                "target": {"history": {"nodes": [{"author": author, "committedDate": "2026-11-28T10:00:00Z"}]}}
            }
        if not found:
            head = {"oid": git(self.root, "rev-parse", "HEAD").strip(), "message": "Anfang"}
            found["ref"] = {"target": {"history": {"nodes": [head]}}}
        return {"repository": found}

    def _commit(self, given: dict[str, Any]) -> dict[str, Any]:
        assert given["expectedHeadOid"] == git(self.root, "rev-parse", "HEAD").strip()
        changes = given["fileChanges"]
        assert not changes.get("deletions"), json.dumps(changes)
        files = {}
        for number, addition in enumerate(changes["additions"]):
            path = addition["path"]
            (self.root / path).write_bytes(base64.b64decode(addition["contents"]))
            files[f"file_{number}"] = {"oid": git(self.root, "hash-object", path).strip()}
        self.messages.append(given["message"]["headline"])
        git(self.root, "commit", "--all", "--quiet", f"--message={given['message']['headline']}")
        oid = git(self.root, "rev-parse", "HEAD").strip()
        return {"createCommitOnBranch": {"commit": {"oid": oid, "committedDate": "2026-11-28T10:00:00Z", **files}}}
