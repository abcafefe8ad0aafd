"""Subjects: which a text names, and the taxonomy kept in order."""
