"""Entries that look like each other: which signs two entries share, found without comparing all."""
