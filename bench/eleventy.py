"""Another program on the same Markdown files, where it is installed: Eleventy, with one template.

`npm install --global @11ty/eleventy` brings it. It makes a page of each file with a title around
it, and no search.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

NAME: Final = "Eleventy"
LAYOUT: Final = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head>
<body><main>{{ content }}</main></body></html>
"""
# Texts are Markdown and no templates, whatever stands in them.
CONFIGURATION: Final = """\
export default function (config) {
  config.setUseGitIgnore(false);
  config.addGlobalData("layout", "page.liquid");
  return {
    dir: { includes: "../eleventy" },
    markdownTemplateEngine: false,
    templateFormats: ["md"],
  };
}
"""


def write(place: Path) -> None:
    """Write what it needs beside the content folder of `place`."""
    (place / "eleventy").mkdir()
    (place / "eleventy/page.liquid").write_text(LAYOUT, encoding="utf-8")
    (place / "eleventy.config.mjs").write_text(CONFIGURATION, encoding="utf-8")


def command(content: Path, output: Path) -> list[str | Path] | None:
    """The command that builds a site into `output`, to be run beside the content folder; None
    where the program is not installed.
    """
    program = shutil.which("eleventy")
    if program is None:
        return None
    return [program, "--quiet", f"--input={content.name}", f"--output={output}"]
