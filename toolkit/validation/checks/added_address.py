"""A translation leads to a site, or names an email address, that its original does not lead to.

People who read only one of the two languages don't see where the links of the other lead. Readers
at risk follow them, and another site may show another work or an old copy of it, or watch its
visitors.

## What to do

Compare the link with that of the original. Take its address, or that of the same work in the other
language on the site of its publisher. If that is another site, and readers can trust it, add it to
`docs/registers/libraries.yml`: links to the sites of that list and of the register of organizations
may be in a translation alone.

## Example

Wrong, where the original has `https://www.unodc.org/guide`:

```markdown
Voir le [guide](https://www.free-guides.org/guide-fr).
```

Right:

```markdown
Voir le [guide](https://www.unodc.org/fr/guide).
```
"""

import re
from functools import cache

from toolkit.content.document import Document
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.links import Aim, Target, targets
from toolkit.validation.passages import of_body
from toolkit.validation.web_addresses import objection
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

# The host of a page or of a mailbox, without the label of a language: fr.unesco.org, but ec.gov.uk.
_HOST = re.compile(
    r"(?:https?://(?:www\.)?|@)(?:[a-z]{2}\.(?!(?:ac|co|com|edu|gob|gouv|gov|net|org)\.)(?=[\w-]+\.))?"
    r"([\w.-]*\w)"
)
# Not that of a link, which is one of those above.
_MAILBOX = re.compile(
    r"(?<![\w.+%:/-])[\w+%-]{1,64}(?:\.[\w+%-]{1,64}){0,8}@(?P<host>[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})"
)


def check(context: Context) -> Findings:
    """Look for the sites that links of translations lead to in their originals."""
    content = context.content
    translations = {one.source.path: one for one in content.translations}

    @cache
    def known(path: str) -> tuple[str, ...]:
        return _known(context, translations[path])

    for target in targets(content):
        path = target.document.source.path
        if path not in translations or not (host := _host(target)):
            continue
        if not f".{host}".endswith(known(path)):
            yield Finding(
                f"The original does not lead to {quote(host)}.",
                target.link.location,
                "is this the same work?",
                "compare the link with that of the original. "
                f"If this is another site of the publisher, add it to {content.libraries.path}.",
            )
    for path, translation in translations.items():
        if translation.front is None or "@" not in translation.source.text:
            continue
        for passage in (*context.fields(translation), of_body(translation)):
            for found in _MAILBOX.finditer(passage.text):
                if not f".{found['host'].lower()}".endswith(known(path)):
                    message = f"The original does not contain {quote(found[0])}."
                    hint = "compare the sentence with the original."
                    yield passage.finding(found, message, "is this address right?", hint)


def _known(context: Context, translation: Document) -> tuple[str, ...]:
    """How the hosts of the original, present or kept, and of the registers end."""
    original = context.content.by_path[translation.of].source.text
    known = _HOST.findall(f"{original}\n{context.original_text(translation)}".lower())
    return tuple(f".{host}" for host in (*known, *context.lists.known_hosts))


def _host(target: Target) -> str:
    """The host that a link leads to; empty if to none, or if another check refuses the link."""
    if target.aim is not Aim.OUTSIDE:
        return ""
    address = target.link.target.lower()
    is_known = target.scheme == "mailto" or (target.scheme == "https" and not objection(address))
    found = _HOST.search(address) if is_known else None
    return found[1] if found else ""
