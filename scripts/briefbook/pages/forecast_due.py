"""When a forecast will be decided, in a sentence."""

from briefbook.model.forecast import Forecast
from briefbook.pages.context import Context


def due_words(forecast: Forecast, context: Context) -> str:
    """“To be decided by 31 December 2030.”, or when somebody will look again; or nothing."""
    say = context.locale.say
    if forecast.resolves_on:
        day = context.when(forecast.resolves_on)
        if forecast.resolution:
            return say("It was to be decided by %(day)s.", day=day)
        return say("To be decided by %(day)s.", day=day)
    if forecast.review_on and not forecast.resolution:
        return say("To be looked at again by %(day)s.", day=context.when(forecast.review_on))
    return ""
