"""Editions of a concept that are no longer in force: where they lie, what they say, and what became of it."""
