"""A text or a list contains an invisible character that no file may have.

Such characters come along when text is copied from a document or a web page. They make words differ
that look alike, so that readers who filter or search find nothing, and e-books that contain one do
not open. The codes for them, such as `&#8;`, do the same.

## What to do

Remove the character: put the cursor after it and press the backspace key once. If you can't find
it, type the whole line again. `toolkit check --fix` writes a space in place of a line break that a
word processor left.

## Example

Wrong:

```yaml
title: Guide<U+0007> for labour inspectors
```

Right:

```yaml
title: Guide for labour inspectors
```
"""

from toolkit.problems import Finding, Findings, Fix
from toolkit.validation.context import Context, and_the_rest
from toolkit.validation.passages import written
from toolkit.validation.words import named_character

_BREAK = "a line break of a word processor"
_NAMES = {
    **dict.fromkeys(("\r", "\x85"), "an old kind of line break"),
    **dict.fromkeys(("\x0b", "\u2028", "\u2029"), _BREAK),
    "\x0c": "a page break of a word processor",
}
# What to say of a file in which nothing else ends a line.
OLD_LINES = (
    "The lines of this file end as on very old computers, so all of it is one line.",
    "",
    'save the file with the line ends "Unix (LF)" or "Windows (CRLF)".',
)
# What --fix writes instead.
_INSTEAD = {"\ufeff": "", **dict.fromkeys(("\x0b", "\x0c", "\u2028", "\u2029"), " ")}


def check(context: Context) -> Findings:
    """Report each character that isn't allowed in texts."""
    old: set[str] = set()
    for fault in context.content.faults("control-character"):
        source = fault.location.source
        if fault.detail == "\r" and len(source.lines) == 1:
            if source.path not in old:
                yield Finding(OLD_LINES[0], fault.location, OLD_LINES[1], OLD_LINES[2])
            old.add(source.path)
            continue
        shown = named_character(fault.detail, _NAMES.get(fault.detail, ""))
        fixes: tuple[Fix, ...] = ()
        if written(fault.location) != fault.detail:
            message = f"There is a code for an invisible character here: {shown}."
            label = "remove the code"
            hint = "such codes begin with & or, between quotation marks, with a backslash."
        else:
            instead = _INSTEAD.get(fault.detail)
            message = f"There is an invisible character here: {shown}."
            label = "type a space instead" if instead else "remove it"
            hint = "put the cursor after it and press the backspace key, or type the line again."
            hint = and_the_rest(context, fault, hint)
            fixes = () if instead is None else (Fix(fault.location, instead),)
        yield Finding(message, fault.location, label, hint, fixes=fixes)
