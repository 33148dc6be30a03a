"""Who may change which file of the ledger, in the format of CODEOWNERS."""

import re
from collections.abc import Collection, Iterator

from toolkit.problems import ToolkitError
from toolkit.recognition.ledger import Ledger

HANDLE = re.compile(r"@[A-Za-z0-9][A-Za-z0-9-]*(?:/[A-Za-z0-9_.-]+)?")
_OF_THE_SECRETARIAT = (
    "recognition/policy.yml",
    "recognition/circulations.yml",
    "recognition/editorial.yml",
    "registers/organisations.yml",
)


def owners(ledger: Ledger) -> str:
    """The lines of CODEOWNERS: one for each register, and those of the secretariat.

    Raises ToolkitError if the register of organizations has faults or an invalid handle.
    """
    organisations = ledger.content.organisations
    handles = [one for item in organisations.items.values() for one in item.maintainers]
    if not organisations.sound or not all(map(HANDLE.fullmatch, handles)):
        raise ToolkitError(
            f"{organisations.path} has errors, so it is not clear who may change what.",
            f"run toolkit check {organisations.path} and fix them first.",
        )
    return "".join(f"{line}\n" for line in _lines(ledger))


def _lines(ledger: Ledger) -> Iterator[str]:
    prefix = ledger.content.prefix
    registers = {file.name for file in ledger.content.recognition.registers}
    yield "# Made by toolkit codeowners: who may change which register of recognition."
    for organisation in sorted(ledger.content.organisations.items.values(), key=lambda o: o.id):
        if organisation.maintainers or organisation.id in registers:
            path = f"/{prefix}/recognition/{organisation.id}.yml"
            yield _line(path, organisation.maintainers)
    secretariat = ledger.content.organisations.items.get(ledger.policy.secretariat)
    # The last one: anyone who may change these lines could give themselves any register.
    for path in (*(f"/{prefix}/{name}" for name in _OF_THE_SECRETARIAT), "CODEOWNERS"):
        yield _line(path, secretariat.maintainers if secretariat is not None else ())


def _line(path: str, handles: Collection[str]) -> str:
    return f"{path} {' '.join(handles)}" if handles else f"# {path}: nobody is named"
