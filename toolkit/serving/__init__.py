"""The site while people write: a changed page is shown at once, and the rest is built behind it."""
