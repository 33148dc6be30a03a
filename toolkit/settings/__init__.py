"""Says in our own words what is wrong with a mkdocs.yml.

MkDocs knows nothing of our settings, and says little of the place of a mistake in its own.
"""
