"""A year does not have four digits, or cannot be right.

Readers sort and cite by year. The year of a resource is that of the edition described. A practice
cannot end before it began.

## What to do

Write four digits and nothing else. Mention the edition in the text. If nobody knows the year of a
resource, leave the field out and write `unverified: [year]`.

## Example

Wrong:

```yaml
year: 2019 (2nd ed.)
```

Right:

```yaml
year: 2019
```
"""

import re

from toolkit.content.schema import Form
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.words import in_western_digits, last_part, quote

# Also for a spreadsheet, which has another place for it.
UNKNOWN_YEAR = "write this instead: unverified: [year]"

_FIRST = 1800
_LETTERS = str.maketrans("lIOo", "1100")
_YEAR = re.compile(r"[0-9]{4}")
_SPAN = re.compile(r"([0-9]{4})\s*(?:[-–—/]|to|until)\s*([0-9]{4})")
_GOES_ON = {"present", "now", "today", "ongoing", "continuing", "current", "to date"}
_WITHIN = re.compile(r"(?<![0-9])(?:18|19|20)[0-9]{2}(?![0-9])")


def check(context: Context) -> Findings:
    """Look at the form of each year, its bounds, and the order of two."""
    last = context.day.year + 1
    for leaf in context.content.leaves(Form.YEAR):
        name = last_part(leaf.name)
        if not _YEAR.fullmatch(leaf.text):
            years = set(_WITHIN.findall(leaf.text))
            label, hint = "a year has four digits", f"write it like {context.day.year}."
            if name == "until" and leaf.text.strip().casefold() in _GOES_ON:
                label, hint = "remove the line", "a practice without until is still going on."
            elif name == "since" and (span := _SPAN.fullmatch(leaf.text)):
                label = f"write since: {span[1]}, and on another line until: {span[2]}"
                hint = "each year has a line of its own."
            elif _YEAR.fullmatch(plain := _plain_digits(leaf.text)):
                label, hint = f"write {plain}", "use only the digits from 0 to 9."
            elif len(years) == 1:
                label, hint = f"write only the year: {years.pop()}", f"{label} and nothing else."
            elif name == "year" and len(years) > 1:
                label, hint = "write one year", "use the year of the edition that you describe."
            elif name == "year":
                hint += f" If nobody knows it, {UNKNOWN_YEAR}."
            yield Finding.about(leaf, f"{quote(leaf.text)} is not a year.", label, hint)
        elif not _FIRST <= int(leaf.text) <= last:
            message = f"The year {leaf.text} can't be right."
            label = f"years from {_FIRST} to {last} are accepted"
            yield Finding.about(leaf, message, label, "compare it with the publication.")
    for entry in context.content.entries:
        since, until = entry.text("since"), entry.text("until")
        if _YEAR.fullmatch(since) and _YEAR.fullmatch(until) and until < since:
            yield Finding.about(
                next(entry.of_field("until")),
                f"The practice ended in {until}, before it began in {since}.",
                f"it began in {since}",
                "correct one of the two years.",
            )


def _plain_digits(text: str) -> str:
    """The text with digits from 0 to 9, and without separators inside a number."""
    plain = in_western_digits(text)
    plain = re.sub(r"(?<=^[12])[\s.,](?=\d{3}$)", "", plain)
    return plain.translate(_LETTERS) if sum(map(str.isdigit, plain)) > 1 else plain
