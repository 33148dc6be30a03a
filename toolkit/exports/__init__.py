"""The collection in other programs' formats: one module per format, all based on one record."""
