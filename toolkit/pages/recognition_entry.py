"""What the page of an entry says about its recognition."""

from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.addresses import text_path
from toolkit.content.entry import Entry
from toolkit.languages.language import Language
from toolkit.pages.links import Link, body_link
from toolkit.recognition.acts import Act, Circulation, EditorialLink
from toolkit.recognition.digest import PREFIX, shortened
from toolkit.recognition.words import in_words


@dataclass(frozen=True, slots=True)
class Voice:
    """An organization and what it said.

    `text` links to the text it was about, if that was kept and is not the current one.
    """

    body: Link
    on: str
    words: str
    text: Link | None


@dataclass(frozen=True, slots=True)
class Recognition:
    """The state of an entry in words, and who said what; `rows` is empty if nobody did.

    `links` are the editorial changes over which statements came to the current text; `exact` is
    that text, if anything said is about itself.
    """

    words: str
    rows: tuple[tuple[str, tuple[Voice, ...]], ...]
    missing: tuple[Link, ...]
    circulated: str
    links: tuple[str, ...]
    exact: Link | None

    @property
    def has_more(self) -> bool:
        """Whether there is more to say than the state."""
        return bool(self.rows or self.circulated or self.exact)


def shown_recognition(entry: Entry, catalogue: Catalogue, language: Language) -> Recognition:
    """The recognition of an entry."""
    status = catalogue.statuses[entry.id]
    words = in_words(status, catalogue.organisations, language)
    if not catalogue.ledger.is_mentioned(entry.id):
        return Recognition(words, (), (), "", (), None)
    rows = (
        ("recognition.entry.by", status.by),
        ("recognition.entry.former", status.former),
        ("recognition.text.objections", status.objections),
        ("recognition.entry.late", status.late_objections),
        ("recognition.entry.former-objections", status.former_objections),
        ("recognition.text.withdrawals", status.withdrawals),
    )
    ledger, day = catalogue.ledger, catalogue.as_of
    about = {act.digest for act in ledger.acts.get(entry.id, ()) if act.on <= day}
    about |= {one.digest for one in ledger.circulations.get(entry.id, ()) if one.opens <= day}
    # A renamed entry has several digests: what was said before names a former one.
    about &= ledger.now.digests_of(entry.id)
    exact = (
        text_link(one, catalogue)
        for one in sorted(about, key=lambda one: (one != status.digest, one))
    )
    acts = (*status.objections, *status.late_objections, *status.withdrawals)
    missing = [id_ for id_ in status.missing if id_ not in {act.organisation for act in acts}]
    if not (status.by or status.circulation):
        missing = []
    return Recognition(
        words,
        tuple(
            (language.text(key), voices(acts, catalogue, language)) for key, acts in rows if acts
        ),
        tuple(body_link(id_, catalogue, language) for id_ in missing),
        circulated(status.circulation, language) if status.circulation else "",
        tuple(editorial(link, "editorial-before", language) for link in status.links),
        next(filter(None, exact), None),
    )


def voices(acts: Iterable[Act], catalogue: Catalogue, language: Language) -> tuple[Voice, ...]:
    """Statements as pages show them, by the names of the organizations."""
    found = (
        Voice(
            body_link(act.organisation, catalogue, language),
            language.date(act.on),
            act.words,
            text_link(act.digest, catalogue)
            if act.digest not in catalogue.ledger.now.digests_of(act.entry)
            else None,
        )
        for act in acts
    )
    return tuple(sorted(found, key=lambda voice: language.sort_key(voice.body.text)))


def text_link(digest: str, catalogue: Catalogue) -> Link | None:
    """A link to the page of a kept text, named by the beginning of its digest."""
    if digest not in catalogue.ledger.published_texts:
        return None
    return Link(shortened(digest), text_path(digest.removeprefix(PREFIX)))


def editorial(link: EditorialLink, key: str, language: Language) -> str:
    """When and why a change was declared editorial, in words."""
    return language.text(f"recognition.text.{key}", on=language.date(link.on), reason=link.reason)


def circulated(circulation: Circulation, language: Language) -> str:
    """The period in which a text circulates, in words."""
    dates = language.date(circulation.opens), language.date(circulation.closes)
    return language.text("recognition.entry.circulated", opens=dates[0], closes=dates[1])
