"""Renders all bodies of a site, on two cores where there are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from toolkit.cache.shelf import Shelf, key_of
from toolkit.cache.store import Store
from toolkit.content.document import Document
from toolkit.content.faults import Fault
from toolkit.languages.language import Language
from toolkit.rendering.body import Body, Section
from toolkit.rendering.markdown import ExcessiveWorkError, render_markdown
from toolkit.worker import Worker

# Below this many characters, starting a second process costs more than it saves.
_WORTH_SHARING = 500_000
# The share of a second process, which starts while this one still has checks to run.
_SHARE_BESIDE = 0.7


class Rendering:
    """Bodies being rendered: a part of them beside, from the start, the others when asked for.

    Those that an earlier run rendered are taken from `store`. `faults` are those of bodies that
    can't be rendered, known with the result.
    """

    faults: tuple[Fault, ...] = ()

    def __init__(
        self, documents: Sequence[Document], language: Language, store: Store | None = None
    ) -> None:
        self._shelf = Shelf(store, f"bodies-{language.tag}")
        self._keys = {document.path: key_of(document.body) for document in documents}
        self._kept = {
            path: _restored(kept)
            for path, key in self._keys.items()
            if (kept := self._shelf.get(key)) is not None
        }
        new = [document for document in documents if document.path not in self._kept]
        shared = sum(len(document.body) for document in new) >= _WORTH_SHARING
        cut = int(len(new) * _SHARE_BESIDE) if shared else 0
        self._language = language
        self._rest = new[cut:]
        self._worker = None
        if shared:
            self._worker = Worker(lambda: _render(new[:cut], language))

    def result(self) -> dict[str, Body]:
        """The rendered body of each document, by its path, of all that can be rendered."""
        bodies, faults = _render(self._rest, self._language)
        if self._worker is not None:
            others, their_faults = self._worker.result()
            bodies, faults = others | bodies, their_faults + faults
        self.faults = tuple(faults)
        for path, body in bodies.items():
            self._shelf.put(self._keys[path], astuple(body))
        self._shelf.save()
        found = self._kept | bodies
        return {path: found[path] for path in self._keys if path in found}

    def stop(self) -> None:
        """Give up what is still at work."""
        if self._worker is not None:
            self._worker.stop()


def _restored(plain: Any) -> Body:
    html, sections = plain
    return Body(html, tuple(Section(*section) for section in sections))


def _render(
    documents: Sequence[Document], language: Language
) -> tuple[dict[str, Body], list[Fault]]:
    bodies: dict[str, Body] = {}
    faults: list[Fault] = []
    for document in documents:
        try:
            bodies[document.path] = render_markdown(document.body, language)
        except ExcessiveWorkError as error:
            faults.append(excess(document, error.reason))
    return bodies, faults


def excess(document: Document, reason: str) -> Fault:
    """The fault of a document whose body can't be rendered, by the reason of ExcessiveWorkError."""
    return Fault("excessive-work", document.source.at(document.body_line, 1, 1), reason)
