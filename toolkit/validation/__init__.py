"""Checking: from what was read to what is wrong with it."""
