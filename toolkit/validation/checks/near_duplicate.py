"""Two entries seem to describe the same work or practice.

Readers should find a work once, with everything that is known about it. Two entries for one work
split this in two, and neither is kept up to date properly. So entries are compared by their
addresses (however these are written), by the numbers of the work, by their titles, and by sentences
that both contain; tasks, by their titles alone.

Two works can also look alike but be different: then a word about the difference helps readers.
Reports of different years, parts of a series, versions for different countries, numbered editions,
and entries of which one replaces the other are recognized as different; two practices are not if
one has the text of the other.

## What to do

If both describe the same thing, keep the entry that was there first, add to it what only yours
says, and remove yours. The same work in another language needs no entry of its own: add the
language to `languages`.

If yours is a later edition, name the earlier one in `supersedes`.

If you copied an entry to write yours, replace what is left of its text.

If they are different works or practices, say in `distinct_from` how they differ, in one of the two
entries. The reason is shown on the page.

## Example

Wrong, beside the entry `unodc-toolkit-2008` with the same title:

```yaml
title: Toolkit to Combat Trafficking in Persons
year: 2013
```

Right:

```yaml
title: Toolkit to Combat Trafficking in Persons
year: 2013
distinct_from:
  unodc-toolkit-2008: Issued five years later, in the name of the Group itself.
```
"""

from collections.abc import Iterator
from itertools import islice

from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.content.schema import Kind
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.duplicates import Duplicates, Likeness, Sign
from toolkit.validation.places import copied_from, is_misnamed_translation, translated_from
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

_MOST_NAMED = 5
_NUMBERS = {
    "isbn": "book number (ISBN)",
    "doi": "DOI",
    "url": "DOI",
    "symbol": "symbol",
    "sales_number": "sales number",
}


def check(context: Context) -> Findings:
    """Report each pair once, in the later entry."""
    for entry, likeness in open_pairs(context.content):
        yield _finding(entry, likeness)
    first: dict[str, Document] = {}
    for task in sorted(context.content.tasks, key=lambda task: task.id):
        title = task.text("title").casefold()
        other = first.setdefault(title, task)
        if title and other is not task and not _are_named_alike(task, other):
            message = f"The task {quote(other.id)} has the same title."
            label = f"see {other.source.path}"
            hint = "keep one of the two, or say in each title what the reader has to do."
            yield Finding.about(next(task.of_field("title")), message, label, hint)


def open_pairs(content: Content) -> Iterator[tuple[Document, Likeness]]:
    """The entries that look like an earlier one, if neither says how they differ."""
    look_alikes = Duplicates(content)
    # Entries that don't say when they were added come last.
    ages = {one.path: (look_alikes.added(one) or "9999", one.path) for one in content.entries}
    for entry in content.entries:
        if is_misnamed_translation(entry):
            continue

        def is_earlier(other: Document, age: tuple[str, str] = ages[entry.path]) -> bool:
            return ages[other.path] < age

        unanswered = (
            likeness
            for likeness in look_alikes.of(entry, is_earlier)
            if not _are_named_alike(entry, likeness.document)
            and likeness.document.id not in _answers(content, entry)
            and entry.id not in _answers(content, likeness.document)
        )
        yield from ((entry, likeness) for likeness in islice(unanswered, _MOST_NAMED))


def _are_named_alike(one: Document, other: Document) -> bool:
    """Whether one's name shows that it is a copy: invalid-file-name or twin-paths reports it."""
    return _original_name(one.id).lower() == _original_name(other.id).lower()


def _original_name(id_: str) -> str:
    return copied_from(id_) or translated_from(id_) or id_


def _answers(content: Content, entry: Document) -> set[str]:
    """The ids of the entries that one says it differs from, or replaces, also through others."""
    replaced: set[str] = set()
    rest = list(entry.texts("supersedes"))
    while rest:
        id_ = rest.pop()
        if id_ in content.by_id and id_ not in replaced:
            replaced.add(id_)
            rest += content.by_id[id_].texts("supersedes")
    return replaced.union(leaf.text for leaf in entry.below("distinct_from"))


def _finding(entry: Document, likeness: Likeness) -> Finding:
    other, sign = likeness.document, likeness.signs[0]
    leaf = next(entry.of_field("summary" if sign is Sign.TEXT else "title"), None)
    label = "the other entry has it too"
    if sign is Sign.NUMBER:
        leaf, label = likeness.leaves[sign][0], "the other entry has this number too"
    elif sign is Sign.ADDRESS:
        leaf, there = likeness.leaves[sign]
        label = f"there: {there.text}"
    elif sign is Sign.SIMILAR_TITLE:
        label = f"there: {quote(other.text('title'))}"
    elif sign is Sign.TEXT:
        label = "the other entry says the same here, or in its text"
    ways = f"keep one of the two; or say how this one differs: distinct_from: {{{other.id}: ...}}"
    if entry.kind is Kind.RESOURCE:
        ways += f"; or, if it is a later edition: supersedes: [{other.id}]"
    if likeness.signs == (Sign.TEXT,):
        ways = f"write in this one what is true of it; or {ways}"
    message = f"This looks like a duplicate of {other.source.path}: {reasons_of(likeness)}."
    place, name = (leaf.location, leaf.name) if leaf else (entry.place("title"), "title")
    return Finding(message, place, label, f"{ways}.", name)


def reasons_of(likeness: Likeness) -> str:
    """What two entries have in common, in words."""
    leaves = likeness.leaves
    number = _NUMBERS[leaves[Sign.NUMBER][0].field.name] if Sign.NUMBER in leaves else ""
    words = {
        Sign.ADDRESS: "the same address",
        Sign.NUMBER: f"the same {number}",
        Sign.SAME_TITLE: "the same title",
        Sign.SIMILAR_TITLE: "nearly the same title",
        Sign.TEXT: "whole sentences in common",
    }
    reasons = [words[sign] for sign in likeness.signs]
    return " and ".join(filter(None, (", ".join(reasons[:-1]), reasons[-1])))
