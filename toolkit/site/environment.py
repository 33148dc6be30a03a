"""What templates may use: words, dates, lists of entries, and what one page shows."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from types import CodeType
from typing import Any

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    Environment,
    PackageLoader,
    StrictUndefined,
    Template,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup, escape

from toolkit.cache.shelf import Shelf, key_of
from toolkit.cache.store import Store
from toolkit.content.editions import Edition
from toolkit.content.schema import PILLARS
from toolkit.languages.directions import contained
from toolkit.languages.language import Language
from toolkit.pages.page import Page
from toolkit.pages.site import Site
from toolkit.site.breaks import WithoutBreaks
from toolkit.site.cards import Cards
from toolkit.site.gaps import with_gaps
from toolkit.site.language_attributes import foreign, marked
from toolkit.site.languages import SiteLanguages, Version
from toolkit.site.policy import POLICY
from toolkit.site.publication import Publication

# Pages that the header of the site names, and the one whose footer has the date. All others share
# both with the pages in their folder.
_PLACES = frozenset(
    {"index", "search", "browse", "about/index", *(f"{pillar}/index" for pillar in PILLARS)}
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What all pages of a site share: a page is made from this, its view, and its template.

    The date of the copy is not part of it, or every page would change every day. `is_copy` is true
    for a copy for downloading; `held` then says in words which part of the toolkit it holds, and is
    empty if it holds all of it. `home` is the path from the root of the language to that of the
    site, `versions` are the languages that pages link to, `tabs` are the names of the pillars where
    they are not those of the interface, which say where a narrow tab can break, and `english` are
    the texts that are in English on a site in another language.
    """

    language: Language
    publication: Publication
    is_copy: bool = False
    held: str = ""
    home: str = ""
    versions: tuple[Version, ...] = ()
    tabs: tuple[str, ...] = ("",) * len(PILLARS)
    english: frozenset[str] = frozenset()

    def shared(self) -> dict[str, object]:
        """All fields by name, except the English texts: a page may only ask about single ones."""
        names = (field.name for field in fields(self) if field.name != "english")
        return {name: getattr(self, name) for name in names}


def setting_of(
    site: Site, publication: Publication, edition: Edition | None, languages: SiteLanguages
) -> Setting:
    """The setting of the site, or of a copy of it if there is an `edition`.

    `languages` are those of the whole site.
    """
    catalogue, language = site.catalogue, site.language
    held = ""
    if edition is not None and catalogue.outside:
        held = language.text(
            "copy.part",
            title=edition.titled(language.tag),
            held=len(catalogue.entries),
            entries=language.text("entries.count", n=len(catalogue.by_id)),
        )
    below = languages.below(language.tag)
    return Setting(
        language,
        replace(publication, site_url=publication.address(below)),
        edition is not None,
        held,
        languages.above(language.tag),
        languages.versions(language.tag, publication.site_url),
        tuple(_tabs(site)),
        site.local.english if site.local is not None else frozenset(),
    )


def _tabs(site: Site) -> Iterator[str]:
    for pillar in PILLARS:
        label = site.catalogue.vocabularies["pillars"].terms[pillar].labels.get(site.language.tag)
        same = site.language.text(f"nav.{pillar}").replace("\u00ad", "") == label
        yield "" if same else label or ""


class _Compiled(BytecodeCache):
    """Compiled templates, shared by the environments of all languages of a run, and kept on a
    shelf for later runs, keyed by location and text.
    """

    def __init__(self) -> None:
        self._code: dict[bytes, CodeType] = {}
        self.shelf = Shelf(None, "")

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Jinja's own key fails if a folder's name is not valid Unicode."""
        return ascii((name, filename))

    def load_bytecode(self, bucket: Bucket) -> None:
        key = key_of(bucket.key, bucket.checksum)
        code = self._code.get(key) or self.shelf.get(key)
        if isinstance(code, CodeType):
            self._keep(key, code)
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._keep(key_of(bucket.key, bucket.checksum), bucket.code)

    def _keep(self, key: bytes, code: CodeType) -> None:
        self._code[key] = code
        self.shelf.put(key, code)


_COMPILED = _Compiled()


@contextmanager
def compiled_templates_kept(store: Store | None, name: str = "templates") -> Iterator[None]:
    """Take compiled templates from the cache, and save those that were used, by a `name`."""
    _COMPILED.shelf = Shelf(store, name)
    yield
    _COMPILED.shelf.save(is_part=True)  # what is not rendered needs no template


class _Template(Template):
    """A template whose texts turn nothing beside them round."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        return contained(super().render(*args, **kwargs))


