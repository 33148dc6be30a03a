"""A file takes far too long to read or to display.

Some texts keep a program busy without end: the same footnote used a thousand times, runs of
thousands of characters that mean emphasis or code, one long address used for hundreds of links. The
program stops after five seconds of work on one file, which is hundreds of times what the longest
text of the toolkit needs. Most often, such characters come from a program that wrote the text.

## What to do

Look for long runs of characters such as `*`, `_`, `` ` ``, `[` and `|` that mean nothing, and
remove them. Give each footnote its own number. Split a very long text. If the text looks harmless,
tell the maintainers.

## Example

Wrong:

```text
[^1] [^1] [^1] and so on, a thousand times
```

Right:

```text
A sentence.[^1] Another one, from the same source.[^2]
```
"""

from toolkit.content.document import Document
from toolkit.content.faults import Fault
from toolkit.languages import LANGUAGES
from toolkit.problems import Finding, Findings
from toolkit.time_limit import SECONDS
from toolkit.validation.checks import deep_nesting, oversized_body
from toolkit.validation.context import Context, PartContext

# Shorter texts with fewer asterisks and underscores are rendered within the time limit, as measured
# on the worst known ones. If one takes longer anyway, the build stops with this problem.
_LONG = 16_000
_MANY_CHARACTERS = 1_000

_MESSAGES = {
    "reading": f"Reading this front matter was stopped after {SECONDS:g} seconds.",
    "time": f"Turning this text into a page was stopped after {SECONDS:g} seconds.",
    "depth": "Emphasis is nested so deeply that this text cannot be turned into a page.",
    "size": "This text would make a page a hundred times larger than the longest one.",
}
_HINT = "remove long runs of meaningless characters and repeated links, or split the text."


def check(context: Context) -> Findings:
    """Report texts that were stopped already, and try to render those that may take too long."""
    known = tuple(context.content.faults("excessive-work"))
    feared = tuple(
        document
        for document in context.content.texts
        if document.front is not None and _may_take_long(document.body)
    )
    for fault in (*known, *_faults(context, feared)):
        yield Finding(_MESSAGES[fault.reason], fault.location, hint=_HINT)


def _may_take_long(body: str) -> bool:
    return len(body) >= _LONG or body.count("*") + body.count("_") >= _MANY_CHARACTERS


def _faults(context: Context, feared: tuple[Document, ...]) -> tuple[Fault, ...]:
    if not feared:
        return ()
    from toolkit.rendering.bodies import Rendering  # rarely needed, and slow to load

    content = context.content.part(documents=feared, translations=())
    few = PartContext(content, context.lists)
    refused = {
        finding.location.source.path
        for other in (deep_nesting, oversized_body)
        for finding in other.check(few)
    }
    rendering = Rendering(
        [document for document in feared if document.source.path not in refused], LANGUAGES["en"]
    )
    rendering.result()
    return rendering.faults
