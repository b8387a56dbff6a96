"""The words of the theme's templates, in the site's language: header, 404 page.

The engines' templates know no catalogues, so they get their words through the configuration,
under `extra.briefbook_say`.
"""

import html

from briefbook.model.settings import Settings
from briefbook.pages.localisation import locale_of

KEY = "briefbook_say"


def theme_words(settings: Settings) -> dict[str, str]:
    """Each word by the name that the templates use, escaped for HTML: they print them raw."""
    say = locale_of(settings).say
    words = {
        "menu": say("Menu"),
        "search": say("Search"),
        "header_search": say("Search the site"),
        "search_what": say(
            "Search claims, judgments, questions, sources and actors, in any language"
        ),
        "scheme": say("Light or dark"),
        "lost_title": say("There is no page at this address"),
        "lost": say(
            "Addresses of briefs and of their claims never change, so the link was probably "
            "mistyped or cut. Search for what it should have led to:"
        ),
        "browse": say("Or browse:"),
        "briefs": say("Briefs"),
        "claims": say("Claims"),
        "sources": say("Sources"),
        "made_with": say("Made with"),
    }
    return {name: html.escape(word) for name, word in words.items()}
