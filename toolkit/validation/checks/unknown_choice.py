"""A value is not one of the words that the field allows.

Some fields take one of a few fixed words, because the program uses them.

## What to do

Use one of the words that the message lists, spelt exactly like that.

## Example

Wrong:

```yaml
access: open
```

Right:

```yaml
access: public
```
"""

from toolkit.content.schema import Form
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.language_tags import suggest_tag
from toolkit.validation.nearest import did_you_mean
from toolkit.validation.words import by_name, last_part, listed, quote

# What people write instead. No word means different things in different fields.
_MEANT = by_name(
    {
        "true": "yes|on|1",
        "false": "no|off|0",
        "public": "free|open|open access|unrestricted",
        "restricted": "closed|paid|paywall|subscription",
        "file": "pdf|pdf file|document|download",
        "home": "website|site|homepage|home page",
        "active": "published|current|final",
        "withdrawn": "archived|deleted|obsolete|outdated|removed|retired",
        "works": "positive|effective|success|successful",
        "no-effect": "negative|ineffective|none|no effect",
        "unclear": "inconclusive|not clear",
        "independent": "external|third party",
        "own": "internal|self|self-evaluation",
        "press": "newspaper|media",
        "treaty": "convention|protocol",
        "regional-law": "directive|regulation",
    }
)


def check(context: Context) -> Findings:
    """Compare every choice with the words of its field."""
    entries = context.content.entries
    explained = {entry.source.path for entry in entries if "withdrawn" in entry.names}
    for leaf in context.content.leaves(Form.CHOICE):
        choices = leaf.field.choices
        if leaf.text not in choices:
            words = [one for one in choices if one in leaf.text.lower().split()]
            meant = words[0] if len(words) == 1 else _MEANT.get(leaf.text.lower(), "")
            name = last_part(leaf.name).partition("[")[0]
            if name == "language":
                meant = suggest_tag(leaf.text).partition("-")[0]
            label = f'did you mean "{meant}"?' if meant in choices else ""
            path = leaf.location.source.path
            if name == "status" and meant == "withdrawn" and path not in explained:
                label += " Add withdrawn: {on: ..., reason: ...}"
            yield Finding.about(
                leaf,
                f"{quote(leaf.text)} is not a value of {quote(name)}.",
                label or did_you_mean(leaf.text, choices),
                f"use {listed(choices)}.",
            )
