"""Other site generators on the same Markdown, if installed: Eleventy and Hugo, with one template.

They make a page with a title from each file, and no lists, search or checks.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_LAYOUT = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>%s</title></head>
<body><main>%s</main></body></html>
"""
_ELEVENTY_LAYOUT = _LAYOUT % ("{{ title }}", "{{ content }}")
_HUGO_LAYOUT = _LAYOUT % ("{{ .Title }}", "{{ .Content }}")


@dataclass(frozen=True)
class Generator:
    """A site generator: its command `program`, how to `install` it, the `files` that it needs, by
    path in its own folder next to the content, and its `arguments`, to be run in that folder, for a
    content folder and the output.

    `content` says by path and text how it needs a Markdown file of the content, if not as it is.
    """

    name: str
    program: str
    install: str
    files: Mapping[str, str]
    arguments: Callable[[Path, Path], list[str]]
    content: Callable[[Path, str], tuple[Path, str]] | None = None

    def write(self, content: Path) -> None:
        """Write what it needs into its own folder next to the content folder."""
        for path, text in {**self.files, **dict(self._content(content))}.items():
            place = self.folder(content) / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")

    def _content(self, content: Path) -> Iterator[tuple[str, str]]:
        if self.content is not None:
            for file in content.rglob("*.md"):
                text = file.read_text(encoding="utf-8")
                path, text = self.content(file.relative_to(content), text)
                yield f"content/{path}", text

    def folder(self, content: Path) -> Path:
        """The folder that its command is run in."""
        return content.parent / self.program

    def command(self, content: Path, output: Path) -> list[str] | None:
        """The command that builds a site into `output`; None if the program is not installed."""
        program = shutil.which(self.program)
        return None if program is None else [program, *self.arguments(content, output)]


def _for_hugo(path: Path, text: str) -> tuple[Path, str]:
    # A file index.md would swallow all others of its folder; `url` would be the page's own address.
    name = path.name.replace("index.md", "_index.md")
    return path.with_name(name), text.replace("\nurl: ", "\nlink: ", 1)


GENERATORS = (
    Generator(
        "Eleventy",
        "eleventy",
        "npm install --global @11ty/eleventy",
        {
            "page.liquid": _ELEVENTY_LAYOUT,
            # Texts are Markdown, not templates, whatever is in them.
            "eleventy.config.mjs": """\
export default function (config) {
  config.setUseGitIgnore(false);
  config.addGlobalData("layout", "page.liquid");
  return {
    dir: { includes: "../eleventy" },
    markdownTemplateEngine: false,
    templateFormats: ["md"],
  };
}
""",
        },
        lambda content, output: ["--quiet", f"--input=../{content.name}", f"--output={output}"],
    ),
    Generator(
        "Hugo",
        "hugo",
        "apt-get install hugo",
        {
            "layouts/_default/single.html": _HUGO_LAYOUT,
            "layouts/_default/list.html": _HUGO_LAYOUT,
            "hugo.toml": 'disableKinds = ["taxonomy", "term", "rss", "sitemap", "404"]\n',
        },
        lambda _content, output: ["--quiet", "--noBuildLock", f"--destination={output}"],
        _for_hugo,
    ),
)
