"""Articles whose fields are named by whoever wrote them, taken as given."""
