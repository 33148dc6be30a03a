"""The form for writing entries on the site: its script, and what that knows."""
