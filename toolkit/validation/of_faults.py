"""Checks that say the same of every fault of their name."""

from collections.abc import Callable

from toolkit.problems import Finding, Findings, counted
from toolkit.validation.checks import OF_FAULTS
from toolkit.validation.context import Context
from toolkit.validation.words import listed, quote

_FEW = 6


def _few(names: tuple[str, ...]) -> tuple[str, ...]:
    return names if len(names) <= _FEW else (*names[:_FEW], "…")


def of_faults(
    id_: str, message: str, label: str = "", hint: str = "", field: str = ""
) -> Callable[[Context], Findings]:
    """The function of the check `id_`: of faults met in reading files, or else in statements.

    In braces, the texts name what a `fault` has, its names in quotation marks (`quoted[0]`), all of
    them in a sentence (`listed`) or as a `circle`, its numbers as `days`, and the content folder
    (`prefix`).
    """

    def check(context: Context) -> Findings:
        faults = context.content.faults if id_ in OF_FAULTS else context.ledger.faults_of
        for fault in faults(id_):
            values = {
                "fault": fault,
                "quoted": [quote(name) for name in fault.names],
                "listed": listed(fault.names, "and"),
                "days": [counted(number, "day") for number in fault.numbers],
                "circle": " > ".join((*_few(fault.names), *fault.names[:1])),
                "prefix": context.content.prefix,
            }
            yield Finding(
                message.format_map(values),
                fault.location,
                label.format_map(values),
                hint.format_map(values),
                field,
            )

    return check
