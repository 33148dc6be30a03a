"""The lines of a message, however email programs encoded, wrapped or forwarded it."""

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import NamedTuple

from toolkit.problems import ToolkitError, read_bounded
from toolkit.sheets.cells import SPACES
from toolkit.validation.hosts import aim_of
from toolkit.validation.web_addresses import objection

_LARGEST = 1_000_000  # bytes
_HEAD = re.compile(rb"(?:From [^\n]*\n)?(?:[A-Za-z][\w-]*:[^\n]*\n|[ \t]+\S[^\n]*\n)+(?=\r?\n)")
_OF_MAIL = re.compile(rb"^(?:From|Subject|Received|MIME-Version|Content-Type):", re.I | re.M)
# Files of other programs: PDF, Word and other zips, Outlook and older Word, RTF, web pages.
_NO_TEXT = re.compile(rb"%PDF|PK\x03\x04|\xd0\xcf\x11\xe0|\{\\rtf|\s*<(?:!doctype|html)", re.I)
# What a message begins with; a whole one.
_OURS = re.compile(rb"\[toolkit (?:resource|practice|task)\]", re.I)
_WHOLE = re.compile(r"\[toolkit(?:resource|practice|task)\].*?(?:\[end\]|$)", re.I)
_BYTE = re.compile(rb"=([0-9A-Fa-f]{2})")
# A sign and the end of a line, as quoted-printable has them.
_SIGN, _END = re.compile("=(?:3D|C[23]|E2)"), re.compile(r"=\r?$", re.M)
# Ends of lines of some programs, where there are no others.
_OTHER_ENDS = re.compile("[\v\x85\u2028\u2029]")
# What programs write under the name of an older character set, which has fewer characters.
_MEANT = {"iso-8859-1": "cp1252", "gb2312": "gb18030"}
# Invisible marks, of direction above all, which email programs put around lines.
_MARKS = "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"

_ADDRESS = re.compile(r"https?://[^\s<>()\[\]|]+(?<![.,;:])")
# As email programs write a link whose words are its address; they may break the line between.
_TWICE = re.compile(
    r"(?<![^\s(\[])((?:https?://|www\.)[^\s<>()\[\]]++|[\w.+-]++@[\w.-]++)"
    r"\s?<(?:https?://|mailto:)?\1/?>"
)

# What a wrapped line has before it if it is quoted.
_QUOTES = re.compile(r"(?:> ?)*")

# A line, and its number in the file.
Line = tuple[int, str]


class _Text(NamedTuple):
    """A text, the number of its first line, and whether its wrapped lines end with a space more.

    One in quoted-printable is not decoded: each character stands for a byte of the `charset`.
    """

    text: str
    first: int = 1
    charset: str = ""
    is_flowed: bool = False


def lines_of(path: Path, issue_in: Callable[[str], str]) -> list[Line]:
    """The lines of a file that is a message, or holds a mail with one; or with an issue, which
    `issue_in` finds in a text.

    Raises ToolkitError where it can't be read.
    """
    data = read_bounded(path, _LARGEST, str(path), "check the name.").removeprefix(BOM_UTF8)
    if len(data) > _LARGEST:
        raise ToolkitError(f"{path} is too large to be a message.", "copy only its text.")
    if _NO_TEXT.match(data):
        raise ToolkitError(
            f"{path} is not a text file.",
            "open it, and copy the text of the message into a text file.",
        )
    head = _HEAD.match(data)
    if head and _OF_MAIL.search(head[0]):
        try:
            text, first, charset, is_flowed = _body_of_mail(data, path, issue_in)
        except (ToolkitError, MemoryError):
            raise
        except Exception as error:  # the library raises whatever a broken header leads it to
            raise ToolkitError(
                f"{path} is damaged: it can't be read as an email.",
                "copy the text of the email into a file.",
            ) from error
    else:
        text, first, charset, is_flowed = _Text(_decoded(data, _charset_of(data) or "utf-8", path))
    if not charset and _SIGN.search(text) and _END.search(text):
        text, charset = text.encode().decode("latin-1"), "utf-8"
    lines = _joined(text, first, is_quoted=bool(charset))
    if charset:
        lines = ((number, _decoded(_bytes_of(line), charset, path)) for number, line in lines)
    if is_flowed:
        lines = _unwrapped(lines)
    return [(number, _bare(line)) for number, line in lines]


