"""The hosts of addresses, and which of them are public."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl, urlsplit

from toolkit.content.list_files import PLACES
from toolkit.content.matching import Leaf
from toolkit.content.reader import Content
from toolkit.content.schema import Form
from toolkit.source import Location
from toolkit.validation.links import Aim, targets
from toolkit.validation.web_addresses import objection

# What campaigns, social networks and sessions add to an address, to see who opened it.
_TRACKING = re.compile(
    r"(?:(?:utm|pk|mc|at|mtm|matomo|itm|hsa|oly|__cf_chl)_[a-z0-9_]*|_ga|_gl|_hsenc|_hsmi|__hs[a-z]+"
    r"|[a-z]{1,4}clid|msclkid|[gw]braid|igsh|igshid|li_fat_id|mkt_tok|srsltid|vero_id|wt\.mc_[a-z]+"
    r"|ck_subscriber_id|phpsessid|jsessionid|aspsessionid[a-z]*)(?:=[^&#]*)?",
    re.IGNORECASE,
)
# The session of one visit, and the words that somebody's browser was to mark.
_OF_A_VISIT = re.compile(r";jsessionid=[^/?#]*|#?:~:text=.*$", re.IGNORECASE)
# Hosts that only redirect, the beginning of the path, and the parameter with the real address.
_FORWARDERS = (
    ("safelinks.protection.outlook.com", "/", "url"),
    ("google.com", "/url", "q"),
    ("google.com", "/url", "url"),
    ("facebook.com", "/l.php", "u"),
    ("linkedin.com", "/redir/", "url"),
)
# Short addresses: only their host knows where they lead. And those of translated, faster and
# borrowed copies: only the publisher's own address is for all. And those that name the address of
# another site to which they lead on.
SHORTENED = re.compile(
    r"^https?://(?:(?:[^/?#]+\.)?(?:adf\.ly|amzn\.to|bit\.do|bit\.ly|buff\.ly|clck\.ru|cutt\.ly"
    r"|dlvr\.it|fb\.me|goo\.gl|goo\.su|is\.gd|lnkd\.in|ow\.ly|rb\.gy|rebrand\.ly|short\.gy"
    r"|shorturl\.(?:at|com)|snip\.ly|t\.co|t\.ly|tiny\.cc|tiny\.one|tinyurl\.com|trib\.al|urlz\.fr"
    r"|v\.gd|vk\.cc|wp\.me)(?::\d*)?"
    r"|[^/?#]+\.(?:translate\.goog|cdn\.ampproject\.org)"
    r"|(?:[^/?#]*[.-])?(?:lib)?ezproxy\d{0,2}(?:[.:-][^/?#]*)?"
    r"|(?:www\.)?google\.[a-z.]+/amp)(?:[/?#]|$)"
    r"|^https?://(?:[^/?#]*\.)?(?P<site>[^./?#]+\.[^./?#:]+)(?::\d+)?(?=[/?])[^?#]*\?(?:[^#]*&)?"
    r"(?:continue|dest|destination|goto|link|next|redirect|redirect_ur[il]|return|target|to|u|url)="
    r"https?(?::|%3a)(?:/|%2f){2}(?!(?:[^/?#&%]*\.)?(?P=site)(?:[/?#&%:]|$))",
    re.IGNORECASE,
)
_QUERY = re.compile(r"\?([^#]*)")
# Names of test hosts, endings that no public name has, and names reserved for examples.
PRIVATE = re.compile(
    r"(?:(?:www-)?(?:(?:preview|staging|stage|preprod|uat|sandbox)\d*(?:-[a-z0-9-]+)?|(?:dev|test)\d*)"
    r"\.[^.]+\..+"
    r"|.+\.(?:local|localhost|localdomain|internal|intranet|lan|corp|test|invalid|home\.arpa)"
    r"|(?:.+\.)?example\.(?:com|net|org)|.+\.example)"
)


def host_of(address: str) -> str:
    """The host of a valid address, without `www.`."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def is_within(host: str, others: Iterable[str]) -> bool:
    """Whether a host is one of the others, or a subdomain of one of them."""
    return any(host == other or host.endswith(f".{other}") for other in others)


def without_tracking(address: str) -> str:
    """An address without what is only of one visit, such as tracking parameters.

    For one that only redirects, as mail programs and search engines write them, its target.
    """
    address = _OF_A_VISIT.sub("", address)
    query = _QUERY.search(address)
    if query is None:
        return address
    if aim := aim_of(address):
        return without_tracking(aim)
    kept = [part for part in query[1].split("&") if not _TRACKING.fullmatch(part)]
    if len(kept) == query[1].count("&") + 1:
        return address
    start, end = query.span()
    joined = "&".join(kept)
    return address[:start] + (f"?{joined}" if joined else "") + address[end:]


def aim_of(address: str) -> str:
    """The address that one redirects to; empty if it doesn't, or if its target isn't known."""
    host, parts = host_of(address), urlsplit(address)
    for forwarder, path, name in _FORWARDERS:
        if is_within(host, (forwarder,)) and parts.path.startswith(path):
            aim = dict(parse_qsl(parts.query)).get(name, "")
            if objection(aim) is None:
                return aim
    return ""


def addresses_of_fields(content: Content) -> Iterator[Leaf]:
    """The addresses in fields, except in the register of links, which says what became of them."""
    register = f"{content.prefix}/{PLACES['links']}"
    for leaf in content.leaves(Form.ADDRESS):
        if not leaf.location.source.path.startswith(register):
            yield leaf


def valid(leaves: Iterable[Leaf]) -> Iterable[Leaf]:
    """The leaves that hold a valid address."""
    return (leaf for leaf in leaves if objection(leaf.text) is None)


def valid_addresses(content: Content) -> Iterator[tuple[str, Location, str]]:
    """Every valid address: its text, its place, and its field, empty if none.

    They come from fields of entries and registers, and from links in texts.
    """
    for leaf in valid(addresses_of_fields(content)):
        yield leaf.text, leaf.location, leaf.name
    for target in targets(content):
        text = target.link.target
        if target.aim is Aim.OUTSIDE and target.scheme == "https" and objection(text) is None:
            yield text, target.link.location, ""
