"""Scripts are minified in any process, without waiting for threads that it lacks."""

import multiprocessing

import pytest

from toolkit import minified


def test_a_process_beside_never_asks_go(monkeypatch: pytest.MonkeyPatch) -> None:
    script = "try { seen() ; } catch (unseen) { } // a word\n"
    expected = minified.minified(script)
    assert "word" not in expected
    assert "catch{" not in expected  # Firefox 48 (KaiOS), Chrome before 66, and Safari before 11.1
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
