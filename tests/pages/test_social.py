"""Preview pictures and the head's tags: made at build, the same bytes on every run."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageFont

from briefbook.model import Verdict
from briefbook.pages import social
from harness import Project
from make_fonts import level_one

TITLES = {
    "plain": "Sberbank and China: a plan, not yet an alliance",
    "long": "A title that goes on and on, " * 12,
    "one word": "x" * 400,
    "russian": "Сбербанк и Китай: план, но ещё не союз",
    "chinese": "俄罗斯联邦储蓄银行与中国：有计划，尚无联盟" * 3,
    "emoji": "Rockets 🚀🚀 and فارسی",
    "nothing to draw": "🚀",
}


def card(tmp_path: Path, title: str) -> bytes:
    project = Project(tmp_path)
    project.write("mkdocs.yml", "site_name: Desk\nsite_url: https://example.org/desk/\n")
    project.write(
        "briefings/small.yml",
        f"title: {title!r}\nsummary: S.\nstatus: published\npublished: 2025-02-06\nclaims:\n"
        "  - {id: a, statement: S., kind: fact, verdict: refuted}\n",
    )
    result = project.run("compile", "--today", "2026-11-23")
    assert result.exit_code == 0, result.stdout + result.stderr
    return (tmp_path / "build/docs/assets/social/briefings/small.png").read_bytes()


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_a_card_for_any_title(tmp_path: Path, title: str) -> None:
    made = card(tmp_path, title)
    image = Image.open(BytesIO(made))
    assert image.size == (1200, 630)
    assert len(made) < 60_000
    grey = image.convert("L")
    dark = sum(grey.crop((80, 120, 1190, 460)).histogram()[:90])
    assert (dark > 500) == (title != TITLES["nothing to draw"])
    assert grey.crop((1150, 120, 1200, 460)).getextrema()[0] > 200  # nothing over the edge


def test_the_same_bytes(tmp_path: Path) -> None:
    assert card(tmp_path / "a", TITLES["russian"]) == card(tmp_path / "b", TITLES["russian"])


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_every_verdict_has_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    project = Project(tmp_path)
    project.write("mkdocs.yml", f"site_name: T\ntheme: {{name: material, language: {language}}}\n")
    claims = "".join(
        f"  - {{id: c-{verdict}-{at}, statement: S., kind: fact, verdict: {verdict}}}\n"
        for verdict in Verdict
        for at in range(12)
    )
    project.write("briefings/small.yml", f"title: T\nsummary: S.\nstatus: draft\nclaims:\n{claims}")
    drawn: dict[Verdict, float] = {}
    ends: list[float] = []
    mark, write = social._mark, social.write
    monkeypatch.setattr(
        social, "_mark", lambda draw, x, y, v: (drawn.update({v: x}), mark(draw, x, y, v))
    )
    monkeypatch.setattr(social, "write", lambda *given: ends.append(write(*given)) or ends[-1])
    assert project.run("compile", "--today", "2026-11-23").exit_code == 0
    assert list(drawn) == list(Verdict)
    assert max(ends) <= 1200 - 80


def tags(page: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', page)
    return dict(found)


def test_a_hand_written_page_is_called_by_its_own_title(built: Path) -> None:
    for address, title in (("guide/origins/", "Links and independent origins"), ("", "Briefbook")):
        found = tags((built / "site" / address / "index.html").read_text(encoding="utf-8"))
        assert found["og:title"] == title


def test_a_brief_has_its_own_picture_and_words(built: Path) -> None:
    page = built / "site" / "briefings" / "sberbank-china-ai" / "index.html"
    found = tags(page.read_text(encoding="utf-8"))
    base = "https://briefbook.github.io/briefbook/"
    picture = found["og:image"]
    assert picture == f"{base}assets/social/briefings/sberbank-china-ai.png"
    assert (built / "site" / picture.removeprefix(base)).is_file()
    assert found["og:type"] == "article"
    assert found["og:title"] == "Sberbank and China: a plan, not yet an alliance"
    assert found["og:description"] == found["description"]
    assert found["twitter:card"] == "summary_large_image"
    assert found["og:url"] == f"{base}briefings/sberbank-china-ai/"


@pytest.mark.parametrize("page", ["index.html", "claims/index.html", "404.html"])
def test_other_pages_have_the_sites(built: Path, page: str) -> None:
    found = tags((built / "site" / page).read_text(encoding="utf-8"))
    assert found["og:image"].endswith("assets/social/site.png")
    assert (built / "site" / "assets" / "social" / "site.png").is_file()


def test_the_icon_is_ours(built: Path) -> None:
    page = (built / "site" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="icon" href="assets/briefbook/favicon.svg">' in page
    assert (built / "site" / "assets" / "briefbook" / "favicon.svg").is_file()


def test_the_chinese_typeface_holds_the_most_frequent_characters() -> None:
    """What `make fonts` makes: a character that is missing would be drawn as an empty box."""
    folder = Path(social.__file__).parent / "fonts"
    font = ImageFont.truetype(str(folder / "NotoSerifCJKsc-subset.otf"), 12)
    empty = bytes(font.getmask("\U0010fffd"))
    characters = list(level_one())
    assert len(characters) == 3_755
    assert [one for one in characters if bytes(font.getmask(one)) == empty] == []
