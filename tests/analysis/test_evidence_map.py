"""The evidence map: nothing is lost between a brief and its picture."""

from hypothesis import given
from short_records import brief, claim, item, source
from worlds import World, worlds

from briefbook.analysis.evidence_map import MOST_CLAIMS, MOST_ORIGINS, evidence_map
from briefbook.analysis.origins import Origins
from briefbook.model import Stance


def test_repeats_and_order() -> None:
    sources = {
        "root": source("root"),
        "copy": source("copy", derives_from=["root"]),
        "other": source("other"),
    }
    found = evidence_map(
        "b",
        brief(
            claims=[
                claim(item("other"), id="late"),
                claim(item("copy", also_in=["root"]), item("other", "disputes"), id="first"),
                claim(item("root"), item("copy", "context"), id="second"),
                claim(id="bare"),
            ],
            questions=[
                {"id": "q", "question": "Q?", "status": "open", "bears_on": ["first", "b#bare"]},
                {"id": "done", "question": "Q?", "status": "answered", "bears_on": ["first"]},
            ],
        ),
        Origins(sources),
    )
    assert [(node.id, node.claims, node.repeats) for node in found.origins] == [
        ("other", 2, 0),
        ("root", 2, 1),
    ]
    assert [one.id for one in found.claims] == ["late", "first", "second", "bare"]
    assert found.asked == {"q": ("first", "bare")}
    assert (found.others, found.hidden) == (0, 0)


def test_a_long_tail_is_taken_together() -> None:
    names = [f"s{at:03}" for at in range(40)]
    claims = [claim(item(name), item("s000"), id=f"c{at}") for at, name in enumerate(names)]
    many = brief(claims=[*claims, *[claim(id=f"d{at}") for at in range(60)]])
    found = evidence_map("b", many, Origins({name: source(name) for name in names}))
    assert len(found.origins) == MOST_ORIGINS
    assert found.others == 40 - MOST_ORIGINS
    assert (len(found.claims), found.hidden) == (MOST_CLAIMS, 100 - MOST_CLAIMS)
    assert found.origins[0].id == "s000"


@given(worlds())
def test_every_side_of_every_claim_is_drawn(world: World) -> None:
    edition = world.edition()
    for name, one in edition.briefs.items():
        found = evidence_map(name, one, edition.origins)
        shown = {node.id for node in found.origins}
        wanted = set()
        for record in found.claims:
            for stance, side in (
                (Stance.supports, edition.origins.supports(record)),
                (Stance.disputes, edition.origins.disputes(record)),
            ):
                for origin in side.origins:
                    wanted.add((origin if origin in shown else None, record.id, stance))
        assert {(line.origin, line.claim, line.stance) for line in found.strands} == wanted
