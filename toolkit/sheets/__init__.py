"""Entries in spreadsheets: written, read, checked, and taken back into files."""
