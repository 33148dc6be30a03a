"""The site's look: theme, and what templates may call."""
