"""Documents made from text, without a folder."""

from pathlib import PurePosixPath

from toolkit.content.document import Document
from toolkit.content.front_matter import read_front_matter
from toolkit.content.markdown_files import place_of
from toolkit.source import SourceFile


def document_of(text: str, path: str = "prevention/resources/manual.md") -> Document:
    """The entry that a file with this text would be."""
    kind, pillar = place_of(path)
    source = SourceFile(f"docs/{path}", text)
    front = read_front_matter(source)
    # A text with such a character is refused, but has a digest all the same.
    assert {fault.check for fault in front.faults} <= {"control-character"}
    place = str(PurePosixPath(path).with_suffix(""))
    return Document(source, place, kind, pillar, front.mapping, front.body_line, front.body_start)
