"""One full stop ends an abbreviation and the sentence in which it is last."""

import pytest

from briefbook.pages.environment import _environment
from briefbook.pages.localisation import _filled, locale_for


@pytest.mark.parametrize(
    ("message", "value", "said"),
    [
        ("Recorded %(day)s.", "6 февраля 2025 г.", "Recorded 6 февраля 2025 г."),
        ("By %(day)s.", "Alibaba Inc.", "By Alibaba Inc."),
        ("By %(day)s.", "Wait...", "By Wait..."),
        ("By %(day)s.", "Reuters", "By Reuters."),
        ("By %(day)s: this.", "Inc.", "By Inc.: this."),
        ("By %(day)s...", "Inc.", "By Inc...."),
        ("“%(day)s” holds.", "Hmm.. what", "“Hmm.. what” holds."),
        ("%(day)s.", "../x", "../x."),
    ],
)
def test_one_full_stop(message: str, value: str, said: str) -> None:
    assert _filled(message, {"day": value}) == said


def test_one_full_stop_in_a_template() -> None:
    template = _environment(locale_for("ru")).from_string(
        '{{ _("Judged as of %(day)s.", day=day) }}'
    )
    said = template.render(day="6 февраля 2025 г.")
    assert said.endswith("2025 г.")
    assert not said.endswith("г..")
    assert "&lt;b&gt;" in template.render(day="<b>")
