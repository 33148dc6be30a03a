"""What the entries cover and what they leave open: tables over the catalogue."""
