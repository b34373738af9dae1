"""Find in the document of an adopted concept the wording of what the content holds, and fill it in."""

from kek_build.wortlaut.plan import Plan, Wish, plan
from kek_build.wortlaut.recognition import Recognition, recognise
from kek_build.wortlaut.report import TITLE, summary

__all__ = ["TITLE", "Plan", "Recognition", "Wish", "plan", "recognise", "summary"]
