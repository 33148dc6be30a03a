"""A link in a text has a kind of address that is not allowed.

Readers follow links at their own risk. Texts may contain three kinds: secure pages (`https://`),
email addresses of offices (`mailto:`), and pages of this site. Everything else can be changed by
others on the network, can run a program, or leads to a domain that no longer belongs to its owner.
An image must be a file of this site: another site would learn who reads here. An email address must
be that of a single mailbox: a link could also send what readers write to others.

## What to do

Write the address with `https://`. If the site has no such address, name the work without a link.

## Example

Wrong:

```markdown
See [the guide](http://www.unodc.org/guide).
```

Right:

```markdown
See [the guide](https://www.unodc.org/guide).
```
"""

import posixpath
import re

from toolkit.content.references import MAILBOX, unescaped
from toolkit.problems import Finding, Findings
from toolkit.validation.checks.invalid_id import meant_id
from toolkit.validation.context import Context
from toolkit.validation.links import ON_A_COMPUTER, Aim, Target, targets
from toolkit.validation.web_addresses import objection
from toolkit.validation.words import quote

_HINT = "links in texts begin with https:// or mailto:, or lead to a file of this site."


def check(context: Context) -> Findings:
    """Look at all links that leave the site."""
    for target in targets(context.content):
        if target.aim is Aim.OUTSIDE and (words := _words(target)):
            yield Finding(words[0], target.link.location, words[1], _HINT)


def _words(target: Target) -> tuple[str, str] | None:
    text = target.link.target
    if ON_A_COMPUTER.match(text):
        return f"{quote(text)} is a file on your computer.", _instead(target)
    if target.scheme == "data" and target.link.is_image:
        return "The image is written into the text as code.", "save it as a file next to this one"
    if target.link.is_image:
        return f"{quote(text)} is an image on another site.", "use a file of this site"
    if target.scheme == "https":
        found = objection(text.replace("&amp;", "&"))  # Markdown reads it so
        return (f"{quote(text)} {found.reason}", found.label) if found else None
    if target.scheme == "mailto":
        if MAILBOX.fullmatch(unescaped(text).replace("%40", "@")):
            return None
        return f"{quote(text)} is not the address of a single mailbox.", "write a single address"
    if target.scheme == "http":
        return f"{quote(text)} is not a secure address.", "write https://"
    if not target.scheme:
        return f"{quote(text)} is not a complete address.", f"write https://{text.lstrip('/')}"
    label = "remove the link"
    if target.scheme == "tel":
        label = "write the number without a link, and declare it in helplines"
    return f"A link can't begin with {quote(target.scheme + ':')}.", label


def _instead(target: Target) -> str:
    """What to do with one's own file: an image belongs in the folder of its page."""
    stem, ending = posixpath.splitext(re.split(r"[\\/]", target.link.target)[-1])
    if not target.link.is_image:
        return "write its address on the publisher's site"
    folder = (target.document.of or target.document.path).rpartition("/")[2]
    way = f"{folder}/{meant_id(stem) or 'image'}{ending}"
    return f"copy it to the folder {folder}/ next to this file, and write {way}"
