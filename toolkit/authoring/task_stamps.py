"""Records in a task which text of each chosen entry was read."""

from collections.abc import Iterable, Iterator, Mapping

from toolkit.content import values
from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.content.values import Scalar, Sequence, in_place_of_scalar
from toolkit.problems import Fix, ToolkitError
from toolkit.recognition.digest import canonical_form, digest_of
from toolkit.validation.fixes import new_value


def stamps(task: Document, content: Content) -> Iterator[Fix]:
    """The changes that give a task's choices the digests of the present entries.

    Raises ToolkitError if one has something else in the place of its digest, or is no choice, or if
    an entry holds a merge conflict or can't be read.
    """
    choices = task.get("choices")
    if choices is not None and not isinstance(choices, Sequence):
        raise _refusal(choices, "the choices are not a list", "write each with its entry")
    for choice in choices.items if choices is not None else ():
        chosen = choice.get("entry") if isinstance(choice, values.Mapping) else None
        if not isinstance(choice, values.Mapping) or not isinstance(chosen, Scalar):
            raise _refusal(choice, "this choice names no entry", "add entry: ID")
        entry = content.by_id.get(chosen.text)
        if entry is not None:
            entry.require_whole("no task can be stamped with it yet")
            yield _stamp(choice, chosen, digest_of(canonical_form(entry)))


def following(
    tasks: Iterable[Document], before: Content, now: Mapping[str, Document]
) -> Iterator[Fix]:
    """The changes that keep tasks in step with entries that changed without a change of words.

    `before` is the content before that, `now` the changed entries by their former paths.
    """
    digests = {
        digest_of(canonical_form(one)): digest_of(canonical_form(now[one.path]))
        for one in before.entries
        if one.path in now
    }
    for task in tasks:
        for leaf in task.below("choices"):
            if leaf.field.name == "digest" and leaf.text in digests:
                yield from new_value(leaf.scalar, digests[leaf.text])


def _refusal(value: values.Value, what: str, advice: str) -> ToolkitError:
    return ToolkitError(
        f"{value.location}: {what}, so the task can't be stamped.",
        f"{advice} there, and run the command again.",
    )


def _stamp(choice: values.Mapping, chosen: Scalar, digest: str) -> Fix:
    present = choice.get("digest")
    if isinstance(present, Scalar):
        return in_place_of_scalar(present, digest)
    if present is not None:
        raise _refusal(present, "the digest is not a text", "remove it")
    place = chosen.location
    start = choice.location
    in_braces = start.source.line(start.line)[start.column - 1 : start.column] == "{"
    if in_braces:
        return Fix(place.source.at(place.end_line, place.end_column), f", digest: {digest}")
    # Below the whole line, with its remark; a folded text ends where the next line begins.
    ends_line = place.end_line > place.line and place.end_column == 1
    below = place.source.at(place.end_line + (not ends_line))
    return Fix(below, f"{' ' * (start.column - 1)}digest: {digest}\n")
