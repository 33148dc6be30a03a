"""Reading the files of `docs/` into positioned values and typed data."""
