"""What babel and polyglossia call a language: biblatex's `langid` knows no BCP 47 tags."""

from collections.abc import Mapping
from functools import cache

_NAMES = {
    "af": "afrikaans", "am": "amharic", "ar": "arabic", "ast": "asturian", "az": "azerbaijani",
    "be": "belarusian", "bg": "bulgarian", "bn": "bengali", "bo": "tibetan", "br": "breton",
    "bs": "bosnian", "ca": "catalan", "cs": "czech", "cy": "welsh", "da": "danish",
    "de": "ngerman", "de-at": "naustrian", "de-ch": "nswissgerman", "dsb": "lowersorbian",
    "el": "greek", "en": "english", "en-au": "australian", "en-ca": "canadian",
    "en-gb": "british", "en-nz": "newzealand", "en-us": "american", "eo": "esperanto",
    "es": "spanish", "es-mx": "mexican", "et": "estonian", "eu": "basque", "fa": "persian",
    "fi": "finnish", "fr": "french", "fr-ca": "canadien", "fur": "friulan", "ga": "irish",
    "gd": "scottishgaelic", "gl": "galician", "gu": "gujarati", "he": "hebrew", "hi": "hindi",
    "hr": "croatian", "hsb": "uppersorbian", "hu": "hungarian", "hy": "armenian",
    "ia": "interlingua", "id": "indonesian", "is": "icelandic", "it": "italian",
    "ja": "japanese", "ka": "georgian", "kk": "kazakh", "km": "khmer", "kmr": "kurmanji",
    "kn": "kannada", "ko": "korean", "la": "latin", "lo": "lao", "lt": "lithuanian",
    "lv": "latvian", "mk": "macedonian", "ml": "malayalam", "mn": "mongolian", "mr": "marathi",
    "ms": "malay", "nb": "norsk", "nl": "dutch", "nn": "nynorsk", "no": "norsk",
    "oc": "occitan", "pa": "punjabi", "pl": "polish", "pms": "piedmontese",
    "pt": "portuguese", "pt-br": "brazilian", "rm": "romansh", "ro": "romanian",
    "ru": "russian", "sa": "sanskrit", "se": "samin", "sk": "slovak", "sl": "slovene",
    "sq": "albanian", "sr": "serbian", "sv": "swedish", "sw": "swahili", "syr": "syriac",
    "ta": "tamil", "te": "telugu", "th": "thai", "tk": "turkmen", "tr": "turkish",
    "uk": "ukrainian", "ur": "urdu", "uz": "uzbek", "vi": "vietnamese", "zh": "chinese",
    "zh-hans": "chinese-hans", "zh-hant": "chinese-hant", "zh-cn": "chinese-hans",
    "zh-sg": "chinese-hans", "zh-hk": "chinese-hant", "zh-mo": "chinese-hant",
    "zh-tw": "chinese-hant", "sr-latn": "serbian", "sr-cyrl": "serbianc",
}  # fmt: skip


_OTHERS = {"german": "de", "usenglish": "en-us", "ukenglish": "en-gb", "portuges": "pt",
           "farsi": "fa", "greek": "el", "mandarin": "zh", "norwegian": "no"}  # fmt: skip


@cache
def tags_by_name() -> Mapping[str, str]:
    """BCP 47 tags by what babel, and who writes in English, calls a language; names in small
    letters."""
    found = dict[str, str]()
    for tag, name in _NAMES.items():
        found.setdefault(name, tag)
    return {**found, **_OTHERS}


def babel_name(tag: str) -> str:
    """The name for a BCP 47 tag, or for as much of its beginning as has one; empty where none has.

    A region counts without the script before it: “zh-Hant-TW” is asked as itself, then “zh-Hant”.
    """
    parts = tag.casefold().split("-")
    for length in range(len(parts), 0, -1):
        if name := _NAMES.get("-".join(parts[:length])):
            return name
    return ""
