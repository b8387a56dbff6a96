"""The interface in English, Russian and Chinese: catalogues whole, pages in the site's language."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from briefbook.model import Edtf
from briefbook.pages.localisation import INTERFACE_LANGUAGES, locale_for
from harness import Project
from make_messages import FOLDER, catalogue, template, updated

VALUE = re.compile(r"%\(\w+\)s|%%|\{\w+\}")
OTHERS = [language for language in INTERFACE_LANGUAGES if language != "en"]


def texts(value: str | tuple[str, ...] | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_is_up_to_date(language: str) -> None:
    stale = "run make messages, then translate what is new"
    assert (FOLDER / f"{language}.po").read_bytes() == updated(language), stale


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_translated_with_all_its_values(language: str) -> None:
    made = catalogue(language)
    for message in template():
        if not message.id:
            continue
        found = made.get(texts(message.id)[0], message.context)
        assert isinstance(found, Message), message.id
        assert not found.fuzzy
        wanted = [sorted(VALUE.findall(text)) for text in texts(message.id)]
        for text in texts(found.string):
            assert text.strip() or not texts(message.id)[0].strip(), message.id
            assert sorted(VALUE.findall(text)) in wanted, message.id


@pytest.mark.parametrize("language", OTHERS)
def test_words_of_a_scale_stay_apart(language: str) -> None:
    from briefbook.model.scales import scales

    speaking = locale_for(language)
    for scale in scales().values():
        words = [speaking.word("likelihood", band.term) for band in scale.bands]
        assert len(set(words)) == len(words), scale.id


DATES = [
    ("2025-02-06", "6 February 2025", "6 февраля 2025\u00a0г.", "2025年2月6日"),
    ("2025-02", "February 2025", "февраль 2025\u00a0г.", "2025年2月"),
    ("2025", "2025", "2025", "2025年"),
    ("2022-04-06/..", "since 6 April 2022", "с 6 апреля 2022\u00a0г.", None),
    ("2022-04/..", "since April 2022", "с апреля 2022\u00a0г.", None),
    ("unknown", "date unknown", None, None),
    ("2025~", "about 2025", None, None),
    ("2025-21", "spring 2025", "весна 2025\u00a0г.", "2025年春季"),
    (
        "2025-24?",
        "probably winter 2025",
        "предположительно зима 2025\u00a0г.",
        "2025年冬季（存疑）",
    ),
    ("2025-22/..", "since summer 2025", "с лета 2025\u00a0г.", "2025年夏季起"),
    ("../2025-23", "until autumn 2025", "до осени 2025\u00a0г.", "至2025年秋季"),
    ("185X", "1850s", "1850-е годы", "1850年代"),
    ("185X/..", "since the 1850s", "с 1850-х годов", "1850年代起"),
    ("18XX", "1800–1899", "1800–1899\u00a0гг.", "1800–1899年"),
    ("2004-XX", "2004, month unknown", "2004, месяц неизвестен", "2004年（月份不详）"),
    ("2004-06-XX", "June 2004, day unknown", "июнь 2004\u00a0г., день неизвестен", None),
    ("-0043", "44 BC", "44\u00a0г. до н. э.", "公元前44年"),
    ("-0043-03-15", "15 March 44 BC", "15 марта 44\u00a0г. до н. э.", "公元前44年3月15日"),
    ("0000-02-29", "29 February 1 BC", "29 февраля 1\u00a0г. до н. э.", None),
    ("0033", "33 AD", "33\u00a0г. н. э.", "公元33年"),
    ("-004X", "50–41 BC", "50–41\u00a0гг. до н. э.", "公元前50–41年"),
    ("Y-17000", "17,001 BC", "17\u00a0001\u00a0г. до н. э.", "公元前17,001年"),
    ("9999-12-31", "31 December 9999", "31 декабря 9999\u00a0г.", "9999年12月31日"),
    ("../1985", "until 1985", "до 1985\u00a0г.", "至1985年"),
    ("/1985", "until 1985, beginning unknown", "до 1985\u00a0г., начало неизвестно", None),
    ("1985/", "since 1985, end unknown", "с 1985\u00a0г., окончание неизвестно", None),
    ("1984?/2004~", "probably 1984 to about 2004", None, "1984年（存疑）至约2004年"),
]


@pytest.mark.parametrize(("text", "english", "russian", "chinese"), DATES)
def test_dates(text: str, english: str, russian: str | None, chinese: str | None) -> None:
    value = Edtf.parse(text)
    for language, wanted in (("en", english), ("ru", russian), ("zh", chinese)):
        if wanted is not None:
            assert locale_for(language).when(value) == wanted


def test_numbers_and_lists() -> None:
    assert locale_for("en").joined(["a", "b", "c"]) == "a, b and c"
    assert locale_for("zh").joined(["甲", "乙", "丙"]) == "甲、乙和丙"
    assert locale_for("ru").number(12345) == "12\xa0345"
    assert locale_for("de").language == "en"
    assert locale_for("zh-Hans").language == "zh"


BRIEF = """\
title: Краткая справка
summary: Один вывод.
status: published
published: 2025-02-06
language: {language}
judgments:
  - {{id: it-holds, statement: Это устоит., likelihood: likely, confidence: high}}
