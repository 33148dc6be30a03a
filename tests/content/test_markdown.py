"""The outline of a body agrees with Python-Markdown's HTML."""

import re
from html import unescape
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.toc import slugify_unicode

from toolkit.content.markdown import Outline
from toolkit.source import SourceFile

SAMPLES = {
    "levels": "## One\n\ntext\n\n### Two\n\n###### Six\n\n####### Seven",
    "closing signs": "## One ##\n\n## Two #\n\n## C\\#\n\n##Three",
    "in a paragraph": "text\n## One\nmore\n### Two\nmore",
    "underlined": "One\n===\n\nTwo\n---\n\ntext\nmore\n---\n\n---\n\nThree\n-",
    "the same twice": "## One\n\n## One\n\n## One\n\n## One 1",
    "letters": "## Évaluation à l’œil\n\n## دليل العمل\n\n## Обзор\n\n## 人口贩运",
    "signs": "## What? Why: a/b & c (d)\n\n## A — B – C\n\n## 10 % of all\n\n## _\n\n## snake_case",
    "markup": "## *One* and **two**\n\n## `code` here\n\n## A [link](x.md) in it\n\n## A\\*b",
    "fences": "```\n## No\n[a](b)\n```\n\n~~~markdown\n## No\n~~~\n\n## Yes",
    "open fence": "```\n## One\n\n[a](b.md)",
    "fence of another kind": "````\n```\n## No\n````\n\n## Yes",
    "indented code": "text\n\n    ## No\n    [a](b.md)\n\n## Yes",
    "code spans": "`[a](b.md)` and ``[c](`d.md)`` and [e](f.md) and \\`[g](h.md)`",
    "stray backtick": "a ` stray\n\n[a](b.md) and another `",
    "links": '[a](b.md) [c]( d.md ) [e](f.md "title") [g](<h i.md>) ![j](k.png) [l](m_(n).md)',
    "automatic": "<https://a.example/> and <https://b.example/x?y=z>",
    "no link": "a](b.md) [c] (d.md) \\[e](f.md) [g]\\(h.md)",
    "definition": "[a][1] and [b][]\n\n[1]: c.md\n[b]: <d.md> 'title'",
    "over lines": "[a long\ntext](b.md) and\n[c](\nd.md)",
    "table": "| a | b |\n|---|---|\n| [c](d.md) | `[e](f.md)` |\n\n## Yes",
    "list": "- one\n- [a](b.md)\n\n    [c](d.md)\n\n## Yes",
    "definitions": "Term\n:   [a](b.md)\n\n## Yes",
    "admonition": "!!! note\n    [a](b.md)\n\n## Yes",
    "footnote": "text[^1]\n\n[^1]: [a](b.md)\n\n## Yes",
}


def outline(body: str) -> Outline:
    return Outline(SourceFile("x.md", f"above\n{body}"), 2, len("above\n"))


def rendered(body: str) -> str:
    extensions = ["admonition", "def_list", "fenced_code", "footnotes", "sane_lists", "tables"]
    markdown = Markdown(
        extensions=[*extensions, "toc"],
        extension_configs={"toc": {"slugify": slugify_unicode}},
        output_format="html",
    )
    return markdown.convert(body)


@pytest.mark.parametrize("body", SAMPLES.values(), ids=SAMPLES)
def test_headings(body: str) -> None:
    expected = re.findall(r'<h([1-6]) id="([^"]*)">', rendered(body))
    assert [(str(one.level), one.anchor) for one in outline(body).headings] == expected


@pytest.mark.parametrize(
    "body", [SAMPLES[name] for name in SAMPLES if name not in ("no link", "definition")]
)
def test_links(body: str) -> None:
    html = re.sub(r'<sup.*?</sup>|<a class="footnote-backref".*?</a>', "", rendered(body))
    expected = re.findall(r'(?:href|src)="([^"]*)"', html)
    assert [link.target for link in outline(body).links] == expected


