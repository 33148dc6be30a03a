"""Records in a task which text of each chosen entry was read."""

from collections.abc import Iterator

from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.content.values import Mapping, Scalar, Sequence
from toolkit.problems import Fix
from toolkit.recognition.digest import canonical_form, digest_of


def stamps(task: Document, content: Content) -> Iterator[Fix]:
    """The changes that give a task's choices the digests of the present entries."""
    choices = task.get("choices")
    for choice in choices.items if isinstance(choices, Sequence) else ():
        chosen = choice.get("entry") if isinstance(choice, Mapping) else None
        if not isinstance(choice, Mapping) or not isinstance(chosen, Scalar):
            continue
        entry = content.by_id.get(chosen.text)
        if entry is not None:
            yield _stamp(choice, chosen, digest_of(canonical_form(entry)))


def _stamp(choice: Mapping, chosen: Scalar, digest: str) -> Fix:
    present = choice.get("digest")
    if isinstance(present, Scalar):
        return Fix(present.location, digest)
    place = chosen.location
    key = next(name for name, _ in choice.pairs if name.text == "entry").location
    start = choice.location
    in_braces = start.source.line(start.line)[start.column - 1 : start.column] == "{"
    before = ", " if in_braces else "\n" + " " * (key.column - 1)
    end = place.source.at(place.end_line, place.end_column)
    return Fix(end, f"{before}digest: {digest}")
