"""The cache: results of earlier runs, keyed by everything they were made from."""
