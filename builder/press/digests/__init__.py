"""What happened, to be sent: the briefings of a span of days or of a storyline, in three forms."""
