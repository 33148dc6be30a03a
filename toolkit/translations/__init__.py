"""Translations: the state of each against its original, and what translators work with."""
