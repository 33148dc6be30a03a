"""A page has the same address as a generated page.

The program generates the lists of terms, countries and organizations, the search and the reference
pages. A written page at the same address would be lost, or would hide the generated one. So would a
table called `data/entries.csv`, and no folder can have the name of a page or of such a file.

## What to do

Rename the file or move it to another folder.

## Example

Wrong:

```text
docs/search.md
```

Right:

```text
docs/about/searching.md
```
"""

from collections.abc import Iterable

from toolkit.content.addresses import other_pages, pages_of_lists
from toolkit.content.reader import Content
from toolkit.content.schema import EXPORTS
from toolkit.problems import Finding, Findings
from toolkit.source import SourceFile
from toolkit.validation.context import Context
from toolkit.validation.places import is_misplaced
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Compare written pages, files and folders with what is generated."""
    content = context.content
    made = {path.casefold() for path in other_pages(content)} | {"404", "blank", "sitemap"}
    made |= context.lists.whole(_of_lists)
    written = [one for one in content.documents if not is_misplaced(one)]
    for document in written:
        if document.path.casefold() in made:
            yield _finding(f"{document.path}.html", "a generated page", document.source)
    pages = made.union(document.path.casefold() for document in written)
    files = {f"{page}.html" for page in pages} | {f"data/entries.{name}" for name in EXPORTS}
    published = sorted(content.files.union(f"{document.path}.md" for document in written))
    for step, path in _first_below(published).items():
        if step.casefold() in files:
            yield _finding(step, "another file", SourceFile(f"{content.prefix}/{path}"))


def _first_below(paths: Iterable[str]) -> dict[str, str]:
    """The first of the paths that is each path or is in each folder, by that path or folder."""
    first: dict[str, str] = {}
    for path in paths:
        end = len(path)
        while end > 0 and path[:end] not in first:
            first[path[:end]] = path
            end = path.rfind("/", 0, end)
    return first


def _finding(path: str, other: str, source: SourceFile) -> Finding:
    return Finding(
        f"{quote(path)} is already the address of {other}.",
        source.at(1),
        hint="rename the file, or move it to another folder.",
    )


def _of_lists(content: Content) -> frozenset[str]:
    return frozenset(path.casefold() for path in pages_of_lists(content))
