"""Whether a copy is whole and unchanged."""
