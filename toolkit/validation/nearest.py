"""The nearest known word to a mistyped one."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from toolkit.problems import ToolkitError

T = TypeVar("T")
_FEW = 2_000
_MOST_SEARCHES = 500
_NEAR = 0.6


def nearest(word: str, known: Iterable[str], least: float = _NEAR) -> str:
    """The known word that `word` was most likely meant to be; empty if none is close.

    `least` is how much of it must be the same, from 0 to 1.
    """
    return Suggestions(known, least).nearest(word)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The label under the caret; empty if no known word is close."""
    return Suggestions(known).did_you_mean(word)


def look_up(word: str, known: Mapping[str, T], message: str, hint: str) -> T:
    """Look up a word that someone typed.

    Raises ToolkitError with `message` if it is unknown, and the word that was meant, the only one
    that begins like this, or else `hint`.
    """
    if word not in known:
        begun = [one for one in known if word and one.startswith(word)]
        only = f'did you mean "{begun[0]}"?' if len(begun) == 1 else ""
        raise ToolkitError(message, did_you_mean(word, known) or only or hint)
    return known[word]


class Suggestions:
    """Suggestions from many known words, such as the ids of all entries.

    Among many known words, a run looks up at most 500 unknown ones: someone who renamed thousands
    of things doesn't need a suggestion for each, and shouldn't have to wait for it. Among few, it
    looks up all: what is said about one file doesn't depend on others that were checked before.
    """

    def __init__(self, known: Iterable[str], least: float = _NEAR) -> None:
        self._known = sorted(known)
        self._least = least
        self._found: dict[str, str] = {}

    def nearest(self, word: str) -> str:
        """The known word that `word` was most likely meant to be; empty if none is close."""
        if word not in self._found:
            from rapidfuzz import process
            from rapidfuzz.distance import OSA

            match = None
            if len(self._known) <= _FEW or len(self._found) < _MOST_SEARCHES:
                match = process.extractOne(
                    word.lower(),
                    self._known,
                    scorer=OSA.normalized_similarity,
                    score_cutoff=self._least,
                )
            self._found[word] = match[0] if match else ""
        return self._found[word]

    def did_you_mean(self, word: str) -> str:
        """The label under the caret; empty if no known word is close."""
        suggestion = self.nearest(word)
        return f'did you mean "{suggestion}"?' if suggestion else ""


class PathSuggestions(Suggestions):
    """The same for paths: sharing a folder with a long name doesn't make two files close."""

    def nearest(self, word: str) -> str:
        """The known path that was most likely meant; empty if none has a similar name."""
        path = super().nearest(word)
        return path if nearest(_name(word), [_name(path)], self._least) else ""


def _name(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]
