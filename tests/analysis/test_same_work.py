"""The same work under several spellings of its address or DOI; different works stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.analysis.same_work import canonical, host, identifier, without_tracking

PAGE = "https://example.org/a/Page"
TRACKING = ["utm_source", "UTM_Campaign", "fbclid", "gclid", "msclkid", "yclid", "mc_eid", "_ga"]


@pytest.mark.parametrize(
    "other",
    [
        PAGE,
        "http://example.org/a/Page",
        "HTTPS://EXAMPLE.org/a/Page",
        "https://www.example.org/a/Page",
        "https://WWW.example.org/a/Page",
        "https://example.org/a/Page/",
        "https://example.org/a/Page#part-2",
        "https://example.org/a/Page?",
        "https://example.org/a/Page?utm_source=mail",
        "http://www.example.org:80/a/Page/?fbclid=x&utm_medium=y#top",
        "https://example.org:443/a/Page",
    ],
)
def test_spellings_of_one_page(other: str) -> None:
    assert canonical(other) == canonical(PAGE)


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/a/page",  # a path has large and small letters
        "https://example.org/a",
        "https://example.org/a/Page/2",
        "https://example.org/a/Page?id=1",
        "https://example.com/a/Page",
        "https://news.example.org/a/Page",
        "https://example.org:8080/a/Page",
    ],
)
def test_other_pages(other: str) -> None:
    assert canonical(other) != canonical(PAGE)


def test_parameters_tell_pages_apart_by_name_and_value() -> None:
    pages = [f"{PAGE}?{query}" for query in ("id=1", "id=2", "no=1", "id=1&id=2", "id=", "")]
    assert len({canonical(page) for page in pages}) == len(pages)


def test_how_a_value_is_escaped_makes_no_difference() -> None:
    assert canonical(f"{PAGE}?q=a+b%C3%A9") == canonical(f"{PAGE}?q=a%20bé")


@pytest.mark.parametrize("broken", ["http://[", "https://example.org:99999/", "https://a:b/", ""])
def test_what_cannot_be_taken_apart_stays_as_it_is(broken: str) -> None:
    assert canonical(broken) == broken


@given(st.text(max_size=30), st.text(max_size=30))
def test_nothing_is_raised(start: str, query: str) -> None:
    for url in (start, f"https://{start}?{query}", f"https://example.org/{start}?{query}"):
        canonical(url)
        host(url)
        identifier(url)


NAMES = st.text("abcXYZ019_", min_size=1, max_size=5)
PARAMETERS = st.lists(st.tuples(NAMES.map("p{}".format), NAMES), max_size=4)
FOLLOWING = st.lists(st.sampled_from(TRACKING), max_size=3)


@given(PARAMETERS, FOLLOWING, st.randoms(use_true_random=False), st.sampled_from(["", "#top"]))
def test_following_and_order_make_no_difference(
    parameters: list[tuple[str, str]], following: list[str], random: object, fragment: str
) -> None:
    kept = [f"{name}={value}" for name, value in parameters]
    mixed = [*kept, *(f"{name}=who" for name in following)]
    random.shuffle(mixed)  # type: ignore[attr-defined]
    asked = PAGE + (f"?{'&'.join(kept)}" if kept else "")
    url = PAGE + (f"?{'&'.join(mixed)}" if mixed else "") + fragment
    assert canonical(url) == canonical(asked)
    clean = without_tracking(url)
    wanted = [part for part in mixed if part in kept]
    assert clean == PAGE + (f"?{'&'.join(wanted)}" if wanted else "") + fragment
    assert without_tracking(clean) == clean


@given(PARAMETERS)
def test_an_address_without_followers_is_left_alone(parameters: list[tuple[str, str]]) -> None:
    url = f"https://Example.org/a/?{'&'.join(f'{name}={value}' for name, value in parameters)}#x"
    assert without_tracking(url) == url


@pytest.mark.parametrize("name", ["id", "ref", "utm", "source", "my_utm_source", "gclids", "page"])
def test_parameters_that_say_what_the_page_is_stay(name: str) -> None:
    url = f"{PAGE}?{name}=1"
    assert without_tracking(url) == url


@pytest.mark.parametrize("name", TRACKING)
def test_each_follower_is_known_with_and_without_a_value(name: str) -> None:
    assert without_tracking(f"{PAGE}?{name}=1") == without_tracking(f"{PAGE}?{name}") == PAGE


@pytest.mark.parametrize(
    "doi",
    [
        "10.1000/abc.182",
        "10.1000/ABC.182",
        " 10.1000/Abc.182 ",
        "doi:10.1000/abc.182",
        "DOI: 10.1000/abc.182",
        "https://doi.org/10.1000/ABC.182",
        "http://dx.doi.org/10.1000/abc.182",
        "HTTPS://DOI.ORG/10.1000/abc.182",
    ],
)
def test_spellings_of_one_doi(doi: str) -> None:
    assert identifier(doi) == "10.1000/abc.182"


def test_other_dois_stay_apart() -> None:
    assert identifier("10.1000/182") != identifier("10.1000/18") != identifier("10.1001/18")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://News.Example.ORG:8080/a", "news.example.org"),
        ("http://user@example.org/", "example.org"),
        ("example.org/a", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_host(url: str, name: str) -> None:
    assert host(url) == name
