"""A file is named like a translation, but this site can't have it.

`guide.fr.md` is the French translation of `guide.md` in the same folder. Without the original
there is nothing that it translates, and a language that the site does not have has no pages. A text
in English has no language in its name.

## What to do

Give the file the name of its original, the language, and `.md`. The languages are fr, es, ar, ru
and zh. If the original was removed, do the same with its translations. If an entry or task was
renamed, `toolkit rename OLD-ID NEW-ID` renames them too, even if its own file has its new name
already.

## Example

Wrong, where there is no `docs/tasks/inspect-workplace.md`:

```text
docs/tasks/inspect-workplace.fr.md
```

Right:

```text
docs/tasks/inspect-a-workplace.fr.md
```
"""

from collections import Counter
from collections.abc import Container

from toolkit.content.document import Document
from toolkit.content.markdown_files import place_of
from toolkit.content.reader import Content
from toolkit.content.schema import Kind
from toolkit.languages import TARGETS
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.language_tags import suggest_tag
from toolkit.validation.nearest import PathSuggestions
from toolkit.validation.places import (
    copied_file,
    copied_from,
    is_misnamed_translation,
    translation_name,
    untagged_name,
)
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Report each file named like a translation of something that doesn't exist."""
    content = context.content
    paths = frozenset(content.paths)
    for document in filter(is_misnamed_translation, content.documents):
        name = translation_name(document)
        original = name.removesuffix(".md").rpartition(".")[0]
        message = "This is a translation, but its name does not say so."
        hint = f"rename the file to {content.prefix}/{name}."
        # Renaming to the name of another file would overwrite it.
        if name in paths or original not in content.by_path:
            hint = "name it after its original, with the language before .md, as in guide.fr.md."
        if original := copied_file(f"{document.path}.md", paths):
            message, hint = _copy(document, original)
        yield Finding(message, document.source.at(1), hint=hint)
    counts = Counter(one.of for one in content.stray_translations)
    for stray in content.stray_translations:
        wanted = quote(f"{content.prefix}/{stray.of}.md")
        if original := _copied(stray, paths):
            message, hint = _copy(stray, original)
        elif name := untagged_name(content, stray):
            message = f"The name of this file ends with {quote(f'.{stray.language}.md')}."
            hint = f"rename the file to {content.prefix}/{name}.md."
        elif stray.of in context.intended:
            continue
        elif stray.of not in content.by_path:
            message = f"There is no original of this translation: {wanted} does not exist."
            hint = _new_name(context, stray, counts[stray.of])
        elif stray.language == "en":
            message = f"The original of this file is already in English: {wanted}."
            hint = "remove this file; the English text has no language in its name."
        else:
            message = f"This site has no language {quote(stray.language)}."
            hint = f"the languages are {', '.join(TARGETS)}; rename the file, or remove it."
            if (meant := suggest_tag(stray.language).partition("-")[0]) in TARGETS:
                hint = f"did you mean {content.prefix}/{stray.of}.{meant}.md?"
        yield Finding(message, stray.source.at(1), hint=hint)


def _new_name(context: Context, stray: Document, count: int) -> str:
    """The hint for one of `count` translations whose original isn't there under this name."""
    content = context.content
    now = context.moved.get(stray.of) or _renamed(content, stray.of)
    # A file with the name of another translation would replace it.
    there = {one.of for one in content.translations if one.language == stray.language}
    free = [path for path in content.by_path if path not in there]
    meant = now or PathSuggestions(free).nearest(stray.of)
    name = f"{content.prefix}/{meant}.{stray.language}.md"
    if now in there:
        return f"remove it: {name} already exists."
    if now:
        return f"rename it to {name}{_or_else(stray.of, now)}."
    if meant:
        return f"did you mean {name}?"
    hint = "rename the file after its original, or remove it"
    if count > 1:
        hint += f", and the others with it: git rm '{content.prefix}/{stray.of}.*.md'"
    return f"{hint}."


def _copied(stray: Document, paths: Container[str]) -> str:
    """The name of the file that this one is a copy of, by its name; empty if it isn't one."""
    folder, slash, name = stray.of.rpartition("/")
    original = f"{copied_from(name)}.{stray.language}.md"
    if f"{folder}{slash}{original}" in paths:  # `guide (1).fr.md`
        return original
    if stray.language == "md" and f"{stray.of}.md" in paths:
        return f"{name}.md"
    return copied_file(f"{stray.path}.md", paths)


def _copy(document: Document, original: str) -> tuple[str, str]:
    """The message and the hint for a copy of another file."""
    name = document.source.path.rpartition("/")[2]
    return (
        f"{quote(name)} looks like a copy of {quote(original)}.",
        f"keep the better text as {original}, and delete the other file.",
    )


def _or_else(former: str, now: str) -> str:
    """What else helps: a command for all translations, unless the text is in another folder."""
    (folder, _, old), (other, _, new) = former.rpartition("/"), now.rpartition("/")
    if place_of(f"{now}.md")[0] is Kind.PAGE:
        return ", or the page back to its former name"
    if folder != other:
        return ""
    return f", or let toolkit rename {old} {new} do that for all files that have the former name"


def _renamed(content: Content, path: str) -> str:
    """The path of what has this former path among its aliases, empty if nothing has."""
    texts = (*content.entries, *content.tasks)
    return next((one.path for one in texts if path in one.texts("aliases")), "")
