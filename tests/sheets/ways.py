"""How the text of the form arrives: through mail programs, editors and other systems."""

import quopri
import re
import textwrap
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from urllib.parse import quote

OFFICE = "info@example.org"


def bare(text: str) -> bytes:
    return text.encode()


def quoted(text: str) -> bytes:
    lines = "".join(f"> > {line}\n" for line in text.splitlines())
    return f"Dear colleague,\n\nplease add this:\n\n{lines}\n-- \nA. B.\n[title] office\n".encode()


def broken(text: str) -> bytes:
    """Lines broken at 72 characters, as plain-text mail programs do."""
    lines = [
        part
        for line in text.splitlines()
        for part in textwrap.wrap(line, 72, break_on_hyphens=False) or [""]
    ]
    return "\r\n".join([*lines, "", "-- ", "Sent from my phone"]).encode()


def printable(text: str) -> bytes:
    return quopri.encodestring(text.encode())


def mail(text: str, coding: str, *, with_html: bool = False, charset: str = "utf-8") -> bytes:
    message = EmailMessage()
    message["Delivered-To"] = "b@example.org"
    message["From"] = "a@example.org"
    message["Subject"] = "Toolkit"
    message.set_content(text, cte=coding, charset=charset)
    if with_html:
        message.add_alternative("<p>Something else</p>", subtype="html")
    return message.as_bytes()


def sent_on(text: str) -> bytes:
    whole = EmailMessage()
    whole["Message-ID"] = "<1@example.org>"
    whole["From"] = "b@example.org"
    whole.set_content("Please see below.")
    whole.add_attachment(message_from_bytes(mail(text, "base64"), policy=policy.default))
    return whole.as_bytes()


def attached(text: str, charset: str = "utf-8", body: str = "Please see the file.") -> bytes:
    whole = EmailMessage()
    whole["From"] = "b@example.org"
    whole.set_content(body)
    data = text.encode(charset)
    whole.add_attachment(data, maintype="application", subtype="octet-stream", filename="A.TXT")
    return whole.as_bytes()


def flowed(text: str, coding: str, length: int = 10, before: str = "") -> bytes:
    """Lines broken within words, with a space before each break, as where texts have no spaces."""
    broken_up = re.sub(rf"(?m)(.{{{length}}})(?=.)", r"\1 \n", text)
    broken_up = re.sub(r"(?m)^" if before else r"(?m)^(?= )", before or " ", broken_up)
    plain = b'Content-Type: text/plain; charset="utf-8"'
    data = mail(broken_up, coding)
    assert plain in data
    return data.replace(plain, plain + b"; format=flowed; delsp=yes")


def protected(text: str) -> bytes:
    """With links as Outlook writes them where it protects its users, in lines of their own."""

    def link(match: re.Match[str]) -> str:
        site = "https://eur03.safelinks.protection.outlook.com/?url="
        return (
            f"{match[0]}\n<{site}{quote(match[0], safe='')}&data=05%7Ca%40example.org&reserved=0>"
        )

    return re.sub(r"https://[^\s|]+", link, text).encode()


def around(text: str, before: str, after: str) -> bytes:
    """With signs around each line that has a marker."""
    return "".join(
        f"{before}{line}{after}\n" if line.startswith("[") else f"{line}\n"
        for line in text.splitlines()
    ).encode()


def sent_twice(text: str) -> bytes:
    """In the body, quoted, and as a file."""
    whole = EmailMessage()
    whole["From"] = "b@example.org"
    whole.set_content(quoted(text).decode(), cte="8bit")
    whole.add_attachment(text.encode(), maintype="text", subtype="plain", filename="a.txt")
    return whole.as_bytes()


def named(text: str, name: str) -> bytes:
    return attached(text).replace(b"A.TXT", name.encode())


def bold(text: str, sign: str) -> bytes:
    return re.sub(r"(?m)^(\[[a-z_ ]+\])", rf"{sign}\1{sign}", text).encode()


