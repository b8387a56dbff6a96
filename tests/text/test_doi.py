"""DOIs: read as people write them, printed as addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.doi import WrongDoi, bare_doi, doi_address
from briefbook.text.url import safe_url


@pytest.mark.parametrize(
    "typed",
    [
        "10.1000/182",
        " 10.1000/182 ",
        "doi:10.1000/182",
        "DOI: 10.1000/182",
        "DOI 10.1000/182",
        "info:doi/10.1000/182",
        "doi.org/10.1000/182",
        "https://doi.org/10.1000/182",
        "http://dx.doi.org/10.1000/182",
        "HTTPS://WWW.DOI.ORG/10.1000/182?utm_source=x#top",
        "https://doi.org/doi:10.1000/182",
        "https://doi.org/10.1000%2F182",
    ],
)
def test_ways_to_write_one(typed: str) -> None:
    assert bare_doi(typed) == "10.1000/182"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "182",
        "10.1000",
        "10.1000/",
        "10./182",
        "11.1000/182",
        "doi:",
        "n/a",
        "10.1000/1 82",
        "https://example.org/10.1000/182",
        "https://doi.org/",
        "978-3-16-148410-0",
    ],
)
def test_what_is_none(typed: str) -> None:
    with pytest.raises(WrongDoi):
        bare_doi(typed)


@pytest.mark.parametrize(
    ("doi", "address"),
    [
        ("10.1000/182", "https://doi.org/10.1000/182"),
        (
            "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
            "https://doi.org/10.1002/(SICI)1097-4571(199806)49:8%3C693::AID-ASI4%3E3.0.CO;2-O",
        ),
        ("10.1000/a#b?c%d\"e'f", "https://doi.org/10.1000/a%23b%3Fc%25d%22e%27f"),
        ("10.1000/статья", "https://doi.org/10.1000/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F"),
    ],
)
def test_addresses(doi: str, address: str) -> None:
    assert doi_address(doi) == address == safe_url(address)
    assert bare_doi(address) == doi


@given(st.text(max_size=40))
def test_any_doi_has_a_safe_address_that_leads_back(text: str) -> None:
    try:
        doi = bare_doi(f"10.1000/{text}")
    except WrongDoi:
        return
    assert bare_doi(safe_url(doi_address(doi))) == doi