def _charset_of(data: bytes) -> str:
    """The character set of a text of two bytes a character, as Windows saves it; or empty."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    # The same without a mark: one half of it holds our sign. If not, count the halves of Latin
    # letters and line ends that are empty; a long Chinese text has few of them.
    for start, name in enumerate(("utf-16-le", "utf-16-be")):
        if _OURS.search(data[start::2]):
            return name
    first, second = data[::2].count(0), data[1::2].count(0)
    if 100 * (first + second) < len(data) or first == second:
        return ""
    return "utf-16-be" if first > second else "utf-16-le"


def _body_of_mail(data: bytes, path: Path, issue_in: Callable[[str], str]) -> _Text:
    mail = message_from_bytes(data, policy=policy.default)
    assert isinstance(mail, EmailMessage)  # noqa: S101 - as the policy has it
    # Forwarded or attached messages are in separate parts; some programs call any file binary.
    texts = [
        (part, raw)
        for part in mail.walk()
        if part.get_content_type() in ("text/plain", "text/markdown")
        or str(part.get_filename("")).lower().endswith((".txt", ".text", ".md"))
        if isinstance(raw := part.get_payload(decode=True), bytes)
    ]
    ours = [
        (part, raw)
        for part, raw in texts
        if _OURS.search(plain := raw.replace(b"\0", b"")) or issue_in(plain.decode("latin-1"))
    ]
    decoded = (
        _decoded(raw, _charset_of(raw) or str(part.get_content_charset("utf-8")), path)
        for part, raw in (ours if len(ours) > 1 else ())
    )
    if len({_whole(text, issue_in) for text in decoded}) > 1:
        raise ToolkitError(
            f"{path} has several messages of the form, which are not the same.",
            "copy each that you need into a text file of its own.",
        )
    body = ours[0][0] if ours else mail.get_body(("plain",))
    if body is None:
        raise ToolkitError(f"{path} has no plain text.", "copy the text of the email into a file.")
    coding = str(body.get("Content-Transfer-Encoding", "")).lower()
    charset = body.get_content_charset("utf-8")
    is_flowed = str(body.get_param("delsp", "")).lower() == "yes"
    head, _, rest = data.replace(b"\r\n", b"\n").partition(b"\n\n")
    if mail.is_multipart() or coding == "base64":
        raw = body.get_payload(decode=True)
        assert isinstance(raw, bytes)  # noqa: S101 - a part without parts
        return _Text(_decoded(raw, _charset_of(raw) or charset, path), is_flowed=is_flowed)
    first = head.count(b"\n") + 3
    if coding == "quoted-printable":
        return _Text(rest.decode("latin-1"), first, charset, is_flowed)
    return _Text(_decoded(rest, charset, path), first, is_flowed=is_flowed)


def _whole(text: str, issue_in: Callable[[str], str]) -> str:
    """A message or an issue in a text, without its spaces and marks of quoting."""
    words = re.sub(r"[\s>]+", "", text)
    found = _WHOLE.search(words)
    return found[0] if found else re.sub(r"[\s>]+", "", issue_in(text))


def _decoded(data: bytes, charset: str, path: Path) -> str:
    for name in (_MEANT.get(charset, charset), charset, "utf-8", "cp1252"):
        try:
            text = data.decode(name).removeprefix("\ufeff")
            text.encode()  # UTF-7 and others have halves of characters, which no file can hold
            return text
        except (ValueError, LookupError):
            continue
    raise ToolkitError(f"{path} is not text.", "save the text of the message as UTF-8.")


def _joined(text: str, first: int, *, is_quoted: bool) -> Iterator[Line]:
    """The lines with their numbers; those that quoted-printable has broken are whole again."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not is_quoted and "\n" not in text.strip():
        text = _OTHER_ENDS.sub("\n", text)
    begun, number = "", 0
    for n, line in enumerate(text.split("\n"), first):
        number = number or n
        if is_quoted and line.endswith("="):
            begun += line[:-1]
            continue
        yield number, begun + line
        begun, number = "", 0
    if begun:
        yield number, begun


def _unwrapped(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines whole again, without the space that marks each break (DelSp of RFC 3676).

    Scripts without spaces would get one wherever a program has broken a line. Nor is the space kept
    that such programs put before a line that begins with one.
    """
    begun, number, depth = "", 0, 0
    for n, line in lines:
        quotes = _QUOTES.match(line)
        before = quotes[0] if quotes else ""
        if begun and before.count(">") != depth:
            yield number, begun
            begun, number = "", 0
        number, depth = number or n, before.count(">")
        text = line[len(before) :] if depth else line.removeprefix(" ")
        whole = begun + text if begun else before + text
        if text.endswith(" ") and text != "-- ":
            begun = whole[:-1]
            continue
        yield number, whole
        begun, number = "", 0
    if begun:
        yield number, begun


def unquoted(text: str, before: str) -> str:
    """A line without the marks of quoting and the indentation that another one has `before` it."""
    signs = re.findall("[>|]", before)
    for sign in signs:
        text = re.sub(rf"^[ \t]*{re.escape(sign)} ?", "", text)
    indent = re.split("[>|]", before)[-1]
    return text.removeprefix(indent.removeprefix(" " if signs else ""))


def addresses_as_sent(text: str) -> str:
    """A text with each address once, and without the site that an email program put before it."""
    return _TWICE.sub(r"\1", _ADDRESS.sub(_direct, text))


def _direct(match: re.Match[str]) -> str:
    address = match[0]
    return (objection(address) is None and aim_of(address)) or address


def _bare(line: str) -> str:
    """A line with plain spaces, and nothing put around its marker."""
    text = SPACES.sub(" ", line)
    inside = text.lstrip(_MARKS)
    return inside.rstrip(_MARKS) if inside.startswith(("[", ">")) else text


def _bytes_of(line: str) -> bytes:
    """The bytes that a line in quoted-printable stands for."""
    return _BYTE.sub(lambda match: bytes.fromhex(match[1].decode()), line.encode("latin-1"))
