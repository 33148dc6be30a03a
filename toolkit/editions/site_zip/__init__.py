"""The zip of a copy's site, and how to open it."""
