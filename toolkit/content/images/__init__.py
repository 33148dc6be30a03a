"""Images without the notes that cameras and programs write into them, pixel for pixel the same."""
