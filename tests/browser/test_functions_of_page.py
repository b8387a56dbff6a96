"""The functions of page.js: what a tip says and where it stands, unfolding, copying, citing."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from browser.scripts import ASSETS, HERE, HOST, script

FILES = {
    "cite.bib": "@online{b,\n  title = {B},\n}\n\n@online{b:one,\n  title = {One},\n}\n",
    "cite.csl.json": '[{"id": "b", "title": "B"},\n'
    '{"id": "b:one", "title": "Said <b>.", "URL": "https://h.example/#one"}]\n',
    "cite.ris": "TY  - ELEC\r\nTI  - B\r\nER  - \r\n\r\nTY  - ELEC\r\nTI  - One\r\nER  - \r\n",
}
CITE = "assets__briefbook__cite.js"
CITING = (ASSETS / "cite.js").read_text(encoding="utf-8")
BODY = """
<header><button data-bb-menu>Menu</button>
  <button data-bb-scheme hidden>Light or dark</button></header>
<input type="checkbox" id="__drawer"><nav class="md-nav--primary"><a href="/">Home</a></nav>
<main>
  <div data-bb-citations="/cite" data-bb-form="A: “\ue000”. \ue001"
    data-bb-copied="Copied" data-bb-failed="Not copied"
    data-bb-copy-link="Copy link" data-bb-text="Text"></div>
  <p class="bb-acts"><a href="#one">Link to this</a> <a data-bb-cite href="#cite">Cite</a></p>
  <p><a class="bb-cite" href="#_s1">1</a> <a class="bb-cite" href="#_gone">2</a>
    <a class="bb-source" href="/s/" title="A source’s title">S</a>
    <a class="bb-source" href="/t/">Untitled</a> <a href="/other/">other</a></p>
  <details><summary>More</summary><details><summary>Inside</summary><p id="deep">Deep</p></details>
  </details>
  <ol><li><span id="_s1"></span><cite>Title</cite><br>Agency  2024 <sup>a</sup>
    <details><summary>x</summary>hidden</details><a class="bb-open" href="/">open</a></li></ol>
  <svg class="bb-picture-map"><g tabindex="0" data-node="n"><text y="20">node</text></g>
    <path data-to="n"/><path data-to="m"/></svg>
