"""The same concepts for other generators of static sites, to measure against."""
