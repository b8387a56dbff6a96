"""All that an edition is made of, as plain bytes, for a process that has nothing of the project."""

import json
import zlib
from collections.abc import Iterable
from datetime import date
from functools import partial

from briefbook.analysis.court.proof import Proof, Quotation
from briefbook.analysis.edition import Edition
from briefbook.corpus import Kept, TextOnDemand, corpus_of, read_from
from briefbook.model.settings import Settings


def packed(files: Iterable[tuple[str, Kept]], edition: Edition) -> bytes:
    """What was read of each file, in the order in which it was read, with the settings and the day.

    Texts of files, which only findings need, are not in it.
    """
    whole = [
        edition.settings.model_dump_json(), edition.today.isoformat(), [*files],
        [(str(one), str(proof)) for one, proof in edition.proofs.items()],
    ]  # fmt: skip
    return zlib.compress(json.dumps(whole, ensure_ascii=False).encode(), 1)


def edition_of(world: bytes) -> Edition:
    """The edition that was packed."""
    settings, today, files, proven = json.loads(zlib.decompress(world))
    corpus = corpus_of(
        read_from(head, partial(str, body), path, _no_text, TextOnDemand(path, _no_text))
        for path, (head, body) in files
    )
    proofs = {Quotation.read(one): Proof.read(proof) for one, proof in proven}
    day = date.fromisoformat(today)
    return Edition(corpus, day, Settings.model_validate_json(settings), lambda _: proofs)


def _no_text(path: str) -> bytes:
    raise LookupError(path)
