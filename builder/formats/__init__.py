"""A syntax and its inverse in each file: front matter, briefing Markdown, EDTF, HTML."""
