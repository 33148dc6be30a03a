"""ZIM, for Kiwix: the site of a copy with its own index."""
