"""Search: what readers can find, as files that a browser searches without asking anybody."""
