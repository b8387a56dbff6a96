"""How long the court takes for a quotation, with texts stored, in one process and in all.

    python bench/quotations.py [TEXTS] [QUOTATIONS]

Texts of about 30 kB are made up; of the quotations of each half are true, the others have a word
changed, dropped or added, stand in another text, or nowhere.
"""

import random
import sys
import tempfile
import time
from hashlib import sha256
from itertools import product
from pathlib import Path

from briefbook.analysis.court.proof import Quotation
from briefbook.project.processes import Processes, all_cores
from briefbook.project.proofs import Prover
from briefbook.project.stored_texts import TextStore

_SYLLABLES = ("ba", "ko", "lem", "tri", "san", "ver", "mol", "nick", "да", "ре", "ми", "фо", "со")
_WORDS = [
    "".join(syllables)
    for length in (1, 2, 3, 4)
    for syllables in list(product(_SYLLABLES, repeat=length))[:8_000]
]


def main() -> None:
    """Print milliseconds for each quotation, and what was answered."""
    number, each = (int(one) for one in (*sys.argv[1:], "200", "100")[:2])
    rng = random.Random(5)
    texts = [_text(rng) for _ in range(number)]
    names = [f"source-{n}" for n in range(number)]
    asked = [
        Quotation(_quotation(rng, n, texts), (names[n],))
        for n in range(number) for _ in range(each)
    ]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        store = TextStore(Path(folder))
        hashes = {name: _stored(store, text) for name, text in zip(names, texts, strict=True)}
        for jobs in sorted({1, all_cores()}):
            start = time.perf_counter()
            proofs = _proven(store, hashes, asked, jobs)
            spent = time.perf_counter() - start
            states = {state: sum(one == state for one in proofs) for state in sorted(set(proofs))}
            print(f"{len(asked):,} quotations from {number} texts, {jobs} processes: "
                  f"{1000 * spent / len(asked):.2f} ms each ({states})")  # fmt: skip


def _text(rng: random.Random) -> str:
    sentences = (" ".join(_word(rng) for _ in range(12)) + "." for _ in range(350))
    return "\n\n".join(sentences)


def _word(rng: random.Random) -> str:
    """As in texts: few words are frequent, most are rare."""
    rank = int(len(_WORDS) ** rng.random()) - 1
    return _WORDS[rank]


def _quotation(rng: random.Random, own: int, texts: list[str]) -> str:
    kind = rng.random()
    text = texts[own] if kind < 0.8 else texts[(own + 1) % len(texts)]
    words = rng.choice(text.split("\n\n"))[:-1].split()
    at = rng.randrange(3)
    words = words[at : at + 8]
    if 0.5 <= kind < 0.6:
        words[4] = _word(rng)
    elif 0.6 <= kind < 0.7:
        del words[4]
    elif 0.7 <= kind < 0.8:
        words.insert(4, _word(rng))
    elif kind >= 0.9:
        words = [_word(rng) for _ in words]
    return " ".join(words)


def _stored(store: TextStore, text: str) -> str:
    raw = text.encode()
    name = f"sha256:{sha256(raw).hexdigest()}"
    store.path(name).parent.mkdir(parents=True, exist_ok=True)
    store.path(name).write_bytes(raw)
    return name


def _proven(
    store: TextStore, hashes: dict[str, str], asked: list[Quotation], jobs: int
) -> list[str]:
    prover = Prover(store, workers=Processes(jobs))
    stored = {name: (one,) for name, one in hashes.items()}
    return [proof.state.value for proof in prover.prove_all(asked, stored).values()]


if __name__ == "__main__":
    main()
