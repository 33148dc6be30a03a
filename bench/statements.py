"""Adds members to content, and a statement by each member about each entry."""

from pathlib import Path

from toolkit.content.reader import read_content
from toolkit.recognition.digest import PREFIX, canonical_form, digest_of

_MEMBER = """\
- id: member-{number:02}
  name: Member {number}
  kind: other
  membership: {{status: member, verified: true}}
  maintainers: ["@member-{number}"]
"""
_POLICY = """\
procedure: all-members
secretariat: member-01
circulation_days: 30
membership_complete: true
"""


def add_statements(docs: Path, members: int) -> int:
    """Let `members` invented members recognize every entry; returns the number of statements."""
    register = docs / "registers/organisations.yml"
    # Nobody else may be a member, or not every member would have recognized everything.
    text = register.read_text(encoding="utf-8").replace("status: member", "status: partner")
    numbers = range(1, members + 1)
    text += "".join(_MEMBER.format(number=number) for number in numbers)
    register.write_text(text, encoding="utf-8")
    ledger = docs / "recognition"
    (ledger / "texts").mkdir(parents=True, exist_ok=True)
    (ledger / "policy.yml").write_text(_POLICY, encoding="utf-8")
    digests = {}
    for entry in read_content(docs).entries:
        form = canonical_form(entry)
        digests[entry.id] = digest_of(form)
        name = digests[entry.id].removeprefix(PREFIX)
        (ledger / f"texts/{name}.json").write_bytes(form.encode())
    for number in numbers:
        lines = [
            f"  - {{entry: {entry}, digest: {digest}, on: 2026-01-{1 + number % 28:02}}}\n"
            for entry, digest in sorted(digests.items())
        ]
        path = ledger / f"member-{number:02}.yml"
        path.write_text("".join(["recognises:\n", *lines]), encoding="utf-8")
    return members * len(digests)
