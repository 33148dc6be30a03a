"""Lists of entries in parts: practices and resources separately, long ones under subheadings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.content.entry import Entry
from toolkit.content.schema import Kind
from toolkit.grouping import grouped
from toolkit.languages.language import Language
from toolkit.pages.items import Item
from toolkit.pages.site import Site

LONGEST = 30
# A decade with more entries is split by year.
_LONGEST_DECADE = 100


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under a subheading; one without a heading is its whole part.

    `href` leads to the page that lists them, if that isn't the page showing the group.
    """

    heading: str
    anchor: str
    entries: tuple[Item, ...]
    href: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a list, under its own heading."""

    heading: str
    anchor: str
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """The number of its entries."""
        return sum(len(group.entries) for group in self.groups)


@dataclass(frozen=True, slots=True)
class Section:
    """Parts under a higher-level heading; one without a heading is the whole list."""

    heading: str
    anchor: str
    parts: tuple[Part, ...]

    @property
    def count(self) -> int:
        """The number of its entries."""
        return sum(part.count for part in self.parts)


def one_section(parts: Iterable[Part]) -> tuple[Section, ...]:
    """A list that has no sections, only parts."""
    return (Section("", "", tuple(parts)),)


def make_parts(
    entries: Iterable[Entry], site: Site, prefix: str = "", *, by_evidence: bool = False
) -> tuple[Part, ...]:
    """The parts of a list, without empty ones. `prefix` keeps anchors on one page distinct. With
    `by_evidence`, even a few practices are grouped, to show how strong their evidence is.
    """
    found: list[Part] = []
    entries = tuple(entries)
    used_for = site.catalogue.used_for
    for kind in (Kind.PRACTICE, Kind.RESOURCE):
        members = [entry for entry in entries if entry.kind is kind]
        # Entries chosen by tasks come first; the rest keep the catalogue's order.
        members.sort(key=lambda entry: -len(used_for.get(entry.id, ())))
        if members:
            anchor = f"{prefix}{kind.value}s"
            apart = by_evidence and kind is Kind.PRACTICE
            groups = tuple(make_groups(members, site, anchor, apart=apart))
            found.append(Part(site.language.text(f"part.{kind.value}s"), anchor, groups))
    return tuple(found)


def make_groups(
    entries: Sequence[Entry], site: Site, anchor: str, *, apart: bool = False
) -> Iterator[Group]:
    """Entries of one kind, grouped by type or evidence if there are many or `apart` is set; by
    decade if that leaves a single group or one that is too long.
    """
    if len(entries) <= LONGEST and not apart:
        yield Group("", anchor, site.items(entries))
        return
    facet = site.catalogue.facets["types" if entries[0].kind is Kind.RESOURCE else "evidence"]
    split = grouped((entry.type or entry.evidence, entry) for entry in entries)
    if len(split) == 1 and not apart:
        yield from _by_decade(entries, site, anchor, "")
        return
    for term in (term for term in facet.entries if term in split):
        name = facet.label(term, site.language)
        if len(split[term]) > _LONGEST_DECADE:
            yield from _by_decade(split[term], site, f"{anchor}-{term}", name)
        else:
            yield Group(name, f"{anchor}-{term}", site.items(split[term]))


def _by_decade(entries: Sequence[Entry], site: Site, anchor: str, name: str) -> Iterator[Group]:
    language = site.language
    split = grouped(((entry.began or 0) // 10 * 10, entry) for entry in entries)
    for decade in sorted(split, reverse=True):
        if len(split[decade]) > _LONGEST_DECADE and decade:
            years = grouped((entry.began or 0, entry) for entry in split[decade])
            for year in sorted(years, reverse=True):
                heading = _named(name, str(year), language)
                yield Group(heading, f"{anchor}-year-{year}", site.items(years[year]))
            continue
        text = language.text("group.no-year")
        if decade:
            text = language.text("group.decade", first=decade, last=decade + 9)
        heading = _named(name, text, language)
        yield Group(heading, f"{anchor}-{decade or 'undated'}", site.items(split[decade]))


def _named(name: str, years: str, language: Language) -> str:
    return language.text("group.part", name=name, part=years) if name else years
