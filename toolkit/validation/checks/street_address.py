"""A text contains the address of a house.

A street and a number lead to a door, as coordinates do: that of a shelter, a witness or a workplace
under observation. Readers of the toolkit never need them; the town or the country is enough.

## What to do

Name the town or the country instead. If it is the address of a shelter or of a person, tell the
maintainers at once: older copies of the text must be removed too. To say how an office can be
reached, link to its page.

## Example

Wrong:

```markdown
The shelter is at 14 Garden Street, behind the station.
```

Right:

```markdown
The shelter is in the capital.
```
"""

import re

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

_NAME = (
    r"(?:(?:de|du|des|d['’]|la|las|le|les|los|del|l['’]) ?){0,3}"
    r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2}"
)
_BEFORE = "(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Cc]alle|[Aa]venida|Av[.]|[Cc]arrera|[Rr]ua|[Vv]ia)"
_BEHIND = "(?:Street|Avenue|Road|Lane|Boulevard|Drive|Square)"
_ADDRESS = re.compile(
    rf"(?<![\w.])(?:\d{{1,5}}[a-z]?,? (?:[A-Z][\w'’-]+ ){{1,3}}{_BEHIND}"
    rf"|\d{{1,5}}(?: bis| ter)?,? {_BEFORE} {_NAME}"
    rf"|{_BEFORE} {_NAME},? (?:[Nn][.°ºo]+ ?|#)?\d{{1,5}}"
    r"|[A-Z][a-zäöüß]+(?:straße|strasse|gasse|straat) \d{1,4}[a-z]?"
    r"|(?:ул\.|улица|проспект) [А-Я][\w-]+,? (?:д(?:ом|\.) ?)?\d{1,4}"
    r"|شارع \w+(?: \w+)?،? (?:رقم )?\d{1,4})(?!\w)"
    r"|[\u4e00-\u9fff]{2,6}[路街]\d{1,5}号"
)


def check(context: Context) -> Findings:
    """Look for a street with a number."""
    for passage in context.shown:
        for match in _ADDRESS.finditer(passage.text):
            yield Finding(
                f"{quote(match[0])} is the address of a house.",
                passage.of(match),
                "name the town or the country instead",
                "an address can lead to people who must not be found.",
                passage.name,
            )
