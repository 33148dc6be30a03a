"""A finding's correction and action in one text, for reports without an excerpt."""

from toolkit.problems import Finding


def advice(finding: Finding) -> str:
    """The correction under the caret, and what to do."""
    if not finding.label or not finding.hint:
        return finding.label or finding.hint
    link = " " if finding.label.endswith(("?", ".")) else "; "
    return f"{finding.label}{link}{finding.hint}"
