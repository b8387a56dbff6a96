"""Quotations that several processes ask: the same answers as one, one after the other."""

import random
from hashlib import sha256
from pathlib import Path

import pytest

from briefbook.analysis.court.court import Court
from briefbook.analysis.court.proof import Proof, Quotation
from briefbook.project import hearing
from briefbook.project.processes import Processes
from briefbook.project.proofs import Prover
from briefbook.project.stored_texts import TextStore

WORDS = [a + b for a in ("ba", "ko", "银", "ни", "tri") for b in ("sel", "行", "но", "vem", "lo")]


def _text(rng: random.Random) -> str:
    return ". ".join(" ".join(rng.choices(WORDS, k=9)) for _ in range(30))


def _quotation(rng: random.Random, texts: list[str]) -> str:
    words = rng.choice(rng.choice(texts).split(". ")).split()[:7]
    if rng.random() < 0.4:
        words[rng.randrange(len(words))] = rng.choice(WORDS)
    return " … ".join([" ".join(words[:3]), " ".join(words[3:])][: rng.randint(1, 2)])


@pytest.fixture
def stored(tmp_path: Path) -> tuple[TextStore, dict[str, tuple[str, ...]], list[Quotation]]:
    """Texts of twenty sources, one of them not there, and three hundred quotations."""
    rng, store = random.Random(3), TextStore(tmp_path)
    texts = [_text(rng) for _ in range(20)]
    hashes = dict[str, tuple[str, ...]]()
    for number, text in enumerate(texts):
        name = f"sha256:{sha256(text.encode()).hexdigest()}"
        store.path(name).parent.mkdir(parents=True, exist_ok=True)
        store.path(name).write_text(text if number else "another one")
        hashes[f"source-{number:02}"] = (name,)
    asked = {
        Quotation(_quotation(rng, texts), (f"source-{n % 21:02}",), opening_only=n % 5 == 0)
        for n in range(300)
    }
    return store, hashes, sorted(asked, key=str)


def test_any_number_of_processes_says_the_same(
    stored: tuple[TextStore, dict[str, tuple[str, ...]], list[Quotation]],
) -> None:
    store, hashes, asked = stored
    one = Prover(store).prove_all(asked, hashes)
    assert len({proof.state for proof in one.values()}) >= 5
    assert Prover(store, workers=Processes(3)).prove_all(asked, hashes) == one
    court = hearing.Court(hashes, hearing._Texts(store))
    assert {quotation: court.prove(quotation) for quotation in asked} == one


def test_texts_of_others_are_read_only_where_words_do_not_stand_in_their_own(
    stored: tuple[TextStore, dict[str, tuple[str, ...]], list[Quotation]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store, hashes, asked = stored
    true = {
        quotation: proof
        for quotation, proof in Prover(store).prove_all(asked, hashes).items()
        if proof.state == "verbatim"
    }
    shelved = list[str]()
    monkeypatch.setattr(Court, "shelve", lambda _, names: shelved.extend(names))
    found: dict[Quotation, Proof] = {**Prover(store).prove_all(true, hashes)}
    assert found == true
    assert true
    assert not shelved


def test_a_text_is_folded_by_one_process(
    stored: tuple[TextStore, dict[str, tuple[str, ...]], list[Quotation]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    store, hashes, asked = stored
    asked = [one for one in asked if one.own[0] in hashes]
    log, read = tmp_path / "read", TextStore.text

    def noted(of: TextStore, name: str) -> str | None:
        with log.open("a") as lines:  # processes write into one file
            lines.write(f"{name}\n")
        return read(of, name)

    monkeypatch.setattr(TextStore, "text", noted)
    Prover(store, workers=Processes(3)).prove_all(asked, hashes)
    gone = hashes["source-00"][0]
    found = [name for name in log.read_text().split() if name != gone]
    assert len(found) == len(set(found)) == 19
    log.write_text("")
    monkeypatch.setattr(hearing, "_ROOM", 0)
    Prover(store, workers=Processes(3)).prove_all(asked, hashes)
    assert len(log.read_text().split()) > 30
