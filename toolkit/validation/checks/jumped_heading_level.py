"""A heading skips a level.

People who use a screen reader move from heading to heading, and the levels tell them what belongs
to what. A skipped level sounds like a missing part. The title of the page is the only heading of
level 1, so a text begins with level 2.

## What to do

Begin with `##`, and add one `#` for each level below. If you wanted smaller letters, use the right
level all the same: the design decides the size.

## Example

Wrong:

```markdown
## Contents

#### Interviews
```

Right:

```markdown
## Contents

### Interviews
```
"""

from toolkit.content.markdown_files import place_of
from toolkit.content.schema import Kind
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.checks.unfinished_text import has_words
from toolkit.validation.checks.wrong_sections import misplaced_sections
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING


def check(context: Context) -> Findings:
    """Compare the level of each heading with the one above it."""
    for document in context.content.texts:
        if document.front is None or not document.body:
            continue
        above = 1
        practice = place_of(f"{document.of or document.path}.md")[0] is Kind.PRACTICE
        sections = misplaced_sections(document) if practice else []  # wrong-sections reports these
        # A row of = below these is of a merge: conflict-marker reports it.
        lines = (one.location.line for one in document.faults if one.check == "conflict-marker")
        merged = {line - 1 for line in lines}
        for heading in document.outline.headings:
            if heading.location.line in merged or not has_words(heading):
                continue
            if heading in sections:
                above = 2
                continue
            problem, right = "", above + 1
            if heading.level == 1 and not practice:
                problem, right = "has level 1, like the title of the page.", 2
            elif heading.level > right:
                problem = f"has level {heading.level}, but follows level {above}."
            if problem:
                label = f"write {'#' * right} {heading.text}"
                if heading.text.casefold() == document.text("title").casefold():
                    label = "remove it: the page shows its title"
                message = f"{quote(heading.text)} {problem}"
                hint = "a text begins with ##; inside it ###, and inside that ####."
                yield Finding(message, heading.location, label, hint)
            above = max(heading.level, 2)
