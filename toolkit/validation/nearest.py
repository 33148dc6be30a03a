"""The nearest known word to a mistyped one."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was most likely meant to be; empty where none is near."""
    match = process.extractOne(
        word.lower(), sorted(known), scorer=OSA.normalized_similarity, score_cutoff=0.6
    )
    return match[0] if match else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The words that stand under the caret; empty where no known word is near."""
    suggestion = nearest(word, known)
    return f'did you mean "{suggestion}"?' if suggestion else ""
