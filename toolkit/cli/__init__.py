"""The command line: one module per sub-command, and the only place that ends the process."""
