"""All briefs and the library, with what refers to what."""

from briefbook.corpus.corpus import Corpus
from briefbook.corpus.file_content import content
from briefbook.corpus.file_roles import BRIEFINGS
from briefbook.corpus.files import BriefFile, LibraryFile, LibraryRecord
from briefbook.corpus.links import Link, Links, Target
from briefbook.corpus.load import gather, load, read_files
from briefbook.corpus.locate import Places, locate
from briefbook.corpus.placed import Placed, placed_in

__all__ = [
    "BRIEFINGS",
    "BriefFile",
    "Corpus",
    "LibraryFile",
    "LibraryRecord",
    "Link",
    "Links",
    "Placed",
    "Places",
    "Target",
    "content",
    "gather",
    "load",
    "locate",
    "placed_in",
    "read_files",
]
