"""A register of questions contains an id that no entry has, or a path that no page has.

`docs/registers/questions.yml` contains, for each entry, what people type when that entry is a right
answer; and so for a page that explains the toolkit, under its path. Questions for an entry that
does not exist help nobody.

## What to do

Correct the id, or remove its lines. After an entry was renamed, with its former path in its
`aliases`, `toolkit check --fix` writes the new id.

## Example

Wrong:

```yaml
unodc-tookit-2008:
  - which tools are there for prosecutors
```

Right:

```yaml
unodc-toolkit-2008:
  - which tools are there for prosecutors
```
"""

from toolkit.content.schema import Kind
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.fixes import within
from toolkit.validation.nearest import Suggestions
from toolkit.validation.unknown_ids import id_of_title
from toolkit.validation.words import quote

SEVERITY = Severity.NOTICE


def check(context: Context) -> Findings:
    """Compare the ids of the registers with those of the entries, and the paths of pages."""
    content = context.content
    known = {*content.by_id, *(page.path for page in content.documents if page.kind is Kind.PAGE)}
    tasks = {task.id: task.source.path for task in content.tasks}
    suggestions = Suggestions(known)
    for register in content.questions.values():
        for questions in register.items.values():
            if questions.id not in known and questions.id not in context.intended_ids:
                name = questions.id.rpartition("/")[2].removesuffix(".md")
                new = content.renamed.get(name) or id_of_title(content, questions.id)
                new = new or (name if name in content.by_id else "")
                label = f"write {new}" if new else suggestions.did_you_mean(questions.id)
                fixes = within(questions.location, questions.id, new) if new else ()
                if new in register.items:
                    fixes = ()
                    line = register.items[new].location.line
                    label = f"move the questions to those of {new}, on line {line}"
                elif name in tasks and not new:
                    label = f"move the questions to asked in {tasks[name]}"
                yield Finding(
                    f"There is no entry or page {quote(questions.id)} for these questions.",
                    questions.location,
                    label,
                    "use the file name of an entry or the path of a page, without .md, or remove "
                    "the questions.",
                    fixes=fixes,
                )
