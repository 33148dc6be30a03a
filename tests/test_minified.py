"""Scripts are minified in any process, without waiting for threads that it lacks."""

import multiprocessing

import pytest

from toolkit import minified


def test_a_process_beside_never_asks_go(monkeypatch: pytest.MonkeyPatch) -> None:
    script = "var unseen = 1 ; // a word\n"
    expected = minified.minified(script)
    assert "word" not in expected
    minified.minified.cache_clear()

    def hang(*_: str) -> str:
        raise AssertionError("this may wait for ever")

    monkeypatch.setattr("minify.string", hang)
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=lambda: sender.send(minified.minified(script)))
    process.start()
    sender.close()
    assert receiver.recv() == expected
    process.join()
