"""What happened before: backgrounds for newcomers, timelines, storylines."""
