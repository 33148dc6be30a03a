"""Writes `registers/links.yml`: sorted, one block per address, with only what was seen."""

import json
from collections.abc import Iterable, Iterator

from toolkit.content.link_states import LinkState

# YAML takes a longer name only after a question mark.
_LONGEST_NAME = 1_000

HEAD = """\
# What was last seen at each address of the content. Written by `toolkit links check`; a line is
# right until the next check, and may be removed: it then counts as never checked.
# state: ok, moved (to), blocked (by the host, which says nothing of the work), suspect, gone (404
# or 410 on two days). since: from when. seen: days of 404 or 410. changed: when the file behind the
# address first differed from sha256.
"""


def register_text(states: Iterable[LinkState]) -> str:
    """The text of the register."""
    return HEAD + "".join(
        f"{_named(_quoted(state.address))}\n" + "".join(f"  {line}\n" for line in _lines(state))
        for state in sorted(states, key=lambda state: state.address)
    )


def _named(name: str) -> str:
    return f"? {name}\n:" if len(name) > _LONGEST_NAME else f"{name}:"


def _lines(state: LinkState) -> Iterator[str]:
    yield f"state: {state.state}"
    yield f"checked: {state.checked}"
    yield f"since: {state.since}"
    if state.seen:
        yield f"seen: [{', '.join(state.seen)}]"
    for name in ("to", "type", "sha256", "changed"):
        if text := getattr(state, name):
            yield f"{name}: {_quoted(text)}"


def _quoted(text: str) -> str:
    # JSON strings are valid YAML; a server can put anything into an address.
    return json.dumps(text, ensure_ascii=False)
