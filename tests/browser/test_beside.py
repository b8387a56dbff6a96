"""A site that keeps its theme: what it did it does, and our pages do what they do elsewhere."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from adopted import LANGUAGES, Adopted, bilingual
from browser.conftest import serve
from browser.opening import fresh, open_page
from browser.test_accessibility import AXE, RULES
from browser.watch import Watch
from real_site import command, once

INSIDE = """([tags, inside]) => axe.run(
  inside ? {include: [".bb-beside"]} : document,
  {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]})"""


ADDRESS = "https://example.org/briefbook/"
MERMAID = """globalThis.mermaid = {
  initialize() {}, render: async () => ({ svg: "<svg class='drawn'></svg>", fn: undefined }) }"""


@pytest.fixture(scope="module")
def department(adopted: Adopted) -> Iterator[str]:
    yield from serve(adopted.site)


@pytest.fixture
def visit(tab: Page, adopted: Adopted, department: str, watch: Watch) -> Iterator[Page]:
    """The emptied tab on the site, watched; what the site asks of other hosts is answered empty."""
    page = fresh(tab)
    page.route(lambda url: not url.startswith(department), _elsewhere)
    # Material takes the address of a page's site for that of the sitemap, but for the port.
    here = (adopted.site / "sitemap.xml").read_text().replace(ADDRESS, department)
    page.route("**/sitemap.xml", lambda route: route.fulfill(body=here, content_type="text/xml"))
    with watch.over(page, department):
        yield page


def _elsewhere(route: Route) -> None:
    mermaid = "mermaid" in route.request.url
    route.fulfill(body=MERMAID if mermaid else "{}", content_type="text/javascript")


def _trouble(watch: Watch) -> list[str]:
    return [one for one in watch.trouble if not one.startswith("foreign: https://")]


def _violations(page: Page, *, inside: bool) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate(INSIDE, [RULES, inside])["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "address", ["briefings/small/", "briefings/", "claims/", "sources/agency-report/", "search/"]
)
def test_axe_finds_nothing_inside_our_content(
    visit: Page, department: str, watch: Watch, address: str, width: int, scheme: str
) -> None:
    visit.set_viewport_size({"width": width, "height": 900})
    visit.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    open_page(visit, f"{department}{address}")
    assert _violations(visit, inside=True) == []
    assert _trouble(watch) == []


def test_from_page_to_page_without_loading(visit: Page, department: str, watch: Watch) -> None:
    """Styles and script of ours come along, again and again."""
    open_page(visit, f"{department}guides/")
    visit.evaluate("globalThis.kept = true")
    for address in ("briefings/small/", "sources/agency-report/", "briefings/small/"):
        visit.evaluate(
            """(to) => {
              const link = document.createElement("a");
              link.href = to;
              document.querySelector(".md-content__inner").append(link);
              link.click();
            }""",
            f"{department}{address}",
        )
        expect(visit.locator("main h1")).not_to_have_text("Guides")
        visit.wait_for_url(f"**/{address}")
        expect(visit.locator(".bb-beside")).to_be_visible()
    assert visit.evaluate("globalThis.kept")
    visit.locator("#first + .bb-card summary").first.click()
    cite = visit.locator("#first + .bb-card").get_by_role("button", name="Cite this")
    cite.click()
    expect(visit.locator(".bb-cite-panel")).to_contain_text("The bank opened an office")
    link = visit.locator(".bb-beside a.bb-source").first
    link.focus()
    expect(visit.locator("#bb-tip")).to_be_visible()
    assert (
        visit.locator(".bb-card").first.evaluate("one => getComputedStyle(one).borderLeftWidth")
        == "3px"
    )
    assert _trouble(watch) == []


def test_links_of_drawings_lead_where_they_should(
    visit: Page, department: str, watch: Watch
) -> None:
    open_page(visit, f"{department}briefings/small/")
    visit.locator(".bb-picture-map a", has_text="An Officer").click()
    visit.wait_for_url("**/entities/officer/")
    assert _trouble(watch) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_a_record_that_is_linked_is_not_under_the_header(
    visit: Page, department: str, width: int
) -> None:
    visit.set_viewport_size({"width": width, "height": 500})
    open_page(visit, f"{department}briefings/small/#first")
    header = "document.querySelector('.md-header').getBoundingClientRect().bottom"
    top = visit.locator("#first").evaluate("one => one.getBoundingClientRect().top")
    assert visit.evaluate(header) - 2 <= top < 300


def test_our_search_stands_beside_theirs(visit: Page, department: str, watch: Watch) -> None:
    open_page(visit, f"{department}search/?query=office")
    expect(visit.locator("#bb-results a").first).to_be_visible()
    expect(visit.locator(".md-search__input")).not_to_be_focused()
    visit.locator("#bb-q").fill("street")
    visit.wait_for_url("**/search/?query=street")
    visit.locator(".md-search__input").click()
    visit.keyboard.type("everything")
    expect(visit.locator(".md-search-result__item").first).to_contain_text("Everything")
    assert _trouble(watch) == []


def test_blog_tags_footnotes_macros_and_redirects_work(
    visit: Page, department: str, watch: Watch
) -> None:
    open_page(visit, f"{department}blog/")
    visit.get_by_role("link", name="Continue reading").click()
    visit.wait_for_url("**/blog/2026/01/02/a-first-post/")
    expect(visit.get_by_text("And more.")).to_be_visible()
    open_page(visit, f"{department}tags/")
    visit.locator(".md-content").get_by_role("link", name="Guides").first.click()
    visit.wait_for_url("**/guides/")
    expect(visit.get_by_text("We are 12 people.")).to_be_visible()
    open_page(visit, f"{department}guides/everything/")
    visit.locator("a.footnote-ref").click()
    expect(visit.locator("li[id='fn:1']")).to_be_in_viewport()
    for old, new in (("old-guide/", "guides/everything/"), ("old-brief/", "briefings/small/")):
        visit.goto(f"{department}{old}")
        visit.wait_for_url(f"**/{new}")
    expect(visit.locator(".bb-beside h1")).to_contain_text("A small brief")
    assert _trouble(watch) == []


def test_the_switch_of_languages_works(tab: Page, tmp_path_factory: pytest.TempPathFactory) -> None:
    def build(folder: Path) -> None:
        project = bilingual(folder, LANGUAGES + "  - briefbook\n")
        result = command("mkdocs", "build", cwd=project.root)
        assert result.returncode == 0, result.stderr

    site = once(tmp_path_factory, "languages", build) / "site"
    for address in serve(site):
        page = fresh(tab)
        page.goto(address)
        page.locator(".md-select button").first.hover()
        page.locator(".md-select__link", has_text="Русский").click()
        page.wait_for_url("**/ru/")
        expect(page.locator("h1")).to_contain_text("Отдел")
        page.goto(f"{address}briefings/small/")
        expect(page.locator("#first")).to_be_visible()
        page.locator(".md-select button").first.hover()
        expect(page.locator(".md-select__link", has_text="English")).to_be_visible()


def test_what_the_site_did_it_does(visit: Page, department: str, watch: Watch) -> None:
    open_page(visit, f"{department}guides/everything/")
    assert visit.evaluate("document.documentElement.dataset.extra") == "ran"
    visit.get_by_text("There", exact=True).click()
    expect(visit.get_by_text("Second.")).to_be_visible()
    visit.locator("summary", has_text="Folded").click()
    expect(visit.get_by_text("Inside.")).to_be_visible()
    expect(visit.locator("div.mermaid")).to_be_attached()
    body = visit.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    visit.locator("label[title=Dark]").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    expect(visit.locator(".md-tabs")).to_be_visible()
    visit.locator(".md-banner__button").click()
    expect(visit.get_by_text("The office is closed")).to_be_hidden()
    assert _trouble(watch) == []


def test_our_search_finds_their_hand_written_pages(visit: Page, department: str) -> None:
    open_page(visit, f"{department}search/?query=everything")
    link = visit.locator("#bb-results a").first
    expect(link).to_have_attribute("href", re.compile(r"/guides/everything/$"))
