"""The command `toolkit`, and `python -m toolkit`, for when it is not on the path."""

import sys


def main() -> None:
    """Run the command line, also if it is interrupted while it is still being loaded."""
    try:
        from toolkit.cli.main import main

        main()
    except KeyboardInterrupt:
        sys.exit(130)
    except ModuleNotFoundError as error:
        if str(error.name).startswith("toolkit"):
            raise
        sys.stderr.write(
            f"error: {sys.executable} has no module {error.name}, which the toolkit needs.\n"
            "hint: run make check, which installs it, and then .venv/bin/toolkit.\n"
        )
        sys.exit(2)


if __name__ == "__main__":
    main()