# Each links to x.md on the page, so it must be found here, whatever is around it.
LEADING = {
    "definition in a quotation": "[a][r]\n\n> [r]: x.md",
    "definition in a list": "[a][r]\n\n- [r]: x.md",
    "definition in a paragraph of a list": "[a][r]\n\n- b\n\n    [r]: x.md",
    "definition in a definition": "[a][r]\n\nTerm\n:   [r]: x.md",
    "definition in a box": "[a][r]\n\n!!! note\n    [r]: x.md",
    "definition in a note": "[a][r] b[^1]\n\n[^1]: c\n\n    [r]: x.md",
    "definition between backticks": "a `\n[r]: x.md\nb `\n\n[c][r]",
    "definition in many brackets": "[a][r]\n\n[r]: <<x.md>>",
    "backslash": "[a\\\\](x.md)",
    "paragraph of a box": "!!! note\n    a\n\n    [b](x.md)",
    "paragraph of a definition": "Term\n:   a\n\n    [b](x.md)",
    "paragraph of a note": "a[^1]\n\n[^1]: b\n\n    [c](x.md)",
    "below a blank that is none": "a\n\u00a0\n    [b](x.md)",
    "fence that is none": "```a b\n\n[c](x.md)\n\n```",
    "backtick of a heading": "# a `\n[b](x.md) `",
    "backtick of an item": "- `a\n- [b](x.md) `c",
    "backtick of a term": "Term `\n:   [a](x.md) `",
    "backtick of a row": "| ` |\n|--|\n| [a](x.md) |\n| ` |",
    "backtick before a quotation": "> a `\n> > [b](x.md) `",
    "backticks of several lengths": "```abc`d`[e](x.md) `\n````",
    "backticks without an end": "a `` [b](x.md) ` ``` `",
    "backslash before backticks": "\\\\`a` [b](x.md) `",
    "link in what looks like an address": "a](https://a.example/[b](x.md))",
}


@pytest.mark.parametrize("body", LEADING.values(), ids=LEADING)
def test_no_link_hides(body: str) -> None:
    assert 'href="x.md"' in rendered(body)
    assert "x.md" in [link.target for link in outline(body).links]


def test_mailboxes_are_links() -> None:
    body = "Write to <a@b.example?cc=c@d.example> or [the office](mailto:g@h.example)."
    hrefs = re.findall(r'href="([^"]*)"', unescape(rendered(body)))
    links = outline(body).links
    assert [link.target for link in links] == hrefs
    assert links[0].target == "mailto:a@b.example?cc=c@d.example"
    place = links[0].location
    assert (place.line, place.column, place.end_column) == (2, 11, 37)


def test_links_of_definitions_are_found_at_the_definition() -> None:
    found = outline(SAMPLES["definition"]).links
    assert [(link.target, link.location.line) for link in found] == [("c.md", 4), ("d.md", 5)]


@pytest.mark.parametrize("body", SAMPLES.values(), ids=SAMPLES)
def test_links_stand_where_they_are_said_to_stand(body: str) -> None:
    for link in outline(body).links:
        place = link.location
        line = place.source.line(place.line)
        assert line[place.column - 1 : place.end_column - 1] == link.target


def test_headings_stand_where_they_are_said_to_stand() -> None:
    one, two = outline("##  One  ##\n\nTwo\n---").headings
    assert (one.location.line, one.location.column, one.location.end_column) == (2, 5, 8)
    assert (two.location.line, two.location.column, two.location.end_column) == (4, 1, 4)


@settings(max_examples=200)
@given(st.text(alphabet="#=-`~[]()<>!\\*_ \n\tab:1.|^&;é", max_size=200))
def test_any_text_has_an_outline(body: str) -> None:
    lines = len(body.split("\n"))
    found = outline(body)
    places = [heading.location for heading in found.headings]
    for place in (*places, *(link.location for link in found.links)):
        assert 2 <= place.line <= lines + 1
        assert 1 <= place.column <= place.end_column <= len(place.source.line(place.line)) + 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        *("[", "[\n", "# a ", "` ", "``` ` ", "](", "](<", "](a", "<http:", "# [a](", "[a\n"),
        *("![", "![a] ", "![[a] ", "![[a]![", "![a][", "![[a]](", "a\n-\n", "[a]:", "[a]: <"),
        *("<a@", "<@a ", "](a](b)", '](a "', ' "', " '\n"),
        *("[^a]:", "\\", "\\\\](", ">", "- ", "`a` ", "`\n", "\\`", "```" + " " * 249_997),
    ],
    ids=lambda piece: piece[:9],
)
def test_no_text_takes_more_than_its_length(piece: str) -> None:
    """More than any file may have; a scan that backtracks over the text would take minutes."""
    started = process_time()
    found = outline(piece * (250_000 // len(piece)) + "{")
    assert found.headings is not None
    assert found.links is not None
    assert process_time() - started < 20


def test_a_heading_with_a_wide_gap_is_read_at_once() -> None:
    (heading,) = outline(f"# a{' ' * 1_000_000}b").headings
    assert heading.level == 1


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("## One ##", "One"),
        ("## C\\#", "C#"),
        ("## C\\# #", "C#"),
        ("## *One* [two](x.md) `three`", "One two three"),
        ("##", ""),
    ],
)
def test_words_of_headings(line: str, words: str) -> None:
    assert [heading.text for heading in outline(line).headings] == [words]
