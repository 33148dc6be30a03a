"""The words of links in bodies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.content.reader import Content
from toolkit.source import Location
from toolkit.validation.passages import bodies, written

_LINK = re.compile(
    r"(?<![!\\])\[(?!\^)(?P<words>[^\[\]]{0,1000}(?:!?\[[^\[\]]{0,500}\][^\[\]]{0,500}){0,3})\]"
    r"(?:\(\s*<?(?P<target>[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)?)|\[[^\[\]]{0,500}\])"
)
_ALONE = re.compile(r"(?<!\]\()<(?P<target>https?:[^\s<>]+)>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LinkWords:
    """The words of a link and their place; `target` is empty if given elsewhere in the text."""

    words: str
    target: str
    location: Location


def link_words(content: Content) -> Iterator[LinkWords]:
    """The words of all links of all bodies; an address in angle brackets is its own words."""
    for passage in bodies(content):
        if "](" in passage.text or "][" in passage.text:
            for match in _LINK.finditer(passage.text):
                place = passage.of(match, "words")
                # Code is left out of passages, so words that are only code are read from the file.
                words = match["words"] if match["words"].strip() else written(place)
                yield LinkWords(words, match["target"] or "", place)
        if "<" in passage.text:
            for match in _ALONE.finditer(passage.text):
                place = passage.of(match, "target")
                yield LinkWords(match["target"], match["target"], place)
