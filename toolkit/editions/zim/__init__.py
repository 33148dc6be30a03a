"""ZIM, for Kiwix: the site of a copy with an index of its own."""
