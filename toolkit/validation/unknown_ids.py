"""What to write for an id that no entry, or no task, has.

Where several texts became one, the id of the one that stayed says nothing new in its own file, nor
beside itself, nor written twice.
"""

from collections.abc import Iterable

from toolkit.content.matching import Leaf
from toolkit.content.reader import Content
from toolkit.content.schema import Form
from toolkit.validation.nearest import Suggestions


def id_of_title(content: Content, text: str) -> str:
    """The id of the first entry with this title; empty if there is none."""
    title = text.casefold()
    ids = (one.id for one in content.entries if one.text("title").casefold() == title)
    return next(ids, "")


class Labels:
    """The labels under the unknown ids of a form."""

    def __init__(self, content: Content, form: Form, known: Iterable[str]) -> None:
        self._suggestions = Suggestions(known)
        self._ids = {text.source.path: text.id for text in content.texts}
        self._named = {
            (text.source.path, leaf.top, leaf.text)
            for text in content.texts
            for leaf in text.of_form(form)
        }

    def label(self, leaf: Leaf, sure: str, text: str) -> str:
        """The label: what to do with the id that is meant for sure, or is close to `text`."""
        new = sure or self._suggestions.nearest(text)
        path, what = leaf.location.source.path, "this choice" if leaf.top == "choices" else "it"
        if self._ids.get(path) == new:
            return f"remove {what}: it is the id of this file" if sure else ""
        if (path, leaf.top, new) in self._named:
            return f"remove {what}: {new} is already listed" if sure else ""
        if sure and path in self._ids:  # registers may name one several times
            self._named.add((path, leaf.top, sure))
        return f"write {sure}" if sure else self._suggestions.did_you_mean(text)
