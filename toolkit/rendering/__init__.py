"""Renders Markdown bodies to clean HTML."""
