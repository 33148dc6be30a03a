"""What people call instruments and their articles, and which provisions they mean."""

import re
from collections.abc import Iterator, Mapping

from toolkit.content.registers import Instrument
from toolkit.languages.accents import without_accents
from toolkit.validation.words import QUOTATION_MARKS, bare, in_western_digits, listed, look_alike

_LONGEST = 300
_MOST = 6  # articles that are offered one by one
_BRACKET = re.compile(r"[(（]([^()（）]+)[)）]")
_NUMBER_OF_A_LAW = re.compile(r"\d{2,4}/\d{1,4}")
_NUMBER_OF_A_DIRECTIVE = re.compile(r"\d{4}/\d{1,4}(?:/\w+)?")
_SAYS_LITTLE = re.compile(
    r"\b(?:the|ilo|eu|directive|resolution|target|no|n°|nº|№)\b[.°º]? ?|\ba/res/"
)
_ARTICLE = rf"(?:art(?:icle|iculo|igo)?s?|{look_alike('ст(?:атья|атьи)?')}|المادة)\b\.? ?"
# "Article 9 of the Protocol": the article comes before the instrument.
_BEFORE = re.compile(
    rf"(?P<article>{_ARTICLE}\d[\d(). -]*(?:\([a-z]\))?)[ ,]*"
    r"(?:(?:of|the|de|du|la|le|del)\b ?)*(?P<name>.+)"
)
_CHARACTERS = re.compile(rf"{_ARTICLE}|para(?:graph)?s?\b\.?|§|第|条")
_PARTS = re.compile(
    r"(?P<article>\d{1,3})(?P<rest>(?:[ .()]*(?:\d{1,2}|[a-z]|[ivx]{1,4})\b)*)[ ).]*"
)
_SEVERAL = re.compile(r" ?(?:[;,&]|\b(?:and|et|y)\b) ?")
_RANGE = re.compile(r"(\d{1,3}) ?- ?(\d{1,3})")


class ProvisionNames:
    """The instruments of the register by their ids and titles, in all languages."""

    def __init__(self, instruments: Mapping[str, Instrument]) -> None:
        self._instruments = instruments
        self._by_name: dict[str, str] = {}
        for instrument in instruments.values():
            for name in _names(instrument):
                self._by_name.setdefault(_folded(name), instrument.id)
        self._by_name.update({_folded(id_): id_ for id_ in instruments})
        self._by_name.pop("", None)
        self._longest_first = sorted(self._by_name, key=lambda name: (-len(name), name))

    def label(self, text: str) -> str:
        """What was most likely meant by a text that is no provision; empty if unclear."""
        meant = self.meant(text)
        if len(meant) > 1:
            return f"write them separately: {', '.join(meant)}"
        return f"did you mean {listed(meant)}?" if meant else ""

    def meant(self, text: str) -> list[str]:
        """The provisions that a text names by the title of their instrument; none if unclear."""
        folded = _folded(bare(text).strip("'’")) if len(text) <= _LONGEST else ""
        turned = _BEFORE.fullmatch(folded)
        for typed in (folded, f"{turned['name']} {turned['article']}" if turned else ""):
            for name in self._longest_first:
                rest = typed.removeprefix(name)
                if rest != typed and not re.match(r"[^\W第]", rest):
                    return self._provisions(self._instruments[self._by_name[name]], rest)
        return []

    def _provisions(self, instrument: Instrument, text: str) -> list[str]:
        """The provisions that the articles in a text stand for; empty if one is unknown."""
        text = _CHARACTERS.sub(" ", text).lstrip(" :,.(（").rstrip(" :,.）")
        if not text:
            return [instrument.id]
        found, articles = [], instrument.articles
        for part in _each(text):
            match = _PARTS.fullmatch(part)
            if not match or (key := f"{instrument.id}:{match['article']}") not in articles:
                return []
            paragraphs = re.findall(r"\w+", match["rest"])
            found.append(key + "".join(f"({one})" for one in paragraphs))
        return found


def _each(text: str) -> Iterator[str]:
    for part in _SEVERAL.split(text):
        span = _RANGE.fullmatch(part)
        if span and int(span[1]) < int(span[2]) < int(span[1]) + _MOST:
            yield from map(str, range(int(span[1]), int(span[2]) + 1))
        else:
            yield part


def _names(instrument: Instrument) -> Iterator[str]:
    short = (instrument.short_title, *instrument.short_titles.values())
    for title in short:
        yield from (_BRACKET.sub(" ", title), *_BRACKET.findall(title), title.partition(",")[0])
        yield from _NUMBER_OF_A_LAW.findall(title)
    for title in (instrument.full_title, *instrument.full_titles.values()):
        yield title
        yield from _NUMBER_OF_A_DIRECTIVE.findall(title)


def _folded(name: str) -> str:
    """A name in lower case and one alphabet, without accents and words that say little."""
    text = QUOTATION_MARKS.sub("", name).casefold()
    text = in_western_digits(without_accents(look_alike(text)))
    text = re.sub(r"(?<=[^\W\d])-(?=\w)|[_\s]+", " ", re.sub("[‐-―−]", "-", text))
    text = _SAYS_LITTLE.sub("", text).strip()
    return re.sub(r"^(c|p)(?:onvention|rotocol)? ?0*(?=\d)", r"\1", text)
