"""MkDocs, run over shards of staged pages, and the search index."""
