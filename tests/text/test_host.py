"""Host names in ASCII: IDNA 2008, and plain words for a name that no host can have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.host import WrongHost, ascii_host
from briefbook.text.url import UnsafeUrl, safe_url, uri


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("Example.ORG", "example.org"),
        ("straße.de", "xn--strae-oqa.de"),  # strasse.de by IDNA 2003: somebody else's host
        ("STRAẞE.de", "xn--strae-oqa.de"),
        ("βόλος.com", "xn--nxasmm1c.com"),
        ("правительство.рф", "xn--80aealotwbjpid2k.xn--p1ai"),
        ("ПРАВИТЕЛЬСТВО.РФ", "xn--80aealotwbjpid2k.xn--p1ai"),
        ("中国。中国", "xn--fiqs8s.xn--fiqs8s"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("bu\u0308cher.example", "xn--bcher-kva.example"),
        ("xn--i-7iq.ws", "xn--i-7iq.ws"),
        ("my_site.example.org", "my_site.example.org"),
        ("r3---sn-abc.example.org", "r3---sn-abc.example.org"),
        ("-odd-.example.org", "-odd-.example.org"),
        ("example.org.", "example.org."),
        ("192.0.2.7", "192.0.2.7"),
        ("2001:DB8::1", "2001:db8::1"),
        ("localhost", "localhost"),
    ],
)
def test_names(host: str, name: str) -> None:
    assert ascii_host(host) == name


@pytest.mark.parametrize(
    ("host", "said"),
    [
        ("i❤.ws", "“❤” cannot stand in one; its form that begins with xn-- can"),
        ("a..example.org", "a part between two dots is empty"),
        (".example.org", "a part between two dots is empty"),
        (".", "a part between two dots is empty"),
        ("a" * 64 + ".org", "is longer than 63 characters"),
        ("я" * 64 + ".org", "is too long"),
        ("a." * 140 + "org", "it is longer than 253 characters"),
        ("example,org", "“,” cannot stand in one"),
        ("{host}.org", "“{” cannot stand in one"),
        ("ex%61mple.org", "“%” cannot stand in one"),
        ("xn--.org", "stands for no letters"),
        ("xn--99999999.org", "stands for no letters"),
        ("-я.org", "begins or ends with a sign that may only stand inside"),
        ("\u0301я.org", "begins or ends with a sign that may only stand inside"),
        ("אa1ב.org", "mixes scripts that run left and right"),
        ("l·.org", "has a joining sign in a place where none may stand"),
    ],
)
def test_names_that_no_host_has(host: str, said: str) -> None:
    with pytest.raises(WrongHost) as caught:
        ascii_host(host)
    assert said in str(caught.value)
    with pytest.raises(UnsafeUrl, match=r"^it names a host that cannot be one: "):
        safe_url(f"https://{host}/")
    with pytest.raises(UnsafeUrl, match=r"^it names a host that cannot be one: "):
        uri(f"https://{host}/")


@given(st.text(max_size=80))
def test_a_host_or_a_reason(text: str) -> None:
    try:
        name = ascii_host(text)
    except WrongHost as error:
        assert str(error)
        return
    assert name.isascii() or ":" in text
    assert ascii_host(name) == name
