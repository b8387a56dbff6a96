"""Brings the catalogues of the interface up to date: `make messages`.

Collects the messages of templates and modules and the words of the vocabulary, keeps what is
translated, and says what is not. A test checks that nothing is missing, and that no translation
loses a value.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from briefbook.pages.localisation import INTERFACE_LANGUAGES  # noqa: E402
from briefbook.pages.vocabulary import vocabulary  # noqa: E402

PACKAGE = ROOT / "scripts" / "briefbook"
FOLDER = PACKAGE / "pages" / "locale"
KEYWORDS = {
    "say": None, "_": None, "gettext": None, "ngettext": (1, 2), "counted": (1, 2),
    "pgettext": ((1, "c"), 2),
}  # fmt: skip
METHODS = [("**.py", "python"), ("**.j2", "jinja2")]
OPTIONS = {"**.j2": {"extensions": "jinja2.ext.do", "silent": "false", "trimmed": "true"}}


def template() -> Catalog:
    """Every message of the program, without places: they would change with each edit."""
    found = Catalog(project="Briefbook", charset="utf-8", fuzzy=False)
    for folder in (PACKAGE / "pages", PACKAGE / "publish"):
        for _, _, message, _, context in extract_from_dir(
            folder, METHODS, OPTIONS, keywords=KEYWORDS
        ):
            found.add(message, context=context)
    for kind, word in vocabulary():
        found.add(word, context=kind)
    return found


def catalogue(language: str) -> Catalog:
    """A language's catalogue as it stands."""
    with (FOLDER / f"{language}.po").open("rb") as stream:
        return read_po(stream, locale=language)


def updated(language: str) -> bytes:
    """It, with all messages of the program and no others."""
    made = catalogue(language)
    made.update(template(), no_fuzzy_matching=True)
    made.obsolete.clear()
    made.fuzzy = False
    out = BytesIO()
    write_po(out, made, width=100, sort_output=True, omit_header=False, no_location=True)
    body = out.getvalue().decode().partition("\n\n")[2]
    head = [
        'msgid ""',
        'msgstr ""',
        '"Content-Type: text/plain; charset=UTF-8\\n"',
        f'"Language: {language}\\n"',
        f'"Plural-Forms: {Catalog(locale=language).plural_forms}\\n"',
    ]
    return ("\n".join(head) + "\n\n" + body.rstrip() + "\n").encode()


def _translated(string: str | tuple[str, ...]) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)


def main() -> None:
    """Write the catalogues; name what has no translation."""
    for language in INTERFACE_LANGUAGES:
        if language == "en":
            continue
        (FOLDER / f"{language}.po").write_bytes(updated(language))
        missing = [message.id for message in catalogue(language) if not _translated(message.string)]
        print(f"{language}: {len(missing)} of {len(catalogue(language))} without a translation")


if __name__ == "__main__":
    main()
