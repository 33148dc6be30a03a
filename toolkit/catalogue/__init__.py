"""The catalogue: the frozen, indexed collection of all valid entries and registers."""
