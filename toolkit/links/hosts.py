"""Which hosts may be asked: public ones alone, whatever their names resolve to."""

import asyncio
import ipaddress
import socket

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# RFC 6052: addresses of IPv4 in the last 32 bits.
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")


class RefusedError(Exception):
    """A request that was not, or could not be, answered; its text says why."""


def is_public(address: Address) -> bool:
    """Whether an IP address is one of the public internet, and not another one in disguise."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is None and address in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast


async def resolve(host: str, *, allow_loopback: bool) -> str:
    """The IP address at which to ask `host`; asked once, so that no second answer can differ.

    Every address that the name has must be public. `allow_loopback` lets tests ask 127.0.0.0/8 and
    ::1 too. Raises RefusedError.
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
    return str(addresses[0])
