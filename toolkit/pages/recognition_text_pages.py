"""The page of each kept text: what it says, who spoke about it, and what has changed since."""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.content.addresses import text_path
from toolkit.content.entry_schema import FIELDS
from toolkit.grouping import grouped
from toolkit.languages.language import Language
from toolkit.pages.links import Link, entry_link
from toolkit.pages.page import Page
from toolkit.pages.recognition_entry import Voice, circulated, editorial, voices
from toolkit.pages.site import Site
from toolkit.recognition.acts import Act, ActKind, KeptText
from toolkit.recognition.canonical import Data, canonical_json
from toolkit.recognition.changes import (
    FieldChange,
    Passage,
    compare,
    field_changes,
    shortened_middle,
)
from toolkit.recognition.digest import PREFIX
from toolkit.recognition.links import ancestors

# Where a line of Markdown began: a kept body is folded into one line.
_BREAK = re.compile(r" (?=#{2,6} |[-*] \S|\d{1,2}\. \S)")
# The order of fields on the page: that of the table, with the body last.
_ORDER = {field.name: position for position, field in enumerate(FIELDS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage(Page, template="recognition-text.html"):
    """A kept text of the entry that `entry` links to, as `fields` with the lines of their values,
    and the lines of its `text`. `changes` are the later changes, by field: kept, removed or added.

    `present` if it is the current one; `file` is its canonical form. `said` are statements under
    headings; `circulated` and `links` are in words.
    """

    entry: Link
    digest: str
    file: str
    present: bool
    said: tuple[tuple[str, tuple[Voice, ...]], ...]
    circulated: tuple[str, ...]
    links: tuple[str, ...]
    changes: tuple[tuple[str, tuple[Passage, ...]], ...]
    fields: tuple[tuple[str, tuple[str, ...]], ...]
    text: tuple[str, ...]


def pages(site: Site) -> Iterator[Page]:
    """One page for each published text of an entry that is still there."""
    for kept in site.catalogue.ledger.published_texts.values():
        if site.catalogue.holds(kept.entry):
            yield _page(kept, site)


def _page(kept: KeptText, site: Site) -> Page:
    catalogue, language, ledger = site.catalogue, site.language, site.catalogue.ledger
    entry = catalogue.by_id[kept.entry]
    data: dict[str, Data] = json.loads(kept.form)
    digests = ancestors(kept.digest, ledger.same.get(kept.entry, ()))
    acts = [act for act in ledger.acts.get(kept.entry, ()) if act.digest in digests]
    circulations = ledger.circulations.get(kept.entry, ())
    digits = kept.digest.removeprefix(PREFIX)
    title = language.text("recognition.text.title", title=str(data.get("title", kept.entry)))
    present = kept.digest in ledger.now.digests_of(kept.entry)
    changes = () if present else tuple(_changes(kept.form, ledger.now.forms[kept.entry], language))
    return TextPage(
        path=text_path(digits),
        title=title,
        summary=language.text("recognition.text.summary"),
        pillar=entry.pillar,
        breadcrumbs=(Link(language.text("recognition.title"), "recognition"), entry_link(entry)),
        entry=entry_link(entry),
        digest=kept.digest,
        file=f"{digits}.json",
        present=present,
        said=tuple(_said(acts, site)),
        circulated=tuple(
            circulated(item, language)
            for item in circulations
            if item.digest in digests and item.opens <= catalogue.as_of
        ),
        links=tuple(_links(kept.entry, digests, site)),
        changes=changes,
        fields=tuple(_fields(data, language)),
        text=tuple(_BREAK.split(str(data.get("body", "")))),
    )


def _said(acts: Iterable[Act], site: Site) -> Iterator[tuple[str, tuple[Voice, ...]]]:
    by_kind = grouped((act.kind, act) for act in acts if act.on <= site.catalogue.as_of)
    for kind in ActKind:
        if kind in by_kind:
            found = voices(by_kind[kind], site.catalogue, site.language)
            yield site.language.text(f"recognition.text.{kind}"), found


def _links(entry: str, digests: Collection[str], site: Site) -> Iterator[str]:
    for link in site.catalogue.ledger.links.get(entry, ()):
        if link.on <= site.catalogue.as_of and not {link.source, link.target}.isdisjoint(digests):
            before = "" if link.source in digests else "-before"
            yield editorial(link, f"editorial{before}", site.language)


def _fields(data: Mapping[str, Data], language: Language) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in sorted(data, key=lambda name: _ORDER.get(name, len(_ORDER))):
        if name != "body":
            yield field_name(name, language), tuple(_lines(data[name]))


def field_name(name: str, language: Language) -> str:
    """What readers call a field of a text; fields unknown to the site keep their own name."""
    key = f"field.{name}"
    return language.text(key) if key in language.strings else name


def _lines(value: Data) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield "; ".join(_lines(item))
    else:
        for key, item in value.items():
            yield f"{key}: {'; '.join(_lines(item))}"


def _changes(old: str, new: str, language: Language) -> Iterator[tuple[str, tuple[Passage, ...]]]:
    for change in field_changes(old, new):
        yield field_name(change.name, language), tuple(_passages(change))


def _passages(change: FieldChange) -> Iterator[Passage]:
    old, new = change.old, change.new
    if isinstance(old or new, str):
        for passage in compare(str(old or ""), str(new or "")):
            yield Passage(passage.sign, shortened_middle(passage))
        return
    gone, come = (change.gone(), change.come()) if isinstance(old or new, list) else ([old], [new])
    yield from (Passage("-", _flat(item)) for item in gone if item)
    yield from (Passage("+", _flat(item)) for item in come if item)
    if not gone and not come:
        yield Passage("-", _flat(old))
        yield Passage("+", _flat(new))


def _flat(value: Data | None) -> str:
    return "" if value is None else "; ".join(_lines(value)) or canonical_json(value)
