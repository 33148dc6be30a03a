"""Entries in spreadsheets: exported, read, checked, and imported back into files."""
