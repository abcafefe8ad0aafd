"""What outlets print, whatever the form it comes in: names, dates, labels, lines."""
