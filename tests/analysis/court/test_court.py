"""The court: every true quotation passes, every faulty one gets the right answer."""

import os
from collections import Counter

import pytest
from courtroom import Held, court, prove
from quotation_cases import FAULTS, SPELLINGS, cases

from briefbook.analysis.court.court import Court
from briefbook.analysis.court.proof import Lack, Proof, Quotation
from briefbook.analysis.court.stored_text import StoredText

MANY = int(os.environ.get("BRIEFBOOK_MANY_EXAMPLES", "0")) * 10
TEXT = """\
The bank plans joint research with scientists, its first deputy head said.[12]

He cannot say when. It covers 20 km² and 15 % of the plans [in Russian] that failed.

Nobody promised that the office would open in spring, and nobody was not told so.
"""


def test_of_quotations_at_random_no_true_one_is_accused_and_no_faulty_one_passes() -> None:
    number = MANY or 1_200
    accused, passed, misnamed, told = list[str](), list[str](), list[str](), Counter[str]()
    for case in cases(number, seed=7):
        proof = court(case.texts).prove(Quotation(case.exact, ("own",), case.prefix, case.suffix))
        told[case.kind.partition(" (")[0]] += 1
        if proof.state in case.want:
            continue
        row = f"{case.kind}: {case.exact!r}: {proof.state}, not {case.want}"
        true = case.want == ("verbatim",)
        (accused if true else passed if proof.state == "verbatim" else misnamed).append(row)
    assert not accused
    assert not passed
    assert len(misnamed) <= number // 100, misnamed
    assert set(told) == {*SPELLINGS, *FAULTS}
    assert len(FAULTS) >= 25


@pytest.mark.parametrize(
    ("exact", "found", "difference", "edge"),
    [
        ("plans joint studies", "plans joint research", 12, False),
        ("15 percent", "", None, False),
        ("20 km", "20 km²", 5, True),
        ("5 % of the plans", "15 % of the plans", 0, True),
        ("can", "cannot", 3, True),
        ("Plans joint research", "plans joint research", 0, False),
        ("plans jоint research", "plans joint research", 7, False),
        ("joint research with Scientists", "joint research with scientists", 20, False),
    ],
)
def test_what_was_altered_is_shown_as_it_stands_with_the_sign_at_which_they_part(
    exact: str, found: str, difference: int | None, edge: bool
) -> None:
    proof = prove(TEXT, exact)
    if found:
        assert proof.state == "altered"
        assert (proof.found, proof.difference, proof.edge) == (found, difference, edge)
        assert proof.at is not None and TEXT[proof.at :].startswith(found)
    else:
        assert proof.state != "verbatim"


def test_a_text_with_note_marks_is_shown_as_it_was_stored() -> None:
    proof = prove(TEXT, "deputy head said. He cannot")
    assert proof.state == "verbatim"
    assert proof.found == "deputy head said.[12]\n\nHe cannot"
    assert proof.at == TEXT.index("deputy head")


def test_an_omission_that_swallows_a_negation_passes_and_is_told() -> None:
    proof = prove(TEXT, "nobody was … told so")
    assert (proof.state, proof.omitted) == ("verbatim", "not")
    assert prove(TEXT, "plans … research").omitted == ""


def test_words_that_stand_in_several_places_are_counted_and_told_apart_by_their_context() -> None:
    assert prove(TEXT, "plans").places == 2
    assert prove(TEXT, "plans", "bank").places == 1
    assert prove(TEXT, "plans", "of the", "[in Russian]").places == 1
    assert prove(TEXT, "plans", "wrong").state == "altered"


def test_the_gap_of_a_splice_is_named() -> None:
    proof = prove(TEXT, "plans joint research would open in spring")
    assert proof.state == "spliced"
    assert proof.found == "plans joint research"
    assert proof.gap.startswith("with scientists") and proof.gap.endswith("the office")


def test_words_of_another_source_are_found_there() -> None:
    texts = {"own": TEXT, "wire": "An agency adds that the deal fell through on Monday."}
    proof = court(texts).prove(Quotation("the deal fell through", ("own",)))
    assert (proof.state, proof.found_in, proof.text) == ("elsewhere", "wire", "wire")


def test_a_reprint_with_a_changed_word_is_altered_and_not_taken_from_elsewhere() -> None:
    texts = {
        "own": "A reprint says that the long deal fell through on Monday.",
        "wire": "An agency says that the long deal broke through on Monday.",
    }
    proof = court(texts).prove(Quotation("that the long deal broke through", ("own",)))
    assert (proof.state, proof.text) == ("altered", "own")


def _held(stored: dict[str, tuple[str, ...]], texts: dict[str, str]) -> Court:
    return Court(stored, Held({name: StoredText(text) for name, text in texts.items()}))


