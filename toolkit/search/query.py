"""What a query means: its words, the names in it, provisions, phrases, and typing errors.

The client's `query.js` reads queries in the same way; a test compares both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from toolkit.search.acronyms import expansions
from toolkit.search.distance import halves, nearest
from toolkit.search.foreign import is_foreign, strangeness
from toolkit.search.store import Group, Store
from toolkit.search.words import is_han, split

LENGTH = 1000  # characters of a query that are read
WORDS = 24  # words of a query that are sought
LONGEST_NAME = 9  # words of the longest name that is looked for
CORRECTIONS = 4  # words of a query for which another is looked for
SHORTEST = 4  # letters of the shortest word that is corrected

_QUOTED = re.compile('["“”„«»]([^"“”„«»]+)["“”„«»]')
# What stands before it is kept: lookbehind is unknown to older browsers.
_ARTICLE = re.compile(
    r"(^|[\s(,;:/«“\"'])((?:articles?|arts?|art[íi]culos?|стать[яиею]|ст)\.?|المادة|第)\s*"
    r"([0-9]+[a-z]?|[ivxlc]+)(?![0-9a-z])\s?条?((?:\s*\(\s*[0-9a-z]+\s*\))*)",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"[IVXLC]+")
_BLANKS = re.compile(r"[\s\u00a0\u3000]+")


@dataclass
class Slot:
    """One word that is sought: the terms of the index that stand for it, with their weights.

    A slot that is `aside` ranks, and may be missing. `names` says that only names count, `trust`
    how sure the word is where it was corrected. Terms that stand `partly` for the word answer a
    part of it.
    """

    word: str
    terms: dict[str, float]
    aside: bool = False
    names: bool = False
    partly: set[str] = field(default_factory=set)
    trust: float = 1.0


@dataclass
class Span:
    """Slots that together are a name, with other names: the stems of each and their weight."""

    slots: list[int]
    others: list[tuple[list[str], float]]


@dataclass
class Query:
    """A query as understood. `corrected` pairs words as typed with what was read instead.

    A `foreign` one is in another language than the site's; `strange` is the share of its words
    that no name has.
    """

    slots: list[Slot] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    phrases: list[list[str]] = field(default_factory=list)
    corrected: list[tuple[str, str]] = field(default_factory=list)
    text: str = ""
    instruments: list[str] = field(default_factory=list)
    foreign: bool = False
    strange: float = 0.0


@dataclass
class _Token:
    word: str
    capitals: bool
    trust: float = 1.0


def understand(store: Store, text: str, *, correct: bool = True) -> Query:
    """Read a query. Without `correct` words are sought as they were typed."""
    text = text[:LENGTH]
    query = Query(text=text)
    query.phrases = [
        stems for quoted in _QUOTED.findall(text) if len(stems := store.stems.of(quoted)) > 1
    ]
    articles: list[tuple[str, str]] = []
    rest = _ARTICLE.sub(lambda found: _article(found, articles), text)
    unfinished = bool(rest) and bool(split(rest[-1]))
    tokens = _tokens(rest)
    if len(tokens) == 1 and len(tokens[0].word) == 1 and not articles:
        _read_letter(store, query, tokens[0].word)
        return query
    if correct:
        _correct(store, query, tokens, unfinished)
        query.text = " ".join(token.word for token in tokens)
    query.foreign = any(
        is_foreign(store, token.word, unfinished and token is tokens[-1]) for token in tokens
    )
    if query.foreign:
        query.strange = strangeness(store, [token.word for token in tokens], unfinished=unfinished)
    _read_words(store, query, tokens, unfinished)
    _read_articles(store, query, articles)
    return query


def _article(found: re.Match[str], articles: list[tuple[str, str]]) -> str:
    """Note an article; what is left of the text there."""
    before, word, number, paragraphs = found.groups()
    if not number[0].isdigit() and (not _ROMAN.fullmatch(number) or word[-1] in "sS"):
        return found[0]
    articles.append((number.lower(), _BLANKS.sub("", paragraphs).lower()))
    return f"{before} "


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    for piece in _BLANKS.split(text):
        capitals = piece.upper() == piece and piece.lower() != piece
        tokens += [_Token(word, capitals) for word in split(piece)]
    return tokens[:WORDS]


def _read_letter(store: Store, query: Query, letter: str) -> None:
    """The first letter of a query: entries with words, or names abroad, that begin with it."""
    words = store.longer(letter, least=1)
    own = [word for word in words if word in store.own]
    query.foreign = not own
    terms = {store.stems[word]: 1.0 for word in own or words if word not in store.fillers}
    if terms:
        query.slots.append(Slot(letter, terms))


def _correct(store: Store, query: Query, tokens: list[_Token], unfinished: bool) -> None:
    final = tokens[-1] if tokens else None
    tried = 0
    for token in list(tokens):
        last = unfinished and token is final
        if tried == CORRECTIONS:
            break
        if _is_known(store, token.word, last) or _expansions(store, token):
            continue
        two = halves(token.word, store.own, store.pairs)
        if two:
            place = tokens.index(token)
            tokens[place : place + 1] = [_Token(half, token.capitals) for half in two]
            continue
        tried += 1
        candidates = list(store.words.items())
        if len(tokens) > 1 and not any(is_foreign(store, other.word) for other in tokens):
            candidates = [(word, count) for word, count in candidates if word in store.own]
        found, errors = nearest(token.word, candidates, unfinished=last)
        if found:
            query.corrected.append((token.word, found))
            token.trust = 1 - store.rules["doubt"] * errors / len(token.word)
            token.word = found


def _is_known(store: Store, word: str, unfinished: bool) -> bool:
    if len(word) < SHORTEST or word[0].isdigit() or word in store.words:
        return True
    if not store.stems[word] or word in store.fillers:
        return True
    if store.stems[word] in store.all_stems or word in store.lexicon_words:
        return True
    if store.key([word]) in store.lexicon:
        return True
    return unfinished and bool(store.longer(word))


def _expansions(store: Store, token: _Token) -> list[list[str]]:
    """What a word abbreviates in titles, where it is in capitals or no word of the index."""
    if not token.capitals and token.word in store.words:
        return []
    return expansions(token.word, (about["title"] for about in store.documents), store.fillers)


def _read_words(store: Store, query: Query, tokens: list[_Token], unfinished: bool) -> None:
    named = _names(store, tokens, foreign=query.foreign)
    fillers = store.fillers
    inside = {
        at
        for start, end, _groups in named
        for at in range(start, end)
        if end - start > 1
        or any(token.capitals or token.word not in fillers for token in tokens[start:end])
    }
    telling = [
        place
        for place, token in enumerate(tokens)
        if store.stems[token.word]
        and (token.word not in fillers or place in inside)
        and not (query.foreign and store.is_function(token.word))
    ]
    if not telling:
        telling = [place for place, token in enumerate(tokens) if store.stems[token.word]][-1:]
    weighty = [
        place
        for place in telling
        if place in inside or tokens[place].capitals or tokens[place].word not in store.light
    ]
    slots: dict[int, int] = {}
    by_stem: dict[str, int] = {}
    for place, token in enumerate(tokens):
        stem = store.stems[token.word]
        is_name = token.word in fillers and stem in store.names
        if place not in telling and not is_name:
            continue
        last = unfinished and place == len(tokens) - 1
        if stem not in by_stem:
            by_stem[stem] = len(query.slots)
            query.slots.append(Slot(token.word, {}, trust=token.trust))
            # Pairs of characters that stand nowhere are those where two Chinese words meet.
            # In a query of another language than the site's the index knows few of the words.
            if stem not in store.all_stems and not (last and store.longer(token.word)):
                query.slots[-1].aside = is_han(token.word) or query.foreign
            if weighty and place not in weighty:
                query.slots[-1].aside = True
            if is_name:
                query.slots[-1].names = True
                query.slots[-1].aside = not token.capitals and place not in telling
        slots[place] = by_stem[stem]
        slot = query.slots[by_stem[stem]]
        _add(slot, stem, 1.0)
        if last:
            known = stem in store.all_stems
            weight = store.rules["longer" if known else "prefix"]
            for word in store.longer(token.word):
                _add(slot, store.stems[word], weight)
    _read_names(store, query, tokens, named, slots)


def _names(
    store: Store, tokens: list[_Token], *, foreign: bool
) -> list[tuple[int, int, list[Group]]]:
    """Names in the query, the longest first from the left: where they stand, what they name."""
    found: list[tuple[int, int, list[Group]]] = []
    start = 0
    while start < len(tokens):
        for end in range(min(len(tokens), start + LONGEST_NAME), start, -1):
            key = store.key(token.word for token in tokens[start:end])
            groups = [*store.lexicon.get(key, ())]
            if foreign:
                groups += store.lexicon_abroad.get(key, ())
            if groups:
                found.append((start, end, groups))
                start = end - 1
                break
        start += 1
    return found


def _read_names(
    store: Store,
    query: Query,
    tokens: list[_Token],
    named: list[tuple[int, int, list[Group]]],
    slots: dict[int, int],
) -> None:
    for place, token in enumerate(tokens):
        found = _expansions(store, token) if place in slots else []
        if found:
            stems = [[stem for word in words if (stem := store.stems[word])] for words in found]
            query.spans.append(Span([slots[place]], [(one, store.rules["same"]) for one in stems]))
    for start, end, groups in named:
        covered = sorted({slots[place] for place in range(start, end) if place in slots})
        typed = [token.word for token in tokens[start:end]]
        others: list[tuple[list[str], float]] = []
        for group in groups:
            if group.term:
                others.append(([group.term], store.rules["term"]))
            if group.instrument:
                query.instruments.append(group.instrument)
                others.append(([f"{group.instrument}:"], store.rules["itself"]))
                others.append(([f"{group.instrument}:*"], store.rules["names"]))
            for name in group.names:
                parts = [stem for word in name if (stem := store.stems[word])]
                if name == typed or not parts:
                    continue
                if len(parts) == 1 and len(covered) == 1:
                    slot = query.slots[covered[0]]
                    if group.kind == "near" and parts[0] not in slot.terms:
                        slot.partly.add(parts[0])
                    _add(slot, parts[0], store.rules[group.kind])
                else:
                    others.append((parts, store.rules[group.kind]))
        if others and any(not query.slots[slot].aside for slot in covered):
            query.spans.append(Span(covered, others))


def _read_articles(store: Store, query: Query, articles: list[tuple[str, str]]) -> None:
    """Articles of the instruments named, or of any; then the one meant most often is first."""
    rules = store.rules
    for number, paragraphs in articles:
        for span in query.spans:
            tokens = [stems[0] for stems, _weight in span.others if stems[0].endswith(":")]
            span.others += [([f"{token}{number}"], rules["names"]) for token in tokens]
        slot = Slot(f"{number}{paragraphs}", {})
        for instrument in query.instruments or [""]:
            article = f"{instrument}:{number}"
            _add(slot, article, rules["article"])
            if paragraphs:
                slot.partly.add(article)
                _add(slot, f"{article}{paragraphs}", rules["paragraphs"])
        texts = [f"{id_}:" for id_ in query.instruments] or [store.most_named(number)]
        for text in filter(None, texts):
            _add(slot, text, rules["article"])
        query.slots.append(slot)


def _add(slot: Slot, term: str, weight: float) -> None:
    if weight > slot.terms.get(term, 0):
        slot.terms[term] = weight
