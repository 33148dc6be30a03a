"""What holds for any bytes: problems in the file, never an exception."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.content_case import CASES, DAY, lay_base
from toolkit.autofix import everything, fix
from toolkit.reports import REPORTS
from toolkit.validation.runner import known_paths

GUIDE = (CASES / "base/docs/prevention/resources/guide.md").read_bytes()
SHELTER = (CASES / "base/docs/protection/practices/shelter.md").read_bytes()
PATHS = ("prevention/resources/guide.md", "protection/practices/shelter.md", "about/any.md")
LISTS = ("registers/organisations.yml", "vocabularies/themes.yml", "registers/terminology.yml")

# What means something to YAML, Markdown or the checks, and what word processors insert.
CHARACTERS = [
    *(
        "---\n",
        "\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "  ",
        "\u00a0",
        "\u200b",
        "\u00ad",
        "\ufeff",
        "\u2028",
    ),
    *(
        ": ",
        ":",
        "- ",
        "-",
        "? ",
        "#",
        " #",
        " # 2",
        "[",
        "]",
        "{",
        "}",
        ",",
        '"',
        "'",
        "“",
        "”",
        "|\n",
    ),
    *(
        ">-\n",
        ">",
        "&a",
        "*a",
        "!t",
        "%",
        "@",
        "`",
        "```\n",
        "~~~\n",
        "\\",
        "<b>",
        "<!--",
        "<![",
        "•",
    ),
    *(
        "## ",
        "# ",
        "===\n",
        "[a](b)",
        "![",
        "](",
        "[1]: ",
        "https://",
        "http://x.org",
        "mailto:a@b.org",
    ),
    *("+54 11 4555 1234", "48.20849, 16.37208", "passport no. 12345678", "UK", "English", "2019"),
    *(
        "title",
        "summary: ",
        "themes: [",
        "countries: [UK]\n",
        "languages:\n- English\n",
        "until: 2020\n",
    ),
    *(
        "review_by: 2020-01\n",
        "NEVER CALL THE TRAFFICKERS",
        "sex slave",
        "é",
        "中",
        "\U0001f600",
        "\x00",
    ),
    *("\x85", "e\u0301", "İ", "ß", "\u202e", "null", "~", "<<: "),
]
PIECES = st.one_of(st.sampled_from(CHARACTERS), st.text(max_size=8)).map(
    lambda text: text.encode("utf-8", "surrogatepass")
)
MADE = st.lists(st.one_of(PIECES, st.binary(max_size=4)), max_size=30).map(b"".join)


@st.composite
def spoilt(draw: st.DrawFn, whole: Sequence[bytes], pieces: st.SearchStrategy[bytes]) -> bytes:
    """A file in which some stretches are replaced."""
    data = draw(st.sampled_from(whole))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        data = data[:start] + draw(pieces) + data[start + draw(st.integers(0, 6)) :]
    return data


SPOILT = spoilt([GUIDE, SHELTER], PIECES)
ANY = st.one_of(st.binary(max_size=200), MADE, SPOILT, MADE.map(lambda made: b"---\n" + made))

PATIENT = settings(deadline=None, suppress_health_check=list(HealthCheck))


def examine(path: str, data: bytes) -> None:
    """Write `data` to `path`, check it, render it, and fix it."""
    with tempfile.TemporaryDirectory() as folder:
        docs = lay_base(Path(folder))
        (docs / path).write_bytes(data)
        content, problems = found = everything(docs, DAY)
        for problem in problems:
            place = problem.finding.location
            lines = place.source.lines
            assert 1 <= place.line <= place.end_line <= len(lines), problem
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1, problem
            assert place.end_column <= len(lines[place.end_line - 1]) + 1, problem
            assert (place.line, place.column) <= (place.end_line, place.end_column), problem
            assert problem.finding.message.strip()
        for report in REPORTS.values():
            report.render(problems, len(content.entries)).encode()
        known = [found]
        fix(docs, DAY, known_paths, lambda: known.pop() if known else everything(docs, DAY))
        after = (docs / path).read_bytes()
        assert fix(docs, DAY, known_paths, lambda: everything(docs, DAY)) == []
        assert (docs / path).read_bytes() == after


@given(path=st.sampled_from(PATHS), data=ANY)
@example(path=PATHS[2], data=b"---\n\xc2\xa0- x\n---\n")
@example(path=PATHS[2], data=b"---\n\x1ftitle: x\n---\n\n\x1ftext\n")
def any_document(path: str, data: bytes) -> None:
    """A Markdown file of any bytes."""
    examine(path, data)


@given(path=st.sampled_from(LISTS), data=st.one_of(st.binary(max_size=100), MADE))
@example(path=LISTS[0], data=b"\r")
@example(path=LISTS[0], data=b"(:")
def any_list(path: str, data: bytes) -> None:
    """A vocabulary or register of any bytes."""
    examine(path, data)
