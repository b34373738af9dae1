"""The content as a workbook that people change and give back, and lists of their own that they bring."""

from kek_build.spreadsheets.assignment import Assignment, propose, read_assignment
from kek_build.spreadsheets.files import read_table_file
from kek_build.spreadsheets.plan import Plan, plan
from kek_build.spreadsheets.workbook import workbook

__all__ = ["Assignment", "Plan", "plan", "propose", "read_assignment", "read_table_file", "workbook"]
