"""Finds out what is at one address: limited in time, size and redirects, never on private hosts."""

import asyncio
import hashlib
import re
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import httpx
from protego import Protego

from toolkit.links.hosts import RefusedError, resolve
from toolkit.links.verdict import Answer, Outcome
from toolkit.validation.hosts import without_tracking
from toolkit.validation.web_addresses import objection

ROBOT = "toolkit-link-check"  # its name in robots.txt
AGENT = f"{ROBOT}/1 (checks the addresses of a public list of works, once a week)"
MOST_REDIRECTS = 10
LARGEST_FILE = 20_000_000  # bytes read of a file, at most
LARGEST_ROBOTS = 500_000  # RFC 9309 asks for at least 500 kibibytes; the rest is cut off

_LONGEST = 2_000  # letters of a new address
_MISSING = frozenset({404, 410})
_PERMANENT = frozenset({301, 308})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# Some servers answer HEAD with these although GET works.
_HEAD_REFUSED = frozenset({400, 403, 404, 405, 406, 410, 500, 501, 503})
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_FILE_ENDINGS = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".zip", ".epub")
# A media type (RFC 6838). Any other text is a server's own, and could make the register unreadable.
_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*")
# How a page begins, whatever type its server gives it.
_PAGE_BEGINS = re.compile(rb"[\xef\xbb\xbf\s]*<(?:!doctype\s+)?html\b", re.IGNORECASE)
# The time limit of the address that a task is asking for.
_LIMIT: ContextVar[asyncio.Timeout] = ContextVar("_LIMIT")


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    type: str
    location: str
    body: bytes
    whole: bool


def _trust() -> ssl.SSLContext:
    """The usual checks of certificates, without what Python adds to them from 3.13 on: browsers
    trust authorities whose own certificates lack an identifier.
    """
    context = httpx.create_ssl_context()
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    return context


@dataclass
class Asker:
    """Requests addresses, one at a time from each host, with a pause of `pause` seconds.

    `timeout` is the time in seconds that the answers to one address may take, including all
    redirects, but not the pauses.
    `allow_loopback` is for tests.
    """

    timeout: float
    pause: float
    allow_loopback: bool = False
    _hosts: dict[str, asyncio.Lock] = field(default_factory=dict)
    _rest_until: dict[str, float] = field(default_factory=dict)
    _robots: dict[str, Protego] = field(default_factory=dict)
    _tls: ssl.SSLContext = field(default_factory=_trust)

    async def ask(self, address: str) -> Answer:
        """What is at `address`; any failure is an answer too."""
        try:
            async with asyncio.timeout(self.timeout) as limit:
                _LIMIT.set(limit)
                return await self._follow(address)
        except TimeoutError:
            return _refused(f"no answer within {self.timeout:g} seconds")
        except RefusedError as error:
            return _refused(str(error))
        except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, OSError, ValueError) as error:
            return _refused(_words(error))

    async def _follow(self, address: str) -> Answer:
        here, lasting = address, address
        for _ in range(MOST_REDIRECTS + 1):
            if not await self._may_ask(here):
                raise RefusedError("robots.txt of the host forbids it")
            reply = await self._reply(here)
            if reply.status not in _REDIRECTS or not reply.location:
                return _answer(address, here, lasting, reply)
            # With codes for what an address can't hold, as a browser would ask it.
            there = str(httpx.URL(urljoin(here, reply.location)))
            if lasting == here and reply.status in _PERMANENT:
                lasting = there
            here = there
        raise RefusedError(f"more than {MOST_REDIRECTS} redirects")

    async def _reply(self, address: str) -> _Reply:
        head = await self._request("HEAD", address, 0)
        is_page = head.type in _PAGES
        if head.status in _REDIRECTS or (head.status < 300 and is_page):
            return head
        if head.status < 300 or head.status in _HEAD_REFUSED:
            return await self._request("GET", address, LARGEST_FILE)
        return head

    async def _request(self, method: str, address: str, most: int) -> _Reply:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port  # raises ValueError for one that can't be
        if parts.scheme not in ("http", "https") or not host:
            raise RefusedError(f"it leads to {parts.scheme or 'nothing'}:, not a web page")
        async with self._turn(host):
            places = await resolve(host, allow_loopback=self.allow_loopback)
            for place in places[:-1]:  # a name may have an IPv6 address where only IPv4 works
                with suppress(httpx.ConnectError, httpx.ConnectTimeout):
                    return await self._request_from(place, method, address, most, len(places))
            return await self._request_from(places[-1], method, address, most, len(places))

    async def _request_from(
        self, place: str, method: str, address: str, most: int, places: int
    ) -> _Reply:
        """Ask one of several IP addresses of a host."""
        url = httpx.URL(address)
        headers = {
            "Host": url.netloc.decode("ascii"),
            "User-Agent": AGENT,
            "Accept": "*/*",
            # A response that isn't decoded can't be a decompression bomb.
            "Accept-Encoding": "identity",
        }
        if method == "GET":
            headers["Range"] = f"bytes=0-{most - 1}"
        timeout = httpx.Timeout(self.timeout, connect=self.timeout / places)
        # A new client for each request keeps no cookies; no proxy is used.
        async with (
            httpx.AsyncClient(verify=self._tls, trust_env=False, timeout=timeout) as client,
            client.stream(
                method,
                url.copy_with(host=place),
                headers=headers,
                extensions={"sni_hostname": urlsplit(address).hostname},
            ) as response,
        ):
            body, whole = await _read(response, most)
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()[:100]
        if _PAGE_BEGINS.match(body):
            kind = "text/html"
        elif not _TYPE.fullmatch(kind):
            kind = ""
        location = response.headers.get("location", "")
        return _Reply(response.status_code, kind, location, body, whole)

    @asynccontextmanager
    async def _turn(self, host: str) -> AsyncIterator[None]:
        """Wait until the host may be asked: its server doesn't answer for that time."""
        limit, now = _LIMIT.get(), asyncio.get_running_loop().time
        left = (limit.when() or 0) - now()
        limit.reschedule(None)
        async with self._hosts.setdefault(host, asyncio.Lock()):
            await asyncio.sleep(self._rest_until.get(host, 0) - now())
            limit.reschedule(now() + left)
            try:
                yield
            finally:
                self._rest_until[host] = now() + self.pause

    async def _may_ask(self, address: str) -> bool:
        parts = urlsplit(address)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = await self._read_robots(f"{origin}/robots.txt")
        return self._robots[origin].can_fetch(address, ROBOT)

    async def _read_robots(self, here: str) -> Protego:
        """The rules of a host (RFC 9309): none without a file, all forbidden where it fails."""
        for _ in range(5):
            reply = await self._request("GET", here, LARGEST_ROBOTS)
            if reply.status in _REDIRECTS and reply.location:
                here = urljoin(here, reply.location)
                continue
            if reply.status < 300:
                return Protego.parse(reply.body.decode("utf-8-sig", "replace"))
            if reply.status >= 500 or reply.status == 429:
                return Protego.parse("User-agent: *\nDisallow: /")
            break
        return Protego.parse("")


