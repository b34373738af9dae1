"""Measurements; nothing of the program needs them."""
