"""The text of a practice does not have its five sections.

Readers can judge and repeat a practice only if it says what the problem was, what was done, what
the results are, what it needs, and what its limits are. The five sections are always in the same
order, so that readers can compare practices.

## What to do

Write the five headings exactly as below, each with `##`: Context, Approach, Results, Conditions,
Limitations. Each needs text; if nothing is known, say that. Inside a section you can use any
headings with `###`.

## Example

Wrong:

```markdown
## Background

## Results
```

Right:

```markdown
## Context

What the problem was.

## Approach

Who does what.

## Results

What is known about the results.

## Conditions

What is needed for it to work elsewhere.

## Limitations

What does not work, and what is not known.
```
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from toolkit.content.document import Document
from toolkit.content.markdown import Heading
from toolkit.content.schema import Kind
from toolkit.languages import LANGUAGES
from toolkit.problems import Finding, Findings
from toolkit.source import Location
from toolkit.validation.checks.unfinished_text import has_words
from toolkit.validation.checks.wrong_language import foreign_sections
from toolkit.validation.checks.zero_width_character import INVISIBLE
from toolkit.validation.context import Context
from toolkit.validation.nearest import nearest
from toolkit.validation.passages import end_of, written
from toolkit.validation.words import listed, quote

SECTIONS = LANGUAGES["en"].sections
_LEVEL = 2
# Where only such a character keeps a line from being a heading, hidden-heading reports it.
_HIDDEN = re.compile(rf"[{INVISIBLE}]+ {{0,3}}##[ \t]")
# What people write around the name of a section: numbers, punctuation, invisible characters.
_AROUND = re.compile(r"^[\W\d_]+|[\W_]+$")


def check(context: Context) -> Findings:
    """Compare the headings of each practice, and of its translations, with the five sections."""
    practices = {
        document.path: document
        for document in context.content.entries
        if document.kind is Kind.PRACTICE and document.source.path not in context.of_other_kind
    }
    translations = (one for one in context.content.translations if one.of in practices)
    for document in (*practices.values(), *translations):
        if document.front is not None and document.body_known:
            if foreign := foreign_sections(context, document):
                yield foreign
                continue
            yield from _titles(document)
            yield from _sections_of(document)


def _names(document: Document) -> tuple[str, ...]:
    """The five sections in the language of a text."""
    return LANGUAGES[document.language].sections


def _finding(document: Document, place: Location, message: str, label: str) -> Finding:
    order = f"write the sections {', '.join(_names(document))}, in this order."
    return Finding(message, place, label, order)


@cache
def _alone(names: tuple[str, ...]) -> re.Pattern[str]:
    signs = rf"[{INVISIBLE}]*[ \t]*[*_#＃]{{0,6}}[ \u3000]{{0,3}}"
    return re.compile(rf"{signs}({'|'.join(names)}) {{0,3}}:?[*_]{{0,3}}:?[ \t]*")


def misplaced_sections(document: Document) -> list[Heading]:
    """The first headings at a level other than ## with the name of each missing section."""
    headings = document.outline.headings
    seen = {heading.text for heading in headings if heading.level == _LEVEL}
    found = []
    names = _names(document)
    for heading in headings:
        if heading.text in names and heading.text not in seen:
            seen.add(heading.text)
            found.append(heading)
    return found


def _bold_sections(document: Document, found: set[str]) -> Iterator[Heading]:
    """The lines with nothing but the name of a missing section, mostly in bold."""
    alone = _alone(_names(document))
    headings = {heading.location.line for heading in document.outline.headings}
    for number, line in enumerate(document.outline.text.split("\n"), document.body_line):
        match = alone.fullmatch(line)
        if match and match[1] not in found and number not in headings:
            yield Heading(_LEVEL, match[1], "", document.source.at_line(number))


def _titles(document: Document) -> Findings:
    misplaced = misplaced_sections(document)
    for heading in document.outline.headings:
        if heading.level == 1 and heading not in misplaced and has_words(heading):
            message = "A heading with one # is only for the title of the page."
            label = "remove it if it is the title; write ## for a section, ### inside a section"
            yield _finding(document, heading.location, message, label)


