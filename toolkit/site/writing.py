"""Writes pages with their templates, in two processes if there are many."""

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment

from toolkit.cache.last_pages import LastPages
from toolkit.cache.last_site import LastSite, PageRecord, digest_of
from toolkit.pages.page import Pages
from toolkit.site.environment import Setting, render_asking, site_environment
from toolkit.site.missing_links import MissingLinks
from toolkit.site.page_keys import PageKeys
from toolkit.worker import Worker

# Below this many pages, starting a second process costs more than it saves.
_WORTH_SHARING = 200


@dataclass(frozen=True)
class Writing:
    """How to write the pages of one language.

    `below` is its folder in the site, with a trailing slash, or empty; `folder` is where that is on
    the disk. `missing` rewrites the links of a copy that leaves pages out; `last` is the previous
    site, whose pages are taken over if they would be the same.
    """

    setting: Setting
    folder: Path
    below: str = ""
    missing: MissingLinks | None = None
    last: LastSite | LastPages | None = None


def compiled(setting: Setting) -> Environment:
    """The templates of a site, including parts that many pages share, all compiled."""
    environment = site_environment(setting)
    for name in environment.list_templates(extensions=["html"]):
        environment.get_template(name)
    return environment


def write_pages(writing: Writing, pages: Pages) -> dict[str, PageRecord]:
    """Write pages; if there are many, every second one in another process if that is possible.

    Returns what to remember about them, by their paths in the site; nothing without a previous
    site.
    """
    environment = compiled(writing.setting)  # here, for both processes
    keys = PageKeys(writing.setting, writing.missing.digest if writing.missing else b"")
    paths = tuple(pages)
    for parent in sorted(set(map(posixpath.dirname, paths))):
        (writing.folder / parent).mkdir(parents=True, exist_ok=True)
    if len(pages) < _WORTH_SHARING:
        return _write(writing, environment, keys, pages, paths)
    with Worker(lambda: _write(writing, environment, keys, pages, paths[1::2])) as worker:
        written = _write(writing, environment, keys, pages, paths[::2])
        return written | worker.result()


def _write(
    writing: Writing,
    environment: Environment,
    keys: PageKeys,
    pages: Pages,
    paths: Sequence[str],
) -> dict[str, PageRecord]:
    last = writing.last
    known: Mapping[str, PageRecord] = last.pages if last else {}

    def bring(path: str, target: str) -> bool:
        return last is not None and last.bring(path, target)

    written: dict[str, PageRecord] = {}
    for name in paths:
        path = f"{writing.below}{name}.html"
        target = f"{writing.folder}/{name}.html"
        record = known.get(path)
        origin = keys.of_origin(pages.made_from(name)) if last else b""
        if not (record and keys.fits(record.origin, origin, record.asked) and bring(path, target)):
            page = pages[name]
            view = keys.of(page) if last else b""
            if record and keys.fits(record.key, view, record.asked) and bring(path, target):
                record = record._replace(origin=keys.key(origin, record.asked))
            else:
                html, asked = render_asking(environment, page)
                if writing.missing is not None:
                    html = writing.missing.rewrite(page, html)
                data = html.encode()
                Path(target).write_bytes(data)
                made = keys.key(view, asked), tuple(sorted(asked)), keys.key(origin, asked)
                record = PageRecord(digest_of(data), *made) if view else None
        if last and record:
            written[path] = record._replace(state=last.state(target))
    return written