claims:
  - id: first
    statement: Банк открыл офис.
    claimant: {{name: Агентство}}
    kind: fact
    verdict: refuted
    flaw: wrong-date
    evidence:
      - {{source: paper, stance: disputes, note: Нет.}}
sources:
  - {{id: paper, title: A paper, language: en, published: 2025-02, reliability: B}}
"""


def built(tmp_path: Path, language: str, of_brief: str) -> str:
    project = Project(tmp_path)
    project.write("mkdocs.yml", f"site_name: T\ntheme: {{name: material, language: {language}}}\n")
    project.write("briefings/small.yml", BRIEF.format(language=of_brief))
    result = project.run("compile", "--today", "2026-11-23")
    assert result.exit_code == 0, result.stdout + result.stderr
    return (tmp_path / "build/docs/briefings/small/index.md").read_text(encoding="utf-8")


def test_a_russian_site(tmp_path: Path) -> None:
    page = built(tmp_path, "ru", "ru")
    assert locale_for("ru").say("Bottom line") in page
    assert "6 февраля 2025\u00a0г." in page
    assert "Агентство" in page
    assert "said that" not in page
    for english in ("Bottom line", "What we conclude", "Against", "confidence", "refuted"):
        assert english not in re.sub(r"[\w-]*bb-[\w-]*|#[\w-]+|<script.*?</script>", "", page)


def test_a_foreign_brief_carries_its_language(tmp_path: Path) -> None:
    page = built(tmp_path, "en", "ru")
    assert '<span lang="ru">' in page
    assert '<div class="bb-prose" lang="ru">' in page
    assert "Refuted&#58; Агентство&#58;" in page
    assert 'lang="en"' not in page


def test_a_chinese_site(tmp_path: Path) -> None:
    page = built(tmp_path, "zh", "ru")
    assert "2025年2月6日" in page
    assert locale_for("zh").say("How to cite") in page


def test_a_translation_links_both_ways(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write("mkdocs.yml", "site_name: T\n")
    small = "title: {title}\nsummary: S.\nstatus: draft\nlanguage: {language}\n{more}claims:\n"
    small += "  - {{id: a, statement: S., kind: fact, verdict: open}}\n"
    project.write("briefings/one.yml", small.format(title="One", language="en", more=""))
    more = "translation_of: one\n"
    project.write("briefings/odin.yml", small.format(title="Один", language="ru", more=more))
    project.write("briefings/yi.yml", small.format(title="一", language="zh", more=more))
    result = project.run("compile", "--today", "2026-11-23")
    assert result.exit_code == 0, result.stdout + result.stderr
    for name, others in {
        "one": {"odin": "ru", "yi": "zh"},
        "odin": {"one": "en", "yi": "zh"},
    }.items():
        page = (tmp_path / f"build/docs/briefings/{name}/index.md").read_text(encoding="utf-8")
        for other, language in others.items():
            assert f'href="../{other}/" hreflang="{language}" lang="{language}"' in page
