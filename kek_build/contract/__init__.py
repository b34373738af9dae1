"""The link contract: what was published goes on answering, under its old address or with a way to the new one."""

from kek_build.contract.anchors import AnchorKeeper, keep_anchors
from kek_build.contract.build import write
from kek_build.contract.check import check
from kek_build.contract.frame import Frame
from kek_build.contract.maps import apache_lines
from kek_build.contract.registry import record_all, take_inventory

__all__ = ["AnchorKeeper", "Frame", "apache_lines", "check", "keep_anchors", "record_all", "take_inventory", "write"]
