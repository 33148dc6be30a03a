"""What holds for any workbook: a message and an exit code, nothing half imported."""

import contextlib
import faulthandler
import gc
import io
import re
import tempfile
import zipfile
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st

from tests.content_case import lay_base
from tests.hostile.any_bytes import CHARACTERS
from toolkit.cli.main import run

# Seconds after which a run's traceback is printed and the run killed.
_HANGS = 120
_BITS = (
    *(b"<", b">", b"&", b'"', b"\x00", b"</row>", b"</sheetData>", b"<sheetData>", b"999999999"),
    *(b"<![CDATA[", b"<!--", b"&#x1;", b"&lol;", b"xmlns:x='y'", b"<c/>", b"<c r=''><v/></c>"),
)
_CELL = re.compile(rb"<c [^>]*/>|<c [^>]*>.*?</c>", re.S)
_TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            [*CHARACTERS, "=1", "@x", "ILO", " | ", "; ", "guide", "shelter: x", "a" * 900]
        ),
        st.sampled_from(["English", "Prevention", "Report", "Global", "World", "2019", "url: "]),
        st.text(max_size=8),
    ),
    max_size=6,
).map("".join)
# Content and form of a cell.
_FORMS = st.one_of(
    _TEXTS.map(lambda text: f' t="inlineStr"><is><t>{_escaped(text)}</t></is>'),
    _TEXTS.map(lambda text: f' t="str"><f>{_escaped(text)}</f><v>{_escaped(text)}</v>'),
    _TEXTS.map(lambda text: f' t="e"><v>{_escaped(text)}</v>'),
    st.one_of(st.floats().map(str), st.integers().map(str), st.just("")).map(
        lambda number: f"><v>{number}</v>"
    ),
    st.tuples(st.sampled_from(["s", "b", "d", "n", "?"]), st.integers(-2, 999)).map(
        lambda both: f' t="{both[0]}"><v>{both[1]}</v>'
    ),
    st.sampled_from(["1", "14", "99", "-1"]).map(lambda style: f' s="{style}"><v>45000.5</v>'),
)
_ROWS = (
    *(b'<row r="3" hidden="1">', b'<row r="2">', b'<row r="1048577">', b'<row r="-1">', b"<row>"),
)
_ENDS = (
    b'</sheetData><mergeCells><mergeCell ref="A1:C5"/></mergeCells>',
    b'</sheetData><mergeCells><mergeCell ref="A0:"/></mergeCells>',
    b'<row r="9"><c r="B9" t="inlineStr"><is><t>A new title</t></is></c></row></sheetData>',
    b'<row r="9"><c r="XFE9"><v>1</v></c></row></sheetData>',
)


def _escaped(text: str) -> str:
    kept = "".join(sign for sign in text if sign >= " " or sign in "\t\n\r")
    return escape(kept.encode("utf-8", "replace").decode())


@cache
def _good() -> bytes:
    """A workbook of the small content, which imports without changes."""
    with tempfile.TemporaryDirectory() as folder:
        docs = lay_base(Path(folder))
        book = Path(folder) / "list.xlsx"
        assert _run("export", book, docs)[0] == 0
        return book.read_bytes()


def _run(what: str, book: Path, docs: Path) -> tuple[int, str]:
    gc.callbacks.clear()  # Hypothesis's, which prints a time limit that ends it
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = run(["sheet", what, str(book), "--docs", str(docs)])
    return code, said.getvalue()


def _parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(_good())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


@st.composite
def spoilt_cells(draw: st.DrawFn) -> bytes:
    """An intact workbook, but with anything in its sheets."""
    parts = _parts()
    sheets = [name for name in sorted(parts) if "worksheets/" in name and _CELL.search(parts[name])]
    for _ in range(draw(st.integers(1, 5))):
        name = draw(st.sampled_from(sheets))
        data = parts[name]
        cells = list(_CELL.finditer(data))
        if draw(st.integers(0, 5)):
            cell = draw(st.sampled_from(cells))
            place = cell[0].partition(b'"')[2].partition(b'"')[0]
            made = b'<c r="%s"%s</c>' % (place, draw(_FORMS).encode())
            data = data[: cell.start()] + made + data[cell.end() :]
        elif draw(st.booleans()):
            data = data.replace(b"</sheetData>", draw(st.sampled_from(_ENDS)), 1)
        else:
            rows = list(re.finditer(rb"<row [^>]*>", data))
            row = draw(st.sampled_from(rows))
            data = data[: row.start()] + draw(st.sampled_from(_ROWS)) + data[row.end() :]
        parts[name] = data
    return _zipped(parts)


@st.composite
def spoilt_parts(draw: st.DrawFn) -> bytes:
    """A workbook with some pieces of one part replaced, or with a part missing."""
    parts = _parts()
    name = draw(st.sampled_from(sorted(parts)))
    for _ in range(draw(st.integers(0, 3))):
        data = parts[name]
        start = draw(st.integers(0, len(data)))
        end = start + draw(st.sampled_from([0, 1, 5, 60]))
        parts[name] = data[:start] + draw(st.sampled_from(_BITS)) + data[end:]
    if draw(st.integers(0, 3)) == 0:
        del parts[name]
    return _zipped(parts)


@st.composite
def spoilt_zips(draw: st.DrawFn) -> bytes:
    """A workbook whose zip is damaged."""
    data = _good()
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        piece = draw(st.binary(max_size=8))
        data = data[:start] + piece + data[start + draw(st.sampled_from([0, len(piece), 500])) :]
    return data


@given(data=st.one_of(spoilt_cells(), spoilt_cells(), spoilt_parts(), spoilt_zips()))
def any_workbook(data: bytes) -> None:
    """A workbook of any bytes: only an import without errors changes an entry."""
    with tempfile.TemporaryDirectory() as folder:
        docs = lay_base(Path(folder))
        book = Path(folder) / "list.xlsx"
        book.write_bytes(data)
        before = {path: path.read_bytes() for path in docs.rglob("*.md")}
        faulthandler.dump_traceback_later(_HANGS, exit=True)
        said = [_run(what, book, docs) for what in ("check", "import")]
        faulthandler.cancel_dump_traceback_later()
        assert {code for code, _ in said} <= {0, 1, 2}, said
        assert all(text.strip() and "Traceback" not in text for _, text in said), said
        if said[1][0]:
            assert {path: path.read_bytes() for path in docs.rglob("*.md")} == before
