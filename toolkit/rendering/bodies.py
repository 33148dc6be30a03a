"""Renders all bodies of a site, on two cores where there are many."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.content.document import Document
from toolkit.content.faults import Fault
from toolkit.languages.language import Language
from toolkit.rendering.body import Body
from toolkit.rendering.markdown import ExcessiveWorkError, render_markdown
from toolkit.worker import Worker

# Below this many characters, starting a second process costs more than it saves.
_WORTH_SHARING = 500_000
# The share of a second process, which starts while this one still has checks to run.
_SHARE_BESIDE = 0.7


class Rendering:
    """Bodies being rendered: a part of them beside, from the start, the others when asked for.

    `faults` are those of bodies that can't be rendered, known with the result.
    """

    faults: tuple[Fault, ...] = ()

    def __init__(self, documents: Sequence[Document], language: Language) -> None:
        shared = sum(len(document.body) for document in documents) >= _WORTH_SHARING
        cut = int(len(documents) * _SHARE_BESIDE) if shared else 0
        self._language = language
        self._rest = documents[cut:]
        self._worker = None
        if shared:
            self._worker = Worker(lambda: _render(documents[:cut], language))

    def result(self) -> dict[str, Body]:
        """The rendered body of each document, by its path, of all that can be rendered."""
        bodies, faults = _render(self._rest, self._language)
        if self._worker is not None:
            others, their_faults = self._worker.result()
            bodies, faults = others | bodies, their_faults + faults
        self.faults = tuple(faults)
        return bodies

    def stop(self) -> None:
        """Give up what is still at work."""
        if self._worker is not None:
            self._worker.stop()


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
