"""Dates as sentences give them, to EDTF."""
