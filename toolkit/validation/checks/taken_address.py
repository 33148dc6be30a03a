"""A page has the same address as a generated page.

The program generates the lists of terms, countries and organizations, the search and the reference
pages. A written page at the same address would be lost, or would hide the generated one.

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

from toolkit.content.addresses import other_pages, pages_of_lists
from toolkit.content.reader import Content
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.places import is_misplaced
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Compare written pages with generated ones."""
    made = {path.casefold() for path in other_pages(context.content)} | {"404", "sitemap"}
    made |= context.lists.whole(_of_lists)
    for document in context.content.documents:
        if document.path.casefold() in made and not is_misplaced(document):
            yield Finding(
                f"{quote(document.path + '.html')} is already the address of a generated page.",
                document.source.at(1),
                hint="rename the file, or move it to another folder.",
            )


def _of_lists(content: Content) -> frozenset[str]:
    return frozenset(path.casefold() for path in pages_of_lists(content))
