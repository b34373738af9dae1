"""Pictures in pages, as numbers that templates draw as SVG: the Roter Faden, charts, the strategy pyramid."""
