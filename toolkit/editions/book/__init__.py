"""The book of a copy, which the one HTML file, the PDF and the EPUB are laid out from."""
