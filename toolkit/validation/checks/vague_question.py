"""A question tells the search no more than the name of a topic.

The search leaves out words that tell nothing, such as "was this" or "how do I find". If what is
left of a question is the name of a theme or a form of exploitation, everybody who types that name
gets the entry of the question first, before the works on the topic.

## What to do

Say more plainly in `docs/registers/questions.yml`, or under `asked` in a task, what somebody in
that situation would type. Or remove the question: the name of the topic finds the entry anyway.

## Example

Wrong:

```yaml
unodc-toolkit-2008:
  - was this forced labour
```

Right:

```yaml
unodc-toolkit-2008:
  - was my job forced labour
```
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache, partial

from toolkit.content.reader import Content
from toolkit.content.schema import Form
from toolkit.content.vocabularies import Term
from toolkit.languages import LANGUAGES
from toolkit.languages.accents import without_accents
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.NOTICE

_TOPICS = ("themes", "exploitation")
_WORD = re.compile(r"[^\W_]+")
_QUESTIONS = re.compile(r"/(?:registers/questions|tasks/[^/]+?)(?:\.([a-z]{2}))?\.(?:md|yml)$")

# The names of topics by the words that are searched.
_Names = Mapping[frozenset[str], tuple[str, ...]]


def check(context: Context) -> Findings:
    """Compare what is searched of each question with the names of topics in its language."""
    place = cache(_QUESTIONS.search)
    names_in = cache(lambda tag: context.lists.whole(_NAMES_IN[tag]))
    words_in = cache(lambda tag: frozenset().union(*names_in(tag)))
    for leaf in context.content.leaves(Form.TEXT):
        if leaf.top != "asked" or not (found := place(leaf.location.source.path)):
            continue
        tag = found[1] or "en"
        words, known = _words(leaf.text), words_in(tag)
        # With a word that no topic has, which most questions begin with, nothing else counts.
        if any((one := _spelled(word, tag, fillers=False)) and one not in known for word in words):
            continue
        for name in names_in(tag).get(_searched(words, tag, fillers=False), ()):
            if sorted(words) != sorted(_words(name)):
                yield Finding.about(
                    leaf,
                    f"The search reads {quote(leaf.text)} as {quote(name)}, which is a topic.",
                    "says no more than the topic",
                    "add more of what somebody would type, or remove it: people who look for the "
                    "topic would find this first.",
                )
                break


def _names(tag: str, content: Content) -> _Names:
    found: dict[frozenset[str], tuple[str, ...]] = {}
    terms = [term for name in _TOPICS for term in content.vocabularies[name].terms.values()]
    for name in (name for term in terms for name in _names_of(term, tag)):
        words = _searched(_words(name), tag, fillers=True)
        if len(words) > 1:  # a single word is searched with all words of its question
            found[words] = (*found.get(words, ()), name)
    return found


_NAMES_IN = {tag: partial(_names, tag) for tag in LANGUAGES}


def _names_of(term: Term, tag: str) -> tuple[str, ...]:
    label = term.labels.get(tag) or term.labels.get("en", "")  # missing-field says that it is
    return (label, *term.alt.get(tag, ()))


def _words(text: str) -> list[str]:
    """The words of a text, without capitals and accents, as in the index."""
    return _WORD.findall(without_accents(text.casefold()))


def _searched(words: Iterable[str], tag: str, *, fillers: bool) -> frozenset[str]:
    """The words that are not ignored, each in one spelling."""
    return frozenset(_spelled(word, tag, fillers=fillers) for word in words) - {""}


@lru_cache(maxsize=100_000)  # the questions of all languages have half as many
def _spelled(word: str, tag: str, *, fillers: bool) -> str:
    """A word in the spelling of the index; empty if it is ignored."""
    language = LANGUAGES[tag]
    if word in language.stop_words or (not fillers and word in language.fillers):
        return ""
    for pattern, replacement in language.spellings:
        word = re.sub(pattern, replacement.replace("$", "\\"), word)
    return word
