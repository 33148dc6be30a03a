"""Recognition: which organization stands behind which exact text, and what follows from it."""
