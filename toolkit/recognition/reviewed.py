"""Which translations a change says that somebody has reviewed, as their pages will tell readers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toolkit.content.document import Document
from toolkit.content.reader import Content


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A translation, by its path, that says who reviewed it, and when, in the words of its file.

    `before` means that it said so before the change, of another text.
    """

    path: str
    by: str
    on: str
    before: bool


def newly_reviewed(
    before: Content, after: Content, former: Mapping[str, str]
) -> Iterator[Reviewed]:
    """The translations that say so and that are not as before; `former` has ids by present ones."""
    for (path, language), translation in sorted(after.by_translation.items()):
        if not (said := signed(translation, "reviewed")):
            continue
        entry = before.by_id.get(former.get(path.rpartition("/")[2], ""))
        of = entry.path if entry is not None and path not in before.by_path else path
        old = before.by_translation.get((of, language))
        if old is None or old.source.text != translation.source.text:
            before_it = old is not None and signed(old, "reviewed") == said
            yield Reviewed(translation.source.path, *said, before=before_it)


def signed(document: Document, field: str) -> tuple[str, str] | None:
    """Who reviewed a translation or checked an entry, by its own words, and the day."""
    said = {leaf.name: leaf.text for leaf in document.below(field)}
    by = said.get(f"{field}.by")
    return (by, said.get(f"{field}.on", "")) if by else None
