"""The command line: one sub-command a module, and the only place that ends the process."""
