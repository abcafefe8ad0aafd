"""Editorial judgement, pure: compose, tag, resolve, relate, review."""
