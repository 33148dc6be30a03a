"""What an entry's page says, and what it must not say."""

from pathlib import Path
from typing import Any

import pytest

from tests.content_case import edit
from tests.pages.small import (
    DAY,
    ENGLISH,
    add_fields,
    catalogue_of,
    errors_of,
    pages_of,
    sample_catalogue,
    sample_pages,
    shown_of,
)
from tests.pages.test_lists import entries_of
from tests.site.test_rendering import renderer
from toolkit.catalogue.catalogue import make_catalogue
from toolkit.content.reader import read_content
from toolkit.content.schema import Kind
from toolkit.languages import LANGUAGES
from toolkit.pages.entry_access import shown_sources
from toolkit.pages.sentences import facts_sentence
from toolkit.search.facets import make_search_facets
from toolkit.translations.localized import localized
from toolkit.translations.status import TranslationStatuses

GUIDE = "prevention/resources/guide"
SHELTER = "protection/practices/shelter"


def changed(docs: Path, path: str, fields: str) -> Any:
    add_fields(docs, path, fields)
    assert errors_of(docs) == []
    return pages_of(catalogue_of(docs))[path]


def test_every_entry_has_a_sentence_and_facts() -> None:
    for entry in sample_catalogue().entries:
        shown = shown_of(entry.path)
        assert shown.facts.endswith("."), entry.id
        assert ".." not in shown.facts.replace("...", ""), entry.id
        assert "{" not in shown.facts, entry.id
        assert {"Pillars", "Themes", "Level"} <= {row.label for row in shown.rows}, entry.id


def test_a_sentence_says_what_for_whom_when_and_by_whom(docs: Path) -> None:
    by_id = catalogue_of(docs).by_id
    catalogue = catalogue_of(docs)
    assert facts_sentence(by_id["guide"], catalogue, ENGLISH) == (
        "A handbook for police and investigators, 2019, by UNODC. In English."
    )
    assert facts_sentence(by_id["shelter"], catalogue, ENGLISH) == (
        "A practice in Argentina, since 2014, by IOM. Evidence: reported."
    )


@pytest.mark.parametrize(
    ("places", "where"),
    [
        ("PH, BR, NL", "the Philippines, Brazil and the Netherlands (Kingdom of the)"),
        ("US", "the United States of America"),
        ("MX", "Mexico"),
    ],
)
def test_names_of_countries_have_an_article_in_a_sentence(
    docs: Path, places: str, where: str
) -> None:
    edit(docs / f"{SHELTER}.md", "countries: [AR]", f"countries: [{places}]")
    catalogue = catalogue_of(docs)
    said = facts_sentence(catalogue.by_id["shelter"], catalogue, ENGLISH)
    assert said.startswith(f"A practice in {where}, since 2014")
    french = facts_sentence(catalogue.by_id["shelter"], catalogue, LANGUAGES["fr"])
    assert "the " not in french


@pytest.mark.parametrize(
    ("language", "places", "said"),
    [
        ("fr", "NL, IR", "Une pratique (Royaume des Pays-Bas et République islamique d’Iran)"),
        ("fr", "MX, FK", "Une pratique (Mexique et Îles Falkland (Malvinas))"),
        (
            "es",
            "VE, NL",
            "Una práctica (República Bolivariana de Venezuela y Reino de los Países Ba",
        ),
        ("ar", "NL, IR", "ممارسة في مملكة هولندا وجمهورية إيران الإسلامية"),
    ],
)
def test_names_of_countries_are_not_turned_round_in_a_sentence(
    docs: Path, language: str, places: str, said: str
) -> None:
    edit(docs / f"{SHELTER}.md", "countries: [AR]", f"countries: [{places}]")
    catalogue = catalogue_of(docs)
    sentence = facts_sentence(catalogue.by_id["shelter"], catalogue, LANGUAGES[language])
    assert sentence.startswith(said)


