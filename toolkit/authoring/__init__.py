"""What helps people to write entries: drafts, schemas for editors, forms for suggestions."""
