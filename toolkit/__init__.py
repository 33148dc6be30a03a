"""The technical assistance toolkit against trafficking in persons, as a static site generator."""
