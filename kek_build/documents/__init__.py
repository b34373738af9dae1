"""PDF files for council papers and leaflets: the whole concept, and a sheet for each key project and measure."""
