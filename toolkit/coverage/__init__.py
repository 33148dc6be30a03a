"""What the entries cover and what they don't: tables over the catalogue."""
