"""The result of going through an image part by part: what stays, and what is cut out."""

from dataclasses import dataclass, field

from toolkit.content.images import exif

# A photograph has a few dozen parts; more than this are only there to keep the program busy.
_MOST = 50_000


class DamagedImageError(Exception):
    """An image that is truncated or violates its format."""


@dataclass
class Parts:
    """The parts of an image that stay, in order, and the names of those that don't."""

    kept: list[bytes] = field(default_factory=list)
    removed: set[str] = field(default_factory=set)
    has_position: bool = False
    _left_out: int = 0

    def keep(self, part: bytes) -> None:
        """Keep a part unchanged."""
        self.kept.append(part)
        self._bound()

    def remove(self, name: str, notes: bytes) -> None:
        """Leave notes out; `name` is what people call them."""
        self.removed.add(name)
        self._left_out += 1
        self._bound()
        self.has_position = self.has_position or exif.PLACE.search(notes) is not None

    def reduced(self, notes: bytes) -> bytes:
        """What stays of Exif: nothing, or the orientation if the picture isn't upright."""
        if exif.is_bare(notes):
            return notes
        self.removed.add("camera data (Exif)")
        self.has_position = self.has_position or exif.has_position(notes)
        turned = exif.orientation(notes)
        return exif.only_orientation(turned) if turned != 1 else b""

    def end(self, rest: bytes) -> None:
        """Leave out what follows the end of the image, which viewers never show."""
        if rest:
            self.remove("data after the image", rest)

    def _bound(self) -> None:
        if len(self.kept) + self._left_out > _MOST:
            raise DamagedImageError
