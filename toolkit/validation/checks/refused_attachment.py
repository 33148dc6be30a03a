"""The content folder contains a file of a kind that is not published.

Readers open what they find here on old and borrowed computers. Word processor documents, programs,
web pages and SVG drawings can contain code that runs. Images in PNG, JPEG and WebP, documents in
PDF, and tables in CSV are allowed. Its first bytes show what a file is. A PDF must not contain
scripts, Adobe forms, or other files, and a table no formulas.

## What to do

Describe the work in an entry and link to it on its publisher's site; do not upload it: the toolkit
keeps no copies of published works. Save an image as PNG, JPEG or WebP. Print a PDF that contains
such things to a new PDF, which leaves them out. Write values in place of formulas. Remove files
that are here by mistake.

## Example

Wrong:

```text
docs/protection/practices/shelter/plan.svg
```

Right:

```text
docs/protection/practices/shelter/plan.png
```
"""

import posixpath
import re
from collections.abc import Container

from toolkit.content.attachments import ENDINGS
from toolkit.content.faults import Fault
from toolkit.languages import TARGETS
from toolkit.problems import Finding, Findings
from toolkit.source import SourceFile
from toolkit.validation.context import Context
from toolkit.validation.places import right_name

# The beginning of a cell that spreadsheets compute: anything after =; after @, + and -, with which
# names and numbers begin, too, only what calls a function or a program.
_FORMULA = re.compile(
    r'(?:\A|[\n\r,;\t])"*(?:= *[^\s=,;"]|[@+-][^\n\r,;\t"]*(?:[^\W\d]\d{0,9}\(|\|))'
)
_MADE = "contribute/schema/"  # JSON Schema for editors, kept up to date by the program
# Backups and notes made by editors and computers.
_OF_PROGRAMS = (".bak", ".db", ".ini", ".orig", ".rej", ".swp", ".tmp")
_SWAPPED = re.compile(r"(.+)\.md\.[a-z]+")
_INSTEAD = {
    **dict.fromkeys((".svg", ".gif", ".bmp", ".tif", ".tiff", ".heic"), "save it as PNG or JPEG."),
    **dict.fromkeys(
        (".doc", ".docx", ".odt", ".rtf", ".ppt", ".pptx", ".odp", ".xls", ".xlsx", ".ods"),
        "remove it: describe the work in an entry, with its address; do not upload it.",
    ),
    **dict.fromkeys((".css", ".js"), "remove it: styles and scripts are in toolkit/site/theme."),
    ".txt": "if it is an entry or a page, give it the extension .md; if not, remove it.",
}


def check(context: Context) -> Findings:
    """Look at the extensions of all files that are neither Markdown nor lists."""
    for fault in context.content.faults("refused-attachment"):
        yield _by_content(fault)
    for table in context.content.tables:
        if cell := _FORMULA.search(table.text):
            yield Finding(
                "A cell of this table is a formula, which spreadsheets run.",
                table.at_line(table.text.count("\n", 0, cell.end()) + 1),
                "write its value",
                "save the table with values only; text that begins with ' is not a formula.",
            )
    faulty = {fault.location.source.path for fault in context.content.file_faults}
    there = frozenset(context.content.paths)
    for path in sorted(context.content.files):
        full = f"{context.content.prefix}/{path}"
        words = _made_by(path) or (None if full in faulty else _by_ending(path, there))
        if words:
            yield Finding(words[0], SourceFile(full).at(1), hint=words[1])


def is_to_be_removed(path: str) -> bool:
    """Whether this kind of file is refused under any name."""
    refused = _made_by(path) or (not right_name(path) and _by_ending(path, ()))
    return bool(refused)


def _made_by(path: str) -> tuple[str, str] | None:
    """What to say about a file that a program made for itself; None for any other."""
    if posixpath.basename(path).startswith("~$"):
        return (
            "A word processor made this file while a document was open.",
            "close the document, then delete this file.",
        )
    ending = posixpath.splitext(path)[1].lower()
    if ending in _OF_PROGRAMS or ending.endswith("~"):
        return "A program made this file for itself.", "delete it."
    return None


def _by_ending(path: str, there: Container[str]) -> tuple[str, str] | None:
    """What to say about a file that isn't published because of its ending; None for any other.

    `there` are the paths of all files.
    """
    ending = posixpath.splitext(path)[1]
    if ending.lower() in ENDINGS or (path.startswith(_MADE) and ending == ".json"):
        return None
    swapped = _SWAPPED.fullmatch(path)
    message, right = "", right_name(path)
    if right:
        message = f'Only files with the extension "{posixpath.splitext(right)[1]}" are read.'
    elif swapped and ending[1:] in TARGETS:
        message = "In the name of a translation, the language comes before .md."
        right = f"{swapped[1]}{ending}.md"
    if message:
        name = posixpath.basename(right)
        way = f"rename the file to {name}. Until then it is not checked."
        if right in there:
            way = f"move your changes into {name}, which is read, and delete this file."
        return message, way
    kind = f'with the extension "{ending}"' if ending else "without an extension"
    hint = "remove it, or save it as PNG, JPEG, WebP, PDF or CSV."
    return f"Files {kind} are not published.", _INSTEAD.get(ending.lower(), hint)


def _by_content(fault: Fault) -> Finding:
    message = f"This file is {fault.detail}."
    hint = "save it again in the format of its extension, or give it the right extension."
    if fault.detail == "active":
        message = "The PDF contains a script, a form, or another file."
        hint = "print it to a new PDF, which leaves these out, or link to the publisher."
    return Finding(message, fault.location, hint=hint)
