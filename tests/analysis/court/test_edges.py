"""Where words and numbers end, and which signs between them count: cases in which a true quotation
was accused, or a faulty one passed."""

import pytest
from courtroom import prove

FILLER = " The weather that week was mild and dry, and the harbour stayed open.\n\n"


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("这家银行无法批准“新模型”\n并否决供应商的计划。", "批准“新模型”并否决供应商的计划"),
        ("这家银行无法批准“新模型”并否决供应商的计划。", "批准“新模型” 并否决供应商的计划"),
        ("这家银行无法批准\n“新模型”并否决。", "这家银行无法批准“新模型”并否决"),
        ("增长了28.8%\n而会谈仍在继续。", "增长了28.8%而会谈仍在继续"),
        ("据报道,\n该公司没有检查集群。", "据报道,该公司没有检查集群"),
        ("这家银行无法批准\n(草案)并否决。", "这家银行无法批准(草案)并否决"),
        ("彼は「計画」\nを承認した。", "彼は「計画」を承認した"),
        ("这家银行无法批准新模型并否决供应商的计划。", "这家银行［…］否决供应商的计划"),
        ("这家银行无法批准新模型并否决供应商的计划。", "这家银行（……）否决供应商的计划"),
        ("De ĳzeren brug is oud en groot.", "De ijzeren brug is oud"),
        ("He owned land[a] here today.", "He owned land here today"),
        ("Он сказал:\n- Мы заплатим завтра.", "- Мы заплатим завтра"),
        ("Groups:\n- The banks paid.", "- The banks paid."),
        ("He paid - and left the town.", "He paid -"),
        ("He paid - and left the town.", "- and left the town"),
        ("[环球网报道]俄罗斯银行今天宣布计划", "俄罗斯银行今天宣布计划"),
        ("历史[编辑]\n银行付款了", "银行付款了"),
        ("History[edit]The bank paid", "The bank paid"),
        ("История[править]Банк платил", "Банк платил"),
        ("Это не — ошибка, сказал он.", "ошибка, сказал он"),
        ("Non - EU states pay", "EU states pay"),
        ("After SARS-CoV-2 500 men died", "500 men died"),
        ("In COVID-19 300 men died", "300 men died"),
        ("In 2020-21 300 men died", "300 men died"),
        ("Tel. 8 800 555 35 35 now", "555 35 35 now"),
        ("At 10:30 200 men came", "200 men came"),
        ("H100 200 cards", "200 cards"),
        ("The (A)bank holds it.", "bank holds it"),
        ("They may (a)pay now or not at all.", "pay now or"),
        ("(TASS)a man came there", "a man came there"),
        ("банк (ВТБ)заплатил всё", "заплатил всё"),
        ("Its Loans were high", "[L]oans were high"),
        ("its loans were high", "[L]oans were high"),
        ("an anti-\nSoviet text", "Soviet text"),
        ("The bank said it pays.", "The bank said"),
        ("The UN-backed plan held", "backed plan held"),
        ("It rose 2 500 000 then", "It rose 2 500 000"),
        ("The 5 kg² of", "The 5 kg² of"),
        ("Its plan[d] held. One[a], two[b], three[c].", "Its plan held"),
        ("All came to 12\n\n300 men were there at noon.", "300 men were there at noon"),
        ("And so it ends.\n\n12\n\n150 people were arrested.", "150 people were arrested"),
        ("Of these\n12 345\n100 200 went to the east.", "100 200 went to the east"),
        ("Of these 12\t300 went to the east.", "300 went to the east"),
        ("The firm in May said: see page 12\n300 people came.", "said: see page 12"),
        ("The UN-backed plan held for a year.", "backed plan held for a year"),
        ("They (a)the bank and (b)the state agreed to it.", "the bank and"),
        ("The bank (it was old) is closed today.", "The bank"),
        ("He let them in—they left the town.", "they left the town"),
        ("He said no—they left the town.", "they left the town"),
        ("It was over–the war ended here.", "the war ended"),
        ("Of all twenty—five stayed there.", "five stayed there"),
        ("They took plan A—5 men came.", "5 men came"),
        ("He paid—less than he owed.", "He paid"),
    ],
)
def test_these_are_true(text: str, exact: str) -> None:
    assert prove(FILLER + text + FILLER, exact).state == "verbatim"


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Банк заплатил 5 000 000 рублей за отчёт.", "Банк заплатил 5 000"),
        ("The firm paid 2 500 000 euros in May.", "The firm paid 2 500"),
        ("The firm paid 2 500 000 euros in May.", "500 000 euros in May"),
        ("The firm paid 2’500’000 francs in May.", "500’000 francs in May"),
        ("The firm paid 2’500’000 francs in May.", "The firm paid 2’500"),
        ("It rose by .5 per cent in the year to May.", "5 per cent in the year to May"),
        ("It lost −$5 million in the year to May.", "$5 million in the year to May"),
        ("They approve[d] the plan on Monday.", "They approve the plan on Monday"),
        ("The sentence of five year[s] was read.", "The sentence of five year was read"),
        ("“[n]either of them came,” he said.", "either of them came"),
        ("It was non-compliant with the rules.", "compliant with the rules"),
        ("Unlawful acts were seen here", "[L]awful acts were seen here"),
        ("Незаконно платить сейчас", "[З]аконно платить сейчас"),
        ("These are dishonest men of old", "[H]onest men of old"),
        ("The plan is unlawful here", "The plan is [a]lawful here"),
        ("The plan is non-binding here", "The plan is [really]binding here"),
        ("For nobody paid it then", "[some]body paid it then"),
        ("He disagreed with all", "He [a]greed with all"),
        ("He cannot pay it now", "[H]not pay it now"),
        ("The bank paid 15 million then", "paid [$]5 million then"),
        ("It paid 2,500 men", "It paid [some]500 men"),
        ("It lost −5 million then", "[It]5 million then"),
        ("(a) pay or (b) leave. It was an (il)legal act, they said.", "legal act, they said"),
        ("And (un)fair it was, they said", "fair it was, they said"),
        ("It is (non-)binding in part", "binding in part"),
        ("It is [non-]binding in part", "binding in part"),
        ("(UN)LAWFUL it was", "LAWFUL it was"),
        ("a not-guilty plea was made", "guilty plea was made"),
        ("a no-deal exit was made", "deal exit was made"),
        ("a rebel-free zone was made", "a rebel"),
        ("It was non‑binding here", "binding here"),
        ("an anti–war plan was made", "war plan was made"),
        ("the анти-война группа", "война группа"),
        ("It rose 5·5 % then", "5 % then"),
        ("It rose 12′345 then", "345 then"),
        ("At 10^5 men came", "5 men came"),
        ("a −US$5m loss came", "US$5m loss came"),
        ("a -₴5m loss came", "₴5m loss came"),
        ("a -CHF 5m loss came", "CHF 5m loss came"),
        ("a -½ loss came", "½ loss came"),
        ("气温-5度了", "5度了"),
        ("It has 5 kg² of it", "It has 5 kg of it"),
        ("It has 5 miles² of it", "It has 5 miles of it"),
        ("the log² n of it", "the log n of it"),
        ("Un-backed plans were heard of for a year.", "backed plans were heard of for a year"),
        ("It was an (il)legal act, they said in May.", "legal act, they said in May"),
        ("And (s)he said that all of it was true.", "he said that all of it was true"),
        ("I like[e] the plan on Monday.", "I like the plan on Monday"),
        ("The firm paid 2 500 000 euros in May.", "500 000 euros in May"),
        ("The formula E=mc² was printed.", "The formula E=mc was printed"),
        ("They should withdraw the first-round figures today.",
         "They should withdraw the figures today."),
        ("It stood at some 53.2 per cent of the total.", "It stood at some per cent of the total."),
    ],
)  # fmt: skip
def test_these_are_altered(text: str, exact: str) -> None:
    assert prove(FILLER + text + FILLER, exact).state == "altered"


def test_sentences_joined_across_a_number_are_spliced() -> None:
    text = (
        "The same binary with messages read by another took 0.8 s.\n\nZ.\n\n"
        "Where no scheduler answers, or it has no workers, nothing is built."
    )
    first, _, second = text.split("\n\n")
    assert prove(text, f"{second} {first}").state == "spliced"
