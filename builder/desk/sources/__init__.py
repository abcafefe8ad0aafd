"""Who says so: whom a report relies on, and how far that carries."""
