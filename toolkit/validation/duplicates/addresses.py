"""One spelling for all the ways in which one address is written."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlsplit

# Parameters that say where a reader came from, not what the address leads to.
_TRACKING = re.compile(
    r"utm_.*|mtm_.*|pk_.*|piwik_.*|hsa_.*|_hs.*|[a-z]*clid|mc_[ce]id|_ga|_gl|igshid|vero_.*|"
    r"ref|referrer|source|share|inheritredirect|p_l_back_url|redirect|qid|sessionid|phpsessid|"
    r"jsessionid",
    re.IGNORECASE,
)
_DEFAULT_PAGE = re.compile(r"/(?:index|default|home)\.(?:html?|php|aspx?|jsp|cfm)$", re.IGNORECASE)
_DOI_HOSTS = frozenset({"doi.org", "dx.doi.org"})

# Pages that name many works: two entries may well lie behind one of them.
_LIST_PAGE = re.compile(
    r"(?:our-?)?(?:publications?|resources?|documents?|reports?|library|news|events|media|press|"
    r"home|tools|background|statements|downloads?|archive|search|(?:icat|unodc)-publications)"
    r"(?:\.[a-z]+)?",
    re.IGNORECASE,
)
_PAGE_OF_A_LIST = frozenset({"page", "paged", "filters", "search", "q", "delta"})
_FOLDER_OF_A_MONTH = re.compile(r"(?:19|20)[0-9]{2}|[0-9]{1,2}|page")


@lru_cache(maxsize=4096)
def canonical_address(text: str) -> str:
    """The address without what may differ between two copies of it; empty where it is none."""
    try:
        parts = urlsplit(text.strip())
        host = (parts.hostname or "").removeprefix("www.").rstrip(".")
        port = parts.port
    except ValueError:
        return ""
    if not host:
        return ""
    if port not in (None, 80, 443):
        host = f"{host}:{port}"
    path = _DEFAULT_PAGE.sub("/", _spelled(parts.path)).rstrip("/")
    query = sorted(
        f"{_spelled(name)}={_spelled(value)}"
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name)
    )
    return f"{host}{path}?{'&'.join(query)}" if query else f"{host}{path}"


def names_many_works(address: str) -> bool:
    """Whether a canonical address is that of a site or of a list, by its own words."""
    path, _, query = address.partition("?")
    _host, *folders = path.split("/")
    if not folders:
        return not query
    names = {pair.partition("=")[0] for pair in query.split("&")}
    last = folders[-1]
    return bool(
        names & _PAGE_OF_A_LIST or _LIST_PAGE.fullmatch(last) or _FOLDER_OF_A_MONTH.fullmatch(last)
    )


def doi_of(address: str) -> str:
    """The DOI that a canonical address leads to; empty where it is another address."""
    host, _, rest = address.partition("/")
    return unquote(rest) if host in _DOI_HOSTS else ""


def _spelled(text: str) -> str:
    """Percent signs only where an address needs them, always in the same letters."""
    return quote(unquote(text), safe="/:@!$&'()*+,;=~-._", errors="replace")
