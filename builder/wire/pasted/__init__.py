"""Pasted text: the article out of the lines of a copied page."""
