"""The only place that knows MkDocs: it hands it the finished pages, the navigation and the search index."""
