"""The commands of the toolkit that are measured, as a user starts them."""

import sys
from collections.abc import Mapping
from pathlib import Path

# The date of the content: a benchmark run tomorrow builds the same pages.
ENVIRONMENT: Mapping[str, str] = {"SOURCE_DATE_EPOCH": "1795564800", "NO_MKDOCS_2_WARNING": "1"}
_TOOLKIT = Path(sys.executable).parent / "toolkit"


def build_command(content: Path, output: Path) -> list[str | Path]:
    """The command that checks a content folder and builds its site into `output`."""
    return [_TOOLKIT, "build", "--docs", content, "--output", output]


def check_command(content: Path) -> list[str | Path]:
    """The command that checks a content folder."""
    return [_TOOLKIT, "check", "--docs", content]


def status_command(content: Path) -> list[str | Path]:
    """The command that shows the recognition of all entries of a content folder."""
    return [_TOOLKIT, "status", "--docs", content, "--format", "csv"]


def serve_command(content: Path) -> list[str | Path]:
    """The command that serves a content folder while someone edits it, at any free port."""
    return [_TOOLKIT, "serve", "--docs", content, "--port", "0"]
