"""The files of copies: their names, their sums, the lists of them, and zips."""
