"""Letters of two scripts in a word, and what cannot be seen: mistakes told from what is needed."""

import re

import pytest

from briefbook.syntax import decode
from harness import BRIEF, Project

SYMBOLS = re.findall(
    r"\S+",
    "kΩ MΩ mΩcm kΩm µΩm μm μg μmol μSv Δp ΔT ΔTmax TΔS mcΔT ΔΔCt ΛCDM NFκB TNFα IFNγ PPARγ TCRαβ "
    "𝑛th 𝑥y USBшный ProЗвук Ильясbot "
    "FcεRI RORγt Gαq Gβγ αvβ PKCδ CaMKIIα Lyα Hα σmax τxy ρgh εij λmax πr sinθ sinα ωt Åm Ωm 5μm",
)
ATTACKS = re.findall(
    r"\S+",
    "Αpple Gοogle ρaypal νery αlpha Teslα Visα Meτa Τesla ΝATO NATΟ BΑNK ΛMΛZON Faceboοk Amazoη "
    "Ꭺpple Ｓberbank Sberbⲟnk Sbերbank 𝐒berbank ꓮpple Αлиса Cбербанк ITник CбербанкPlus "
    "micrοsoft Μeta ΙBM IΒM Sbеrbank Сбeрбанк Αmazon аpple Sberbаnk μTοrrent kΟhm",
)
SCOTLAND = "🏴" + "".join(chr(0xE0000 + ord(letter)) for letter in "gbsct") + "\U000e007f"
ENGLAND = SCOTLAND.replace("\U000e0073\U000e0063\U000e0074", "\U000e0065\U000e006e\U000e0067")
WALES = SCOTLAND.replace("\U000e0073\U000e0063\U000e0074", "\U000e0077\U000e006c\U000e0073")


def _codes(text: str) -> list[str]:
    return [finding.kind.code for finding in decode("a.yml", text.encode())[1]]


@pytest.mark.parametrize("word", SYMBOLS)
def test_units_and_symbols_of_science_are_fine(word: str) -> None:
    assert _codes(f"a: It is {word} (that is {word}).\n") == []


@pytest.mark.parametrize("word", ATTACKS)
def test_look_alike_letters_are_found(word: str) -> None:
    (finding,) = decode("a.yml", f"a: It is {word}.\n".encode())[1]
    assert (finding.kind.code, finding.place.span and finding.place.span.start) == ("SYN014", 9)
    assert word in finding.message


@pytest.mark.parametrize(
    "text",
    [
        SCOTLAND, ENGLAND, WALES, f"flags{SCOTLAND}{WALES}.", "1\ufe0f\u20e3", "\u2764\ufe0f",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f469\u200d\U0001f4bb",
        "\U0001f3f3\ufe0f\u200d\U0001f308", "葛\U000e0100", "می\u200cخواهد", "क्\u200dष",
        "അവന്\u200d", "ธนาคาร\u200bเปิด", "ធនាគារ\u200bបើក", "הבנק C++\u200e פתח",
        "\u200fالبنك\u200f",
    ],
    ids=ascii,
)  # fmt: skip
def test_what_a_script_or_an_emoji_needs_is_fine(text: str) -> None:
    assert _codes(f"a: {text}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        SCOTLAND[:-1], SCOTLAND[1:], SCOTLAND.replace("🏴", "🏳"), f"{SCOTLAND}\U000e0061",
        "🏴\U000e0068\U000e0069\U000e007f", "🏴" * 2 + "\U000e007f", "a\U000e0001b",
    ],
    ids=ascii,
)  # fmt: skip
def test_other_tag_characters_stay_refused(text: str) -> None:
    assert _codes(f"a: {text}\n") == ["SYN010"]


@pytest.mark.parametrize(
    "text", ["Sber\u200dbank", "Сбер\u200cбанк", "a\u200bb", "a\u200eb", "ก\u200ba"]
)
def test_what_only_hides_is_found(text: str) -> None:
    assert _codes(f"a: {text}\n") == ["SYN014"]


def test_a_mark_of_direction_needs_such_a_script_on_its_line() -> None:
    assert _codes("a: bank\u200e\nb: הבנק\n") == ["SYN014"]


@pytest.mark.parametrize("sign", "\u034f\u115f\u180e\u2061\u2063\u3164\ufe0f\ufff9")
def test_what_hides_within_a_word_is_found(sign: str, project: Project) -> None:
    project.write("briefings/a.yml", BRIEF.replace("A small brief", f"A sm{sign}all brief"))
    assert "SYN014" in project.check().codes


@pytest.mark.parametrize("text", ["❤️ of it", "1️⃣ first", "葛󠄀 town", "한국"])
def test_signs_that_need_a_variant_are_free(text: str, project: Project) -> None:
    project.write("briefings/a.yml", BRIEF.replace("A small brief", text))
    assert "SYN014" not in project.check().codes
