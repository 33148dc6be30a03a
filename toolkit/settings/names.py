"""The names of our settings, and of what has to do with them."""

# Ours, below `extra`.
OF_EXTRA = ("contact_url", "exit_url", "languages", "publisher")
AT_THE_EDGE = ("docs_dir", "edit_uri", "repo_url", "site_dir", "site_name", "site_url")
OF_THEME = ("custom_dir", "language", "name")
