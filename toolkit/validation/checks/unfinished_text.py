"""An unfinished sentence or a placeholder is left in a text.

`toolkit new` puts a sentence into each section of a practice that says what to write there. Readers
would take it for the text, and miss what the section should tell them. The same is true of `TBD`,
`TODO:`, `Lorem ipsum`, of a paragraph that only says `n/a` or `None`, and of what a program that
writes texts left behind (`[citation needed]`, `【4†source】`). An unfinished entry can't be
published: keep it on a branch while you write.

## What to do

Write the section, and remove the placeholder. If nothing is known, say so in your own words: that
is worth knowing too.

## Example

Wrong:

```markdown
## Results

*To be written: what is known to have come of it; each figure with its year and its owner.*
```

Right:

```markdown
## Results

Nobody has counted yet. The ministry plans an evaluation.
```
"""

import re

from toolkit.content.schema import Kind
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.words import quote

# What stands alone below a heading or a blank line. Beginning with one character, it is found fast.
_ALONE = re.compile(
    r"\n(?:#[^\n]*\n|[ \t]*\n)[ \t*_(\[]*"
    r"(?P<alone>(?i:n/a|n\.a\.|not applicable|none|unknown|todo|tb[acd]|xxx+|\?+|\.{3}|…|[–—-]))"
    r"[ \t*_)\].]*(?=\n[ \t]*\n|\n#|\n?$)"
)
# TBC is not among these: The Border Consortium is called so.
_LEFT = re.compile(
    r"(?<!\w)(?:To be written:|TBD(?!\w)|TODO:|[\[(]TODO[\])]|Lorem ipsum(?!\w))"
    # What programs that write texts leave in them.
    r"|【\d[^】\n]{0,20}†[^】\n]{0,20}】|:contentReference\[oaicite[^\n]{0,40}|turn\d+(?:search|view|news)\d+"
    r"|As an AI language model|\[(?:citation needed|(?:[Ii]nsert|Your) [^\]\n]{1,40})\](?!\()"
    rf"|{_ALONE.pattern}"
)
_MARKS = (
    *("To be written:", "TBD", "TODO", "Lorem ipsum"),
    *("【", "oaicite", "turn", "As an AI", "[citation", "[insert", "[Insert", "[Your"),
)
_ABOVE = "\n\n"  # so that the first line has a blank one above it too


def check(context: Context) -> Findings:
    """Look in entries and tasks for what drafts say, and what people write for themselves."""
    for passage in context.texts:
        document = passage.document
        if document is None or not (document.is_entry or document.kind is Kind.TASK):
            continue
        text = f"{_ABOVE}{passage.text}"
        commented = "<!--" in text
        for match in (_LEFT if any(mark in text for mark in _MARKS) else _ALONE).finditer(text):
            if commented and _in_comment(text, match.start()):
                continue  # raw-html asks to remove all of it
            group = "alone" if match["alone"] else 0
            yield Finding(
                f"{quote(match[group])} shows that this is not finished.",
                passage.at(match.start(group) - len(_ABOVE), len(match[group])),
                "write it, and remove this",
                "if nothing is known, say so in your own words.",
                passage.name,
            )


def _in_comment(text: str, start: int) -> bool:
    return text.rfind("<!--", 0, start) > text.rfind("-->", 0, start)
