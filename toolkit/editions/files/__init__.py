"""The files of copies: their names, checksums and lists, and zips."""
