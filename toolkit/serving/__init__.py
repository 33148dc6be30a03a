"""The site while people write: a page is shown as soon as it is made, and the rest behind it."""
