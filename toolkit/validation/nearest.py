"""The nearest known word to a mistyped one."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from toolkit.problems import ToolkitError

T = TypeVar("T")
_MOST_SEARCHES = 500
_NEAR = 0.6


def nearest(word: str, known: Iterable[str], least: float = _NEAR) -> str:
    """The known word that `word` was most likely meant to be; empty where none is near.

    `least` is how much of it must be the same, from 0 to 1.
    """
    return Suggestions(known, least).nearest(word)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The words that stand under the caret; empty where no known word is near."""
    return Suggestions(known).did_you_mean(word)


def look_up(word: str, known: Mapping[str, T], message: str, hint: str) -> T:
    """What is known by a word that somebody typed.

    Raises ToolkitError with `message`, and with the word that was meant, or else with `hint`.
    """
    if word not in known:
        raise ToolkitError(message, did_you_mean(word, known) or hint)
    return known[word]


class Suggestions:
    """Suggestions out of many known words, such as the ids of all entries.

    A run looks for at most 500 words that are not known: whoever renamed a thing that thousands
    of entries name needs no suggestion for each, and need not wait for it.
    """

    def __init__(self, known: Iterable[str], least: float = _NEAR) -> None:
        self._known = sorted(known)
        self._least = least
        self._found: dict[str, str] = {}

    def nearest(self, word: str) -> str:
        """The known word that `word` was most likely meant to be; empty where none is near."""
        if word not in self._found:
            match = None
            if len(self._found) < _MOST_SEARCHES:
                match = process.extractOne(
                    word.lower(),
                    self._known,
                    scorer=OSA.normalized_similarity,
                    score_cutoff=self._least,
                )
            self._found[word] = match[0] if match else ""
        return self._found[word]

    def did_you_mean(self, word: str) -> str:
        """The words that stand under the caret; empty where no known word is near."""
        suggestion = self.nearest(word)
        return f'did you mean "{suggestion}"?' if suggestion else ""


class PathSuggestions(Suggestions):
    """The same out of paths: in a folder with a long name, a file is not near for that alone."""

    def nearest(self, word: str) -> str:
        """The known path that was most likely meant; empty where none has a similar name."""
        path = super().nearest(word)
        return path if nearest(_name(word), [_name(path)], self._least) else ""


def _name(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]
