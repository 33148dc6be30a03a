"""An address leads to a site that looks like another one.

`unodc.org` with a letter from another alphabet, or followed by the name of another site, is
somebody else's: it can show readers false texts, and watch who comes.

## What to do

Copy the address from the site that you mean.

## Example

Wrong, since it leads to `evil.org`:

```yaml
url: https://unodc.org.evil.org/guide
```

Right:

```yaml
url: https://www.unodc.org/guide
```
"""

import re
from collections.abc import Iterator, Mapping

from toolkit.content.reader import Content
from toolkit.languages.accents import without_accents
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context, known_hosts
from toolkit.validation.hosts import host_of, is_within
from toolkit.validation.words import look_alike, quote

SEVERITY = Severity.WARNING

_LETTERS = str.maketrans("ıɩɡ01", "iigol")
# A body's site in a country may be called unicef.org.uk. Not everybody gets one like europa.eu.int.
_OF_COUNTRY = re.compile(r"\.(?:[a-z]{2}|int)")
# No computer can ask for a longer one (RFC 1035, 2.3.4).
_LONGEST = 253


def check(context: Context) -> Findings:
    """Compare the hosts of all addresses with those of the registers."""
    content = context.content
    if not (content.organisations.sound and content.libraries.sound):
        return
    shapes, known = context.lists.made(_shapes), context.lists.known_hosts
    for text, place, field in context.addresses:
        host = host_of(text).removesuffix(".")
        if len(host) > _LONGEST:
            continue
        if other := _alike(host, shapes) or _begun(host, known):
            message = f"{quote(host)} looks like {quote(other)}, but is another site."
            hint = "copy the address from the site that you mean."
            yield Finding(message, place, f"it leads to {_real(host)}", hint, field)


def _alike(host: str, shapes: Mapping[str, str]) -> str:
    """The known host that another one is taken for; empty if none."""
    for end in _ends(host):
        other = shapes.get(_shape(end))
        if other is not None:
            return "" if is_within(_real(host), (_real(other),)) else other
    return ""


def _begun(host: str, known: frozenset[str]) -> str:
    """The known host that one outside of it begins with, perhaps after a label; empty if none."""
    if is_within(host, known):
        return ""
    for end in _ends(host):
        for sign in re.finditer(r"[.-]", end):
            if end[: sign.start()] in known and not _OF_COUNTRY.fullmatch(end[sign.start() :]):
                return end[: sign.start()]
    return ""


def _ends(host: str) -> Iterator[str]:
    """A host and the domains that it is in."""
    while "." in host:
        yield host
        host = host.partition(".")[2]


def _shapes(content: Content) -> dict[str, str]:
    """The known hosts by what they look like; of two, the one in plain letters."""
    hosts = sorted(known_hosts(content), key=lambda host: (_shape(host) == host, host))
    return {_shape(host): host for host in hosts}


def _shape(host: str) -> str:
    labels = map(_decoded, host.split("."))
    plain = without_accents(look_alike(".".join(labels))).casefold()
    return plain.translate(_LETTERS).replace("rn", "m").replace("vv", "w")


def _decoded(label: str) -> str:
    try:
        return label.encode("ascii").decode("idna")
    except UnicodeError:
        return label


def _real(host: str) -> str:
    """A host as computers ask for it."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host
