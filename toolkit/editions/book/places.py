"""Where in a book each page of the site is, and what becomes of links to other pages."""

from collections.abc import Iterator

from toolkit.cache.shelf import key_of
from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.entry import Entry
from toolkit.content.recognition_fields import STATES
from toolkit.content.schema import PILLARS
from toolkit.editions.book.html_rewriting import Places, ids_of, inner_id
from toolkit.editions.copy import Copy
from toolkit.pages.provision_names import article_anchor

# The facets that a book has a register for: those that readers look things up by.
REGISTERS = ("themes", "audiences", "countries", "organisations", "instruments")
# Facets whose pages on the site do more than list entries.
_TELLING = ("organisations", "instruments")
# The pages about the toolkit that apply to copies too; the others are about the site.
ABOUT = (
    "about/index",
    "about/the-group",
    "about/history",
    "about/recognition",
    "about/evidence",
    "about/not-yet-checked",
    "about/checking-a-copy",
    "about/safety",
    "about/licence",
)
FRONT = "front"
READING = "reading"
SAFETY = "safety"
CONTENTS = "contents"
RECOGNITION = "recognition"
# Pages whose only equivalent in a book is its table of contents.
_WAYS_IN = ("browse", "search", "new")


def entry_id(entry: Entry) -> str:
    """The id of an entry in a book."""
    return f"entry--{entry.id}"


def part_id(pillar: str) -> str:
    """The id of the part of a pillar."""
    return f"part--{pillar}"


def register_id(facet: str) -> str:
    """The id of the register of a facet."""
    return f"register--{facet}"


def term_id(facet: str, term: str) -> str:
    """The id of a term in the register of its facet."""
    return inner_id(register_id(facet), term)


def page_id(path: str) -> str:
    """The id of a page about the toolkit or of a task: `about--safety`."""
    return path.replace("/", "--")


def make_places(copy: Copy) -> Places:
    """The places of the pages in a copy's book, and the addresses of the others."""
    publication = copy.setting.publication
    works = {
        entry.path: entry.url or entry.described_at for entry in copy.catalogue.outside.values()
    }
    facets = copy.catalogue.facets

    def plain(path: str) -> bool:
        folder = path.partition("/")[0]
        return folder in facets and folder not in _TELLING

    def address(path: str, anchor: str) -> str:
        ending = "" if "." in path.rpartition("/")[2] else ".html"
        mark = f"#{anchor}" if anchor else ""
        return publication.address(f"{path}{ending}{mark}") or works.get(path, "")

    ids = dict(_ids(copy))
    digest = key_of(repr((sorted(ids.items()), sorted(facets), sorted(works.items()))))
    return Places(ids, plain, address, copy.language, digest)


def _ids(copy: Copy) -> Iterator[tuple[str, str]]:
    catalogue = copy.catalogue
    yield "index", FRONT
    yield from ((f"index#{id_}", id_) for id_ in (READING, SAFETY))
    yield from ((path, CONTENTS) for path in _WAYS_IN)
    for path in ABOUT:
        if path in copy.pages:
            yield from _page_ids(path, page_id(path), copy)
    for pillar in PILLARS:
        if catalogue.at_home[pillar]:
            yield from _page_ids(f"{pillar}/index", part_id(pillar), copy)
    for entry in catalogue.entries:
        yield from _page_ids(entry.path, entry_id(entry), copy)
    if catalogue.tasks:
        yield "tasks/index", part_id("tasks")
    for task in catalogue.tasks:
        yield from _page_ids(task.path, page_id(task.path), copy)
    yield from _register_ids(catalogue)
    yield RECOGNITION, RECOGNITION
    for state in STATES:
        yield f"recognition/{state}", RECOGNITION


def _page_ids(path: str, id_: str, copy: Copy) -> Iterator[tuple[str, str]]:
    yield path, id_
    if path in copy.made_of.bodies:
        for anchor in ids_of(copy.made_of.bodies[path].html):
            yield f"{path}#{anchor}", inner_id(id_, anchor)


def _register_ids(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for name in REGISTERS:
        used = (*catalogue.facets[name].used(),)
        if used:  # a book has no empty registers
            yield f"{name}/index", register_id(name)
        for term in used:
            yield f"{name}/{term}", term_id(name, term)
    for key in catalogue.by_provision:
        instrument, _, article = key.partition(":")
        if article:
            anchor = article_anchor(article)
            place = f"instruments/{instrument}#{anchor}"
            yield place, inner_id(term_id("instruments", instrument), anchor)
