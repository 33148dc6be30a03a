"""Spaces beside marks, as each language sets them: templates and authors write plain ones."""

import re

from toolkit.languages.language import Language

# All patterns begin with one of a few characters, for which Python looks three times as fast.
# Blocks of code keep their spaces. Counts and facts behind a linked name need theirs, whatever that
# ends with.
_SPACE = re.compile(
    r"[<。，：；？！](?:(?<=<)(?P<code>pre|textarea|script)\b.*?</(?P=code)>"
    r"|(?<!<)(?:</strong>)?\s+(?=<(?:a|bdi|code|span)\b|[\u4e00-\u9fff《“]))",
    re.DOTALL,
)
# A space before a mark, behind an opening one, or between "n°" and its number: with a plain one a
# line may begin with what follows. Those inside of tags are left alone.
_APART = r"<(?P<code>code|pre|textarea|script)\b.*?</(?P=code)>| (?:(?<=[«°] )|(?=[%s]))(?![^<>]*>)"


def with_gaps(html: str, language: Language) -> str:
    """A page or chapter with the spaces of its language."""
    if language.marks_apart:
        apart = re.compile(_APART % language.marks_apart, re.DOTALL)
        return apart.sub(lambda found: found[0] if found["code"] else "\u00a0", html)
    if language.gap:
        return html
    # Full-width marks bring their own space.
    return _SPACE.sub(lambda found: found[0] if found["code"] else found[0].rstrip(), html)
