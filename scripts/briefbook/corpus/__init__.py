"""All briefs and the library, with what refers to what."""

from briefbook.corpus.corpus import Corpus
from briefbook.corpus.file_content import content
from briefbook.corpus.file_read import FileRead, read_file
from briefbook.corpus.file_roles import BRIEFINGS, ENTITIES, reading_order
from briefbook.corpus.file_text import FileText, TextOnDemand
from briefbook.corpus.files import BriefFile, LibraryFile, LibraryRecord
from briefbook.corpus.kept_file import Kept, kept_from, read_from
from briefbook.corpus.links import AnyFile, Link, Links, Target, library_definitions
from briefbook.corpus.load import (
    ReadFile,
    ReadMany,
    corpus_of,
    gather,
    load,
    read_again,
    read_each,
    read_files,
)
from briefbook.corpus.locate import Places, locate, located, report_of
from briefbook.corpus.placed import Placed, placed_in
from briefbook.corpus.slices import Slice
from briefbook.corpus.walk import LIBRARY

__all__ = [
    "BRIEFINGS",
    "ENTITIES",
    "LIBRARY",
    "AnyFile",
    "BriefFile",
    "Corpus",
    "FileRead",
    "FileText",
    "Kept",
    "LibraryFile",
    "LibraryRecord",
    "Link",
    "Links",
    "Placed",
    "Places",
    "ReadFile",
    "ReadMany",
    "Slice",
    "Target",
    "TextOnDemand",
    "content",
    "corpus_of",
    "gather",
    "kept_from",
    "library_definitions",
    "load",
    "locate",
    "located",
    "placed_in",
    "read_again",
    "read_each",
    "read_file",
    "read_files",
    "read_from",
    "reading_order",
    "report_of",
]
