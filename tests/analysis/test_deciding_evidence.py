"""What carries a verdict: the sides that it rests on, and what is left of them after a fall."""

import pytest
from hypothesis import given
from short_records import brief, claim, item, source
from worlds import World, worlds

from briefbook.analysis.basis import basis_items, basis_origins
from briefbook.analysis.deciding_evidence import deciding_sides, origins_left
from briefbook.analysis.edition import Edition
from briefbook.analysis.origins import Origins
from briefbook.analysis.removal import NothingRemoved, OriginRemoved
from briefbook.corpus import Corpus
from briefbook.corpus.corpus import BriefFile
from briefbook.model import Judgment, Stance
from briefbook.model.barrier import Barrier
from briefbook.model.settings import Settings
from harness import DAY

PRO, PRO_TOO = item("p"), item("p2", credibility="5")
CON, ANSWERED = item("c", "disputes"), item("c2", "disputes", answered="Why.")
OTHERS = [item("o", stance) for stance in ("context", "silent", "misreports")]
BOTH = (PRO, OTHERS[0], CON, OTHERS[1], PRO_TOO, OTHERS[2], ANSWERED)


@pytest.mark.parametrize(
    ("verdict", "sides"),
    [
        ("supported", ((PRO, PRO_TOO),)),
        ("refuted", ((CON,),)),
        ("contested", ((PRO, PRO_TOO), (CON,))),
        ("partly-supported", ((PRO, PRO_TOO), (CON,))),
        ("unverified", ()),
        ("open", ()),
        ("not-checkable", ()),
    ],
)
def test_a_verdict_rests_on_its_sides(verdict: str, sides: object) -> None:
    assert deciding_sides(claim(*BOTH, verdict=verdict), {}) == sides


@pytest.mark.parametrize(
    ("items", "verdict", "sides"),
    [
        ((PRO,), "contested", ((PRO,),)),
        ((CON,), "contested", ((CON,),)),
        ((CON,), "supported", ()),
        ((PRO,), "refuted", ()),
        (tuple(OTHERS), "contested", ()),
    ],
)
def test_a_side_without_items_is_no_side(
    items: tuple[object, ...], verdict: str, sides: object
) -> None:
    assert deciding_sides(claim(*items, verdict=verdict), {}) == sides  # type: ignore[arg-type]


def test_a_barrier_rests_on_the_support_that_it_has_of_its_own() -> None:
    def barrier(*items: object) -> Barrier:
        plain = {"id": "b", "kind": "trust", "statement": "S."}
        return Barrier.model_validate({**plain, "evidence": items})

    assert deciding_sides(barrier(*BOTH), {}) == ((PRO, PRO_TOO),)
    assert deciding_sides(barrier(CON), {}) == deciding_sides(barrier(), {}) == ()


def test_a_judgment_has_no_evidence_of_its_own() -> None:
    assert deciding_sides(Judgment.model_validate({"id": "j", "statement": "S."}), {}) == ()


def test_what_is_left_of_a_side_when_an_origin_falls() -> None:
    library = Origins({"p": source("p", speaker=["ann"]), "p2": source("p2", derives_from=["q"])})
    assert origins_left([PRO, PRO_TOO], NothingRemoved(library)) == {"ann", "q"}
    assert origins_left([PRO, PRO_TOO], OriginRemoved(library, "ann")) == {"q"}
    assert origins_left([PRO], OriginRemoved(library, "ann")) == frozenset()


@given(worlds())
def test_the_basis_of_a_judgment_is_what_carries_the_claims_that_it_names(world: World) -> None:
    """Directly: not what carries a judgment that it leans on, or a claim behind a claim."""
    edition = world.edition()
    brief = edition.briefs["b"]
    carried = {
        one.id: [i for side in deciding_sides(one, edition.sources, brief) for i in side]
        for one in brief.claims
    }
    for one in brief.claims:
        assert list(basis_items(one, "b", edition)) == carried[one.id]
    for judgment in brief.judgments:
        wanted = [
            i
            for lean in judgment.depends_on
            for i in carried.get(lean.record, [])
            if lean.holds is None or (i.stance is Stance.supports) is lean.holds
        ]
        items = basis_items(judgment, "b", edition)
        assert list(items) == wanted
        found = basis_origins(items, edition.origins)
        assert set(found) == {o for i in wanted for o in edition.origins.of_item(i)}
        assert len(set(found)) == len(found)


def test_a_judgment_may_lean_on_a_claim_of_another_brief() -> None:
    judgment = Judgment.model_validate(
        {"id": "j", "statement": "S.", "depends_on": ["other#c", "c", "gone"]}
    )
    files = [
        BriefFile(name, f"briefings/{name}.yml", None, brief(claims=[one]))
        for name, one in (("other", claim(PRO)), ("own", claim(CON, verdict="refuted")))
    ]
    edition = Edition(Corpus(tuple(files)), DAY, Settings())
    assert basis_items(judgment, "own", edition) == (PRO, CON)
