"""The form for writing entries on the site: its script, and the script's data."""
