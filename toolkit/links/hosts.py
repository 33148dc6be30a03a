"""Which hosts may be contacted: only public ones, whatever their names resolve to."""

import asyncio
import ipaddress
import socket

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# RFC 6052: the last 32 bits are an IPv4 address.
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
# IANA gives out addresses of this network only. Of the others, such as 64:ff9b:1::/48, which
# networks use inside, `is_global` takes some for public; which depends on the version of Python.
_GIVEN_OUT = ipaddress.ip_network("2000::/3")


class RefusedError(Exception):
    """A request that was not made or not answered; the text says why."""


def is_public(address: Address) -> bool:
    """Whether an IP address is on the public internet, and not a private one in disguise."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is None and address in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        if address not in _GIVEN_OUT:
            return False
    return address.is_global and not address.is_multicast


async def resolve(host: str, *, allow_loopback: bool) -> list[str]:
    """The IP addresses of `host` to try, at most one of IPv4 and one of IPv6, the better one first.

    It is resolved once, since a second answer could differ. All addresses of the name must be
    public. `allow_loopback` allows 127.0.0.0/8 and ::1 as well, for tests. Raises RefusedError.
    """
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise RefusedError(f"the name {host} has no address") from error
    addresses = [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
    for address in addresses:
        if not is_public(address) and not (allow_loopback and address.is_loopback):
            raise RefusedError(f"{host} is not on the public internet")
    if not addresses:
        raise RefusedError(f"the name {host} has no address")
    firsts: dict[int, str] = {}
    for address in addresses:
        firsts.setdefault(address.version, str(address))
    return list(firsts.values())
