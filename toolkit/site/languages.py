"""The languages of a site: where each one is, and how to get from a page to its other versions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toolkit.cache.shelf import Shelf, key_of
from toolkit.cache.store import Store
from toolkit.languages import LANGUAGES
from toolkit.languages.language import Language
from toolkit.problems import ToolkitError


@dataclass(frozen=True, slots=True)
class Version:
    """A language of the site, named in that language. `way` is the path to its root from the root
    of the page's language; `address` is its root's public address, empty if there is none.
    """

    tag: str
    name: str
    direction: str
    way: str
    address: str


@dataclass(frozen=True, slots=True)
class SiteLanguages:
    """All languages of a site, the one at its root first, and those that are `built`.

    A copy has only one of those that mkdocs.yml has `named`.
    """

    every: tuple[str, ...]
    built: tuple[str, ...]
    named: tuple[str, ...] = ()

    def below(self, tag: str) -> str:
        """The folder of a language, with a trailing slash; empty for the one at the root."""
        return "" if tag == self.every[0] else f"{tag}/"

    def above(self, tag: str) -> str:
        """The path from the root of a language to that of the site."""
        return "../" if self.below(tag) else ""

    def versions(self, tag: str, site_url: str = "") -> tuple[Version, ...]:
        """The languages that a page in the language `tag` links to; none if there is only one.

        `site_url` is the public address of the site, or empty.
        """
        if len(self.every) == 1:
            return ()
        return tuple(
            Version(
                other,
                LANGUAGES[other].name,
                LANGUAGES[other].direction,
                "" if other == tag else f"{self.above(tag)}{self.below(other)}",
                f"{site_url}{self.below(other)}" if site_url else "",
            )
            for other in self.every
        )


def find_language(tag: str) -> Language:
    """The language with this tag. Raises ToolkitError if it is unknown or lacks strings."""
    if tag not in LANGUAGES:
        raise ToolkitError(
            f'The toolkit does not have the language "{tag}".',
            f"choose one of: {', '.join(LANGUAGES)}.",
        )
    language = LANGUAGES[tag]
    if language.faults:
        file = f"toolkit/languages/{tag}.po"
        lines = (
            f"  {file}:{': '.join(filter(None, (str(one.line), one.key, one.message)))}"
            for one in language.faults
        )
        raise ToolkitError(
            "\n".join((f'The strings of the language "{tag}" are not complete:', *lines)),
            f"correct {file}; toolkit/languages/en.pot has every string with its English text.",
        )
    return language


def find_languages(tags: Sequence[str], store: Store | None) -> list[Language]:
    """The languages with these tags. Their strings are kept in `store`, as reading those of six
    takes a fifth of a second. Raises as `find_language` does.
    """
    shelf = Shelf(store, "strings")
    for language in (LANGUAGES[tag] for tag in tags if tag in LANGUAGES):
        key = key_of(language.tag, *language.sources)
        strings = shelf.get(key)
        if isinstance(strings, dict):
            language.know(strings)
        elif not language.faults:
            shelf.put(key, dict(language.strings))
    shelf.save(is_part=True)
    return list(map(find_language, tags))


def languages_of(
    extra: Mapping[str, object], chosen: Sequence[str] = (), *, alone: bool = False
) -> SiteLanguages:
    """The languages of the site from `extra` of mkdocs.yml, of which the `chosen` ones are built.

    A site built `alone`, as copies are, has only the first chosen one. Raises ToolkitError if a
    language is unknown, or isn't one of the site's.
    """
    named = extra.get("languages")
    every = tuple(map(str, named)) if isinstance(named, list) else ()
    if not every:
        why = f'is not a list: "{named}"' if named else "is missing"
        raise ToolkitError(
            f"extra.languages of mkdocs.yml {why}.",
            "list the languages of the site, the one at its root first: languages: [en, fr].",
        )
    for tag in (*every, *chosen):
        if tag not in every and tag not in LANGUAGES and not alone:
            raise ToolkitError(
                f'The toolkit does not have the language "{tag}".',
                f"choose one of: {', '.join(every)}.",
            )
        # A language with missing strings stops only a build that was asked for it.
        if tag in chosen or tag not in LANGUAGES:
            find_language(tag)
        if every.count(tag) > 1:
            raise ToolkitError(
                f'extra.languages of mkdocs.yml names "{tag}" more than once.', "name it once."
            )
    if alone:
        tag = next(iter(chosen), every[0])
        return SiteLanguages((tag,), (tag,), every)
    for tag in chosen:
        if tag not in every:
            raise ToolkitError(
                f'The site has no language "{tag}".',
                f"add it to extra.languages of mkdocs.yml, or choose one of: {', '.join(every)}.",
            )
    return SiteLanguages(every, tuple(tag for tag in every if tag in chosen) or every)