def test_a_practice_says_who_evaluated_it_and_what_they_found(docs: Path) -> None:
    edit(docs / f"{SHELTER}.md", "evidence: reported", "evidence: evaluated")
    edit(docs / f"{SHELTER}.md", "role: description", "role: evaluation")
    said = "evaluated · self-evaluation · no effect found"
    shown = changed(docs, SHELTER, "evaluated_by: own\nfinding: no-effect")
    assert f"Evidence: {said}." in shown.facts
    pages: Any = pages_of(catalogue_of(docs))
    (row,) = pages["evidence/evaluated"].listing.parts[0].groups[0].entries
    assert f"Practice, {said} · Argentina · since 2014" in row.facts
    assert f"Practice, {said} · Argentina · since 2014" in row.brief


def test_the_day_of_the_addition_is_in_words_once_it_has_come(docs: Path) -> None:
    label = "In the toolkit since"
    real = {
        row.label: row.values[0].text for row in shown_of(sample_catalogue().entries[0].path).rows
    }
    assert real[label] == "25 November 2026"
    shown = changed(docs, GUIDE, "added: 2026-02-03")
    assert {row.label: row.values[0].text for row in shown.rows}[label] == "3 February 2026"
    shown = changed(docs, SHELTER, "added: 2026-11-26")
    assert label not in {row.label for row in shown.rows}


def test_what_nobody_checked_is_marked_wherever_it_shows() -> None:
    for entry in sample_catalogue().entries:
        shown = shown_of(entry.path)
        marked = {row.label for row in shown.rows if row.unverified}
        for field in set(entry.unverified) - {"title", "url", "identifiers", "since"}:
            assert ENGLISH.text(f"field.{field}") in marked, (entry.id, field)
        if "year" in entry.unverified and entry.year:
            assert f"{entry.year} (not checked)" in shown.facts
            assert f"{entry.year} (not checked)" in shown.citation


def test_only_works_of_the_group_alone_are_issued_in_its_name() -> None:
    joint = {e.id for e in sample_catalogue().entries if shown_of(e.path).joint}
    alone = {e.id for e in sample_catalogue().entries if e.organisations == ("icat",)}
    assert joint == alone
    assert "icat-toolkit-2013" not in joint
    assert joint


def test_superseded_entries_lead_to_their_successors() -> None:
    shown = shown_of("protection/resources/odihr-nrm-handbook-2004")
    assert [link.path for link in shown.relations.superseded_by] == [
        "protection/resources/odihr-nrm-handbook-second-edition-2022"
    ]
    newer = shown_of("protection/resources/odihr-nrm-handbook-second-edition-2022")
    assert [link.path for link in newer.relations.supersedes] == [
        "protection/resources/odihr-nrm-handbook-2004"
    ]


def test_sources_of_practices_name_their_role_and_link_only_addresses() -> None:
    for entry in sample_catalogue().of_kind(Kind.PRACTICE):
        for source, shown in zip(entry.sources, shown_of(entry.path).sources, strict=True):
            assert shown.role == ENGLISH.text(f"role.{source.role}")
            assert (shown.address is None) == (not source.url)
            assert shown.address or shown.title or shown.publisher


def test_a_source_names_a_body_of_the_register_in_the_language_of_the_page() -> None:
    catalogue, french = sample_catalogue(), LANGUAGES["fr"]
    entry = next(
        one
        for one in catalogue.of_kind(Kind.PRACTICE)
        for source in one.sources
        if source.publisher == "OSCE Office for Democratic Institutions and Human Rights"
    )
    said = [source.publisher for source in shown_sources(entry, catalogue, french)]
    assert any(name.startswith("Bureau des institutions") for name in said), said


def test_an_entry_without_address_names_whom_to_ask() -> None:
    for entry in sample_catalogue().of_kind(Kind.RESOURCE):
        shown = shown_of(entry.path)
        access = shown.access
        assert access.way or access.files or access.described_at or access.whom, entry.id


def test_articles_of_unsure_instruments_have_no_headings() -> None:
    catalogue = sample_catalogue()
    for entry in catalogue.entries:
        groups = shown_of(entry.path).provisions
        for group in groups:
            instrument = catalogue.instruments[group.instrument.path.rpartition("/")[2]]
            for link in group.articles:
                if instrument.articles_confidence == "low":
                    assert not link.note, (entry.id, link)