async def _read(response: httpx.Response, most: int) -> tuple[bytes, bool]:
    """At most `most` bytes of the body as sent, and whether that is all of it."""
    if not most:
        return b"", False
    pieces = bytearray()
    async for piece in response.aiter_raw():
        pieces += piece
        if len(pieces) > most:
            return bytes(pieces[:most]), False
    total = response.headers.get("content-range", "").rpartition("/")[2]
    is_all = not total.isdecimal() or int(total) == len(pieces)
    return bytes(pieces), is_all


def _answer(address: str, here: str, lasting: str, reply: _Reply) -> Answer:
    if reply.status in _MISSING:
        return Answer(Outcome.MISSING, reason=f"the host answers {reply.status}")
    if reply.status >= 300:
        return _refused(f"the host answers {reply.status}")
    start, end = urlsplit(address), urlsplit(here)
    if start.path.strip("/") and not end.path.strip("/") and not end.query:
        return Answer(Outcome.DOUBTFUL, reason="it leads to the home page of a host")
    is_file = start.path.lower().endswith(_FILE_ENDINGS)
    if is_file and reply.type in _PAGES:
        return Answer(Outcome.DOUBTFUL, reason="a page came instead of a file")
    keeps = reply.whole and reply.body and reply.type not in _PAGES
    digest = hashlib.sha256(reply.body).hexdigest() if keeps else ""
    return Answer(Outcome.FOUND, _moved(address, lasting), reply.type, digest)


def _moved(old: str, new: str) -> str:
    """Where an address has moved, if entries may name that; empty otherwise.

    Servers can send anything, and a build must not fail because of it.
    """
    new = without_tracking(new)
    part = urlsplit(old).fragment
    if part and "#" not in new:
        new = f"{new}#{part}"
    less_safe = old.startswith("https:") and not new.startswith("https:")
    refused = objection(new) is not None and objection(old) is None
    return "" if new == old or less_safe or refused or len(new) > _LONGEST else new


def _refused(reason: str) -> Answer:
    return Answer(Outcome.REFUSED, reason=reason)


def _words(error: Exception) -> str:
    """What a failed connection means, without any text that a hostile server may have sent."""
    if isinstance(error, ssl.SSLError) or "CERTIFICATE_VERIFY_FAILED" in str(error):
        return "its certificate can't be trusted"
    if isinstance(error, httpx.TimeoutException):
        return "no answer in time"
    if isinstance(error, httpx.ConnectError):
        return "no connection"
    return "no readable answer"
