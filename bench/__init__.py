"""Benchmarks (`make bench`): what builds and checks cost, compared to plain MkDocs + Material.

Figures, not tests: nothing here fails for being slow.
"""
