"""No text links to a file that would be published.

Every image, PDF and CSV file in the content folder is copied to the site. Readers cannot find one
that no text links to, but anyone who guesses its address can read it: lists of clients or of
participants have been published by mistake in this way.

## What to do

Remove the file. If readers need it, link to it from the text that it belongs to.

## Example

Wrong:

```text
docs/protection/clients.csv
```

Right:

```markdown
![The way to the shelter](shelter/map.png)
```
"""

import posixpath
import re

from toolkit.content.attachments import ENDINGS
from toolkit.problems import Finding, Findings
from toolkit.source import SourceFile
from toolkit.validation.context import Context
from toolkit.validation.link_brackets import UNLINKED
from toolkit.validation.links import Aim, targets
from toolkit.validation.nearest import nearest

_ONLY_WARNED_OF = ("encrypted-pdf", "image-metadata")
# A file name in a tag.
_IN_HTML = re.compile(r"<[a-z][^<>]*?=\s*[\"']?(?:[^\"'<>\s]*/)?([^\"'<>\s/]+)", re.IGNORECASE)


def check(context: Context) -> Findings:
    """Compare the published files with the links of all texts.

    Skips files with their own errors, those that a broken link most likely means, those named in
    HTML or between brackets that make no link, for which raw-html and stray-markup say what to
    write, and those of a text that could not be read.
    """
    content = context.content
    linked = {target.path for target in targets(content) if target.aim is Aim.INSIDE}
    faulty = {
        fault.location.source.path
        for fault in content.file_faults
        if fault.check not in _ONLY_WARNED_OF
    }
    broken = {posixpath.basename(path.replace("\\", "/")) for path in linked - content.files}
    uncertain = context.intended | {text.path for text in content.texts if not text.is_read}
    for path in sorted(content.files - linked):
        full, name = f"{content.prefix}/{path}", posixpath.basename(path)
        if not name.lower().endswith(ENDINGS) or full in faulty or nearest(name, broken):
            continue
        if posixpath.dirname(path) in uncertain:
            continue  # its text still has another name, or its links are not known
        patterns = (_IN_HTML, UNLINKED)
        if any(name in one.findall(text.body) for text in content.texts for one in patterns):
            continue
        message = "This file would be published, but no text links to it."
        hint = "remove it, or link to it from the text that it belongs to."
        yield Finding(message, SourceFile(full).at(1), hint=hint)
