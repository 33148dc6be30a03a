"""A file does not belong among the registers of recognition.

Each register is named after the organization whose statements it contains. A file with another name
belongs to nobody: its statements would be lost without notice.

## What to do

Name a register after the id of its organization, `docs/recognition/<organisation>.yml`. Kept texts
have the names that the toolkit gives them, `docs/recognition/texts/<64 characters>.json`. Move or
remove all other files.

## Example

Wrong:

```text
docs/recognition/International Labour Organization.yaml
```

Right:

```text
docs/recognition/ilo.yml
```
"""

from toolkit.content.recognition import NEARLY_SPECIAL
from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.nearest import did_you_mean
from toolkit.validation.places import copied_from
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Report registers of unknown bodies, and files that aren't part of the ledger."""
    content = context.content
    for fault in context.ledger.faults_of("stray-register"):
        if copied_from(fault.detail):
            continue  # odd-path reports it
        yield Finding(
            f"This register is named after {quote(fault.detail)}, which is not the id of an "
            "organization.",
            fault.location,
            did_you_mean(fault.detail, fault.names),
            f"name it after the id of an organization in {content.organisations.path}.",
        )
    for fault in content.faults("stray-register"):
        folder, _, name = fault.detail.rpartition("/")
        stem = name.partition(".")[0]
        meant = f"{NEARLY_SPECIAL.get(stem, stem)}.yml"
        place = f"{content.prefix}/recognition/{meant}"
        is_list = name.lower().endswith((".yml", ".yaml", ".yml.txt"))
        is_among_registers = folder == "recognition"
        label = ""
        if is_list and (is_among_registers or stem in content.organisations.items):
            label = f"rename it to {meant}" if is_among_registers else f"move it to {place}"
            if f"recognition/{meant}" in content.paths:
                label += ", once you have copied the content of that file into this one"
        message = f"{quote(fault.detail)} is neither a register nor a kept text."
        hint = "registers are <organisation>.yml, kept texts texts/<64 characters>.json."
        yield Finding(message, fault.location, label, hint)
