"""Rendering: Markdown bodies to clean HTML."""
