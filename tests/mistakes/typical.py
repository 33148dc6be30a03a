"""Reads the typical mistakes, and makes them in an entry's file."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.content_case import edit, lay_base

FILE = Path(__file__).parent / "typical.yml"
PATHS = {"resource": "prevention/resources/guide.md", "practice": "protection/practices/shelter.md"}
_REGIONS = """
- id: africa
  broader: world
  labels: {en: Africa}
  definition: {en: Africa in one sentence.}
- id: eastern-africa
  broader: africa
  countries: [KE, TZ]
  labels: {en: Eastern Africa}
  definition: {en: Eastern Africa in one sentence.}
"""


@dataclass(frozen=True)
class Mistake:
    """One row of typical.yml, which explains each part."""

    what: str
    kind: str
    field: str
    typed: str | list[str]
    check: str
    says: str
    at: str = ""
    form: str = ""
    sheet: str = ""
    taken: bool = False

    @property
    def is_text(self) -> bool:
        """Whether it is made in the text below the front matter."""
        return self.field == "body" or self.field[0].isupper()


def read_mistakes() -> list[Mistake]:
    """All of them, in the file's order."""
    rows: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return [Mistake(**row) for row in rows]


def lay_content(folder: Path) -> Path:
    """Put the small valid content into `folder`, with what some mistakes need to be noticed.

    Regions name their countries, and one entry is older than the others.
    """
    docs = lay_base(folder)
    file = docs / "vocabularies/regions.yml"
    text = file.read_text(encoding="utf-8")
    known = text.replace("- id: south-america\n", "- id: south-america\n  countries: [AR, CL]\n")
    file.write_text(known + _REGIONS.lstrip(), encoding="utf-8")
    dated = "\nadded: 2026-01-05\n---\n"
    edit(docs / "prevention/resources/manual.md", "\n---\n", dated, 1)
    return docs


def write(docs: Path, mistake: Mistake) -> int:
    """Make a mistake in the file of its kind; returns the line where it must be shown."""
    path = docs / PATHS[mistake.kind]
    change = _with_text if mistake.is_text else _with_field
    text = change(path.read_text(encoding="utf-8"), mistake.field, mistake.typed)
    path.write_text(text, encoding="utf-8")
    start = f"{mistake.at or mistake.field}:"
    if mistake.is_text:
        start = str(mistake.typed).split("\n", maxsplit=1)[0]
    return next(n for n, line in enumerate(text.split("\n"), 1) if line.startswith(start))


def _with_field(text: str, name: str, value: str | list[str]) -> str:
    """The text with a field set, written as JSON, which is also YAML."""
    line = f"{name}: {json.dumps(value)}\n"
    changed, count = re.subn(rf"^{name}:.*\n", lambda _: line, text, count=1, flags=re.M)
    return changed if count else text.replace("\n---\n", f"\n{line}---\n", 1)


def _with_text(text: str, section: str, value: str | list[str]) -> str:
    """The text with the paragraph of a section, or of the only one, replaced."""
    heading = r"## .*" if section == "body" else f"## {section}"
    return re.sub(rf"^({heading}\n\n).*\n", lambda match: f"{match[1]}{value}\n", text, flags=re.M)
