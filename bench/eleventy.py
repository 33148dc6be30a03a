"""Another program on the same Markdown files, if installed: Eleventy, with one template.

`npm install --global @11ty/eleventy` installs it. It makes a page with a title from each file, and
no search.
"""

import shutil
from pathlib import Path
from typing import Final

NAME: Final = "Eleventy"
LAYOUT: Final = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head>
<body><main>{{ content }}</main></body></html>
"""
# Texts are Markdown, not templates, whatever is in them.
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
    """Write what it needs next to the content folder in `place`."""
    (place / "eleventy").mkdir()
    (place / "eleventy/page.liquid").write_text(LAYOUT, encoding="utf-8")
    (place / "eleventy.config.mjs").write_text(CONFIGURATION, encoding="utf-8")


def command(content: Path, output: Path) -> list[str | Path] | None:
    """The command that builds a site into `output`, to be run in the content folder's parent; None
    if the program is not installed.
    """
    program = shutil.which("eleventy")
    if program is None:
        return None
    return [program, "--quiet", f"--input={content.name}", f"--output={output}"]
