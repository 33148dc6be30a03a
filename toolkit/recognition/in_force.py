"""Which statements are in force: a withdrawal takes back what its author said before that day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from toolkit.recognition.acts import Act, ActKind, AnyLink
from toolkit.recognition.links import ancestors


@dataclass
class InForce:
    """The statements in force about the texts of one entry, as its acts are applied in order."""

    links: tuple[AnyLink, ...]
    live: dict[str, list[Act]] = field(default_factory=dict)

    def take(self, act: Act) -> bool:
        """Apply an act; False for a withdrawal that takes nothing back."""
        if act.kind is not ActKind.WITHDRAWAL:
            self.live.setdefault(act.organisation, []).append(act)
            return True
        before = self.live.get(act.organisation, [])
        texts = ancestors(act.digest, self.links) if self.links else {act.digest}
        after = [earlier for earlier in before if earlier.digest not in texts]
        self.live[act.organisation] = after
        return len(after) < len(before)

    def of(self, organisation: str) -> list[Act]:
        """The statements of an organization that are in force."""
        return self.live.get(organisation, [])

    def about(self, texts: frozenset[str]) -> Iterator[Act]:
        """The statements in force about one of these texts."""
        return (act for acts in self.live.values() for act in acts if act.digest in texts)

    def recognition(self, organisation: str, texts: frozenset[str]) -> Act | None:
        """The recognition of one of these texts by an organization."""
        for act in self.of(organisation):
            if act.kind is ActKind.RECOGNITION and act.digest in texts:
                return act
        return None


def in_turn(acts: Iterable[Act]) -> list[Act]:
    """Acts in the order in which they take effect."""
    return sorted(acts, key=lambda act: act.order)
