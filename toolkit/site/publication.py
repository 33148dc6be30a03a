"""What the publisher of a site sets in mkdocs.yml, under `extra`."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from toolkit.configuration import EMAIL, WEBSITE
from toolkit.problems import ToolkitError

_IN_PATHS = "/%:@!$&'()*+,;=~"
# Names that RFC 2606 keeps for examples, so that nobody is there.
_EXAMPLE = re.compile(r"(?:^|[@/.])example(?:\.(?:com|org|net|edu))?(?:$|[/:?])|\.{3}")
_MARKS = frozenset("“”„‘«<'\"`[(")


@dataclass(frozen=True, slots=True)
class Publication:
    """`exit_url` is where "Leave this site quickly" leads; `contact_url` is empty if unset.

    `publisher` names who publishes the site, and is empty for an independent build.

    `site_url` is the public address of the site, with a trailing slash, or empty. `edit_url` is
    what comes before a source's path in its address at the repository, where readers may suggest
    changes; `needs_edit_uri` says that a repository is set, but not where in it files are edited.
    `overlooked` says what else is set, in vain.
    """

    exit_url: str
    contact_url: str = ""
    site_url: str = ""
    edit_url: str = ""
    publisher: str = ""
    needs_edit_uri: bool = False
    overlooked: tuple[str, ...] = ()

    @property
    def why_no_contact(self) -> str:
        """Why readers can't reach the publisher; empty if they can."""
        ways = [way for way in (self.contact_url, self.edit_url) if way]
        if self.needs_edit_uri and not ways:  # MkDocs knows it for three hosts only
            return (
                "mkdocs.yml sets repo_url without edit_uri, which that host needs, and no "
                "extra.contact_url: nobody can contribute."
            )
        if not ways:
            return "mkdocs.yml sets neither extra.contact_url nor repo_url: nobody can contribute."
        for way in filter(_EXAMPLE.search, ways):
            return f"{way} is an example in mkdocs.yml: what is sent there reaches nobody."
        return ""

    @property
    def email(self) -> str:
        """The publisher's email address; empty if there is a form instead, or nothing."""
        parts = urlsplit(self.contact_url)
        return unquote(parts.path) if parts.scheme == "mailto" else ""

    def address(self, path: str) -> str:
        """The public address of a file of the site; empty if the site has none."""
        return f"{self.site_url}{path}" if self.site_url else ""


def publication_of(
    extra: Mapping[str, object],
    site_url: str | None = None,
    repo_url: str | None = None,
    edit_uri: str | None = None,
) -> Publication:
    """The publisher's settings; `repo_url` and `edit_uri` are those of MkDocs.

    Raises ToolkitError if one is missing, or is an address that no reader should be sent to.
    """
    return Publication(
        _exit_url(extra.get("exit_url")),
        _contact_url(extra.get("contact_url")),
        _site_url(site_url) if site_url else "",
        _edit_url(repo_url, edit_uri) if repo_url and edit_uri else "",
        _publisher(extra.get("publisher")),
        bool(repo_url and not edit_uri),
    )


def _exit_url(value: object) -> str:
    if not value:
        raise ToolkitError(
            "extra.exit_url of mkdocs.yml is missing.",
            'name the busy, neutral site to which "Leave this site quickly" leads.',
        )
    text = str(value)
    if not _is_safe_address(text):
        hint = "give one complete address from https:// on, without space, user name or password."
        raise ToolkitError(
            f'extra.exit_url of mkdocs.yml is not a safe address: "{text}".', _marks(text) or hint
        )
    return text


def _contact_url(value: object) -> str:
    text = str(value or "")
    if text and not _is_mail(text) and not _is_safe_address(text):
        hint = "give an address that begins with mailto: or https://, or leave it out."
        if email := EMAIL.search(text):
            hint = f"write contact_url: mailto:{email[0]}"
        raise ToolkitError(
            f'extra.contact_url of mkdocs.yml is neither an email address nor a form: "{text}".',
            hint,
        )
    return text


def _publisher(value: object) -> str:
    if isinstance(value, (list, dict)):  # as which people would read it
        raise ToolkitError(
            f'extra.publisher of mkdocs.yml is not a name: "{value}".',
            'write one name, in quotation marks: publisher: "..."',
        )
    return " ".join(str(value or "").split())


def _edit_url(repo_url: str, edit_uri: str) -> str:
    if "://" in edit_uri:  # the whole address
        return f"{_website('edit_uri', edit_uri)}/"
    return f"{_website('repo_url', repo_url).removesuffix('.git')}/{edit_uri.lstrip('/')}"


def _is_mail(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme == "mailto" and "@" in parts.path and not set(text) & set(' "<>')


def _site_url(text: str) -> str:
    """The public address, with a trailing slash, as identifiers and site maps need it: in ASCII."""
    text = _website("site_url", text)
    parts = urlsplit(text)
    host = _encoded(parts.netloc)
    if not host:
        raise ToolkitError(
            f'site_url of mkdocs.yml has a host in letters that are encoded: "{text}".',
            "write it as browsers copy it, with xn--.",
        )
    if parts.path.endswith((".html", ".htm")):
        raise ToolkitError(
            f'site_url of mkdocs.yml is the address of a page: "{text}".',
            f"write the address of its folder: {text.rpartition('/')[0]}/",
        )
    return f"{parts.scheme}://{host}{quote(parts.path, safe=_IN_PATHS)}/"


def _encoded(host: str) -> str:
    """A host in ASCII; empty where browsers have a newer rule than Python, as for ß."""
    if host.isascii():
        return host
    with suppress(UnicodeError):
        encoded = host.encode("idna")
        if encoded.decode("idna") == host.lower():
            return encoded.decode()
    return ""


def _website(name: str, text: str) -> str:
    """An address to which paths are added, without its trailing slash.

    For closed networks, it may begin with http and have a host without a dot.
    """
    if not _is_safe_address(text, closed=True) or set(text) & set("?#"):
        raise ToolkitError(
            f'{name} of mkdocs.yml is not the address of a website: "{text}".',
            _marks(text) or WEBSITE,
        )
    return text.rstrip("/")


def _marks(text: str) -> str:
    """What to do about marks around an address, as a text has them; empty if there are none."""
    return "write the address without the marks around it." if text[:1] in _MARKS else ""


def _is_safe_address(text: str, *, closed: bool = False) -> bool:
    try:
        parts = urlsplit(text)
        host, user = parts.hostname or "", parts.username
        _ = parts.port  # fails if it is no number
    except ValueError:
        return False
    is_reached = parts.scheme == "https" and "." in host
    if closed:
        is_reached = parts.scheme in ("http", "https") and host != ""
    return is_reached and user is None and not set(text) & set(' "<>')
