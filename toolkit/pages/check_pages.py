"""The reference of checks, generated from the checks themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from toolkit.languages.language import Language
from toolkit.pages.page import Page
from toolkit.pages.site import Site
from toolkit.pages.written_pages import breadcrumbs_above
from toolkit.rendering.markdown import render_markdown
from toolkit.validation.checks import CHECKS

_HEADING = re.compile(r"<(/?)h([2-5])(?: id=\"([^\"]*)\")?>")


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


def pages(site: Site) -> Iterator[Page]:
    """One page with all checks, in alphabetical order."""
    path = "contribute/checks"
    yield ChecksPage(
        path=path,
        title=site.language.text("checks.title"),
        summary=site.language.text("checks.summary"),
        breadcrumbs=breadcrumbs_above(path, site.catalogue),
        checks=tuple(_checks(site.language)),
    )


def _checks(language: Language) -> Iterator[ShownCheck]:
    for check in CHECKS:
        body = render_markdown(check.page.text, language)
        yield ShownCheck(
            check.id,
            language.text(f"severity.{check.severity.value}"),
            Markup(_below(body.html, check.id)),  # noqa: S704 - sanitized by toolkit.rendering
        )


def _below(body: str, anchor: str) -> str:
    """The body with its headings one level lower and the check's id prefixed to theirs."""

    def heading(match: re.Match[str]) -> str:
        slash, level, id_ = match.groups()
        own = f' id="{anchor}-{id_}"' if id_ else ""
        return f"<{slash}h{int(level) + 1}{own}>"

    return _HEADING.sub(heading, body)
