"""All briefs and the library, with what refers to what."""

from briefbook.corpus.corpus import BriefFile, Corpus, Entry, LibraryFile
from briefbook.corpus.links import Link, Links, Target
from briefbook.corpus.load import load
from briefbook.corpus.locate import locate
from briefbook.corpus.placed import Placed

__all__ = [
    "BriefFile",
    "Corpus",
    "Entry",
    "LibraryFile",
    "Link",
    "Links",
    "Placed",
    "Target",
    "load",
    "locate",
]
