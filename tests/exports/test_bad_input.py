"""Titles, names and ids of every kind: each format stays valid and keeps everything it can hold."""

import json
import re
import warnings
from dataclasses import replace

import html5lib
from bibtexparser.entrypoint import parse_string
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph, URIRef

from tests.exports.readers import read_bib, read_csl, read_csv, read_dc, read_mods, read_ris
from tests.pages.small import sample_site
from toolkit.csv_text import csv_text
from toolkit.exports import dublin_core, schema_org
from toolkit.exports.formats import FORMATS, whole
from toolkit.exports.record import Work, plain
from toolkit.exports.tags import tags

TELLING = (
    *("{", "}", "{{", "\\", "\\textbf{", '"', "'", "&", "&amp;", "%", "$", "#", "_", "~", "^"),
    *("\n", "\r\n", "\t", "\x00", "\x0b", "\x1b", "\u2028", "\ufeff", "<", ">", "</script>"),
    *("]]>", "<!--", "=", "+1", "-1", "@cmd", "=1+1", "; ", "|", ",", " and ", "ER  - ", "TY  - "),
    *("دليل", "指南", "🧭", "é", "é", "A" * 300),
)
texts = st.lists(
    st.one_of(
        st.sampled_from(TELLING), st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
    ),
    min_size=1,
    max_size=6,
).map("".join)
said = texts.filter(plain)


@st.composite
def works(draw: st.DrawFn) -> Work:
    known = tuple(sample_site().exports.works.values())
    work = draw(st.sampled_from(known[:12]))
    title = draw(said)
    # Formats with one text for all numbers or names join them with `; `.
    names = st.lists(said, max_size=3).map(tuple)
    return replace(
        work,
        id=draw(st.sampled_from(("2006-guide", "guide", "9"))),
        title=title,
        summary=draw(texts),
        authors=draw(names),
        bodies=draw(names),
        issued=draw(st.sampled_from(("", "2019", "2026-11-25"))),
        url=draw(st.sampled_from(("", "https://example.org/a{b}?c=d&e=%20#f_g"))),
        identifiers=draw(st.sampled_from(((), (("isbn", "978-92-2-121321-5"), ("symbol", "A/1"))))),
        languages=draw(st.sampled_from(((), ("ar", "zh-Hans")))),
        entry=replace(work.entry, title=title, partners=draw(names)),
    )


def alone(name: str, work: Work) -> str:
    form = FORMATS[name]
    return b"".join(whole(form, [form.one(work)])).decode()


@settings(max_examples=25)
@given(works())
def test_bibtex_holds_it(work: Work) -> None:
    found = read_bib(alone("bib", work))
    assert set(found) == {work.id}
    title, year, _authors, numbers = found[work.id]
    # Decoders treat runs of spaces and of quotation marks as typography.
    assert letters(title) == letters(work.title)
    assert (year, numbers) == (work.year, work.numbers("isbn"))


def test_signs_of_tex_are_escaped_in_texts() -> None:
    work = next(iter(sample_site().exports.works.values()))
    made = alone("bib", replace(work, id="9", title="\\x{}~^&%$#_", url="https://x.org/\\{}"))
    assert "{_9,\n" in made
    title = r"{\textbackslash}x{\textbraceleft}{\textbraceright}{\textasciitilde}{\textasciicircum}"
    assert f"title = {{{{{title}\\&\\%\\$\\#\\_}}}}" in made
    assert "url = {https://x.org/%5C%7B%7D}" in made


def test_bibtex_holds_addresses_and_numbers_that_links_are_made_of_as_they_are() -> None:
    work = next(iter(sample_site().exports.works.values()))
    url, doi = "https://example.org/a_b?c=%20&d#e~f", "10.1175/1-0493(1998)126_<1:A>2.0.CO;2"
    made = replace(work, url=url, identifiers=(("doi", doi),))
    (entry,) = parse_string(alone("bib", made)).entries
    assert (entry["url"], entry["doi"]) == (url, doi)


def letters(text: str) -> str:
    """What no decoder changes: some write a circumflex as its lookalike letter."""
    return "".join(re.findall(r"[^\W_]", plain(text).replace("ˆ", "^").replace("˜", "~")))


@settings(max_examples=60)
@given(works())
def test_lines_elements_and_objects_hold_it(work: Work) -> None:
    one_line = (plain(work.title), work.year, tuple(map(plain, work.authors)))
    assert read_ris(alone("ris", work))[work.id][:3] == one_line
    assert read_mods(alone("mods.xml", work))[work.id][:3] == one_line
    assert read_dc(dublin_core.one(work))[:3] == one_line
    assert read_csl(alone("csl.json", work))[work.id][:3] == (work.title, work.year, work.authors)
    (made,) = json.loads(alone("json", work))
    assert made["title"] == work.title
    assert made.get("partners", []) == list(work.entry.partners)


@settings(max_examples=60)
@given(works())
def test_the_table_holds_it_and_no_cell_is_a_formula(work: Work) -> None:
    (row,) = read_csv(alone("csv", work).encode())
    assert row["title"].removeprefix("'") == work.title
    joined = "; ".join(one.replace(";", "\\;") for one in work.entry.partners)
    assert row["partners"].removeprefix("'") == joined
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


def test_no_cell_can_be_taken_for_a_formula() -> None:
    cells = ["=1", "+1", "-1", "@x", "\tx", "'x", "x=1", -1]
    assert csv_text([cells]) == "'=1,'+1,'-1,'@x,'\tx,''x,x=1,-1\r\n"


@settings(max_examples=60)
@given(works())
def test_the_block_and_the_tags_of_a_page_hold_it(work: Work) -> None:
    block = schema_org.in_page(work)
    html = f'<!doctype html><script type="application/ld+json">{block}</script><p>after'
    page = html5lib.parse(html, namespaceHTMLElements=False)
    (script,) = page.iter("script")
    assert json.loads(script.text or "")["name"] == work.title
    assert [one.text for one in page.iter("p")] == ["after"]
    authors = [content for name, content in tags(work, "en") if name == "citation_author"]
    assert [letters(one) for one in authors] == list(map(letters, work.authors))
    assert all("," not in one[:-1] and ";" not in one for one in authors)


def test_a_graph_of_bad_titles_is_read() -> None:
    work = next(iter(sample_site().exports.works.values()))
    made = replace(work, title="".join(TELLING))
    text = alone("jsonld", made).replace("\x00", "")
    graph = read_graph(text)
    names = list(graph.objects(URIRef(work.identifier), URIRef("https://schema.org/name")))
    assert [str(name) for name in names] == ["".join(TELLING)]


def read_graph(text: str) -> Graph:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return Graph().parse(data=text, format="json-ld")
