"""What keeps a text from being an address that readers can open and trust."""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

from toolkit.validation.words import unquoted

_LAPSED_DOMAIN = "icat.network"

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_BEGINNING = re.compile(r"https?://", re.IGNORECASE)
# An address inside another one, as used by archives and redirects.
_GOES_ON = re.compile(r"[^\s,;|]https?://", re.IGNORECASE)
_BARE_HOST = re.compile(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?:[/?#]\S*)?")
HOST = re.compile(
    r"(?!-)[^\W_](?:[^\W_]|-)*(?:\.[^\W_](?:[^\W_]|-)*)*\.(?:[^\W\d_]{2,}|xn--[\w-]+)"
)
_TWICE = re.compile(r"https?://(https?://[^\s/]+\.[^\s]*)", re.IGNORECASE)
# In angle brackets or a Markdown link; with a mistyped scheme; as a DOI.
_WITHIN = re.compile(r"(?:<|\[[^\[\]]*\]\()(https?://[^\s<>()]+)[>)]", re.IGNORECASE)
_MISTYPED = re.compile(
    r"h?t{1,3}ps?s?[:;]?/{1,3}((?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?)", re.IGNORECASE
)
# In what is put around it: by a browser's viewer, a formula of a spreadsheet, or in brackets.
_AROUND = re.compile(
    r"[=(a-z-][^\s/]*?(?://\w*+/?)?(https?://[^\s<>()\"';]++)[^\s/]*", re.IGNORECASE
)
_DOI = re.compile(r"(?:doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
FILE = re.compile(r"[\w.-]+\.(?:pdf|docx?|xlsx?|pptx?|html?|png|jpe?g)", re.IGNORECASE)
# When somebody saw it, or what it is, as reports add it.
_NOTED = re.compile(
    r"(https?://\S+?)(?:[,;]\s++(?!\S*/|.*\.\w{3,4}\Z)|\s+[(\[][^()\[\]/]*[)\]]\s*\Z|[.,;]?\s+[(\[]?(?:accessed|consulted|retrieved|last|viewed"
    r"|visited|consulté|consultado|pdf|in English|дата обращения)\b).*",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[^/:<\[]{1,80}[:：\s]\s*(https?://[^\s<>()\[\]]+)", re.IGNORECASE)
_NEVER = re.compile('[\x00-\x20\x7f-\xa0<>"\\\\^`{}|\u2028-\u202e\u2066-\u2069\u200b-\u200f\ufeff]')
_WIDTHLESS = "\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
# As typed on other keyboards or copied out of a sentence or the source of a page. Some names of
# pages end with a full stop: of companies, initials, and King_Jr.
_TYPED = re.compile(r"^(https?)[:：][/／\\]+", re.IGNORECASE)
_CODE = re.compile(r"&amp;")
_AFTER = ".,;:،؛。，；、"
_BRACKETS = {")": "(", "]": "["}
_SHORT = re.compile(r"(?:[\W_][A-Z]|Inc|Corp|Ltda?|Co|Bros|[JS]r)\Z")
# Alphabets with many letters that look like Latin ones.
_ALIKE = frozenset({"CYRILLIC", "GREEK", "ARMENIAN"})
# A label that is Cyrillic, and looks Latin before an ending such as .org.
_LOOKS_LATIN = re.compile(r"[0-9-]*[асеорхуіјѕһӏԁԛԝ][0-9асеорхуіјѕһӏԁԛԝ-]*")


@dataclass(frozen=True, slots=True)
class Objection:
    """Why an address is refused: the end of a sentence, and the correction under the caret."""

    reason: str
    label: str


def objection(text: str) -> Objection | None:
    """What is wrong with an address that should begin with `https://` or `http://`."""
    found, meant = _objection(text), without_width(text).strip()
    is_backward = _TYPED.match(meant) and "\\" in meant[:8]
    meant = _TYPED.sub(r"\1://", meant.replace("\\", "/") if is_backward else meant)
    meant = _CODE.sub("&", meant)
    bare = _without_bracket(meant.rstrip(_AFTER)).rstrip(_AFTER)
    meant = meant if _SHORT.search(bare[-5:]) else bare
    if meant == text or _objection(meant):
        return found
    if found is None:
        reason = "is from the source of a page."
        if text[-1] in _AFTER:
            reason = "ends like a sentence."
        elif text[-1] in _BRACKETS:
            reason = "ends with a bracket that was never opened."
        return Objection(reason, f"write {meant}")
    return Objection(found.reason, f"write {meant}")


def _objection(text: str) -> Objection | None:
    if len(_BEGINNING.findall(text)) > 1 and not _GOES_ON.search(text):
        return Objection("contains more than one address.", "write only one address here")
    bare = unquoted(text.strip())
    if bare != text.strip() and _BEGINNING.match(bare):
        return Objection("has quotation marks around it.", f"write {bare}")
    if noted := _NOTED.fullmatch(text):
        return Objection("is followed by a remark.", f"write only {noted[1]}")
    if named := _NAMED.fullmatch(text):
        return Objection("has words in front of it.", f"write only {named[1].rstrip(_AFTER)}")
    if _WITHIN.fullmatch(text):
        return Objection("is not an address.", _meant(text))
    if any(character.isspace() for character in text) and "/" in text:
        return Objection("contains a space.", "remove the space, or write %20 instead")
    scheme = SCHEME.match(text)
    if scheme is None or (scheme[1].lower() not in ("http", "https") and "//" not in text):
        if FILE.fullmatch(text):
            return Objection("is the name of a file.", "write its address on the publisher's site")
        if _BARE_HOST.fullmatch(text):
            return Objection('does not begin with "https://".', f"write https://{text}")
        return Objection("is not an address.", _meant(text))
    if scheme[1].lower() not in ("http", "https"):
        return Objection(f'begins with "{scheme[1]}:".', _meant(text))
    if twice := _TWICE.fullmatch(text):
        return Objection('begins with "https://" twice.', f"write {twice[1]}")
    if found := _NEVER.search(text):
        code = f"the character U+{ord(found[0]):04X}"
        if not without_width(found[0]):
            return Objection(f"contains {code}, which nobody sees.", f"write {without_width(text)}")
        shown = f'"{found[0]}"' if found[0].isprintable() else code
        reason = f"contains {shown}, which is not allowed in addresses."
        return Objection(reason, "copy the address again")
    return _host_objection(text)


def without_width(text: str) -> str:
    """A text without invisible characters."""
    return re.sub(f"[{_WIDTHLESS}]", "", text)


def _without_bracket(text: str) -> str:
    """A text without the bracket at its end, if nothing in it opens that: `(see https://...)`."""
    opening = _BRACKETS.get(text[-1:])
    is_open = opening is not None and text.count(opening) < text.count(text[-1])
    return text[:-1] if is_open else text


def _meant(text: str) -> str:
    """The label for a text that isn't an address: the one in it, or the one it almost is."""
    if found := _WITHIN.fullmatch(text):
        return f"write {found[1]}"
    if found := _AROUND.fullmatch(text):
        return f"write only {found[1]}"
    if found := _MISTYPED.fullmatch(text):
        return f"write https://{found[1]}"
    if found := _DOI.fullmatch(text):
        return f"write https://doi.org/{found[1].replace('<', '%3C').replace('>', '%3E')}"
    return 'an address begins with "https://"'


def _host_objection(text: str) -> Objection | None:
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return Objection("is not a complete address.", "copy the address again")
    if not host:
        return Objection("names no site.", 'write the name of the site after "https://"')
    if "@" in parts.netloc:
        user = parts.netloc.rpartition("@")[0]
        return Objection("contains a user name.", f'remove "{user}@"')
    host = host.removesuffix(".")
    if not HOST.fullmatch(host):
        return Objection(
            f'has "{host}" as the name of the site.', "write a name like www.unodc.org"
        )
    *labels, top = host.split(".")
    mixed = next((label for label in labels if _is_mixed(label)), "")
    if mixed or (top.isascii() and any(map(_LOOKS_LATIN.fullmatch, labels))):
        return Objection(
            f'mixes letters of two alphabets in "{mixed or host}": some look the same.',
            "copy the address from the site itself",
        )
    if host == _LAPSED_DOMAIN or host.endswith(f".{_LAPSED_DOMAIN}"):
        return Objection(
            f"leads to {_LAPSED_DOMAIN}, which no longer belongs to the Group.",
            "remove it, or use the page of the publisher",
        )
    return None


def _is_mixed(label: str) -> bool:
    """Whether Latin letters are mixed with those of an alphabet that has many look-alikes."""
    if label.isascii():
        return False
    scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in label}
    return "LATIN" in scripts and not scripts.isdisjoint(_ALIKE)
