"""A text contains HTML instead of Markdown.

HTML in a text can run programs, load things from other sites, or break the page. So it has no
effect here: readers would see the tags themselves, `<br>` and all.

## What to do

Write Markdown: `**bold**`, `*italic*`, a blank line between paragraphs, `[words](address)` for a
link. Markdown has tables and lists, too. To show the character `<` itself, put it in backticks.

## Example

Wrong:

```markdown
This is <b>new</b>.<br>
```

Right:

```markdown
This is **new**.
```
"""

import re
from bisect import bisect_right
from collections import Counter

from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.passages import Passage
from toolkit.validation.words import quote

# Attributes contain an =, or are words such as these. Other words between < and > are comparisons,
# as in 5<x and y>9, which pages show as they are.
_TAG = re.compile(
    r"(?<!\\)(?:</?(?P<name>[A-Za-z][A-Za-z0-9-]{0,30})"
    r"(?:[\s/](?=[^<>=]{0,2000}=)[^<>]{0,2000}|(?:[\s/]{1,9}(?:async|autoplay|border|checked|clear"
    r"|controls|defer|disabled|download|hidden|loop|muted|nowrap|open|reversed|selected))*[\s/]*)>"
    r"|<!--|<!\[|<!DOCTYPE|<\?[a-z])",
    re.IGNORECASE,
)
_HREF = re.compile(r"\bhref\s*=\s*[\"']?(https://[^\s\"'<>]+)", re.IGNORECASE)
_AROUND = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`"}
_MARKDOWN = {
    "a": "[words](address)",
    "img": "![what it shows](name.png)",
    "br": "a blank line",
    "p": "a blank line",
    "ul": "- at each item",
    "ol": "1. at each item",
    "table": "| between the cells of each row",
    "h2": "## Heading",
    "h3": "### Heading",
    "blockquote": "> at each line",
    **{name: f"{marks}words{marks}" for name, marks in _AROUND.items()},
}
# The parts of these are rewritten together with them.
_PARTS = {
    "table": frozenset({"thead", "tbody", "tfoot", "tr", "td", "th", "caption", "col", "colgroup"}),
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
}
_PROGRAMS = ("script", "style")
_WORD = re.compile(r"\w")
_LONGEST = 80


def check(context: Context) -> Findings:
    """Look for tags and comments outside code, with one finding per element."""
    for passage in context.bodies:
        if "<" in passage.text:
            yield from _findings(passage)


def _findings(passage: Passage) -> Findings:
    matches = list(_TAG.finditer(passage.text))
    closing: dict[str, list[int]] = {}
    for index, match in enumerate(matches):
        if match[0].startswith("</"):
            closing.setdefault(match["name"].lower(), []).append(index)
    opened: Counter[str] = Counter()
    reported_up_to = 0
    for index, match in enumerate(matches):
        name = (match["name"] or "").lower()
        if match[0].startswith("</") and opened[name]:
            opened[name] -= 1
            continue
        is_part = any(opened[outer] and name in parts for outer, parts in _PARTS.items())
        ends = [] if match[0].startswith("</") else closing.get(name, [])
        nearest = bisect_right(ends, index)
        end = matches[ends[nearest]] if nearest < len(ends) else None
        if end:
            opened[name] += 1
        if is_part or match.start() < reported_up_to:
            continue
        found, reported_up_to = _finding(passage, match, name, end)
        yield found


def _finding(
    passage: Passage, match: re.Match[str], name: str, end: re.Match[str] | None
) -> tuple[Finding, int]:
    """The finding, and the end of what it is about."""
    instead = _MARKDOWN.get(name, "")
    stop = match.end()
    without = "remove it"
    if end and end.start() - match.start() <= _LONGEST and "\n" not in _between(match, end):
        stop = end.end()
        if _WORD.search(_TAG.sub("", _between(match, end))) and name not in _PROGRAMS:
            without = "remove the tags"
        href = _HREF.search(match[0])
        if name == "a" and href:
            instead = f"[{_between(match, end).strip()}]({href[1]})"
        elif name in _AROUND:
            instead = f"{_AROUND[name]}{_between(match, end).strip()}{_AROUND[name]}"
    text = passage.text[match.start() : stop]
    message = f"{quote(text)} is HTML, and readers would see the tags."
    if match[0] == "<!--":
        message = "Readers would see this HTML comment."
    label = f"write {instead}" if instead else without
    hint = "write Markdown, or put the text in backticks to show it as it is."
    return Finding(message, passage.at(match.start(), len(text)), label, hint), stop


def _between(start: re.Match[str], end: re.Match[str]) -> str:
    return start.string[start.end() : end.start()]
