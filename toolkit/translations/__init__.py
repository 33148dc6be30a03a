"""Translations: how each stands to its original, and what translators work with."""
