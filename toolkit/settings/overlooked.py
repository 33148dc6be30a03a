"""What a mkdocs.yml sets in vain: MkDocs allows it, and nobody reads it."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import yaml

from toolkit.configuration import composed, pairs_in, set_in, setting, with_inherited, written
from toolkit.languages import LANGUAGES
from toolkit.problems import ToolkitError
from toolkit.settings.names import AT_THE_EDGE, OF_EXTRA, OF_THEME
from toolkit.validation.nearest import did_you_mean

# Settings that change pages which MkDocs and Material make. Ours are made from our own templates.
_OF_OTHER_PAGES = (
    *("copyright", "edit_uri_template", "extra_css", "extra_javascript", "extra_templates"),
    *("markdown_extensions", "nav", "not_in_nav", "repo_name", "site_author", "site_description"),
    *("use_directory_urls", "validation"),
)
_OF_OTHER_EXTRAS = (
    *("alternate", "analytics", "annotate", "consent", "generator", "homepage", "social", "status"),
    *("tags", "version"),
)
# Events that MkDocs has for each page and template of its own.
_OF_OTHER_EVENTS = re.compile(r"on_(?:env|nav|\w*(?:page|template)\w*)")
_THEME = ("toolkit", "site", "theme")
_OF_DRAFTS = ("draft_docs", "exclude_docs")
# What MkDocs would not publish. Lists are data that pages are made from, and never pages.
_NEVER_PAGES = ("originals", "recognition", "registers", "vocabularies")


@contextmanager
def naming_overlooked(file: Path, named: Mapping[str, object]) -> Iterator[tuple[str, ...]]:
    """What a mkdocs.yml sets in vain; what may be why there is an error in the settings, is added.

    `named` are its hooks and plugins, by name.
    """
    found = tuple(_overlooked(file))
    try:
        yield (*_unshown(file, named), *found)
    except ToolkitError as error:
        raise ToolkitError("\n".join((error.message, *found)), error.hint) from error


def _overlooked(file: Path) -> Iterator[str]:
    """What a mkdocs.yml sets in vain, as a sentence each: a setting with nearly the right name, or
    in the wrong place, and one that another of its name replaces.
    """
    for one in with_inherited(file):
        node = composed(one)
        yield from _repeated(one, node, "")
        yield from _without_effect(one, set_in(node))
        for key, value in pairs_in(node):
            if key.value in _OF_DRAFTS and isinstance(value, yaml.ScalarNode):
                yield from _still_published(one, key.value, value.value)
            if key.value == "theme":
                yield from _in_vain(one, written(value, "language"), set_in(node))
            if key.value == "extra" and isinstance(value, yaml.MappingNode):
                yield from _repeated(one, value, "extra.")
                yield from _misplaced(one, value)


def _unshown(file: Path, named: Mapping[str, object]) -> Iterator[str]:
    """What pages don't show, which is the reason of no error."""
    name = setting(file, "site_name")
    if name and name not in (one.strings.get("site.name") for one in LANGUAGES.values()):
        words = "site.name and site.wordmark of toolkit/languages"
        yield f"site_name of {file.name} is not shown: pages have {words}."
    found = [one for one, way in named.items() if any(map(_OF_OTHER_EVENTS.fullmatch, dir(way)))]
    if found:
        more = " Without plugins: [], MkDocs adds search." if "search" in f"{found}" else ""
        yield (
            f"{file.name} has hooks or plugins that can't change a page: {', '.join(found)}. The "
            f"toolkit makes all pages by itself. Remove those that do nothing else.{more}"
        )


def _without_effect(file: Path, settings: Mapping[str, yaml.Node]) -> Iterator[str]:
    theme = set_in(settings.get("theme"))
    found = [name for name in _OF_OTHER_PAGES if name in settings]
    found += [f"theme.{name}" for name in theme if name not in OF_THEME]
    extra = set_in(settings.get("extra"))
    found += [f"extra.{name}" for name in _OF_OTHER_EXTRAS if name in extra]
    if "custom_dir" in theme and Path(str(theme["custom_dir"].value)).parts[-3:] != _THEME:
        found.append("theme.custom_dir")
    if found:
        yield (
            f"{file.name} sets {', '.join(found)}, which has no effect here. Remove it: the "
            "toolkit makes all pages by itself, from toolkit/site/theme."
        )
    if "site_dir" in settings and str(settings["site_dir"].value).startswith("~"):
        yield (
            f"site_dir of {file.name} makes a folder that is named ~: write the whole path instead."
        )


def _misplaced(file: Path, extra: yaml.MappingNode) -> Iterator[str]:
    if written(extra, "publisher") == "...":
        yield f'extra.publisher of {file.name} is still an example: pages show "...".'
    for name in (key.value for key, _ in extra.value if isinstance(key.value, str)):
        if name in AT_THE_EDGE:
            yield f"extra.{name} of {file.name} does nothing: write {name} at the left edge."
        elif name not in OF_EXTRA and (meant := did_you_mean(name, OF_EXTRA)):
            yield f"extra.{name} of {file.name} does nothing: {meant}"


def _in_vain(file: Path, tag: str, settings: Mapping[str, yaml.Node]) -> Iterator[str]:
    languages = set_in(settings.get("extra")).get("languages")
    first = languages.value[0].value if isinstance(languages, yaml.SequenceNode) else ""
    if tag.isalpha() and tag not in ("en", first):
        hint = f"write {tag} first in extra.languages."
        hint = hint if tag in LANGUAGES else "extra.languages has those of the site."
        yield f"theme.language of {file.name} does nothing: {hint}"


def _repeated(file: Path, node: yaml.Node | None, above: str) -> Iterator[str]:
    names = ((key.value, key.start_mark.line) for key, _ in pairs_in(node))
    for one, other in pairwise(sorted(name for name in names if isinstance(name[0], str))):
        if one[0] == other[0]:
            lines = f"lines {one[1] + 1} and {other[1] + 1}"
            yield f"{above}{one[0]} is twice in {file.name} ({lines}): only the last one counts."


def _still_published(file: Path, name: str, patterns: str) -> Iterator[str]:
    for line in map(str.strip, patterns.splitlines()):
        if not line.startswith(("#", "!")) and line.strip("/*.") not in ("", *_NEVER_PAGES):
            yield f'{name} of {file.name} leaves nothing out: move "{line}" out of docs.'
