"""What people call the terms of a vocabulary, and which terms they mean."""

import re
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from toolkit.content.vocabularies import Vocabulary
from toolkit.validation.nearest import Suggestions
from toolkit.validation.several import each_by_itself
from toolkit.validation.words import bare, listed

# In these, an entry may only name terms without narrower ones. Regions have broader terms too, but
# an entry may be about all of Africa.
NARROW_ONLY = frozenset({"themes"})

_FEW = 6  # terms that all fit under the caret
_MOST_MEANT = 4
_OF_WORDS = 0.75
_WORD = re.compile(r"[^\W_]+")
_SMALL_WORDS = frozenset({"and", "or", "of", "the", "for", "to", "in", "on", "with", "a"})


def choose_from(ids: Iterable[str]) -> str:
    """The label that offers some terms."""
    return f"choose from: {', '.join(ids)}"


class TermNames:
    """The ids of a vocabulary by anything people call its terms: id, labels and synonyms."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._by_name: dict[str, str] = {}
        for term in vocabulary.terms.values():
            others = (name for names in term.alt.values() for name in names)
            for name in (*term.labels.values(), *others):
                self._by_name.setdefault(name.casefold(), term.id)
        self._by_name.update({id_: id_ for id_ in vocabulary.terms})
        self._own = {
            name.casefold(): term.id
            for term in vocabulary.terms.values()
            for name in (term.id, *term.labels.values())
        }
        self._words = {name: _words(name) for name in self._by_name}
        self._suggestions = Suggestions(self._by_name)

    def exact(self, text: str) -> str:
        """The id of the term with exactly this name or synonym; empty if there is none."""
        return self._by_name.get(bare(text).casefold(), "")

    def named(self, text: str) -> str:
        """The id of the term with exactly this id or label; empty if there is none."""
        return self._own.get(bare(text).casefold(), "")

    def certain(self, text: str) -> str:
        """The same, but empty if an entry can't name the term."""
        found = self.named(text)
        return "" if self._is_group(found) else found

    def meant(self, text: str) -> str:
        """The id that a text most likely stands for; empty if unclear."""
        if found := self.exact(text):
            return found
        some = self._with_words(text)
        return some[0] if len(some) == 1 else self._nearest(text)

    def only(self, text: str) -> str:
        """The id of the only term with this name, or with a name that has all words of a text.

        Empty if there is none, or if an entry can't name the term.
        """
        some = [self.exact(text)] if self.exact(text) else self._with_words(text)
        return some[0] if len(some) == 1 and not self._is_group(some[0]) else ""

    def label(self, text: str, *, one: bool = False) -> str:
        """The label under a text that isn't an id: what was meant; empty if unclear.

        `one` means that the field takes a single term.
        """
        if found := self.exact(text):
            return self._offer([found])
        several = each_by_itself(text, self.meant) or each_by_itself(text, self.exact, words=True)
        if several:
            return several.replace("write them separately", "choose one") if one else several
        some = self._with_words(text)
        if 1 <= len(some) <= _MOST_MEANT:
            return self._offer(some)
        near = self._nearest(text)
        return self._offer([near]) if near else ""

    def choice(self) -> str:
        """A label with all terms that an entry can name, or the widest; empty if they are many."""
        terms = self._vocabulary.terms
        ids = [id_ for id_ in terms if not self._is_group(id_)]
        if len(ids) > _FEW and self._vocabulary.name not in NARROW_ONLY:
            ids = [id_ for id_ in ids if not terms[id_].broader]
        return choose_from(ids) if 0 < len(ids) <= _FEW else ""

    def usable(self, id_: str) -> tuple[str, ...]:
        """The terms that an entry can name where one of this id is meant: of a group, its own."""
        if not self._is_group(id_):
            return (id_,)
        return tuple(term.id for term in self._vocabulary.narrower[id_])

    def _offer(self, ids: list[str]) -> str:
        """A question; for a group that no entry can name, its narrower terms."""
        if len(ids) == 1 and self._is_group(ids[0]):
            return choose_from(self.usable(ids[0]))
        return f"did you mean {listed(ids)}?"

    def _nearest(self, text: str) -> str:
        name = self._suggestions.nearest(bare(text).casefold())
        is_far = OSA.normalized_similarity(text.casefold(), name) < _OF_WORDS
        # "Latin America" doesn't mean "Northern America", nor latin-america northern-america.
        return "" if is_far and len(_WORD.findall(text)) > 1 else self._by_name.get(name, "")

    def _with_words(self, text: str) -> list[str]:
        """The terms with a name that has all words of a text; groups only if nothing else does."""
        words = _words(text)
        if not words:
            return []
        found = {self._by_name[name] for name, own in self._words.items() if words <= own}
        ids = [id_ for id_ in self._vocabulary.terms if id_ in found]
        return [id_ for id_ in ids if not self._is_group(id_)] or ids

    def _is_group(self, id_: str) -> bool:
        name = self._vocabulary.name
        return name in NARROW_ONLY and id_ in self._vocabulary.narrower


def _words(text: str) -> frozenset[str]:
    """The words of a name in lower case, without small words and plural endings."""
    words = _WORD.findall(text.casefold())
    return frozenset(word.removesuffix("s") for word in words if word not in _SMALL_WORDS)