def test_many_related_entries_stand_on_a_page_of_their_own() -> None:
    catalogue, pages = sample_catalogue(), sample_pages()
    render = renderer()
    for entry in catalogue.entries:
        related = catalogue.related.get(entry.id, ())
        path = f"{entry.path}/related"
        assert (path in pages) == (len(related) > 4), entry.id
        if not related:
            continue
        html = render(pages[entry.path])
        if path not in pages:
            assert all(f'href="../../{other.path}.html"' in html for other in related), entry.id
            continue
        assert f'href="../../{path}.html">All {len(related)} related entries</a>' in html
        assert set(entries_of(shown_of(path).listing.parts)) == set(related)
        assert f'href="../../../{entry.path}.html"' in render(pages[path])


def test_headings_of_articles_are_left_out_of_long_lists_alone() -> None:
    render = renderer()
    heading = "Repatriation of victims of trafficking in persons"
    whole = render(sample_pages()["prosecution/resources/unodc-toolkit-2008"])
    assert ">Article 8</a>" in whole
    assert heading not in whole
    some = render(sample_pages()["prevention/practices/mekong-commit"])
    assert f">Article 8</a> {heading}" in some


def test_withdrawn(docs: Path) -> None:
    shown = changed(
        docs, GUIDE, "status: withdrawn\nwithdrawn: {on: 2026-01-02, reason: An error.}"
    )
    assert shown.withdrawn.on == "2 January 2026"


def test_a_successor_that_was_withdrawn_says_so(docs: Path) -> None:
    lines = (
        "supersedes: [manual]\nstatus: withdrawn\nwithdrawn: {on: 2026-01-02, reason: An error.}"
    )
    add_fields(docs, GUIDE, lines)
    shown = pages_of(catalogue_of(docs))["prevention/resources/manual"]
    html = renderer()(shown)
    assert 'replaces this one:</strong> <a href="../../prevention/resources/guide.html">' in html
    assert '</a> <span class="mark">withdrawn</span></p>' in html


def test_verified_names_the_organization_and_the_day(docs: Path) -> None:
    trust = changed(docs, GUIDE, "verified: {by: unodc, on: 2026-11-01}").trust
    assert trust.verified_by == "United Nations Office on Drugs and Crime (UNODC)"
    assert trust.verified_on == "1 November 2026"


@pytest.mark.parametrize(("month", "overdue"), [("2026-10", "October 2026"), ("2026-11", "")])
def test_review_is_overdue_when_its_month_is_over(docs: Path, month: str, overdue: str) -> None:
    assert changed(docs, GUIDE, f"review_by: {month}").trust.overdue == overdue


def test_a_helpline_says_in_words_when_it_was_seen_to_be_valid(docs: Path) -> None:
    line = "{number: '145', country: AR, body: Ministry of Justice, on: 2026-11-02}"
    rows = changed(docs, GUIDE, f"helplines: [{line}]").rows
    [value] = next(row.values for row in rows if row.field == "helplines")
    assert value.note == "Ministry of Justice; found valid on 2 November 2026."


def test_reasons_why_entries_are_not_the_same(docs: Path) -> None:
    shown = changed(docs, GUIDE, "distinct_from: {manual: The manual is older.}")
    assert [(link.path, link.note) for link in shown.relations.distinct_from] == [
        ("prevention/resources/manual", "The manual is older.")
    ]


def test_a_pair_of_entries_with_one_title_is_told_apart_by_years(docs: Path) -> None:
    edit(docs / "prevention/resources/manual.md", "Manual for", "Guide for")
    add_fields(docs, GUIDE, "distinct_from: {manual: The manual is older.}")
    due: Any = pages_of(catalogue_of(docs))["contribute/due"]
    title = "Guide for labour inspectors"
    assert [[link.text for link in pair] for pair in due.pairs] == [
        [f"{title}, 2019", f"{title}, 2006"]
    ]


def test_years_of_which_one_is_not_checked_are_marked_once_and_there(docs: Path) -> None:
    shown = changed(docs, SHELTER, "until: 2016\nunverified: [since]")
    (row,) = (row for row in shown.rows if row.field == "since")
    assert [value.text for value in row.values] == ["2014 (not checked) to 2016"]
    assert not row.unverified


