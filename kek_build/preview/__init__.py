"""A site on the editor's own machine that follows what they write: watches files, shows pages, tells what is wrong."""

from kek_build.preview.server import PreviewServer
from kek_build.preview.session import Session
from kek_build.preview.source import Source, View
from kek_build.preview.state import News, State, What
from kek_build.preview.watching import Watcher

__all__ = ["News", "PreviewServer", "Session", "Source", "State", "View", "Watcher", "What"]
