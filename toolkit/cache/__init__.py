"""The cache: what an earlier run made, kept by all that it was made of."""