def _sections_of(document: Document) -> Findings:
    names = _names(document)
    headings = document.outline.headings
    sections = [one for one in headings if one.level == _LEVEL and has_words(one)]
    english = [heading for heading in sections if heading.text in set(SECTIONS) - set(names)]
    if english:
        known = dict(zip(SECTIONS, names, strict=True))
        words = "heading {} is not translated", "headings {} are not translated"
        yield _of_all(document, english, words, known[english[0].text])
        sections = [replace(one, text=known.get(one.text, one.text)) for one in sections]
    unmarked = misplaced_sections(document)
    unmarked += _bold_sections(document, {one.text for one in (*sections, *unmarked)})
    if unmarked:
        unmarked.sort(key=lambda heading: heading.location.line)
        words = "section {} needs a heading with ##", "sections {} need headings with ##"
        if told := [one for one in unmarked if not _HIDDEN.match(written(one.location))]:
            yield _of_all(document, told, words, told[0].text)
        sections = sorted((*sections, *unmarked), key=lambda heading: heading.location.line)
    meant = _meant(sections, names)
    if not meant and not any(heading.text in names for heading in sections):
        place = document.source.at_line(min(document.body_line, len(document.source.lines)))
        message = "The text has none of the five sections."
        yield _finding(document, place, message, f"begin with ## {names[0]}")
        return
    if len(meant) > 1:
        words = ("", "headings {} are not sections of a practice")
        yield _of_all(document, list(meant), words, next(iter(meant.values())))
    for heading in sections:
        name = meant.get(heading, "")
        if (heading.text in names and not name) or (name and len(meant) > 1):
            continue
        message = f"{quote(heading.text)} is not a section of a practice."
        if heading.text in names:
            message = f"The section {quote(heading.text)} appears twice."
        label = f'did you mean "{name}"?' if name else "write ### for a heading in a section"
        yield _finding(document, heading.location, message, label)
    sections = [replace(one, text=meant.get(one, one.text)) for one in sections]
    yield from _missing(document, sections)
    yield from _order(document, sections)
    yield from _empty(document, sections)


def _of_all(
    document: Document, sections: list[Heading], words: tuple[str, str], name: str
) -> Finding:
    """One finding for all, since people who write one section this way write them all this way."""
    names = listed((heading.text for heading in sections), "and")
    message = f"The {words[len(sections) > 1].format(names)}."
    return _finding(document, sections[0].location, message, f"write ## {name}")


def _meant(sections: list[Heading], names: tuple[str, ...]) -> dict[Heading, str]:
    """The missing section that each unknown or repeated heading stands for, if that is clear."""
    found = {heading.text for heading in sections}
    by_name = {
        own.lower(): name
        for language in LANGUAGES.values()
        for name, own in zip(names, language.sections, strict=True)
        if name not in found
    } | {name.lower(): name for name in names if name not in found}
    meant: dict[Heading, str] = {}
    known = {-1: -1}
    for place, heading in enumerate(sections):
        name = heading.text
        if name not in names:
            name = by_name.get(nearest(_AROUND.sub("", name), by_name), "")
        if name and names.index(name) not in known:
            known[names.index(name)] = place
            if name != heading.text:
                meant[heading] = name
    known[len(names)] = len(sections)
    # Between two sections, as many headings as are missing there.
    for (before, start), (after, end) in pairwise(known.items()):
        missing, strange = names[before + 1 : after], sections[start + 1 : end]
        if len(missing) == len(strange):
            meant.update(zip(strange, missing, strict=True))
    return meant


def _missing(document: Document, sections: list[Heading]) -> Findings:
    names = _names(document)
    found = {heading.text: heading for heading in reversed(sections)}
    missing: dict[Heading | None, list[str]] = {}
    for place, name in enumerate(names, 1):
        if name not in found:
            following = next((found[one] for one in names[place:] if one in found), None)
            missing.setdefault(following, []).append(name)
    for following, some in missing.items():
        what = "section {} is" if len(some) == 1 else "sections {} are"
        write = ", then ".join(f"## {name}" for name in some)
        message = f"The {what.format(listed(some, 'and'))} missing."
        label = f"write {write} {'above' if following else 'below'} this line"
        line = following.location if following else end_of(document)
        yield _finding(document, line, message, label)


def _order(document: Document, sections: list[Heading]) -> Findings:
    names = _names(document)
    found: set[str] = set()
    last = -1
    for heading in sections:
        if heading.text not in names:
            continue
        place = names.index(heading.text)
        if heading.text in found:
            message = f"The section {quote(heading.text)} appears twice."
            yield _finding(document, heading.location, message, "combine the two")
        elif place < last:
            message = f"The section {quote(heading.text)} comes too late."
            label = f"move it above {quote(names[last])}"
            yield _finding(document, heading.location, message, label)
        found.add(heading.text)
        last = max(last, place)


def _empty(document: Document, sections: list[Heading]) -> Findings:
    ends = [*(heading.location.line for heading in sections[1:]), len(document.source.lines) + 1]
    names = Counter(heading.text for heading in sections)
    for heading, end in zip(sections, ends, strict=True):
        if names[heading.text] > 1:
            continue  # it is there twice, which is reported
        lines = document.source.lines[heading.location.line : end - 1]
        text = "".join(line for line in lines if not line.startswith(("#", "---", "===")))
        if not text.strip() and heading.text in _names(document):
            message = f"The section {quote(heading.text)} is empty."
            label = "write something here, or say that nothing is known"
            hint = "each section needs text of its own."
            yield Finding(message, heading.location, label, hint)
