"""`check --fix` and addresses: tracking parameters, http where https is known."""

import pytest
from mending import PATH, fix, mended, with_source

from harness import BRIEF, Project


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("https://example.org/a?utm_source=mail", "https://example.org/a"),
        ("https://example.org/a?id=7&utm_source=mail", "https://example.org/a?id=7"),
        ("https://example.org/a?utm_source=mail&id=7", "https://example.org/a?id=7"),
        ("https://example.org/a?a=1&fbclid=x&b=2&gclid=y", "https://example.org/a?a=1&b=2"),
        ("https://example.org/a?UTM_Source=mail&b", "https://example.org/a?b"),
        (
            "https://example.org/a?b=%26utm_source=1&utm_id=2",
            "https://example.org/a?b=%26utm_source=1",
        ),
        ("https://example.org/a/?q=a+b%20c&utm_x=1#part", "https://example.org/a/?q=a+b%20c#part"),
        ("https://example.org/a?utm_x=1#part?b=1", "https://example.org/a#part?b=1"),
        ("https://example.org/a?b=1&b=1&&utm_x=1&c=", "https://example.org/a?b=1&b=1&&c="),
        ("https://example.org:8443/ä/银?utm_x=1", "https://example.org:8443/ä/银"),
    ],
)
@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_tracking_parameters_are_dropped(
    before: str, after: str, quote: str, library: Project
) -> None:
    text = with_source(f"{quote}{before}{quote}  # where it was")
    expected = text.replace(before, after)
    assert mended(library, text) == expected.encode()


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a?id=7",
        "https://example.org/utm_source=1",
        "https://example.org/a?source=utm_source",
        "https://example.org/a?my_utm_source=1",
        "https://example.org/a?gclidx=1",
        "https://utm.example.org/fbclid/?a=utm_source=1",
        "https://example.org/a?",
        "https://example.org/a#utm_source=1",
    ],
)
def test_other_parameters_stay(url: str, library: Project) -> None:
    text = with_source(url)
    assert mended(library, text) == text.encode()


def test_tracking_parameters_of_the_library_are_dropped(library: Project) -> None:
    path = "briefings/_library/sources/more.yml"
    library.write("briefings/a.yml", BRIEF)
    place = library.write(
        path,
        "# Mine.\r\n-   id: more\r\n    title: T\r\n    url: https://example.net/?utm_x=1 #\r\n",
    )
    result = fix(library)
    assert result.stderr == "1 finding mended in 1 file\n"
    assert place.read_bytes() == (
        b"# Mine.\r\n-   id: more\r\n    title: T\r\n    url: https://example.net/ #\r\n"
    )


@pytest.mark.parametrize(
    "value",
    [
        '"https://example.org/a?id=7\\u0026utm_source=1"',
        '"https://example.org/a?\\\n      utm_source=1"',
    ],
)
def test_what_escapes_hide_is_left_alone(value: str, library: Project) -> None:
    """An edit would have to guess how the author spells it."""
    text = with_source(value)
    library.write(PATH, text)
    assert "SRC009" in library.run("check", "--format", "json").codes
    assert mended(library, text) == text.encode()


# Insecure addresses


def test_a_host_that_is_known_with_https_gets_it(library: Project) -> None:
    text = with_source("http://example.org/a?b=http://example.org")
    expected = text.replace("url: http://", "url: https://")
    assert mended(library, text) == expected.encode()


@pytest.mark.parametrize(
    "url",
    [
        "http://example.net/a",
        "http://www.example.org/a",
        "http://example.org.example.net/a",
        "http://example.com/https://example.org/",
        "http://org/a",
    ],
)
def test_a_host_that_is_not_known_with_https_keeps_http(url: str, library: Project) -> None:
    text = with_source(url)
    assert mended(library, text) == text.encode()


def test_two_mends_of_one_address_are_both_made(library: Project) -> None:
    """They overlap, so one is made after the other."""
    text = with_source("http://example.org/a?utm_source=1&b=2")
    library.write(PATH, text)
    assert fix(library).stderr == "2 findings mended in 1 file\n"
    assert (library.root / PATH).read_text() == text.replace(
        "http://example.org/a?utm_source=1&b=2", "https://example.org/a?b=2"
    )


def test_a_fragment_is_no_query(library: Project) -> None:
    url = "https://example.org/app#/page?utm_source=x&id=3"
    text = f"{BRIEF}sources:\n  - {{id: a, title: T, url: '{url}'}}\n"
    assert mended(library, text).decode() == text
    assert "SRC009" not in library.run("check", "--format", "json").codes


@pytest.mark.parametrize("port", ["80", "8080"])
def test_a_port_that_is_not_known_with_https_keeps_http(port: str, library: Project) -> None:
    text = f"{BRIEF}sources:\n  - {{id: a, title: T, url: 'http://example.org:{port}/x'}}\n"
    assert mended(library, text).decode() == text


@pytest.mark.parametrize(
    "brief",
    [
        f"{BRIEF}waivers: [{{rule: EVD003}}, {{rule: CLM001}}]\n",
        f'{BRIEF}sources:\n  - {{id: a, title: T, url: "https://example.org/?a=1\\u0026utm_source=1"}}\n',
    ],
)
def test_what_fix_cannot_mend_is_not_said_to_be_mended_by_it(brief: str, library: Project) -> None:
    library.write(PATH, brief)
    (found,) = library.run("check", "--format", "json", "--select", "WVR006,SRC009").findings
    assert "--fix" not in found["help"]
