"""The steps, in order: from inputs to briefings, from briefings to findings, from briefings to the site."""
