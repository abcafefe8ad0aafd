"""Pages as browsers and crawlers store them: one in a file, or many."""
