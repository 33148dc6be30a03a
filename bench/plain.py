"""The yardstick: plain MkDocs with Material, on the same Markdown files.

Its search plugin is on, as by default. Entries stay out of the navigation, where they would make
sizes and times grow with the square of their number.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

CONFIGURATION = """\
site_name: Plain MkDocs and Material on the same Markdown
docs_dir: docs
use_directory_urls: false
theme:
  name: material
nav:
  - index.md
exclude_docs: |
  vocabularies/
  registers/
validation:
  nav:
    omitted_files: ignore
"""
ENVIRONMENT: Mapping[str, str] = {"NO_MKDOCS_2_WARNING": "1"}


def command(configuration: Path, output: Path) -> list[str | Path]:
    """The command that builds a site into `output`."""
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "-q"]
    return [*mkdocs, "--config-file", configuration, "--site-dir", output]
