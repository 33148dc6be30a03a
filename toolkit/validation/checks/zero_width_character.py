"""A text contains an invisible character.

Soft hyphens, zero-width spaces and other invisible marks come along when text is copied from a
document or a web page. Nobody sees them, and a search for the word does not find it. Two of them,
the direction overrides, reverse the text after them: readers see something else than the file says.

## What to do

Remove the character: put the cursor after it and press the backspace key once. `toolkit check
--fix` does it for you.

## Example

Wrong:

```markdown
traf<U+00AD>ficking
```

Right:

```markdown
trafficking
```
"""

import re
import unicodedata

from toolkit.content.schema import Form
from toolkit.problems import Finding, Findings, Fix, Severity
from toolkit.validation.context import Context
from toolkit.validation.passages import Passage, front_matter, of_body
from toolkit.validation.web_addresses import objection

SEVERITY = Severity.WARNING

# Joiners are right between letters of Arabic, Persian and Indian scripts, and in some emoji.
_ASCII = r"[\x20-\x7e\u00a1-\u024f]"
_WIDTHLESS = re.compile(
    rf"[\u00ad\u200b\u2060\u180e\ufeff\u2061-\u2064\u202d\u202e\ufffc]+|(?<={_ASCII})[\u200c\u200d]+(?={_ASCII})"
)


def check(context: Context) -> Findings:
    """Look for characters without width in facts and texts."""
    for document in context.content.texts:
        if document.source.text.isascii():
            continue
        refused = {
            (fault.location.line, fault.location.column)
            for fault in document.faults
            if fault.check == "control-character"
        }
        # What invalid-address says.
        refused |= {
            (leaf.location.line, leaf.location.column + index)
            for leaf in document.of_form(Form.ADDRESS)
            for index in range(len(leaf.text) + 1)
            if objection(leaf.text)
        }
        passages = [front_matter(document)]
        if document.front is not None and document.body:
            passages.append(of_body(document))
        for passage in passages:
            for match in _WIDTHLESS.finditer(passage.text):
                finding = _finding(passage, match)
                place = finding.location
                if (place.line, place.column) not in refused:
                    yield finding


def _finding(passage: Passage, match: re.Match[str]) -> Finding:
    place = passage.at(match.start(), len(match[0]))
    name = unicodedata.name(match[0][0], "").lower()
    return Finding(
        f"There is an invisible character here: U+{ord(match[0][0]):04X}, {name}.",
        place,
        "remove it",
        "put the cursor after it and press the backspace key.",
        fixes=(Fix(place, ""),),
    )
