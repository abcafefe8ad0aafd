"""PDF: press releases and reports."""
