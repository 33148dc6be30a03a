"""The book of a copy, from which the single HTML file, the PDF and the EPUB are laid out."""
