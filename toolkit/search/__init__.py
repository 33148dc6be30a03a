"""Search: an index of what readers can find, in files that a browser searches by itself."""
