"""Editions: copies of the toolkit, or of parts of it, for downloading, in several formats."""
