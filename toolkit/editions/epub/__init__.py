"""EPUB 3: the book of a copy as small documents."""
