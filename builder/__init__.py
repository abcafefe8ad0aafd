"""Briefings: articles in, a curated archive of dated, sourced briefings out."""
