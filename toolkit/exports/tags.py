"""Tags in the head of an entry's page for reference managers: Highwire's, then Dublin Core's.

Zotero splits a name without a comma at its last space, as if it were a person's. A comma at its end
keeps it whole; commas inside a name would split it, so they are left out, but only here.
"""

from collections.abc import Iterator

from toolkit.exports.record import Work, plain


def tags(work: Work, language: str) -> Iterator[tuple[str, str]]:
    """Names and contents; `language` is that of the page, which describes a practice."""
    yield "citation_title", plain(work.title)
    for author in work.authors:
        name = plain(author).replace(";", "").replace(",", "")
        yield "citation_author", f"{name},"
    if work.issued:
        yield "citation_publication_date", work.issued.replace("-", "/")
    yield "citation_language", ", ".join(work.languages or (language,))
    if work.authors:
        yield "citation_publisher", plain("; ".join(work.authors))
    for name in ("isbn", "issn", "doi"):
        for number in work.numbers(name):
            yield f"citation_{name}", number
    if work.url:
        yield "citation_public_url", work.url
    if work.pdf:
        yield "citation_pdf_url", work.pdf
    yield "DC.type", work.types.zotero
    yield "DC.identifier", work.identifier
