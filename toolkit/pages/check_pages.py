"""The reference of checks, generated from the checks themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from toolkit.languages.language import Language
from toolkit.pages.page import LatePage, Page
from toolkit.pages.site import Site
from toolkit.pages.written_pages import breadcrumbs_above
from toolkit.rendering.markdown import render_markdown
from toolkit.validation.checks import CHECKS

_HEADING = re.compile(r"<(/?)h([2-5])(?: id=\"[^\"]*\")?>")


@dataclass(frozen=True, slots=True)
class ShownCheck:
    """A check as its page explains it."""

    id: str
    severity: str
    body: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecksPage(Page, template="checks.html"):
    """The reference of checks."""

    checks: tuple[ShownCheck, ...]


def pages(site: Site) -> Iterator[LatePage]:
    """One page with all checks, in alphabetical order."""
    path, language = "contribute/checks", site.language
    title = language.text("checks.title")
    breadcrumbs = breadcrumbs_above(path, site.catalogue)

    def make() -> ChecksPage:
        return ChecksPage(
            path=path,
            title=title,
            summary=language.text("checks.summary"),
            breadcrumbs=breadcrumbs,
            checks=tuple(_checks(language)),
        )

    # All else belongs to the program.
    made_from = (site.lists, breadcrumbs) if site.lists else ()
    yield LatePage(path, title, ChecksPage.template, make, lambda: made_from)


def _checks(language: Language) -> Iterator[ShownCheck]:
    for check in CHECKS:
        body = render_markdown(check.page.text, language)
        yield ShownCheck(
            check.id,
            language.text(f"severity.{check.severity.value}"),
            Markup(_below(body.html)),  # noqa: S704 - sanitized by toolkit.rendering
        )


def _below(body: str) -> str:
    """The body with its headings one level lower, without ids: all checks have the same."""
    return _HEADING.sub(lambda tag: f"<{tag[1]}h{int(tag[2]) + 1}>", body)
