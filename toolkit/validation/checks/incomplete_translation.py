"""A translation lacks a link, an image, an item of a list, a row of a table or a section's text.

A step of a checklist that was skipped, or a link that was lost, leaves no gap: people who read only
the translation never notice. Another address for the same work in the other language is fine, and
so are another image or file, and one link where the original has the same twice.

## What to do

Compare the section with that of the original, and translate what is missing. Where the language
makes one item of two, ignore the warning.

## Example

Wrong, where the original has a second item, "Promise nothing.":

```markdown
- Notez ce que vous avez vu.
```

Right:

```markdown
- Notez ce que vous avez vu.
- Ne promettez rien.
```
"""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial

from toolkit.content.attachments import ENDINGS
from toolkit.content.document import Document
from toolkit.content.markdown import MarkdownLink
from toolkit.content.schema import Kind
from toolkit.languages import TARGETS
from toolkit.problems import Finding, Findings, Severity, counted
from toolkit.validation.checks.other_sections import section_count
from toolkit.validation.checks.typed_bullet import typed_lists
from toolkit.validation.checks.zero_width_character import DIRECTIONS
from toolkit.validation.context import Context
from toolkit.validation.passages import of_body
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

# A line that begins with more digits continues a sentence that ends with a year. Another check
# reports another space after the sign, and another a mark of direction before it.
_ITEM = re.compile(rf"[ \t>{DIRECTIONS}]*(?:(?:[-*+]|\d{{1,2}}[.)])[ \t\u00a0\u3000]|\|)")
_PAGE = re.compile(rf"(?:\.(?:{'|'.join(TARGETS)}))?\.(?:md|html)\Z")
_TARGET = re.compile(r" {0,3}\[[^\]\n]+\]:")
# What stands before the target of a link, if not "](" alone.
_DAMAGED = re.compile(r"[\]】](?!\(\Z)[^\w\]】]{0,3}\Z")
_OUTSIDE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
# What may be another in another language, if anything, and the target.
_Link = tuple[str, str]


@dataclass(slots=True)
class _Section:
    line: int
    end: int
    links: list[_Link] = field(default_factory=list)
    items: int = 0
    has_text: bool = False

    def has_any(self, lines: list[int]) -> bool:
        """Whether one of these sorted lines is in the section."""
        return bisect(lines, self.line - 1) < bisect(lines, self.end - 1)


def check(context: Context) -> Findings:
    """Compare the links and items of each translation that follows its present original."""
    for translation, original in context.up_to_date():
        body = translation.body
        if not body.strip():
            continue
        if section_count(translation) < section_count(original):
            continue  # other checks report this; what such a section contains is missing with it
        # With other headings, it isn't known which sections belong together.
        are_same = len(original.outline.headings) == len(translation.outline.headings)
        pairs = zip(_sections(original, are_same), _sections(translation, are_same), strict=True)
        typed = cache(partial(_typed_lists, translation))
        named = original.kind is Kind.PRACTICE  # wrong-sections reports them without a text
        for wanted, given in pairs:
            place = translation.source.at_line(given.line)
            hint = f"compare it with {original.source.path}, line {wanted.line}."
            for target in _lost(wanted.links, given.links):
                if _is_damaged(target, body):
                    continue
                message = f"The original has a link or an image {quote(target)} here,"
                yield Finding(f"{message} which this translation lacks.", place, "where?", hint)
            if given.items < wanted.items and not given.has_any(typed()):
                yield Finding(
                    f"The original has {counted(wanted.items, 'item')} in lists and tables here, "
                    f"but this translation has {given.items or 'none'}.",
                    place,
                    "is one missing?",
                    hint,
                )
            elif wanted.has_text and not (given.has_text or wanted.links or named):
                message = "The original has a text here, but this translation has none."
                yield Finding(message, place, "is it missing?", hint)


def _sections(document: Document, by_heading: bool) -> list[_Section]:
    """What is before the first heading and below each one; or the whole body."""
    lines = document.outline.text.split("\n")
    first = next((n for n, text in enumerate(lines) if text.strip()), 0)
    headings = document.outline.headings if by_heading else ()
    starts = [heading.location.line for heading in headings]
    ends = *starts, document.body_line + len(lines)
    begins = document.body_line + first, *starts
    found = [_Section(line, end) for line, end in zip(begins, ends, strict=True)]
    for link in document.outline.links:
        found[bisect(starts, link.location.line)].links.append((_kind(link), link.target))
    headings_at = set(starts)
    for number, text in enumerate(lines, document.body_line):
        section = found[bisect(starts, number)]
        section.items += bool(_ITEM.match(text))
        if number not in headings_at and text.strip() and not _TARGET.match(text):
            section.has_text = True
    return found


def _kind(link: MarkdownLink) -> str:
    if link.is_image:
        return "image"
    if _OUTSIDE.match(link.target):
        return "address"
    return "file" if link.target.partition("#")[0].lower().endswith(ENDINGS) else ""


def _is_damaged(target: str, body: str) -> bool:
    """Whether a link is there, but for its brackets, which other checks report."""
    before = body.split(target)[:-1] if target else ()
    return any(_DAMAGED.search(text[-4:]) for text in before)


def _typed_lists(translation: Document) -> list[int]:
    """The first lines of lists that are none, which another check reports."""
    return sorted(one.location.line for one in typed_lists(of_body(translation)))


def _lost(wanted: list[_Link], given: list[_Link]) -> Iterator[str]:
    """The links that a translation lacks; an address of its own stands for another's."""
    # Two links to the same place can be one.
    asked, there = _counted(dict.fromkeys(wanted)), _counted(given)
    own = Counter(kind for kind, target in there if (kind, target) not in asked)
    for kind, target in (asked - there).elements():
        if kind and own[kind]:
            own[kind] -= 1
        else:
            yield target


def _counted(links: Iterable[_Link]) -> Counter[_Link]:
    """Without anchors: one is made from a heading, and so in the other language.

    A page is the same by the names of its translations and in the site, which broken-link reports.
    """
    return Counter(
        (kind, target if kind else _PAGE.sub(".md", target.partition("#")[0]) or "#")
        for kind, target in links
    )
