"""Languages of the site: one module each, and a line here."""

from __future__ import annotations

from toolkit.languages import en
from toolkit.languages.language import Language

LANGUAGES: dict[str, Language] = {"en": Language("en", en)}
