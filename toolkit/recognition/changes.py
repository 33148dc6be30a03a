"""What changed between two texts of an entry: field by field, and in the body."""

import difflib
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.recognition.canonical import Data, canonical_json

# Steps of comparing two texts: a second or two. Two of the longest that an entry may have take half
# as many, unless they repeat the same sentences.
_MOST_STEPS = 20_000_000
_SENTENCE = re.compile(r"\S.*?(?:[.!?:;。！？][\"')\]”’]*(?=\s|$)|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that differs in two texts; `old` or `new` is None if it is missing there."""

    name: str
    old: Data | None
    new: Data | None

    def gone(self) -> list[Data]:
        """The items removed from a list."""
        return _missing(self.old, self.new)

    def come(self) -> list[Data]:
        """The items added to a list."""
        return _missing(self.new, self.old)


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of the body: `sign` is `-` for the old text, `+` for the new, ` ` for both."""

    sign: str
    text: str


def field_changes(old: str, new: str) -> tuple[FieldChange, ...]:
    """The fields that differ between two canonical forms, with the body, in alphabetical order."""
    before: dict[str, Data] = json.loads(old)
    after: dict[str, Data] = json.loads(new)
    return tuple(
        FieldChange(name, before.get(name), after.get(name))
        # The id is the file name: renaming an entry doesn't change its text.
        for name in sorted((before.keys() | after.keys()) - {"id"})
        if before.get(name) != after.get(name)
    )


def compare(old: str, new: str) -> Iterator[Passage]:
    """The sentences of two texts, in order, each marked as kept, removed or new.

    One is shown as replaced by the other if to compare them would keep a build busy for hours: two
    sentences repeated a thousand times are enough.
    """
    before, after = sentences(old), sentences(new)
    for tag, start, end, new_start, new_end in _steps(before, after):
        if tag == "equal":
            yield Passage(" ", " ".join(before[start:end]))
            continue
        if start < end:
            yield Passage("-", " ".join(before[start:end]))
        if new_start < new_end:
            yield Passage("+", " ".join(after[new_start:new_end]))


def _steps(before: list[str], after: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """What difflib makes of two texts, if that is possible in reasonable time."""
    # It looks for the longest passage that is the same, then to the left and the right of it, and
    # so on, each time at all places of each sentence.
    places = Counter(after)
    each_time = len(before) + sum(places[one] for one in before)
    if each_time * min(len(before), len(after)) > _MOST_STEPS:
        return [("replace", 0, len(before), 0, len(after))]
    return difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()


def sentences(text: str) -> list[str]:
    """The sentences of a folded text."""
    return _SENTENCE.findall(text)


def as_text(data: Data | None) -> str:
    """A value for people: texts as they are, anything else as JSON."""
    if data is None:
        return ""
    return data if isinstance(data, str) else canonical_json(data)


def _missing(of: Data | None, in_: Data | None) -> list[Data]:
    if not isinstance(of, list):
        return []
    others = {canonical_json(item) for item in in_} if isinstance(in_, list) else ()
    return [item for item in of if canonical_json(item) not in others]


def differences(old: str, new: str) -> Iterator[str]:
    """The differences between two canonical forms, as lines: a field's name, then `-` and `+`."""
    for change in field_changes(old, new):
        yield ""
        yield change.name
        if isinstance(change.old or change.new, list):
            kept = change.gone() or change.come()
            yield from (f"- {as_text(item)}" for item in change.gone())
            yield from (f"+ {as_text(item)}" for item in change.come())
            if not kept:
                yield f"  in another order: {as_text(change.new)}"
        else:
            for part in compare(as_text(change.old), as_text(change.new)):
                text = shortened_middle(part) if change.name == "body" else part.text
                yield f"{part.sign} {text}"


def shortened_middle(passage: Passage) -> str:
    """The text of a passage, shortened in the middle if it did not change."""
    if passage.sign != " " or len(passage.text) <= 160:
        return passage.text
    return f"{passage.text[:70].rstrip()} … {passage.text[-70:].lstrip()}"
