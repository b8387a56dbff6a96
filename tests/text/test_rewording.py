"""What says the same in other signs, and what does not."""

import pytest

from briefbook.text.rewording import says_the_same


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Let us eat, friends", "Let us eat friends"), ("It fell 5 - 10 %", "It fell 5–10 %"),
        ("-5", "−5"), ("Stop", "Stop!"), ("chinese banks", "Chinese banks"),
        ("It fell; it rose", "It fell. It rose"), ("the “safe” bank", "the «safe» bank"),
        ("the ‘safe’ bank", 'the "safe" bank'), ("well known", "well-known"),
        ("the bank — a state one", "the bank (a state one)"), ("Sberbank's", "Sberbank’s"),
        ("e\u0301", "é"), ("so\u00adft", "soft"), ("银行，贷款", "银行、贷款"),
        ("May it be", "may it be"), ("the bank, not the state", "the bank not the state"),
        ("the bank—not the state", "the bank, not the state"), ("He said no.", "He said no"),
        ("It does not.", "It does not"), ("1000 men", "1,000 men"), ("didn`t", "didn't"),
        ("The bank (not the state) lost", "The bank not the state lost"),
        ("the U.S. banks", "the US banks"), ("The U.S.S.R. fell", "The USSR fell"),
        ("ранее в С.С.С.Р. жили", "ранее в СССР жили"), ("by e-mail", "by email"),
        ("5 per cent", "5 percent"), ("their judgement", "their judgment"),
        ("Co-operation organised", "Cooperation organized"), ("the U.S.", "the US"),
        ("It fell, it rose, it fell", "It fell. It rose. It fell"),
        ("А. С. Пушкин", "А.С. Пушкин"), ("J. K. Rowling", "J.K. Rowling"),
        ("the U.S. Congress met.", "the US Congress met."), ("the U.S.'s", "the US's"),
        ("centres of defence", "centers of defense"), ("294,000 units", "294 000 units"),
        ("17 percent", "17%"), ("17 per cent", "17 %"), ("GPU-hours", "GPU hours"),
        ("Nvidia sold", "NVIDIA sold"), ("of the the bank", "of the bank"),
        ("labour modelling", "labor modeling"), ("towards it", "toward it"),
        ("at 5 a.m. on Monday", "at 5 am on Monday"), ("at 5pm", "at 5 p.m."),
        ("Dr. Lee quit, she left.", "Dr Lee quit; she left."),
        ("He said: it fell, then rose.", "He said, it fell; then rose."),
        ("DeepSeek-V3 is cheap", "Deepseek-V3 is cheap"), ("GigaChat", "Gigachat"),
    ],
)  # fmt: skip
def test_these_say_the_same(before: str, after: str) -> None:
    assert says_the_same(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The bank won; not the state lost.", "The bank won not; the state lost."),
        ("Trump: Biden lied", "Trump, Biden lied"), ("5 MWh", "5 mWh"), ("the PhD", "the phd"),
        ("Hat das Sie gefreut?", "Hat das sie gefreut?"), ("Партия Яблоко", "Партия яблоко"),
        ("It did not fail, because they paid", "It did not fail because they paid"),
        ("The state said, the bank lied", "The state, said the bank, lied"),
        ("Казнить, нельзя помиловать", "Казнить нельзя, помиловать"), ("lost .5", "lost 5."),
        ("lost (5) m", "lost 5 m"), ("Rated A- by them", "Rated A by them"), ("-US$5", "US$5"),
        ("−USD 5", "USD 5"), ("x − y", "x y"), ("the men, who were ill,", "the men who were ill,"),
        ("1,000 men", "1.000 men"), ("an Apple", "an apple"), ("5 M", "5 m"),
        ("5 ₽", "5 ₴"), ("5 ¢", "5"), ("₿5", "5"), ("A → B", "A ← B"), ("5 × 3", "5 ÷ 3"),
        ("a*b", "a/b"), ("x^2", "x2"), ("C++", "C"), ("~5", "5"), ("#5", "5"), ("№5", "5"),
        ("–5 degrees", "5 degrees"), ("- 5", "5"), ("−$5", "$5"), ("10⁻⁵", "10⁵"), ("m²", "m³"),
        ("the US", "the us"), ("the Polish firm", "the polish firm"), ("in May", "in may"),
        ("He re-signed", "He resigned"), ("the ‘safe’ bank", "the safe bank"),
        ("the ‹safe› bank", "the safe bank"), ("『safe』", "safe"), ("“a” b", "“a b”"),
        ("~~not~~ lost", "not lost"), ("☑ yes", "☒ yes"), ("✓", "✗"), ("👍 bank", "👎 bank"),
        ("दिन", "दन"), ("กิน", "กน"), ("é", "e"), ("男/女", "男女"), ("5,10", "5.10"),
        ("1:2", "1.2"),
        ("It fell on 5 May. It rose.", "It fell. On 5 May it rose."), ("U.S.", "us"),
        ("1,234 млрд", "1234 млрд"), ("1,234 Milliarden", "1234 Milliarden"),
        ("казнить, нельзя помиловать", "казнить нельзя помиловать"),
        ("OpenAI, argues DeepSeek, copied", "OpenAI argues DeepSeek copied"),
        ("When he left, Nvidia sold", "When he left Nvidia, sold"),
        ("It may only be sold", "It may, only be sold"), ("by shell firms", "by Shell firms"),
        ("на восток", "на Восток"), ("5 mg", "5 Mg"), ("17 percent", "17 percentage points"),
        ("at 5 p.m.", "at 5 am"),
        ("it is", "IT is"),
        ("plan A. B won", "plan AB won"),
        ("He left the U.S. On Monday he lost.", "He left the US on Monday. He lost."),
        ("No. One was hurt.", "No one was hurt."), ("Нет. Причин много.", "Нет причин, много."),
        ("Did he? No. Evidence was found.", "Did he? No evidence was found."),
        ("Two died: in Kyiv nobody was hurt.", "Two died in Kyiv, nobody was hurt."),
        ("www.organisation.org", "www.organization.org"), ("a@e-mail.de", "a@email.de"),
        ("т.е. банки", "те банки"), ("the co-op", "the coop"),
        ("a.m. trains", "am trains"), ("the prise", "the prize"), ("e-merge", "emerge"),
        ("It fell?", "It fell."), ("½ of all", "⅓ of all"), ("不，同意", "不同意"),
    ],
)  # fmt: skip
def test_these_say_something_else(before: str, after: str) -> None:
    assert not says_the_same(before, after)
    assert not says_the_same(after, before)
