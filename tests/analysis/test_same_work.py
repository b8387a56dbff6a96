"""The same work under several spellings of its address or DOI; different works stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.analysis.mirrors import archived_original
from briefbook.analysis.same_work import host, identifier, normal_url, without_tracking

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
    assert normal_url(other) == normal_url(PAGE)


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
    assert normal_url(other) != normal_url(PAGE)


SAME = {
    "letters and their codes": (
        "https://ru.wikipedia.org/wiki/Газпром",
        "https://ru.wikipedia.org/wiki/%D0%93%D0%B0%D0%B7%D0%BF%D1%80%D0%BE%D0%BC",
        "https://ru.m.wikipedia.org/wiki/%d0%93%d0%b0%d0%b7%d0%bf%d1%80%d0%be%d0%bc",
        "http://ru.wikipedia.org/wiki/Газпром#Ссылки",
    ),
    "a letter of two signs": (
        "https://example.org/café", "https://example.org/cafe%CC%81", "https://example.org/caf%C3%A9",
    ),
    "letters that need no code": (
        "https://example.org/~user", "https://example.org/%7Euser/", "https://example.org/%7euser",
        "https://example.org/%7E%75ser",
    ),
    "brackets": (
        "https://en.wikipedia.org/wiki/Strait_(geography)",
        "https://en.m.wikipedia.org/wiki/Strait_%28geography%29",
    ),
    "a host in letters": (
        "https://правительство.рф/a", "https://xn--80aealotwbjpid2k.xn--p1ai/a",
        "https://XN--80AEALOTWBJPID2K.xn--p1ai./a", "https://www.правительство.рф/a/",
    ),
    "ß": ("https://straße.de/", "https://xn--strae-oqa.de"),
    "a DOI": (
        "https://doi.org/10.1000/XYZ.1", "https://dx.doi.org/10.1000/xyz.1",
        "http://DX.DOI.ORG/10.1000/Xyz.1/", "https://www.doi.org/10.1000%2Fxyz.1?utm_source=a",
    ),
    "for phones": (
        "https://example.com/news/1", "https://m.example.com/news/1",
        "https://mobile.example.com/news/1", "https://www.m.example.com/news/1",
        "https://example.com./news/1", "https://EXAMPLE.com:443//news//1",
    ),
    "a post": ("https://twitter.com/a/status/1?s=20", "https://x.com/a/status/1?t=q&s=09",
               "https://mobile.twitter.com/a/status/1"),
    "a channel": ("https://t.me/s/chan/12", "https://t.me/chan/12"),
    "a file": ("https://example.net/3/", "https://example.net/3/index.html"),
    "AMP": (
        "https://example.net/news/2", "https://example.net/news/2/amp/",
        "https://amp.example.net/news/2", "https://example.net/news/2?amp=1",
        "https://www.google.com/amp/s/example.net/news/2",
        "https://example-net.cdn.ampproject.org/c/s/amp.example.net/news/2",
    ),
    "a video": (
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://youtu.be/dQw4w9WgXcQ?si=a&t=5",
        "https://m.youtube.com/watch?v=dQw4w9WgXcQ&feature=share",
        "https://www.youtube.com/embed/dQw4w9WgXcQ", "https://youtube.com/shorts/dQw4w9WgXcQ",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ#a",
    ),
    "a route": ("https://example.org/#/a/", "https://example.org#/a", "https://example.org#!/a"),
    "no route": ("https://example.org/a", "https://example.org/a#/", "https://example.org/a#!",
                 "https://example.org/a#:~:text=words", "https://example.org/a#sec:~:text=words"),
}  # fmt: skip


@pytest.mark.parametrize("urls", SAME.values(), ids=SAME.keys())
def test_one_page_under_several_addresses(urls: tuple[str, ...]) -> None:
    assert len({normal_url(url) for url in urls}) == 1


OTHER = {
    "straße and strasse": ("https://straße.de/", "https://strasse.de/"),
    "a slash in a name": ("https://example.org/a%2Fb", "https://example.org/a/b"),
    "a question mark in a name": ("https://example.org/a%3Fb", "https://example.org/a?b="),
    "a code of a code": ("https://example.org/%2541", "https://example.org/A"),
    "an old character set": ("https://example.org/%C3%E0", "https://example.org/%C4%E0",
                             "https://example.org/?q=%C3%E0", "https://example.org/?q=%C4%E0"),
    "routes": ("https://example.org/#/a", "https://example.org/#/b", "https://example.org/",
               "https://example.org/#!/c"),
    "case of a path": ("https://example.org/A", "https://example.org/a"),
    "hosts that begin like others": ("https://mobile.de/a", "https://m.de/a", "https://www.de/a"),
    "sites of their own": ("https://m.co.uk/a", "https://mobile.co.uk/a", "https://co.uk/a"),
    "languages": ("https://en.wikipedia.org/wiki/X", "https://de.wikipedia.org/wiki/X",
                  "https://simple.wikipedia.org/wiki/X"),
    "m that is no phone's": ("https://a.m.example.com/", "https://a.example.com/"),
    "a searched word": ("https://example.org/?s=20", "https://example.org/?s=21"),
    "a page on AMP": ("https://example.org/amp", "https://example.org/"),
    "videos": ("https://youtu.be/dQw4w9WgXcQ", "https://youtu.be/dQw4w9WgXcR",
               "https://youtu.be/dqw4w9wgxcq", "https://youtube.com/@dQw4w9WgXc"),
    "amperes": ("https://example.org/?amp=16", "https://example.org/?amp=1"),
    "a port": ("https://example.org:8443/", "https://example.org/"),
    "DOIs": ("https://doi.org/10.1000/1", "https://doi.org/10.1000/12", "https://doi.org/10/1"),
    "a page on a DOI": ("https://example.org/10.1000/1", "https://doi.org/10.1000/1"),
    "copies of two days": ("https://web.archive.org/web/2024/https://example.org/",
                           "https://web.archive.org/web/2025/https://example.org/"),
}  # fmt: skip


@pytest.mark.parametrize("urls", OTHER.values(), ids=OTHER.keys())
def test_pages_that_only_look_alike(urls: tuple[str, ...]) -> None:
    assert len({normal_url(url) for url in urls}) == len(urls)


@pytest.mark.parametrize(
    ("copy", "page"),
    [
        ("https://web.archive.org/web/2025/https://example.edu/p", "https://example.edu/p"),
        ("http://web.archive.org/web/20250206101112if_/http://example.edu/p?a=1",
         "https://example.edu/p?a=1"),
        ("https://web.archive.org/web/2025/example.edu/p", "https://example.edu/p"),
        ("https://archive.ph/2025.02.06-101112/https://example.edu/p", "https://example.edu/p"),
        ("https://archive.today/newest/https://example.edu/p", "https://example.edu/p"),
        ("https://archive.ph/AbCdE", None),
        ("https://web.archive.org/", None),
        ("https://web.archive.org/web/2025/", None),
        ("https://example.org/web/2025/https://example.edu/p", None),
    ],
)  # fmt: skip
def test_what_a_copy_is_of(copy: str, page: str | None) -> None:
    assert archived_original(copy) == page


def test_parameters_tell_pages_apart_by_name_and_value() -> None:
    pages = [f"{PAGE}?{query}" for query in ("id=1", "id=2", "no=1", "id=1&id=2", "id=", "")]
    assert len({normal_url(page) for page in pages}) == len(pages)


def test_how_a_value_is_escaped_makes_no_difference() -> None:
    assert normal_url(f"{PAGE}?q=a+b%C3%A9") == normal_url(f"{PAGE}?q=a%20bé")


@pytest.mark.parametrize("broken", ["http://[", "https://example.org:99999/", "https://a:b/", ""])
def test_what_cannot_be_taken_apart_stays_as_it_is(broken: str) -> None:
    assert normal_url(broken) == broken


@given(st.text(max_size=30), st.text(max_size=30))
def test_nothing_is_raised(start: str, query: str) -> None:
    for url in (start, f"https://{start}?{query}", f"https://example.org/{start}?{query}"):
        normal_url(url)
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
    assert normal_url(url) == normal_url(asked)
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
        ("https://правительство.рф/", "xn--80aealotwbjpid2k.xn--p1ai"),
        ("https://i❤.ws/", "i❤.ws"),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_host(url: str, name: str) -> None:
    assert host(url) == name
