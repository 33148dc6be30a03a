"""`python -m toolkit`, where the command itself is not on the path."""

from toolkit.cli.main import main

main()
