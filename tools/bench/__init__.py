"""What `make bench` is made of: an archive out of thin air, two ways to build it, and a table."""
