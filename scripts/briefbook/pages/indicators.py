"""Indicators on a card: what would be seen, and whether it was."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefbook.model.indicator import Indicator
from briefbook.pages.context import Context, Link
from briefbook.text.html import Html


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """One indicator; `state` in words with its day, empty where nobody has said."""

    what: Html | str
    state: str
    sources: list[Link]


def indicator_views(indicators: Iterable[Indicator], context: Context) -> list[IndicatorView]:
    """The indicators of a record of the context's brief."""
    return [
        IndicatorView(
            context.prose(one.what),
            _state(one, context),
            [context.source(name) for name in one.source],
        )
        for one in indicators
    ]


def _state(one: Indicator, context: Context) -> str:
    locale, day = context.locale, context.when(one.on)
    state = locale.title("indicator", one.state) if one.state else ""
    if state and day:
        return locale.say("%(state)s, looked at on %(day)s", state=state, day=day)
    return state or (locale.say("Looked at on %(day)s", day=day) if day else "")
