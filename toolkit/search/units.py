"""The units of text that each tier of the index searches."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from toolkit.grouping import grouped
from toolkit.rendering.body import sections_of
from toolkit.search.documents import Document
from toolkit.search.fields import FIRST
from toolkit.search.index import Unit
from toolkit.search.words import Stems, split

_PROVISIONS = [field.name for field in FIRST].index("provisions")

# What alone the units of a tier are made of, in plain values, for each document.
MADE_OF: Mapping[str, Callable[[Document], Any]] = {
    "first": lambda document: (document.texts, document.tokens),
    "asked": lambda document: document.asked,
    "original": lambda document: document.original,
    "full": lambda document: document.html,
}
# What results show of each unit of a tier.
ROWS = {"original": "titles", "full": "sections"}


class Units(NamedTuple):
    """Units, for each the places of the documents that own it, ascending, and for each a row of
    what results show of it, if they do.
    """

    units: Sequence[Unit]
    owners: Sequence[tuple[int, ...]]
    rows: Sequence[object] = ()


def make_units(tier: str, made_of: Sequence[Any], stems: Stems) -> Units:
    """The units of some documents in a tier, made of that for each document."""
    numbered = enumerate(made_of)
    if tier == "first":
        units = [Unit(texts, tokens, _PROVISIONS) for texts, tokens in made_of]
        return Units(units, [(number,) for number, _ in numbered])
    if tier == "asked":
        # A question that several entries answer is stored once.
        asked = grouped(
            (question, number)
            for number, questions in numbered
            for question in dict.fromkeys(_question(one, stems) for one in questions)
        )
        return Units([Unit((text,), tokens) for text, tokens in asked], [*asked.values()])
    if tier == "original":
        titles = [(number, title) for number, title in numbered if title]
        rows = [title for _, title in titles]
        return Units([Unit((title,)) for title in rows], [(number,) for number, _ in titles], rows)
    sections = [
        (number, section)
        for number, html in numbered
        for section in sections_of(html)
        if section.heading or section.text
    ]
    return Units(
        [Unit((section.heading, section.text)) for _, section in sections],
        [(number,) for number, _ in sections],
        [(section.anchor, section.heading, section.text) for _, section in sections],
    )


def _question(question: str, stems: Stems) -> tuple[str, tuple[str, ...]]:
    """A question without the filler words that are also dropped from queries, if any are left.

    If a single word of it is searched, others say what is asked ("I am a victim"): the question has
    a token of all its words besides.
    """
    language = stems.language
    words = split(question)
    telling = [word for word in words if word not in language.fillers]
    if language.stop_words.issuperset(telling):
        telling = words
    if len(set(telling) - language.stop_words) > 1:
        return " ".join(telling), ()
    return " ".join(telling), (f":{' '.join(sorted(map(stems.folded, words)))}",)