</main>
"""
FUNCTIONS = [
    "about",
    "unfold",
    "showTip",
    "hideTip",
    "button",
    "here",
]


@pytest.fixture
def page(tab: Page) -> Iterator[Page]:
    tab.clock.set_fixed_time("2026-11-28T12:00:00")
    with script(tab, "page.js", BODY, FUNCTIONS, **FILES, **{CITE: CITING}) as made:
        yield made


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("a[href='#_s1']", "· Title · Agency 2024"),
        ("a[href='#_gone']", ""),
        ("a[href='/s/']", "A source’s title"),
        ("a[href='/t/']", ""),
    ],
)
def test_what_a_tip_says(page: Page, link: str, words: str) -> None:
    about = f'about(document.querySelector("{link}"))'
    assert page.evaluate(about) == words
    assert page.evaluate(about) == words
    assert page.locator("a[title]").count() == (0 if "/s/" in link else 1)


def test_the_list_of_sources_is_as_it_was_after_a_tip(page: Page) -> None:
    before = page.locator("ol").inner_html()
    page.locator("a[href='#_s1']").focus()
    expect(page.get_by_role("tooltip")).to_have_text("· Title · Agency 2024")
    assert page.locator("ol").inner_html() == before


@pytest.mark.parametrize(
    ("left", "top"), [(20, 10), (980, 10), (20, 780), (980, 780), (-30, 300), (500, 400)]
)
def test_a_tip_stays_in_the_window_and_beside_its_link(page: Page, left: int, top: int) -> None:
    page.add_style_tag(content="#bb-tip { position: absolute; width: 300px; height: 40px }")
    page.evaluate(
        """([left, top]) => {
          const link = document.querySelector("a[href='/s/']");
          const text = document.createElement("p");
          const place = { position: "fixed", margin: 0, left: `${left}px`, top: `${top}px` };
          Object.assign(text.style, place);
          link.before(text);
          text.append(link);
          showTip(link);
        }""",
        [left, top],
    )
    tip = page.locator("#bb-tip").bounding_box()
    link = page.locator("a[href='/s/']").bounding_box()
    assert tip and link
    assert tip["x"] >= 8 and tip["x"] + tip["width"] <= 1000
    assert tip["y"] >= 0 and tip["y"] + tip["height"] <= 800
    under, over = tip["y"] - link["y"] - link["height"], link["y"] - tip["y"] - tip["height"]
    assert max(under, over) == pytest.approx(4, abs=1)


@pytest.mark.parametrize(("top", "lines"), [(100, 8), (600, 8), (100, 40)])
def test_a_tip_does_not_cover_what_one_reads(page: Page, top: int, lines: int) -> None:
    """It stands below the whole text or above it; only beside a text as high as the window it
    stands at its line."""
    page.add_style_tag(content="#bb-tip { position: absolute; width: 300px; height: 40px }")
    found = page.evaluate(
        """([top, lines]) => {
          const text = document.createElement("p");
          text.innerHTML = "<a class='bb-source' href='/t/' title='T'>T</a>";
          text.innerHTML += "<br>word".repeat(lines);
          const place = { position: "fixed", margin: 0, top: `${top}px`, lineHeight: "20px" };
          Object.assign(text.style, place);
          document.querySelector("main").append(text);
          showTip(text.firstChild);
          const at = (one) => one.getBoundingClientRect();
          const tip = at(document.getElementById("bb-tip"));
          return {
            over: tip.bottom - at(text).top, under: at(text).bottom - tip.top,
            line: tip.top - at(text.firstChild).bottom,
          };
        }""",
        [top, lines],
    )
    if lines < 40:
        assert found["over"] <= 0 or found["under"] <= 0
    else:
        assert 0 <= found["line"] <= 10 or found["over"] <= 0


def test_a_tip_on_the_head_of_an_item_does_not_cover_its_note(page: Page) -> None:
    page.add_style_tag(content="#bb-tip { position: absolute; width: 300px; height: 40px }")
    covers = page.evaluate(
        """() => {
          const list = document.createElement("ul");
          list.style = "position: fixed; margin: 0; top: 200px; line-height: 20px";
          const link = "<a class='bb-source' href='/t/' title='T'>T</a>";
          list.innerHTML = `<li class="bb-item"><p>${link}</p><p>What it is cited for.</p></li>`;
          document.querySelector("main").append(list);
          showTip(list.querySelector("a"));
          const at = (one) => one.getBoundingClientRect();
          const tip = at(document.getElementById("bb-tip")), note = at(list.querySelector("p + p"));
          return tip.top < note.bottom && tip.bottom > note.top;
        }"""
    )
    assert not covers


def test_the_pointer_can_go_to_a_tip(page: Page) -> None:
    page.locator("a[href='/s/']").hover()
    tip = page.locator("#bb-tip")
    expect(tip).to_be_visible()
    box = tip.bounding_box()
    assert box
    page.mouse.move(600, 700)
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.wait_for_timeout(600)
    expect(tip).to_be_visible()
    page.mouse.move(900, 790)
    expect(tip).to_be_hidden()


def test_a_tip_belongs_to_one_link_at_a_time(page: Page) -> None:
    page.locator("a[href='/s/']").focus()
    expect(page.locator("[aria-describedby=bb-tip]")).to_have_attribute("href", "/s/")
    page.locator("a[href='#_s1']").focus()
    expect(page.locator("[aria-describedby=bb-tip]")).to_have_attribute("href", "#_s1")
    page.locator("a[href='/other/']").focus()
    expect(page.locator("#bb-tip")).to_be_hidden()
    expect(page.locator("[aria-describedby]")).to_have_count(0)


def test_what_a_link_leads_to_is_unfolded(page: Page) -> None:
    """Browsers that unfold by themselves do so for a step, not for an address that is replaced."""
    unfold = "(hash) => { history.replaceState(null, '', hash); unfold(); }"
    opened = page.locator("details[open]")
    for address in ("#", "#nowhere", "#%E4%BD%A0", "#_s1"):
        page.evaluate(unfold, address)
        expect(opened).to_have_count(0)
    page.evaluate(unfold, "#deep")
    expect(opened).to_have_count(2)
    expect(page.locator("#deep")).to_be_in_viewport()


def test_everything_is_open_on_paper_and_as_before_afterwards(page: Page) -> None:
    page.locator("main > details > summary").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("details:not([open])")).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("details[open]")).to_have_count(1)


@pytest.mark.parametrize(("works", "said"), [(True, "Copied"), (False, "Not copied")])
def test_copying_says_whether_it_worked_and_then_its_name_again(
    page: Page, works: bool, said: str
) -> None:
    page.clock.install()
    page.evaluate(
        """(works) => {
          globalThis.kept = [];
          const writeText = async (text) => { if (!works) throw new Error(); kept.push(text); };
          Object.defineProperty(navigator, "clipboard", { value: { writeText } });
        }""",
        works,
    )
    button = page.locator(".bb-acts button").first
    button.click()
    expect(button).to_have_text(said)
    assert page.evaluate("kept") == ([f"{HERE}#one"] if works else [])
    page.clock.run_for(1600)
    expect(button).to_have_text("Copy link")


def test_a_citation_is_fetched_once_and_shown_as_text(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    button, panel = page.get_by_role("button", name="Cite"), page.locator(".bb-cite-panel")
    for _ in range(2):
        expect(button).to_have_attribute("aria-expanded", "false")
        button.click()
        expect(panel.locator("p").first).to_have_text("A: “Said <b>”. https://h.example/#one")
        expect(panel.get_by_role("button")).to_have_text(["Text", "BibTeX", "CSL-JSON", "RIS"])
        expect(button).to_have_attribute("aria-expanded", "true")
        button.click()
        expect(panel).to_have_count(0)
    assert asked == [f"{HOST}{name}" for name in (CITE.replace("__", "/"), *FILES)]


def test_a_citation_is_a_records_own_and_says_when_it_was_read(page: Page) -> None:
    page.add_script_tag(content=CITING)
    found = page.evaluate("briefbookCite.forms('one', here('citations'))")
    assert found["bib"] == "@online{b:one,\n  title = {One},\n  urldate = {2026-11-28},\n}"
    assert json.loads(found["csl"])[0]["accessed"] == {"date-parts": [[2026, 11, 28]]}
    assert found["ris"] == "TY  - ELEC\r\nTI  - One\r\nY2  - 2026/11/28\r\nER  - "


def test_light_or_dark_is_the_systems_choice_until_the_reader_makes_one(page: Page) -> None:
    button = page.get_by_role("button", name="Light or dark")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    kept = "[document.documentElement.dataset.bbScheme, localStorage['briefbook.scheme']]"
    assert page.evaluate(kept) == ["dark", "dark"]
    button.click()
    assert page.evaluate(kept) == ["light", "light"]
    page.emulate_media(color_scheme="dark")
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "true")


def test_the_drawer_and_its_button_agree(page: Page) -> None:
    menu, drawer = page.locator("[data-bb-menu]"), page.locator("#__drawer")
    menu.click()
    expect(drawer).to_be_checked()
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("link", name="Home")).to_be_focused()
    page.keyboard.press("Escape")
    expect(drawer).not_to_be_checked()
    expect(menu).to_be_focused()
    drawer.check()
    expect(menu).to_have_attribute("aria-expanded", "true")


def test_a_claim_lights_the_lines_that_lead_to_it(page: Page) -> None:
    node = page.locator("[data-node=n]")
    node.focus()
    expect(page.locator(".bb-lit")).to_have_count(1)
    expect(page.locator("[data-to=n]")).to_have_class("bb-lit")
    node.blur()
    expect(page.locator(".bb-lit")).to_have_count(0)


@pytest.mark.parametrize("address", ["/new/", "../new/", "https://site.invalid/new/"])
def test_a_renamed_brief_leads_on_with_its_anchor(tab: Page, address: str) -> None:
    body = f'<main><p data-bb-moved="{address}">Moved</p></main>'
    tab.clock.set_fixed_time("2026-11-28T12:00:00")
    with script(tab, "page.js", body, [], **{"new__": "<title>New</title>"}) as page:
        page.wait_for_url(f"{HOST}new/")
        page.goto(f"{HERE}#a-claim")
        page.wait_for_url(f"{HOST}new/#a-claim")
