"""A status in words for readers: what it is, since when, by whom, and why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.content.registers import Organisation
from toolkit.languages.language import Language
from toolkit.recognition.acts import Act
from toolkit.recognition.status import QUIET, State, Status


def state_name(state: State, language: Language) -> str:
    """The name of a state."""
    return language.text(f"recognition.{state}")


def in_words(status: Status, organisations: Mapping[str, Organisation], language: Language) -> str:
    """One or more sentences that give the state with its date and reason."""
    return language.prose([*_Words(status, organisations, language).sentences()])


@dataclass(frozen=True, slots=True)
class _Words:
    status: Status
    organisations: Mapping[str, Organisation]
    language: Language

    def sentences(self) -> Iterator[str]:
        status = self.status
        yield self._say(status.state)
        recorded = status.recorded
        if status.state is not recorded and recorded not in QUIET:
            yield self._say(recorded)
        if recorded is State.PARTLY and not status.silent and status.missing:
            names = self._names(status.missing)
            yield self.language.text("recognition.says.missing", names=names)
        if recorded is State.PARTLY and not status.complete and not status.missing:
            yield self.language.text("recognition.says.incomplete")
        for key, acts in (
            ("recognition.says.late", status.late_objections),
            ("recognition.says.taken-back", status.taken_back),
        ):
            for act in acts:
                yield self.language.text(
                    key,
                    name=self._names([act.organisation]),
                    on=self.language.date(act.on),
                    reason=self._quoted(act),
                )

    def _say(self, state: State) -> str:
        status = self.status
        key = f"recognition.says.{self._variant(state)}"
        fault = status.doubts[0].fault.location if status.doubts else None
        circulation = status.circulation
        dates = {
            "since": status.since or status.formerly_silent,
            "opens": circulation.opens if circulation else None,
            "closes": circulation.closes if circulation else None,
        }
        return self.language.text(
            key,
            n=len(status.objections if state is State.OBJECTED else status.members),
            known=len(status.by),
            names=self._names(act.organisation for act in self._authors(state)),
            reasons=self.language.joined([self._quoted(act) for act in status.objections]),
            path=fault.source.path if fault else "",
            line=fault.line if fault else "",
            **{name: self.language.date(day) if day else "" for name, day in dates.items()},
        )

    def _variant(self, state: State) -> str:
        """Which of the sentences for a state to use."""
        if state is State.RECOGNIZED:
            return "silent" if self.status.silent else "recognized"
        if state is State.PROPOSED and self.status.once:
            return "proposed-again"
        if state is State.CHANGED and not self.status.former:
            return "changed-silent"
        if state is State.PARTLY and self.status.silent:
            return "silent-known"
        if state is State.PARTLY and not self.status.complete:
            return "partly-known"
        return state

    def _authors(self, state: State) -> tuple[Act, ...]:
        if state is State.OBJECTED:
            return self.status.objections
        return self.status.former if state is State.CHANGED else self.status.by

    def _names(self, ids: Iterable[str]) -> str:
        """What readers call organizations."""
        known, language, ids = self.organisations, self.language, dict.fromkeys(ids)
        names = [known[id_].short_name(language.tag) if id_ in known else id_ for id_ in ids]
        return language.joined(sorted(names, key=language.sort_key))

    def _quoted(self, act: Act) -> str:
        return self.language.text("quotation").format(act.words)
