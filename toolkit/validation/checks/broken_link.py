"""A link leads to a page or file that does not exist.

A broken link lets readers down just where it promised them more. Links within the site lead to the
Markdown file of a page; the path starts from the folder of the file that contains the link.

## What to do

Write the path to the file: `name.md` in the same folder, `../about/evidence.md` in another one.
Generated pages have such names too: `../themes/hotlines-and-reporting.md`.

If only one file can be meant, as after an entry was renamed, with its former path in its `aliases`,
`toolkit check --fix` writes the path.

## Example

Wrong:

```markdown
See [how evidence is graded](/about/evidence.html).
```

Right, in a file in `docs/about/`:

```markdown
See [how evidence is graded](evidence.md).
```
"""

import posixpath
import re
from collections.abc import Set as AbstractSet
from functools import cache

from toolkit.content.addresses import (
    WITH_OR_WITHOUT_TEXT,
    other_pages,
    pages_of_lists,
    uncertain_paths,
)
from toolkit.content.attachments import IMAGES
from toolkit.content.reader import Content
from toolkit.problems import Finding, Findings, Fix
from toolkit.validation.context import Context
from toolkit.validation.fixes import within
from toolkit.validation.links import Aim, Target, targets
from toolkit.validation.nearest import PathSuggestions
from toolkit.validation.places import is_misplaced
from toolkit.validation.words import quote

# The beginning of an address without https://; a name such as guide.md is a file.
_SITE = re.compile(
    r"www\.|(?:[a-z0-9-]+\.)+(?:org|int|com|net|eu|gov|edu)(?:[/?#]|$)", re.IGNORECASE
)
_EMAIL = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+[^\W\d_]{2,}(?:\?|$)")
_END = re.compile("[#?]")  # of a path
_PATH = "write the path from the folder of this file to the other file, as in ../about/evidence.md."


def check(context: Context) -> Findings:
    """Check that the target of each link inside the site exists."""
    content = context.content
    paths = (*content.by_path, *other_pages(content), *WITH_OR_WITHOUT_TEXT, *context.intended)
    pages = {f"{path}.md" for path in paths}
    of_lists, uncertain = context.lists.made(_of_lists), context.lists.whole(_uncertain)
    names = cache(lambda: _Names(pages | context.lists.whole(_of_lists).keys(), content))
    for target in targets(content):
        if is_misplaced(target.document) or target.document.source.path in context.of_other_kind:
            continue  # its links will be right or wrong where it belongs
        if target.path.startswith(uncertain):
            continue  # the list from which that page is made has its own problem
        written = target.link.target
        is_known = target.path in pages or target.path in content.files or target.path in of_lists
        fixes: tuple[Fix, ...] = ()
        if not written.strip():
            message, label, hint = "The link leads nowhere.", "write an address here", ""
        elif target.link.is_image and is_known and not target.path.lower().endswith(IMAGES):
            message = f"{quote(written)} is not an image."
            label = "write the path of an image"
            hint = "to lead to a page or a file, write a link: without the ! before it."
        elif is_known or target.aim is not Aim.INSIDE:
            continue
        elif target.path.rstrip(".,;:") in names().known and _is_unclosed(target):
            continue  # punctuation after an unclosed link, which stray-markup reports
        elif _EMAIL.match(written) and not target.link.is_image:
            message = f"{quote(written)} is an email address without mailto:."
            label, hint = (
                f"write mailto:{written}",
                "links to email addresses begin with mailto:.",
            )
        elif _SITE.match(written):
            message = f"{quote(written)} is not a complete address."
            label = f"write https://{written}"
            hint = "the address of another site begins with https://."
        else:
            message, meant = _words(target, names().known)
            meant = meant or names().former.get(target.path, "")
            place = target.link.location
            if meant:
                fixes = within(place, _END.split(written)[0], _way(target, meant))
            moved = context.moved.get(target.path.removesuffix(".md"))
            meant = meant or (f"{moved}.md" if moved else "")
            if not meant and moved is None:  # nothing takes the place of what a change removed
                meant = names().nearest(target.path)
            label = f"did you mean {_from(target, meant)}?" if meant else _without(target)
            hint = _PATH
        yield Finding(message, target.link.location, label, hint, fixes=fixes)


def _of_lists(content: Content) -> dict[str, bool]:
    return {f"{path}.md": True for path in pages_of_lists(content)}


def _uncertain(content: Content) -> tuple[str, ...]:
    return tuple(uncertain_paths(content))


class _Names:
    """What a link may have been meant to lead to, by name: needed only if one is broken."""

    def __init__(self, pages: AbstractSet[str], content: Content) -> None:
        self.known = pages | content.files
        self._by_name: dict[str, str] = {}
        for path in sorted(self.known):
            # What many have, such as index.md, names none of them.
            name = posixpath.basename(path)
            self._by_name[name] = "" if name in self._by_name else path
        self.former: dict[str, str] = {}
        for one in (*content.entries, *content.tasks):
            for path in one.texts("aliases"):
                self.former[f"{path}.md"] = "" if f"{path}.md" in self.former else f"{one.path}.md"
        self._pages, self._files = PathSuggestions(pages), PathSuggestions(content.files)

    def nearest(self, path: str) -> str:
        """The path with this name, or one that is close; empty if there is none."""
        name = posixpath.basename(path)
        near = self._pages if name.lower().endswith(".md") else self._files
        # An id alone is what fields and commands take.
        return self._by_name.get(name) or self._by_name.get(f"{name}.md") or near.nearest(path)


def _without(target: Target) -> str:
    """The label where no file of the site has a similar name."""
    name = posixpath.basename(target.path)
    if target.path.startswith("..") or "." not in name:
        return ""
    if name.endswith(".yml"):
        return "link to the page of the list"
    return (
        "correct it, or remove the link" if name.endswith(".md") else "add the file, or remove it"
    )


def _is_unclosed(target: Target) -> bool:
    place = target.link.location
    line = place.source.line(place.line)
    return line.endswith("](", 0, place.column - 1) and line.find(")", place.end_column - 1) < 0


def _words(target: Target, known: AbstractSet[str]) -> tuple[str, str]:
    """The message, and the path that was meant if it follows from the one written."""
    path, shown = target.path, quote(target.link.target)
    if path.startswith("../") or path == "..":
        return f"{shown} leads outside this site.", ""
    turned = posixpath.normpath(path.replace("\\", "/"))
    if turned in known:
        return f"{shown} has backslashes, which only Windows reads.", turned
    bare = path.strip("/")
    for candidate in (bare, f"{bare.removesuffix('.html')}.md", f"{bare}/index.md".lstrip("/")):
        if candidate in known:
            if path.startswith("/"):
                return f"{shown} begins with a slash, so it breaks when the site moves.", candidate
            return f"{shown} is not the name of the page's file.", candidate
    return f"There is no page or file {shown}.", ""


def _from(target: Target, path: str) -> str:
    """What leads to `path` and the anchor from the folder of the file that holds the link."""
    way = _way(target, path)
    return f"{way}#{target.anchor}" if target.anchor else way


def _way(target: Target, path: str) -> str:
    return posixpath.relpath(path, posixpath.dirname(target.document.path))