def test_where_no_text_is_stored_nobody_is_accused() -> None:
    wire = {"wire": "the deal fell through"}
    quotation = Quotation("the deal fell through", ("own",))
    assert _held({}, {}).prove(quotation) == Proof("unpinned")
    assert _held({"wire": ("wire",)}, wire).prove(quotation) == Proof("unpinned", found_in="wire")
    gone = _held({"own": ("gone",), "wire": ("wire",)}, wire).prove(quotation)
    assert gone == Proof("unavailable", found_in="wire", lack=Lack.not_here)
    damaged = _held({"own": ("damaged",)}, {}).prove(quotation)
    assert damaged == Proof("unavailable", lack=Lack.damaged)


@pytest.mark.parametrize("kept", [("old",), ("old", "new")])
def test_nobody_is_accused_while_a_text_cannot_be_asked(kept: tuple[str, ...]) -> None:
    texts = {"old": "Something else entirely.", "new": "The plain words of the page."}
    held = _held({"own": ("new", "old")}, {name: texts[name] for name in kept})
    proof = held.prove(Quotation("The plain words of the page.", ("own",)))
    assert proof.state == ("verbatim" if "new" in kept else "unavailable")
    if "new" not in kept:
        assert proof.lack is Lack.not_here


def test_of_a_source_read_in_its_opening_only_nothing_is_absent() -> None:
    held = court({"own": TEXT})
    unknown = Quotation("words of its second half", ("own",), opening_only=True)
    assert held.prove(unknown) == Proof("unavailable", lack=Lack.opening)
    slip = Quotation("plans joint studies", ("own",), opening_only=True)
    assert held.prove(slip).state == "altered"


def test_all_texts_of_a_source_and_of_its_copy_count() -> None:
    held = _held(
        {"own": ("new", "old"), "copy": ("copied",)},
        {"new": "Second edition.", "old": "First edition, by hand.", "copied": "A copy of both."},
    )
    for exact, text in (("Second edition", "new"), ("by hand", "old"), ("copy of both", "copied")):
        assert held.prove(Quotation(exact, ("copy", "own"))).text == text


def test_in_a_text_without_known_paragraphs_parts_lie_within_1500_characters() -> None:
    near, far = ("one two three" + " x" * n + " four five six" for n in (600, 1_000))
    for text, state in ((near, "verbatim"), (far, "spliced")):
        held = court({"own": text}, paragraphs=False)
        assert held.prove(Quotation("one two three … four five six", ("own",))).state == state


@pytest.mark.parametrize(
    ("exact", "state"),
    [
        ("a", "verbatim"), ("x", "absent"), ("…", "absent"), ("!!!", "absent"), (".", "absent"),
        ("[12]", "absent"), ("[…]", "absent"), ("b " * 5_000, "absent"), ("(", "absent"),
        ("[" * 5_000, "absent"), ("… " * 3_000, "absent"), ("a … " * 1_000, "spliced"),
    ],
)  # fmt: skip
def test_odd_quotations_get_an_answer(exact: str, state: str) -> None:
    assert prove("a b c [12] d. e f " * 200, exact).state == state


@pytest.mark.parametrize(
    ("text", "exact", "state"),
    [
        ("The bank cannot open now.", "The bank can[did] open now", "altered"),
        ("The bank cannot open now.", "The bank can[] open", "altered"),
        ("The bank cannot open now.", "The bank can[…] open", "altered"),
        ("Once more it opened.", "o[ne]", "altered"),
        ("It fell −5 percent.", "5 percent", "altered"),
        ("It cost 1 200,50 rubles.", "200,50 rubles", "altered"),
        ("Of 1 000 000 units", "000 units", "altered"),
        ("In 3/4 of cases", "4 of cases", "altered"),
        ("at risk[12] and more", "at risk [12] and more", "verbatim"),
        ("an anti-\nSoviet text", "Soviet text", "verbatim"),
        ("a coopera-\ntion of two", "tion of two", "altered"),
        ("Он не пришёл домой.", "Он пришёл", "altered"),
    ],
)
def test_what_was_once_let_through_or_accused(text: str, exact: str, state: str) -> None:
    assert prove(text, exact).state == state


def test_an_editor_s_own_negation_is_told() -> None:
    proof = prove("The ground was too wet to be safe.", "The ground was [not] too wet")
    assert (proof.state, proof.edited, proof.added) == ("verbatim", True, "not")


def test_many_parts_that_stand_in_many_places_take_no_more_time_than_a_text_has_signs() -> None:
    text = ("ab " * 50 + "\n\n") * 60
    assert prove(text, " … ".join(["ab"] * 30) + " … zz").state in ("absent", "altered")
    assert prove(text, " … ".join(["a"] * 200)).state in ("absent", "altered", "spliced")


def test_what_is_kept_reads_back_as_it_was() -> None:
    quotation = Quotation("a “b”\n", ("one", "two"), "p", "s", True)
    assert Quotation.read(str(quotation)) == quotation
    for proof in (Proof("altered", "x", 3, "h", 2, True), Proof("unavailable", lack=Lack.opening)):
        assert Proof.read(str(proof)) == proof
