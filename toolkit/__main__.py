"""The command `toolkit`, and `python -m toolkit`, for when it is not on the path."""

import sys


def main() -> None:
    """Run the command line, also if it is interrupted while it is still being loaded."""
    try:
        from toolkit.cli.main import main

        main()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
