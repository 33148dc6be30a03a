"""Renders all bodies of a site."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from toolkit.cache.shelf import MANY, Shelf, key_of
from toolkit.cache.store import Store
from toolkit.content.document import Document
from toolkit.content.faults import Fault
from toolkit.languages import LANGUAGES
from toolkit.languages.language import Language
from toolkit.rendering.body import Body
from toolkit.rendering.markdown import ExcessiveWorkError, cleaned, furnished, words_in

# Below this many characters, starting a second process costs more than it saves.
_WORTH_SHARING = 500_000


class Rendering:
    """Bodies, rendered when the result is asked for.

    Bodies already `cleaned` in another language are reused first, then those that an earlier run
    left in `store`. The attribute `cleaned` holds all of them by key. It is complete only with the
    result, as are `faults`: those of bodies that can't be rendered.
    """

    faults: tuple[Fault, ...] = ()

    def __init__(
        self,
        documents: Sequence[Document],
        language: Language,
        store: Store | None = None,
        cleaned: Mapping[bytes, bytes] = MappingProxyType({}),
    ) -> None:
        self._shelf = Shelf(store, f"bodies-{language.tag}", MANY)
        # What is not translated keeps to its own language, in the words that are added as well.
        self._languages = {one.path: LANGUAGES.get(one.language, language) for one in documents}
        self._keys = {
            one.path: key_of(one.body, words_in(one.body, self._languages[one.path]))
            for one in documents
        }
        self.cleaned = {**cleaned}
        for key in self._keys.values():
            kept = self._shelf.get(key)  # in any case: what is not asked for is dropped
            if key not in self.cleaned and isinstance(kept, bytes):
                self.cleaned[key] = kept
        self._new = [one for one in documents if self._keys[one.path] not in self.cleaned]

    @property
    def is_long(self) -> bool:
        """Whether there is enough work to be worth starting a second process."""
        return sum(len(one.body) for one in self._new) >= _WORTH_SHARING

    def result(self) -> dict[str, Body]:
        """The rendered bodies by path, without those that can't be rendered."""
        faults: list[Fault] = []
        for document in self._new:
            key, language = self._keys[document.path], self._languages[document.path]
            try:
                body = cleaned(document.body, words_in(document.body, language))
            except ExcessiveWorkError as error:
                place = document.source.at(document.body_line, 1, 1)
                faults.append(Fault("excessive-work", place, error.reason))
            else:
                self.cleaned[key] = body
                self._shelf.put(key, body)
        self.faults = tuple(faults)
        self._shelf.save()
        return {
            path: furnished(self.cleaned[key], self._languages[path])
            for path, key in self._keys.items()
            if key in self.cleaned
        }
