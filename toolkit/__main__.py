"""`python -m toolkit`, for when the command itself is not on the path."""

from toolkit.cli.main import main

main()
