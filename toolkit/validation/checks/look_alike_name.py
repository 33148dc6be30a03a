"""An organization has nearly the name of a member of the Group.

Pages say by name who recognizes a text. A name that differs from a member's by an accent, a hyphen,
or a letter such as l for I lets readers take one for the other.

## What to do

Give the organization its full name, as it writes it. If it is the member, use the member's id.

## Example

Wrong:

```text
- id: iom
  name: International Organization for Migration
  membership: {status: member, verified: true}
- id: im
  name: International-Organisation for Migration
```

Right:

```text
- id: iom
  name: International Organization for Migration
  membership: {status: member, verified: true}
```
"""

import re

from toolkit.content.matching import by_item
from toolkit.languages.accents import without_accents
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.checks.duplicate_name import NAMES, without_bracket
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

_ALIKE = str.maketrans("ıɩi1ɡ0", "llllgo")
_WORD = re.compile(r"[^\W_]+")
# In capitals alone, nobody takes IIO for ILO.
_CAPITALS = re.compile("[A-Z]+")


def check(context: Context) -> Findings:
    """Compare the names of organizations with those of members."""
    register = context.content.organisations
    named = [
        (id_, leaf, without_bracket(" ".join(leaf.text.split())))
        for id_, leaf in by_item(register.leaves)
        if leaf.name.partition(".")[0] in NAMES
    ]
    members: dict[str, tuple[str, str]] = {}
    for id_, _, name in named:
        if id_ in register.items and register.items[id_].membership is not None:
            members.setdefault(_shape(name), (id_, name))
    for id_, leaf, name in named:
        member, own = members.get(_shape(name), (id_, name))
        # Those that are the same are duplicate-name.
        if member != id_ and own != name and not _CAPITALS.fullmatch(leaf.text.strip()):
            message = f"{quote(leaf.text)} looks like the name of the member {quote(member)}."
            hint = f"write the full name of the organization, or use the id {member}."
            yield Finding.about(leaf, message, "is this another organization?", hint)


def _shape(name: str) -> str:
    words = _WORD.findall(without_accents(name).casefold().translate(_ALIKE))
    return "".join(word.removesuffix("s") for word in words).replace("rn", "m")
