"""A web address is used in place of words.

Screen readers spell an address letter by letter, it breaks the line on a phone, and it does not say
where it leads. It deceives readers if the link leads to another site or mailbox. An address that is
only typed into a text does not even become a link.

## What to do

Write the name of the page or work in square brackets, followed by its address in round brackets.

## Example

Wrong:

```markdown
See <https://www.unodc.org/guide>.
```

Right:

```markdown
See the [guide for labour inspectors](https://www.unodc.org/guide).
```
"""

import re
from urllib.parse import unquote

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.hosts import host_of, is_within
from toolkit.validation.links import link_words
from toolkit.validation.passages import Passage
from toolkit.validation.web_addresses import FILE, objection
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

_TYPED = re.compile(
    r"\][ \t]+\((?P<apart>https?://[^\s()<>\[\]]+)\)"
    r"|(?<!\]\()(?<![\w<\[\"'/=@.-])(?P<alone>(?:https?://|www\.)[^\s()<>\[\]]+)"
)
_WAY = "write [name of the page](address)"
_TRUST = "readers must be able to trust the words of a link."
_NEAR = 20
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
# The name of a site, alone or with a path. In capitals, it is also a name of a body: Booking.com.
_SITE = re.compile(
    r"(?:(?i:https?://)(?:www\.)?|www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?::\d+)?(?:[/?#]\S*)?"
)
_MAILBOX = re.compile(r"[^\s@<>()]+@[^\s@<>()]+")


def check(context: Context) -> Findings:
    """Look for links whose words are an address, except those that are refused anyway."""
    for link in link_words(context.bodies):
        words = link.words.strip(" `*_")
        target = link.target or words
        if other := _other_mailbox(words, target):
            message = f"Mail goes to {quote(other)}, not to {quote(words)}."
            label, hint = "write the mailbox that the link leads to", _TRUST
            yield Finding(message, link.location, label, hint)
        if not target.lower().startswith("https:") or objection(target):
            continue
        if other := _other_site(words, target):
            message = f"The words {quote(words)} name a site, but the link leads to {quote(other)}."
            label = "write the name of the page that the link leads to"
            hint = _TRUST
        elif _ADDRESS.fullmatch(words):
            message = f"The address {quote(words)} is used in place of words."
            label, hint = _WAY, "the words of a link must make sense on their own."
        else:
            continue
        yield Finding(message, link.location, label, hint)
    for passage in context.bodies:
        if "://" in passage.text or "www." in passage.text:
            yield from _typed(passage)


def _other_site(words: str, target: str) -> str:
    """The site that a link leads to, if its words are the name of another one, and of no file."""
    named = _SITE.fullmatch(words)
    host = host_of(target)
    if named is None or FILE.fullmatch(words) or is_within(host, (named[1],)):
        return ""
    return "" if is_within(named[1], (host,)) else host


def _other_mailbox(words: str, target: str) -> str:
    """The mailbox that a link leads to, if its words are another one."""
    scheme, _, rest = target.partition(":")
    leads = unquote(rest.partition("?")[0])
    differs = scheme.lower() == "mailto" and words.casefold() != leads.casefold()
    return leads if differs and _MAILBOX.fullmatch(words) else ""


def _typed(passage: Passage) -> Findings:
    """Addresses that don't become links, since nothing makes them one."""
    for match in _TYPED.finditer(passage.text):
        kind = str(match.lastgroup)
        words, start = match[kind].rstrip(".,;:!?*_`'\""), match.start(kind)
        before = passage.text[max(0, start - _NEAR) : start].rstrip()
        if kind == "alone" and before.endswith(("](", "]:", "]（", "】（")):
            continue  # stray-markup reports wide brackets
        message = f"The address {quote(words)} does not become a link."
        label = "remove the space between ] and (" if kind == "apart" else _WAY
        hint = "the words of a link must make sense on their own."
        yield Finding(message, passage.at(start, len(words)), label, hint)
