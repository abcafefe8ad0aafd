"""Fetching: the only room that opens a socket. What it is asked for comes from strangers, and so does what it gets."""