@pytest.mark.parametrize(
    ("tag", "since"),
    [
        ("en", "since 2014 (not checked)"),
        ("ru", "с 2014 года (не проверено)"),
        ("zh", "自2014年起（未核对）"),
    ],
)
def test_a_mark_of_a_year_stands_behind_the_words_that_go_with_it(
    docs: Path, tag: str, since: str
) -> None:
    add_fields(docs, SHELTER, "unverified: [since]")
    shown: Any = pages_of(catalogue_of(docs), LANGUAGES[tag])[SHELTER]
    assert [row.values[0].text for row in shown.rows if row.field == "since"] == [since]
    assert since in shown.facts


@pytest.mark.parametrize(("until", "years"), [("2020", ", 2014 to 2020, "), ("2014", ", 2014, ")])
def test_a_practice_that_ended_says_so(docs: Path, until: str, years: str) -> None:
    assert years in changed(docs, SHELTER, f"until: {until}").facts


def test_bodies_beyond_a_few_are_counted_in_the_sentence(docs: Path) -> None:
    names = ", ".join(f"Body {letter}" for letter in "ABCDEFGH")
    shown = changed(docs, GUIDE, f"partners: [{names}]")
    assert "UNODC, Body A, Body B and 6 others" in shown.facts
    partners = next(row for row in shown.rows if row.label == "Other organizations")
    assert len(partners.values) == 8


def test_addresses_that_are_not_encrypted_are_told_apart(docs: Path) -> None:
    shown = changed(docs, GUIDE, "described_at: http://www.example.org/guide")
    assert shown.access.described_at.plain
    assert shown.access.described_at.host == "example.org"
    assert not shown.access.way.address.plain


@pytest.mark.parametrize(
    ("url", "kind", "text", "is_direct"),
    [
        ("https://www.unodc.org/a.PDF?x=1", "file", "Get the work (PDF)", True),
        ("https://www.unodc.org/docs/1", "file", "Get the work", True),
        ("https://www.unodc.org/guide", "", "Publisher's page", True),
        ("HTTPS://www.unodc.org/guide", "", "Publisher's page", True),
        ("https://www.unodc.org/guide", "page", "Publisher's page", True),
        ("https://www.unodc.org/news", "news", "Publisher's news item", False),
        ("https://www.unodc.org/all", "list", "List that includes it", False),
        ("https://www.unodc.org/", "home", "Publisher's home page", False),
    ],
)
def test_an_address_says_what_it_is(
    docs: Path, url: str, kind: str, text: str, is_direct: bool
) -> None:
    said = f"url: {url}\n" + (f"url_kind: {kind}\n" if kind else "")
    edit(docs / f"{GUIDE}.md", "url: https://www.unodc.org/guide\n", said)
    catalogue = catalogue_of(docs)
    shown: Any = pages_of(catalogue)[GUIDE]
    access = shown.access
    assert (access.way.text, access.way.address.url) == (text, url)
    assert access.is_direct == is_direct
    assert (GUIDE in {entry.path for entry in catalogue.available}) == is_direct


def test_files_are_named_by_their_languages(docs: Path) -> None:
    second = "{language: en, url: 'https://a.org/b.docx'}"
    first = "{language: en, url: 'https://www.unodc.org/guide'}"
    shown = changed(docs, GUIDE, f"files: [{second}, {first}]")
    texts = [(file.text, file.language, file.address.host) for file in shown.access.files]
    assert texts == [("English", "en", "unodc.org"), ("English (Word)", "en", "a.org")]
    assert shown.access.way is None, "the address is one of the files"


def test_two_files_in_one_language_are_told_apart(docs: Path) -> None:
    one, two = (
        "https://undocs.org/en/S/RES/2331(2016)",
        "https://undocs.org/en/S/RES/2388%282017%29",
    )
    files = f"files: [{{language: en, url: '{one}'}}, {{language: en, url: '{two}'}}]"
    shown = changed(docs, GUIDE, files)
    assert [file.text for file in shown.access.files] == [
        "English (2331(2016))",
        "English (2388(2017))",
    ]


