"""The archive as data: what machines read beside the pages, and what an export holds."""
