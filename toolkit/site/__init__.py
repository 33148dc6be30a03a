"""The look of the site: the theme, and what its templates may call."""