def test_sources_that_would_look_the_same_show_their_addresses(docs: Path) -> None:
    """Three reports of one publisher, or a link's purpose is unknown: WCAG 2.4.4."""
    addresses = (
        "https://www.iom.int/2019/x/",
        "https://www.iom.int/2021/x",
        "https://www.ilo.org/x",
    )
    rows = ", ".join(f"{{publisher: Office, url: '{one}'}}" for one in addresses)
    add_fields(docs, GUIDE, f"sources: [{rows}, {{publisher: Office}}]")
    for language, shown in (
        (ENGLISH, "iom.int/2019/x"),
        (LANGUAGES["ar"], "\u2066iom.int/2019/x\u2069"),
    ):
        page: Any = pages_of(catalogue_of(docs), language)[GUIDE]
        hosts = [one.address and one.address.host for one in page.sources]
        assert hosts == [shown, shown.replace("2019", "2021"), "ilo.org", None]


def test_what_is_restricted_or_no_work_cannot_be_had(docs: Path) -> None:
    catalogue = catalogue_of(docs)
    assert [entry.path for entry in catalogue.available] == [GUIDE]
    for state, is_available in (("suspect", True), ("gone", False)):
        (docs / "registers/links.yml").write_text(
            f'"https://www.unodc.org/guide":\n  state: {state}\n  checked: 2026-11-20\n'
            "  since: 2026-11-20\n",
            encoding="utf-8",
        )
        catalogue = catalogue_of(docs)
        assert bool(catalogue.available) is is_available
        facets = {facet.name: facet for facet in make_search_facets(catalogue, ENGLISH)}
        assert bool(facets["available"].terms) is is_available
    (docs / "registers/links.yml").unlink()
    add_fields(docs, GUIDE, "access: restricted")
    assert catalogue_of(docs).available == ()


def test_all_fields_that_nobody_compared_are_named(docs: Path) -> None:
    shown = changed(docs, GUIDE, "unverified: [summary, url, year]\nurl_kind: news")
    assert shown.trust.unverified == "summary, year and address"


def test_a_body_has_the_abbreviation_of_the_language(docs: Path) -> None:
    line = "  abbreviation: IOM\n"
    more = "  abbreviations: {es: OIM, zh: 国际移民组织}\n  names: {es: La OIM, zh: 国际移民组织}\n"
    edit(docs / "registers/organisations.yml", line, line + more)
    edit(docs / f"{GUIDE}.md", "[unodc]", "[iom]")
    assert errors_of(docs) == []
    content = read_content(docs)
    for tag, short, title in (
        ("en", "IOM", "International Organization for Migration (IOM)"),
        ("fr", "IOM", "International Organization for Migration (IOM)"),
        ("es", "OIM", "La OIM (OIM)"),
        ("zh", "国际移民组织", "国际移民组织（IOM）"),
    ):
        catalogue = make_catalogue(
            localized(content, TranslationStatuses(content), tag).content, DAY
        )
        made: Any = pages_of(catalogue, LANGUAGES[tag])
        assert short in made[GUIDE].facts
        (row,) = (row for row in made[GUIDE].rows if row.field == "organisations")
        assert [value.text for value in row.values] == [title]
        assert made["organisations/iom"].abbreviation == ("OIM" if tag == "es" else "IOM")
        facets = make_search_facets(catalogue, LANGUAGES[tag])
        bodies = next(facet for facet in facets if facet.name == "organisations")
        (term,) = (one for one in bodies.terms if one.id == "iom")
        assert term.short == short
        assert "IOM" in (term.short, *term.synonyms)


def test_what_is_due_names_fields_as_readers_do(docs: Path) -> None:
    line = "{number: +54 11 145, country: AR, body: A Ministry, on: 2024-01-05}"
    add_fields(docs, GUIDE, f"unverified: [year, title]\nhelplines: [{line}]")
    language = LANGUAGES["ar"]
    page: Any = pages_of(catalogue_of(docs), language)["contribute/due"]
    (reason,) = {item.brief for part in page.listing.parts for item in part.groups[0].entries}
    names = language.joined([language.text("field.title"), language.text("field.year")])
    called = language.text("due.helpline", value=language.in_order("+54 11 145"))
    assert reason == f"{language.text('due.unverified', value=names)} {called}"