WAYS: dict[str, Callable[[str], bytes]] = {
    "as it is": bare,
    "with CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "with a mark": lambda text: text.encode("utf-8-sig"),
    "quoted in an answer": quoted,
    "with broken lines": broken,
    "with a broken digest": lambda text: re.sub(r"(\[based on\] .{60})", r"\1\n", text).encode(),
    "indented": lambda text: textwrap.indent(text, "    ").encode(),
    "indented in an answer": lambda text: quoted(text).replace(b"> > ", b"> >   "),
    "quoted-printable": printable,
    "quoted-printable with CRLF": lambda text: printable(text).replace(b"\n", b"\r\n"),
    "mail, quoted-printable": lambda text: mail(text, "quoted-printable"),
    "mail, base64": lambda text: mail(text, "base64"),
    "mail, 8bit": lambda text: mail(text, "8bit"),
    "mail, base64, with a mark": lambda text: b"\xef\xbb\xbf" + mail(text, "base64"),
    "of a mailbox": lambda text: b"From - Thu Nov 26 10:00:00 2026\n" + mail(text, "base64"),
    "mail sent on": sent_on,
    "mail with a file": attached,
    "mail with a file in UTF-16": lambda text: attached(text, "utf-16"),
    "mail with a file in UTF-16, no mark": lambda text: attached(text, "utf-16-le"),
    "mail, 8bit, flowed": lambda text: flowed(text, "8bit"),
    "mail, base64, flowed": lambda text: flowed(text, "base64"),
    "mail, quoted-printable, flowed": lambda text: flowed(text, "quoted-printable"),
    "mail, flowed, with spaces in empty lines": lambda text: flowed(
        re.sub(r"(?m)^$", "SPACE", text), "8bit", length=998
    ).replace(b"SPACE", b" "),
    "mail, flowed, quoted": lambda text: flowed(text, "8bit", before="> "),
    "mail, flowed, quoted twice": lambda text: flowed(text, "8bit", before=">> "),
    "mail, flowed, below a question": lambda text: flowed(f"> Which? \n{text}", "8bit", length=998),
    "mail, flowed, quoted in an answer": lambda text: flowed(
        "A. B. wrote: \n" + textwrap.indent(text, "> "), "8bit", length=998
    ),
    "UTF-16 without a mark, after Chinese": lambda text: f"一、请看\n{text}".encode("utf-16-le"),
    "UTF-16 of a large computer, after Chinese": lambda text: f"一\n{text}".encode("utf-16-be"),
    "UTF-16 without a mark, after long Chinese": lambda text: (
        f"{'一、请看' * 9_000}\n{text}".encode("utf-16-le")
    ),
    "UTF-16 of a large computer, after long Chinese": lambda text: (
        f"{'一、请看' * 9_000}\n{text}".encode("utf-16-be")
    ),
    "with invisible spaces": lambda text: around(text, "\u200b", "\u200b"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "UTF-16 of a large computer": lambda text: text.encode("utf-16-be"),
    "with hard spaces": lambda text: text.replace("] ", "]\u00a0").encode(),
    "from right to left": lambda text: around(text, "\u202b", "\u202c"),
    "typed without spaces": lambda text: re.sub(r"(?m)^(\[[a-z]+\]) (?=\S)", r"\1", text).encode(),
    "typed with colons": lambda text: re.sub(r"(?m)^(\[[a-z]+\]) (?=\S)", r"\1: ", text).encode(),
    "typed with wide colons": lambda text: re.sub(
        r"(?m)^(\[[a-z]+\]) (?=\S)", r"\1：", text
    ).encode(),
    "with links of Outlook": lambda text: re.sub(
        r"https://[^\s|]+", r"\g<0><\g<0>>", text.replace(OFFICE, f"{OFFICE}<mailto:{OFFICE}>")
    ).encode(),
    "with links that Outlook protects": protected,
    "mail, quoted-printable, of Windows": lambda text: mail(
        text, "quoted-printable", charset="windows-1252"
    ),
    "mail, base64, in more Chinese than it says": lambda text: mail(
        text, "base64", charset="gb18030"
    ).replace(b"gb18030", b"gb2312"),
    "mail, 8bit, in more than it says": lambda text: mail(
        text, "8bit", charset="windows-1252"
    ).replace(b"windows-1252", b"iso-8859-1"),
    "quoted with bars": lambda text: quoted(text).replace(b"> > ", b"| > "),
    "with bold markers": lambda text: bold(text, "**"),
    "with bold markers of plain text": lambda text: bold(text, "*"),
    "with wide brackets": lambda text: re.sub(r"(?m)^\[([a-z_ ]+)\]", r"［\1］", text).encode(),
    "with separators of lines": lambda text: text.replace("\n", "\u2028").encode(),
    "with next lines": lambda text: text.replace("\n", "\x85").encode(),
    "mail with a file of Markdown": lambda text: named(text, "a.md"),
    "mail with a file .text": lambda text: named(text, "a.text"),
    "mail that has it twice": sent_twice,
    "mail of a list": lambda text: attached(text).replace(b"Please", b"[toolkit list] Please"),
    "mail with HTML": lambda text: mail(text, "quoted-printable", with_html=True),
}
