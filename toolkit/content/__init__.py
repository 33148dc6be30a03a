"""Reading: from the files of `docs/` to positioned values and typed data."""
