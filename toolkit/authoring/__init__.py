"""Help for people who write entries: drafts, schemas for editors, forms for suggestions."""
