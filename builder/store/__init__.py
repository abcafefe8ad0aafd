"""The only room that reads and writes files."""
