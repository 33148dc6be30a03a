"""A text contains the email address of a person.

Being named can put people who work against traffickers in danger, and addresses on public pages are
collected for threats and spam. People also change jobs: the address of an office lasts. So only
addresses of offices are allowed, such as `info@` or `secretariat@`.

## What to do

Write the address of the office, or link to its page. If the office has no address, leave it out.

## Example

Wrong:

```markdown
Write to jane.doe@example.org.
```

Right:

```markdown
Write to [the secretariat](mailto:secretariat@example.org).
```
"""

import re

from toolkit.content.reader import Content
from toolkit.problems import Findings
from toolkit.validation.context import Context
from toolkit.validation.words import quote

ADDRESS = re.compile(
    r"(?<![\w.+%/-])(?P<who>[\w+%-]{1,64}(?:\.[\w+%-]{1,64}){0,8})"
    r"\s?(?:@|\(at\)|\[at\])\s?(?P<host>[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})",
    re.IGNORECASE,
)
# A password in an address of a page, which another check reports.
LOGIN = re.compile(r"//[^\s/@]{1,64}:\Z")
_WORDS = (
    "admin antitrafficking coalition communications consulate contact contacts data desk director "
    "editor editors embassy enquiries enquiry events feedback focal general group headquarters "
    "help helpdesk helpline hotline hq hr icat info information inquiries inquiry legal library "
    "licensing mail mailbox media ministry network news newsletter office permissions police post "
    "postmaster press privacy programme project publications rapporteur registry reporting "
    "research rights sales secretariat section security service services shelter subscribe "
    "support taskforce team toolkit trafficking training trust unit volunteer web webmaster"
)
_BEFORE = 70
_OFFICES = frozenset(_WORDS.split())


def check(context: Context) -> Findings:
    """Look for addresses whose local part doesn't name an office."""
    offices = context.lists.made(office_words)
    for passage in context.shown:
        lower = passage.text.lower()
        if "@" not in lower and "at)" not in lower and "at]" not in lower:
            continue
        for match in ADDRESS.finditer(passage.text):
            before = passage.text[max(0, match.start() - _BEFORE) : match.start()]
            if _parts(match["who"]).isdisjoint(offices) and not LOGIN.search(before):
                yield passage.finding(
                    match,
                    f"{quote(match[0])} looks like the email address of a person.",
                    "write the address of an office, or remove it",
                    "addresses of offices begin with a word such as info, contact or secretariat.",
                )


def office_words(content: Content) -> frozenset[str]:
    """Words that make an address an office's: names of offices and of organizations."""
    bodies = content.organisations.items
    return _OFFICES.union(*(_parts(id_) for id_ in bodies))


def _parts(name: str) -> set[str]:
    return set(re.split(r"[^a-z]+", name.lower()))
