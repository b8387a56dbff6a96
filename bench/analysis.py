"""How what is computed from a corpus grows: for the whole corpus, in the way the site's pages ask.

Prints ratios of CPU time at four times the size, measured side by side in one run.
"""

import json
from collections.abc import Callable
from datetime import date

from made.briefs import Data, brief, library
from made.clock import cpu, medians, said

from briefbook.analysis.brief_linchpins import ranked
from briefbook.analysis.edition import Edition
from briefbook.corpus import Corpus, LibraryRecord, read_file
from briefbook.model import Claim, Source
from briefbook.model.settings import Settings

TARGET, TIMES, LONG = 5, 4, 2_000
TODAY = date(2026, 11, 23)
QUICK = 0.03
"""Seconds that the smaller size takes: with more than that one measurement is enough."""


def edition(sources: list[Data], briefs: list[Data]) -> Edition:
    """An edition without a file being read."""
    entries = {
        data["id"]: LibraryRecord(data["id"], Source.model_validate(data), "library.yml", (index,))
        for index, data in enumerate(sources)
    }
    files = (
        read_file(f"briefings/brief-{number}.yml", json.dumps(data).encode()).brief
        for number, data in enumerate(briefs)
    )
    return Edition(Corpus(tuple(filter(None, files)), entries), TODAY, Settings())


def realistic(size: int) -> Edition:
    """Generated briefs with a library that grows with them."""
    number = size // 20
    return edition(list(library(number)), [brief(each) for each in range(number)])


def one_source(size: int) -> Edition:
    """The same, but one source stands under all claims."""
    number = size // 20
    briefs = [brief(each) for each in range(number)]
    for record in (r for each in briefs for r in (*each["claims"], *each["barriers"])):
        for item in record["evidence"]:
            item["source"] = "source-0"
    return edition(list(library(number)), briefs)


def source_chain(size: int) -> Edition:
    """Each source repeats the one before; the claims stand on the last."""
    sources: list[Data] = [
        {"id": f"source-{i}", "title": "T", "derives_from": [f"source-{i - 1}"] if i else []}
        for i in range(size)
    ]
    return edition(sources, [_brief([_claim(i, size - 1) for i in range(10)])])


def used_source_chain(size: int) -> Edition:
    """The same, and a claim stands on each."""
    chain = source_chain(size)
    made = edition([], [_brief([_claim(i, i) for i in range(size)])])
    return Edition(Corpus(made.corpus.files, chain.corpus.sources), TODAY, Settings())


def claim_chain(size: int) -> Edition:
    """Each claim leans on the one before and on nothing else; the first is stale."""
    claims = [_claim(i, None if i else 0) for i in range(size)]
    for index, claim in enumerate(claims):
        claim["depends_on"] = [f"claim-{index - 1}" if index else "assumption"]
    return edition([{"id": "source-0", "title": "T"}], [_brief(claims)])


def wide_judgment(size: int) -> Edition:
    """A judgment of high confidence leans on all claims, and all stand on the same two sources."""
    claims = [_claim(i, 0) for i in range(size)]
    for claim in claims:
        claim["evidence"].append({"source": "source-1", "stance": "supports"})
    made = _brief(claims)
    leans = [claim["id"] for claim in claims]
    made["judgments"] = [
        {"id": "judgment", "statement": "S.", "confidence": "high", "depends_on": leans}
    ]
    return edition([{"id": f"source-{i}", "title": "T"} for i in range(2)], [made])


def _claim(number: int, source: int | None) -> Data:
    items = [] if source is None else [{"source": f"source-{source}", "stance": "supports"}]
    return {"id": f"claim-{number}", "statement": "S.", "kind": "fact", "verdict": "supported",
            "evidence": items}  # fmt: skip


def _brief(claims: list[Data]) -> Data:
    stale = {"id": "assumption", "statement": "S.", "review_by": "2026-01-01"}
    return {"title": "T", "summary": "S.", "status": "draft", "claims": claims,
            "assumptions": [stale]}  # fmt: skip


def anew(known: Edition) -> Edition:
    """The same edition with nothing computed yet."""
    return Edition(known.corpus, known.today, known.settings)


STEPS: dict[str, Callable[[Edition], object]] = {
    "origins": lambda e: [e.origins.supports(at.record) for at in e.corpus.placed(Claim)],
    "verdicts": lambda e: [e.verdicts.of(at.record) for at in e.corpus.placed(Claim)],
    "staleness": lambda e: e.staleness,
    "linchpins of briefs": lambda e: [ranked(e.linchpins, n, b) for n, b in e.briefs.items()],
    "linchpins of one source": lambda e: e.linchpins.if_source_falls("source-0"),
    "linchpins of sources": lambda e: [e.linchpins.if_source_falls(name) for name in e.sources],
    "blast radius of one source": lambda e: e.blast_radius.of_withdrawal("source-0"),
    "blast radius": lambda e: [e.blast_radius.of_withdrawal(name) for name in e.sources],
}
SIZES = {used_source_chain: 480, wide_judgment: 480}
"""Where 2,000 would take minutes."""
ALL_FROM_ALL = {
    (used_source_chain, "linchpins of briefs"),
    (used_source_chain, "linchpins of sources"),
    (used_source_chain, "blast radius"),
    (claim_chain, "linchpins of briefs"),
}
"""The answer itself grows with the square: each step of the chain takes down all after it."""
SHAPES = (realistic, one_source, source_chain, used_source_chain, claim_chain, wide_judgment)


def main() -> None:
    """Print the figures."""
    for shape in SHAPES:
        size = SIZES.get(shape, LONG)
        few, many = shape(size // TIMES), shape(size)
        print(f"{shape.__name__.replace('_', ' ')}: {(shape.__doc__ or '').rstrip('.')}")
        for name, step in STEPS.items():
            once = cpu(lambda step=step, few=few: step(anew(few)))  # type: ignore[misc]
            less, more = medians(
                lambda step=step, few=few: step(anew(few)),  # type: ignore[misc]
                lambda step=step, many=many: step(anew(many)),  # type: ignore[misc]
                repeats=7 if once < QUICK else 1,
            )
            target = TIMES * TARGET if (shape, name) in ALL_FROM_ALL else TARGET
            print(f"  {name:26} {said(more / less, target)}   {more * 1000:7.1f} ms")


if __name__ == "__main__":
    main()
