"""Typing errors: the word of an index that was probably meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable

FAR = 8  # letters from which two errors are allowed


def nearest(word: str, words: Iterable[tuple[str, int]], *, unfinished: bool) -> tuple[str, int]:
    """The word at edit distance 1 (2 from eight letters), the most frequent of the nearest.

    Of `words`, each with how frequent it is. Nobody mistypes the first letter of a short word but
    by swapping it with the next. An unfinished word may also be the beginning of a longer one. With
    the number of errors; empty where there is none.
    """
    most = 2 if len(word) >= FAR else 1
    best: tuple[float, int, str] = (most + 1, 0, "")
    for candidate, count in words:
        if abs(len(candidate) - len(word)) > most and not (
            unfinished and len(candidate) > len(word)
        ):
            continue
        if len(candidate) <= 3 or candidate[0].isdigit():
            continue
        same = candidate[0] == word[0]
        if not same and len(word) < FAR and candidate[:2] != word[1] + word[0]:
            continue
        found: float = distance(word, candidate, most)
        if found > most and unfinished and len(candidate) > len(word):
            found = distance(word, candidate[: len(word)], 1) + 0.5
        if found <= most:
            best = min(best, (found if same else found + 0.25, -count, candidate))
    return best[2], int(best[0])


def halves(word: str, words: Collection[str], pairs: Collection[tuple[str, str]]) -> list[str]:
    """The two words of an index that were written as one, if they follow each other in a name."""
    for cut in range(len(word) - 3, 1, -1):
        if word[:cut] in words and word[cut:] in words and (word[:cut], word[cut:]) in pairs:
            return [word[:cut], word[cut:]]
    return []


def distance(one: str, other: str, most: int) -> int:
    """Letters to add, leave out, change or swap with the next; `most + 1` where it is more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, theirs in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != theirs))
            swapped = i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == theirs
            row.append(min(cost, earlier[j - 2] + 1) if swapped else cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
