"""What editors owe their readers: entries to review, facts to check, addresses to find."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.content.schema import Form
from toolkit.content.values import Mapping as YamlMapping
from toolkit.content.values import Sequence

# After so many years, a practice still called promising has had time to be evaluated.
YEARS_OF_PROMISE = 10


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to do about an entry.

    `kind` is review, unverified, promise, helpline, address or changed; `field` is the field that
    calls for it, and `value` what it contains: a month, names of fields, a year, a telephone number
    or an address.
    `organisations` are the ids of the bodies that may know the answer; if there are none, it is up
    to the editors.
    """

    entry: str
    path: str
    title: str
    organisations: tuple[str, ...]
    field: str
    kind: str
    value: str


def due(content: Content, day: date) -> Iterator[Due]:
    """Yield what is due as of `day`, in the order of entries."""
    doubtful = {
        address: "changed" if state.state not in ("suspect", "gone") else "address"
        for address, state in content.links.items.items()
        if state.state in ("suspect", "gone") or state.changed
    }
    for entry in content.entries:
        if entry.text("status") == "withdrawn":
            continue
        for field, kind, value in _reasons(entry, doubtful, day):
            yield Due(
                entry.id,
                entry.source.path,
                " ".join(entry.text("title").split()),
                entry.texts("organisations"),
                field,
                kind,
                value,
            )


def _reasons(
    entry: Document, doubtful: Mapping[str, str], day: date
) -> Iterator[tuple[str, str, str]]:
    month = entry.text("review_by")
    if month and month < f"{day:%Y-%m}":
        yield "review_by", "review", month
    if fields := entry.texts("unverified"):
        yield "unverified", "unverified", ", ".join(fields)
    since = entry.text("since")
    is_old = since.isdecimal() and day.year - int(since) > YEARS_OF_PROMISE
    if entry.text("evidence") == "promising" and is_old:
        yield "evidence", "promise", since
    a_year_ago = f"{day.year - 1:04}-{day:%m-%d}"
    lines = entry.get("helplines")
    for line in lines.items if isinstance(lines, Sequence) else (lines,):
        if isinstance(line, YamlMapping) and "" < line.text("on") < a_year_ago:
            yield "helplines", "helpline", line.text("number")
    for leaf in entry.of_form(Form.ADDRESS) if doubtful else ():
        if leaf.text in doubtful:
            yield leaf.name, doubtful[leaf.text], leaf.text
