"""Whether two addresses lead to the same place."""

import re
from urllib.parse import parse_qsl, unquote, urlsplit

# Says where a reader came from, not where the address leads.
_TRACKING = re.compile(r"utm_|mtm_|pk_|_hs|_g|mc_|[a-z]*clid$|ref|source$|share$|inheritred")
_DEFAULT_PAGE = re.compile(r"/(?:(?:index|default|home)\.\w+)?$", re.IGNORECASE)


def canonical_address(text: str) -> str:
    """The address without what may differ between copies of it; empty if it isn't one."""
    try:
        parts = urlsplit(unquote(text.strip()))
    except ValueError:
        return ""
    query = sorted(
        f"?{name}={value}"
        for name, value in parse_qsl(parts.query)
        if not _TRACKING.match(name.lower())
    )
    host = re.sub(r"^(?:www|dx)\.|:(?:80|443)$", "", parts.netloc.lower())
    return f"{host}{_DEFAULT_PAGE.sub('', parts.path)}{''.join(query)}"
