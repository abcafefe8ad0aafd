"""The words of the interface, in the languages that an archive may be published in."""
