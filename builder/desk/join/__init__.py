"""The join: background items and briefings that speak of one happening, tied together, and what contradicts itself."""
