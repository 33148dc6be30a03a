"""Bodies of generated entries."""

import random
from collections.abc import Sequence

from bench.words import Words, count_words, shared_out, wrapped

FEWEST, MOST = 350, 600  # words, including headings and markup
_OF_PARAGRAPH = 55
_SMALLEST_REST = 12
_HEADINGS = (
    "What it contains", "Who it is for", "How it was made", "How to use it", "Main findings",
    "What it recommends", "Structure", "What it adds", "Limits", "Follow-up", "Examples",
)  # fmt: skip
_SHARES = {"Context": 1.0, "Approach": 2.0, "Results": 1.2, "Conditions": 1.0, "Limitations": 0.8}


def practice_body(words: Words, sections: Sequence[str], link: str, chance: random.Random) -> str:
    """The body of a practice: its sections, in order."""
    shares = shared_out(_length(chance), [_SHARES.get(name, 1) for name in sections])
    parts: list[str] = []
    for name, share in zip(sections, shares, strict=True):
        parts += [f"## {name}", *_paragraphs(words, share, chance)]
    if chance.random() < 0.3:
        parts.append(_list(words, chance))
    return _joined([*parts, *_see(words, link, chance)])


def resource_body(words: Words, topics: Sequence[str], link: str, chance: random.Random) -> str:
    """The body of a resource: headings on two levels, paragraphs, a list, now and then a table.

    `topics` are names for headings and tables.
    """
    headings = chance.sample(_HEADINGS, chance.randint(3, 5))
    share = _length(chance) // len(headings)
    parts: list[str] = []
    for position, heading in enumerate(headings):
        parts.append(f"## {heading}")
        if position == 1:
            items = _list(words, chance)
            parts += [words.sentence(chance), items]
            parts += _paragraphs(words, share - count_words(items), chance)
        elif position == 2 and chance.random() < 0.5:
            for topic in chance.sample(topics, 2):
                parts += [f"### {topic}", *_paragraphs(words, share // 2, chance)]
        else:
            parts += _paragraphs(words, share, chance)
    if chance.random() < 0.15:
        parts.append(_table(words, topics, chance))
    return _joined([*parts, *_see(words, link, chance)])


def _length(chance: random.Random) -> int:
    return chance.randint(FEWEST, MOST)


def _paragraphs(words: Words, count: int, chance: random.Random) -> list[str]:
    found: list[str] = []
    while count > _SMALLEST_REST:
        sentences = words.sentences_of(min(count, _OF_PARAGRAPH), chance)
        if chance.random() < 0.1:
            sentences[0] = _stressed(sentences[0])
        found.append(wrapped(" ".join(sentences)))
        count -= sum(map(count_words, sentences))
    return found


def _stressed(sentence: str) -> str:
    first, second, rest = sentence.split(" ", 2)
    return f"**{first} {second}** {rest}"


def _list(words: Words, chance: random.Random) -> str:
    count = chance.randint(3, 5)
    numbered = chance.random() < 0.3
    items = []
    for number in range(1, count + 1):
        mark = f"{number}. " if numbered else "- "
        lines = wrapped(words.sentence(chance), 96).split("\n")
        items.append(mark + f"\n{' ' * len(mark)}".join(lines))
    return "\n".join(items)


def _table(words: Words, topics: Sequence[str], chance: random.Random) -> str:
    rows = [f"| {topic} | {words.sentence(chance)} |" for topic in chance.sample(topics, 4)]
    return "\n".join(["| Topic | What is said |", "|---|---|", *rows])


def _see(words: Words, link: str, chance: random.Random) -> list[str]:
    return [wrapped(f"{words.sentence(chance)} See also {link}.")] if link else []


def _joined(parts: Sequence[str]) -> str:
    return "\n\n".join(parts) + "\n"
