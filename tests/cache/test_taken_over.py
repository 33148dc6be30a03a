"""Files of the last site that would be the same are linked, not written again."""

from pathlib import Path

from tests.checkouts import make_checkout


def test_only_files_that_are_still_the_same_are_taken_over(tmp_path: Path) -> None:
    checkout = make_checkout(tmp_path)
    checkout.build()
    same, damaged = sorted((checkout.site / "assets/write/entries").iterdir())[:2]
    inode, right = same.stat().st_ino, damaged.read_bytes()
    damaged.write_bytes(b"damaged")
    checkout.build()
    assert same.stat().st_ino == inode
    assert damaged.read_bytes() == right
