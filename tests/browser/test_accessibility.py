"""axe-core finds nothing, in light and dark, on a wide screen and a phone; keys reach all."""

from pathlib import Path
from typing import Literal

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect

from browser.opening import fresh, open_page
from site_pages import PAGES

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOURS = ["color-contrast", "link-in-text-block"]
"""All rules of those tags that read a colour (axe's tag cat.color)."""
ALL_BUT_COLOURS = """() => [...document.querySelectorAll("*")].map((one) => {
  const box = one.getBoundingClientRect();
  const look = getComputedStyle(one);
  return [box.x, box.y, box.width, box.height, look.display, look.visibility, look.opacity,
    look.overflow, look.position, look.zIndex, look.fontSize, look.fontWeight,
    ...[...one.attributes].map(({ name, value }) => `${name}=${value}`)].join("|");
}).join("\\n")"""
"""Where each element stands and how it is shown, but for its colours."""
ONE_OF_EACH_LOOK = """() => {
  const drawn = new Map(), looks = new Map();
  const own = (one) => {
    if (!one) return "";
    if (!drawn.has(one)) {
      const look = getComputedStyle(one), above = own(one.parentElement);
      const mine = [look.color, look.backgroundColor, look.backgroundImage, look.opacity].join();
      drawn.set(one, above.endsWith(mine) ? above : `${above} ${mine}`);
    }
    return drawn.get(one);
  };
  for (const one of document.body.querySelectorAll("*")) {
    if (![...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    const look = getComputedStyle(one);
    const key = [own(one), look.fontSize, look.fontWeight, look.textDecorationLine, look.display];
    if (one.checkVisibility() && !looks.has(key.join())) looks.set(key.join(), one);
  }
  return [...looks.values()];
}"""
"""Elements with text of which no two have the same colours, also behind them, and typeface."""
BRIEF = "briefings/sberbank-china-ai/"
SMALL = "briefings/deepseek-cost-claims/"


def violations(page: Page, *, but_colours: bool = False) -> list[str]:
    """Each violation: its rule, and the first element."""
    off = {one: {"enabled": False} for one in OF_COLOURS} if but_colours else {}
    return _run(page, "document", {"runOnly": {"type": "tag", "values": RULES}, "rules": off})


def violations_of_colours(page: Page) -> list[str]:
    """The same of the rules that read a colour, once for each look that text has: they take most of
    the time where thousands of elements look alike."""
    only = {"runOnly": {"type": "rule", "values": OF_COLOURS}}
    return _run(page, f"{{include: ({ONE_OF_EACH_LOOK})()}}", only)


def every_violation(page: Page) -> list[str]:
    """Those of all rules, colours once for each look."""
    return violations(page, but_colours=True) + violations_of_colours(page)


def _run(page: Page, where: str, options: dict[str, object]) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate(
        f"(options) => axe.run({where}, options)", {**options, "resultTypes": ["violations"]}
    )
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found["violations"]]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("address", PAGES)
def test_no_violation(tab: Page, site: str, address: str, width: int) -> None:
    page = fresh(tab, width, 900, motion="reduce")
    open_page(page, f"{site}{address}")
    light = every_violation(page)
    looks = page.evaluate(ALL_BUT_COLOURS)
    page.emulate_media(color_scheme="dark")
    alike = page.evaluate(ALL_BUT_COLOURS) == looks
    dark = [] if alike else violations(page, but_colours=True)
    dark += violations_of_colours(page)
    assert {"light": light, "dark": dark} == {"light": [], "dark": []}


@pytest.mark.parametrize("colour", ["#fff", "#888"])
def test_a_colour_that_cannot_be_read_is_found_by_its_look(
    page: Page, site: str, colour: str
) -> None:
    """One element among many of its kind, here on paper and there on a card."""
    page.goto(f"{site}{SMALL}")
    page.evaluate(
        """(colour) => { [...document.querySelectorAll("main p")].findLast((one) =>
          one.checkVisibility() && one.firstChild?.nodeType === 3).style.color = colour; }""",
        colour,
    )
    assert [one.partition(":")[0] for one in violations_of_colours(page)] == [OF_COLOURS[0]]


