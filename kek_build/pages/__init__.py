"""From the linked concept to page records: plain HTML pages that any static site generator can take."""