def site_environment(setting: Setting) -> Environment:
    """The templates of the site."""
    return make_environment(PackageLoader("toolkit.site", "theme"), setting, [WithoutBreaks])


def make_environment(
    loader: BaseLoader, setting: Setting, extensions: Iterable[type[WithoutBreaks]] = ()
) -> Environment:
    """Templates that may use what `template_globals` returns and fail on an undefined name."""
    environment = Environment(
        loader=loader,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        extensions=list(extensions),
        auto_reload=False,
        bytecode_cache=_COMPILED,
        cache_size=-1,
    )
    environment.template_class = _Template
    environment.globals = template_globals(setting)
    return environment


class Marks:
    """The attributes for texts that may be in a different script or language from the site.

    `asked` are the texts that it was called with: whether these are in English is all that a page
    learns about the setting's English texts.
    """

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self.asked: set[str] = set()

    def __call__(self, text: str, tags: Iterable[str] = ()) -> Markup:
        """The attributes for `text`; `tags` are languages that it may be in."""
        self.asked.add(text)
        return foreign(text, self._setting.language, tags, self._setting.english)

    def marked(self, text: str, tags: Iterable[str] = (), original: str = "") -> Markup:
        """A text as HTML, within such attributes if it needs any.

        An `original` title is not translated, whatever else is.
        """
        self.asked.add(text)
        english = {text} if text and text == original else self._setting.english
        return marked(text, self._setting.language, tags, english)

    def inside(
        self, text: str, names: Iterable[str], tags: Iterable[str] = (), original: str = ""
    ) -> Markup:
        """A text of the language with `names` in it, each marked where it needs attributes."""
        shown = {str(escape(name)): self.marked(name, tags, original) for name in names}
        found = "|".join(
            re.escape(name)
            for name in sorted(shown, key=len, reverse=True)
            if name and shown[name] != name
        )
        if not found:
            return escape(text)
        # No name is part of an escaped character.
        made = re.sub(rf"{found}|&#?\w+;", lambda one: shown.get(one[0], one[0]), escape(text))
        return Markup(made)  # noqa: S704 - all of it was escaped


def template_globals(setting: Setting) -> dict[str, object]:
    """What every template may use, besides `view`, its page, and `root`.

    `t` gives a string of the language, `cards` and `lines` the items of a list of entries, with
    links that begin with `root`, `foreign` the language and direction of a text in another script,
    `marked` such a text with these, `inside` a text with such names in it.
    `frame` gives a part that all pages of one place on the site share, made once for each place.
    The others are the fields of the Setting.
    """
    marks = Marks(setting)
    lists = Cards(marks, marks.marked, marks.inside)

    frames: dict[tuple[str, str, str], tuple[Markup, frozenset[str]]] = {}

    @pass_context
    def frame(context: Context, name: str) -> Markup:
        page, root = context["view"], context["root"]
        place = page.path if page.path in _PLACES else page.path.partition("/")[0]
        if (name, root, place) not in frames:
            of_page, marks.asked = marks.asked, set()
            html = context.environment.get_template(name).render(view=page, root=root)
            made = Markup(html)  # noqa: S704 - rendered with escaping
            frames[name, root, place] = made, frozenset(marks.asked)
            marks.asked = of_page
        made, asked = frames[name, root, place]
        marks.asked |= asked
        return made

    return {
        "t": setting.language.text,
        "frame": frame,
        **setting.shared(),
        # It has single quotation marks, and the attribute around it double ones.
        "policy": Markup(POLICY),  # noqa: S704 - our own constant
        "foreign": marks,
        "marked": marks.marked,
        "inside": marks.inside,
        "cards": lists.cards,
        "lines": lists.lines,
    }


def render(environment: Environment, page: Page) -> str:
    """The HTML of a page."""
    html = environment.get_template(page.template).render(view=page, root=page.root)
    language: Language = environment.globals["language"]  # type: ignore[assignment]
    return with_gaps(html, language)


def render_asking(environment: Environment, page: Page) -> tuple[str, frozenset[str]]:
    """The HTML of a page, and the texts that its template asked about: are they in English?"""
    marks: Marks = environment.globals["foreign"]  # type: ignore[assignment]
    marks.asked = set()
    return render(environment, page), frozenset(marks.asked)
