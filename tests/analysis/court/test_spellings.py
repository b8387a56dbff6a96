"""Spellings that count as one, marks of notes and units, and negations that are pointed out."""

import pytest

from analysis.court.courtroom import prove

FILLER = "\n\nSome other words stand between.\n\n"


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("The bank paid the state.[¹] It left the town",
         "The bank paid the state. It left the town"),
        ("They approve[a] the plan and the bank¹,² paid the state³–⁵ again for they* all",
         "the bank paid the state again for they all"),
        ("The F-\n16 jets came", "The F-16 jets came"),
        ("a 19-\nyear-old man paid", "a 19-year-old man paid"),
        ("of COVID-\n19 they said", "of COVID-19 they said"),
        ("истребитель Су-\n35 здесь", "истребитель Су-35 здесь"),
        ("было 5-\nлетний план", "5-летний план"),
        ("in mid-\n2024 they", "in mid-2024 they"),
        ("Er nannte den »Plan« gestern gut", "den „Plan“ gestern"),
        ("Er nannte den »Plan« gestern gut", 'den "Plan" gestern'),
        ("Er nannte den „Plan“ gestern gut", "den »Plan« gestern"),
        ("Il a dit « oui » hier encore", 'dit "oui" hier'),
        ("Il a dit « oui », hier encore", 'dit "oui", hier'),
        ("Il a dit «oui» hier encore", "dit « oui » hier"),
        ("Он сказал «да» вчера", 'сказал "да" вчера'),
        ("Er nannte ›den Plan‹ gestern", "nannte 'den Plan' gestern"),
        ("one .  . . five words", "one … five words"),
        ("one .\n   . . five words", "one ... five words"),
        ("they love ❤\ufe0f it", "they love ❤ it"),
        ("俄罗斯银行［12］今天付款", "俄罗斯银行今天付款"),
        ("the bank[Note 3] paid them", "the bank paid them"),
        ("Das Ergebnis⁽⁶⁾ war gut", "Das Ergebnis war gut"),
        ("the 5 banks² paid", "the 5 banks paid"),
        ("He said »no« and »yes« then", "said “no” and “yes” then"),
        ("the plan †  was good", "the plan † was good"),
        ("the bank[12] paid cash", "the bank [of Rome] paid cash"),
        ("the bank[12] paid cash", "the bank [sic] paid cash"),
        ("the bank[a] paid cash", "the bank [of Rome] paid cash"),
        ("the bank[2][3] paid cash", "the bank [of Rome] paid cash"),
        ("It was ‘the plan’¹ then", "It was ‘the plan’ then"),
        ("банк ‘план’² издал", "банк ‘план’ издал"),
        ("die Hans’² Auto", "die Hans’ Auto"),
        ("银行发布†，计划", "银行发布，计划"),
        ("Farmersʼ unions said", "Farmers’ unions said"),
        ("Farmers´ unions said", "Farmers’ unions said"),
        ("Farmers` unions said", "Farmers’ unions said"),
        ("The bank paid the state in cash. The state left town.",
         "The bank paid …. The state left"),
        ("the inqu-\n\u200biry", "the inquiry"),
        ("the inqu-\u200b\niry", "the inquiry"),
        ("See the papers [3]–[5] on this.", "See the papers on this"),
        ("See the papers [3], [5] on this.", "See the papers on this"),
        ("It rose 5 % there.", "It rose 5 [or so] %"),
        ("as we know it² now", "as we know it now"),
        ("in Twenty-five people", "Twenty-five people"),
        ("the 5 km² area", "the 5 km² area"),
        ("the inq­\nuiry", "the inquiry"),
        ("He said: 'non-\nstate' is", "He said: 'non-state' is"),
        ("the 19th² day", "the 19th day"),
        ("In mid-2020 it fell", "In mid-2020 it fell"),
        ("She paid cash [to him]. He left", "She paid cash [to him]. He left"),
        ("the plan [was] made", "the plan [was] made"),
    ],
)  # fmt: skip
def test_these_are_true(text: str, exact: str) -> None:
    assert prove(FILLER + text + FILLER, exact).state == "verbatim"


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Это был не\u0301друг наш и сосед", "друг наш и сосед"),
        ("यह अनुचित काम है", "चित काम है"),
        ("5 hm² of land", "5 hm of land"),
        ("2 eV² here", "2 eV here"),
        ("有5公里²的土地", "有5公里的土地"),
        ("the lawful here act", "[un]lawful here act"),
        ("he approves it now", "he [dis]approves it now"),
        ("he paid 5 million now", "he paid [2]5 million now"),
        ("the 2*3 grid here", "the 23 grid here"), ("the point x* is best", "the point x is best"),
        ("It rose 5 points there.", "It rose 5 [or so] %"),
        ("It rose to 5 points there.", "rose to […] $ [some] 5 points"),
        ("It fell 5 points.", "It fell … − … 5 points"),
        ("The bank paid the money to the state.", "The bank paid the money [in May]?"),
        ("a hall of 20 meters² of floor", "a hall of 20 meters of floor"),
        ("a 20 kilometres² hall", "a 20 kilometres hall"),
        ("в 20 футов² дом", "в 20 футов дом"),
        ("20公分²", "20公分"),
        ("ax² + bx + c", "ax + bx + c"),
        ("it is 2πr² long", "it is 2πr long"),
        ("the Fe³⁺ ion", "the Fe⁺ ion"),
        ("the Fe³⁺ ion", "the Fe ion"),
        ("Twenty-five people died", "five people died"),
        ("COVID-19 cases rose", "19 cases rose"),
        ("F-16 fighters", "16 fighters"),
        ("They de-escalate the war", "escalate the war"),
        ("1⁄2 percent now", "2 percent now"),
    ],
)  # fmt: skip
def test_these_are_not(text: str, exact: str) -> None:
    assert prove(FILLER + text + FILLER, exact).state in ("altered", "absent")


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("They paid for it all", "They [nobody] paid for it"),
        ("said that nobody at the bank approved the plan",
         "said that … at the bank approved the plan"),
        ("Он сказал что никто в банке не платил", "Он сказал что … в банке не платил"),
        ("银行难以支付这笔钱", "银行…支付这笔钱"),
        ("be careful here now", "be care[less] here now"),
        ("said they rarely paid the bank", "said they … paid the bank"),
    ],
)  # fmt: skip
def test_a_negation_left_out_or_put_in_is_pointed_out(text: str, exact: str) -> None:
    proof = prove(FILLER + text + FILLER, exact)
    assert proof.state == "verbatim"
    assert proof.omitted or proof.added


def test_what_stands_there_is_shown_with_whole_words() -> None:
    proof = prove(
        FILLER + "There it is: the F 16 jets came at noon." + FILLER, "the F-16 jets came"
    )
    assert proof.state == "altered"
    assert proof.found == "the F 16 jets came"
    proof = prove(FILLER + "They said: he paid 5.5 millions there." + FILLER, "he paid 5,5 million")
    assert proof.found == "he paid 5.5 millions"


def test_words_in_another_order_are_altered() -> None:
    text = "It went to a shell firm registered in Bristol by a cousin."
    assert prove(text, "a shell registered firm in Bristol by a").state == "altered"


def test_signs_alone_prove_nothing() -> None:
    assert prove("It rose 5 % and $ 6.", "% […] $").state == "absent"
