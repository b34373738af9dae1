"""Measures how fast sites are built, against other generators of static sites; `make bench`."""
