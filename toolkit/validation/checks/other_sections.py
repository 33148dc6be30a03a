"""A translation lacks sections of its original.

A file that was cut short, or a section that was left for later, looks complete to somebody who does
not read both languages: the page would say that it is a translation of the current text. What is
missing is often what matters most, such as what to keep in mind. Where the original has no text at
all, its translation can't have any either.

## What to do

Translate all sections, those with `##`, in the order of the original. If the file was cut, take it
from an earlier version.

## Example

Wrong, where the original has the sections Use it when and Keep in mind:

```markdown
## Quand s’en servir

Avant une inspection.
```

Right:

```markdown
## Quand s’en servir

Avant une inspection.

## À garder à l’esprit

Ne promettez rien.
```
"""

import re

from toolkit.content.document import Document
from toolkit.content.schema import Kind
from toolkit.problems import Finding, Findings, counted
from toolkit.validation.checks.zero_width_character import INVISIBLE
from toolkit.validation.context import Context
from toolkit.validation.passages import end_of, of_body

# What was to be a heading. Where only invisible characters keep a line from being one,
# hidden-heading reports them.
_MEANT = re.compile(
    rf"^(?P<marks>[ \t]*[{INVISIBLE}]+(?= {{0,3}}##[ \t]))? {{0,3}}(?:[{INVISIBLE}]+ {{0,3}})?"
    r"[#＃]{2}(?![#＃])[ \t\u3000]*(?P<words>\S.*)",
    re.MULTILINE,
)


def check(context: Context) -> Findings:
    """Count the sections of each translation that follows its present original.

    Those of practices have names, which wrong-sections looks at.
    """
    for translation, original in context.up_to_date():
        if original.kind is Kind.PRACTICE:
            continue
        wanted, given = section_count(original), section_count(translation)
        if bool(original.body.strip()) != bool(translation.body.strip()):
            whole = bool(translation.body.strip())
            whose, other = ("translation", "original") if whole else ("original", "translation")
            message = f"The {whose} has a text below its fields, but the {other} has none."
            label = "" if whole else "translate the text, and write it below this line"
            hint = "translate the whole text, and nothing else."
            yield Finding(message, end_of(translation), label, hint)
        elif given < wanted:
            yield _unseen(translation) or Finding(
                f"The original has {counted(wanted, 'section')}, "
                f"but this translation has {given or 'none'}.",
                end_of(translation),
                "the text ends here",
                "compare the two, section by section.",
            )


def section_count(document: Document) -> int:
    """The number of sections, with those whose heading an invisible character hides."""
    marked = sum(bool(one["marks"]) for one in _MEANT.finditer(document.outline.text))
    return marked + sum(heading.level == 2 for heading in document.outline.headings)


def _unseen(translation: Document) -> Finding | None:
    """The first line that was to be a heading."""
    headings = {heading.location.line for heading in translation.outline.headings}
    passage = of_body(translation)
    for match in _MEANT.finditer(passage.text):
        place = passage.of(match)
        if not match["marks"] and place.line not in headings:
            message = "Readers would not see this line as a heading."
            label = f"write ## {match['words'].strip()}"
            hint = "a heading begins at the left edge, with ## and a space."
            return Finding(message, place, label, hint)
    return None
