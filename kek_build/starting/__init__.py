"""What somebody begins with: a template for a new thing, and a running skeleton for a new county."""

from kek_build.starting.new import KINDS, New, plan_new

__all__ = ["KINDS", "New", "plan_new"]
