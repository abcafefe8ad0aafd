"""The values that flow through the house: frozen, without I/O and without a clock."""
