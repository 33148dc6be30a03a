"""What readers are told about a translation: who made it, who read it, and how old it is."""

from dataclasses import dataclass

from toolkit.languages.language import Language
from toolkit.pages.dates import date_text
from toolkit.pages.site import Site
from toolkit.translations.status import State, TranslationStatus


@dataclass(frozen=True, slots=True)
class Notice:
    """Its `words`; `translated` if the text is a translation, `old` if the original has changed."""

    words: str
    translated: bool
    old: bool


def notice_of(path: str, site: Site) -> Notice | None:
    """The notice on a document's text; None if this site's text is the original."""
    local, language = site.local, site.language
    if local is None or local.tag == "en":
        return None
    status = local.statuses.get(path)
    if status is None:
        return Notice(language.text("translation.none"), translated=False, old=False)
    sentences = [_made(status, language)]
    old = status.state is State.OUTDATED
    if old:
        since = date_text(status.since, language)
        sentences.append(language.text("translation.outdated", date=since))
    return Notice(language.prose(sentences), translated=True, old=old)


def _made(status: TranslationStatus, language: Language) -> str:
    who = "machine" if status.by_machine else "person"
    if not status.reviewed_by:
        return language.text(f"translation.{who}", translator=status.translator)
    return language.text(
        f"translation.{who}-reviewed",
        translator=status.translator,
        by=status.reviewed_by,
        on=date_text(status.reviewed_on, language),
    )


def original_title(path: str, title: str, site: Site) -> str:
    """The original title of a translated document, if `title` is another."""
    original = site.local.original_titles.get(path, "") if site.local is not None else ""
    return original if original != title else ""
