"""From the archive to pages and files, as (path, bytes)."""
