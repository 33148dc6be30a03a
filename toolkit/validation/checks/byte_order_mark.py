"""A file begins with an invisible character, the byte-order mark.

Some editors add it. The toolkit can read such files, but other programs do not recognize that the
front matter begins on the first line.

## What to do

Save the file as "UTF-8", not as "UTF-8 with BOM". `toolkit check --fix` removes the mark for you.
This notice does not stop anything.

## Example

Wrong:

```text
guide.md    saved as "UTF-8 with BOM"
```

Right:

```text
guide.md    saved as "UTF-8"
```
"""

from toolkit.problems import Finding, Findings, Fix, Severity
from toolkit.source import Location
from toolkit.validation.context import Context

SEVERITY = Severity.NOTICE


def check(context: Context) -> Findings:
    """Look for files that began with the mark."""
    for document in context.content.texts:
        source = document.source
        if source.has_mark:
            yield Finding(
                "The file begins with an invisible character, the byte-order mark.",
                source.at(1),
                hint='save the file as "UTF-8", not as "UTF-8 with BOM".',
                fixes=(Fix(Location(source, 1, 0, 1, 1), ""),),
            )
