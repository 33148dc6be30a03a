"""Editions: copies of the toolkit to take along, and whether a copy is still what it was."""