def test_the_rules_of_colours_are_those_that_read_one(page: Page, site: str) -> None:
    page.goto(f"{site}topics/")
    page.evaluate(AXE)
    rules = page.evaluate("(tags) => axe.getRules(tags)", RULES)
    assert sorted(one["ruleId"] for one in rules if "cat.color" in one["tags"]) == OF_COLOURS


@pytest.mark.parametrize("width", [1280, 390])
def test_no_violation_with_everything_unfolded(tab: Page, site: str, width: int) -> None:
    page = fresh(tab, width, 900)
    open_page(page, f"{site}{SMALL}")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.locator(".bb-acts button", has_text="Cite").first.click()
    expect(page.locator(".bb-cite-panel")).to_be_visible()
    page.locator("a.bb-source").first.focus()
    expect(page.locator("#bb-tip")).to_be_visible()
    assert every_violation(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_violation_in_an_open_search(
    tab: Page, site: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = fresh(tab, width, 900, scheme=scheme)
    page.goto(f"{site}search/?q=sanctions&kind=claim")
    expect(page.locator("#bb-results a").first).to_be_visible()
    page.locator("summary", has_text="More choices").click()
    expect(page.locator("select[name=topic]")).to_be_enabled()
    assert every_violation(page) == []


def test_no_violation_in_an_open_menu(tab: Page, site: str) -> None:
    page = fresh(tab, 390, 844)
    page.goto(f"{site}claims/")
    page.get_by_role("button", name="Menu").click()
    expect(page.locator(".md-nav--primary").get_by_role("link", name="Forecasts")).to_be_visible()
    page.wait_for_timeout(400)  # the drawer slides in
    assert every_violation(page) == []


def test_keys_open_and_close_the_menu(tab: Page, site: str) -> None:
    page = fresh(tab, 390, 844)
    page.goto(f"{site}claims/")
    menu = page.get_by_role("button", name="Menu")
    menu.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("document.activeElement.closest('.md-nav--primary') !== null")
    page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()


def test_tab_reaches_every_control_and_shows_where_it_is(page: Page, site: str) -> None:
    page.goto(f"{site}{SMALL}")
    controls = "a[href], button, summary, select, input, [tabindex='0']"
    wanted = page.evaluate(
        """(controls) => [...document.querySelectorAll(controls)]
        .filter((one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0).length""",
        controls,
    )
    seen = set()
    faint = []
    for _ in range(wanted + 20):
        page.keyboard.press("Tab")
        place, outline, name = page.evaluate(
            """() => {
              const at = document.activeElement;
              at.dataset.stop ??= String(document.querySelectorAll("[data-stop]").length);
              const style = getComputedStyle(at);
              const place = at === document.body ? "" : at.dataset.stop;
              return [place, style.outlineStyle, at.outerHTML.slice(0, 80)];
            }"""
        )
        if place == "":
            break
        if outline == "none":
            faint.append(name)
        seen.add(place)
    assert faint == []
    assert len(seen) >= wanted


def test_a_source_is_shown_on_focus_and_hidden_by_escape(page: Page, site: str) -> None:
    page.goto(f"{site}{BRIEF}#plans-joint-research")
    link = page.locator("#plans-joint-research + .bb-card a.bb-source").first
    link.focus()
    tip = page.locator("#bb-tip")
    expect(tip).to_be_visible()
    expect(tip).to_contain_text("Reuters")
    expect(link).to_have_attribute("aria-describedby", "bb-tip")
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    link.blur()
    link.hover()
    expect(tip).to_be_visible()
    page.mouse.move(0, 0)
    expect(tip).to_be_hidden()


def test_light_and_dark_are_kept(page: Page, site: str) -> None:
    page.goto(f"{site}claims/")
    button = page.get_by_role("button", name="Light or dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(paper) == "rgb(251, 250, 247)"
    button.click()
    assert page.evaluate(paper) == "rgb(21, 23, 27)"
    page.goto(f"{site}judgments/")
    assert page.evaluate(paper) == "rgb(21, 23, 27)"


def test_a_dark_system_is_served_without_script(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    page.goto(f"{site}claims/")
    paper = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    context.close()
    assert paper == "rgb(21, 23, 27)"
