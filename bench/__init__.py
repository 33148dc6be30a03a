"""Benchmarks (`make bench`): what builds and checks cost, beside plain MkDocs + Material.

Figures, not tests: nothing here fails because it is slow.
"""
