"""Images without the notes that cameras and programs add, pixel for pixel the same."""
