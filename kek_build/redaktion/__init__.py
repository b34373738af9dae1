"""The web form of the editors, Sveltia CMS: its page, its policy, and a configuration made from the models."""

from kek_build.redaktion.build import FOLDER, outputs
from kek_build.redaktion.configuration import Edited
from kek_build.redaktion.policy import policy

__all__ = ["FOLDER", "Edited", "outputs", "policy"]
