"""What pages call the rows, columns and gaps of coverage."""

from toolkit.content.coverage_tables import PROTOCOL
from toolkit.coverage.gaps import Gaps
from toolkit.pages.provision_names import article_heading
from toolkit.pages.site import Site


def axis_label(axis: str, id_: str, site: Site, *, long: bool = False) -> str:
    """The name of a row or column; `long` adds the heading of an article."""
    language = site.language
    if axis != "articles":
        return site.catalogue.vocabularies[axis].terms[id_].label(language.tag)
    protocol = site.catalogue.instruments[PROTOCOL]
    article = protocol.articles[id_]
    number = language.article(article.number)
    heading = article_heading(protocol, article, language) if long else ""
    return language.text("coverage.article", number=number, title=heading) if heading else number


def gap_reason(gaps: Gaps, row: str, column: str, site: Site) -> str:
    """Why a cell is empty, in a sentence or two; empty for a cell with entries."""
    gap = gaps.kinds.get((row, column))
    if gap is None:
        return ""
    why = gaps.reasons.get((row, column))
    said = site.language.text(f"coverage.gap.{gap}")
    if why is None:
        return said
    return f"{said} {why.reason.get(site.language.tag) or why.reason['en']}"
