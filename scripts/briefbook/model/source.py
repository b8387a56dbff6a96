"""A source: a document, where it got its content from, and how far it can be relied on."""

from enum import StrEnum

from briefbook.model.addresses import Doi, Isbn, TextHash, Url
from briefbook.model.edtf import Edtf
from briefbook.model.record import OneOrMany, Record, listed, optional, required
from briefbook.model.scalars import Code, EntityId, Flag, Language, Number, Prose, SourceId, Text
from briefbook.model.withdrawal import Identified
from briefbook.text.doi import doi_address


class SourceType(StrEnum):
    """A type of CSL-JSON 1.0.2."""

    article_newspaper = "article-newspaper"
    article_magazine = "article-magazine"
    article_journal = "article-journal"
    webpage = "webpage"
    report = "report"
    interview = "interview"
    speech = "speech"
    regulation = "regulation"
    legislation = "legislation"
    dataset = "dataset"
    post = "post"
    post_weblog = "post-weblog"
    book = "book"
    document = "document"
    chapter = "chapter"
    paper_conference = "paper-conference"
    thesis = "thesis"
    legal_case = "legal_case"
    bill = "bill"
    hearing = "hearing"
    treaty = "treaty"
    motion_picture = "motion_picture"
    broadcast = "broadcast"
    song = "song"
    graphic = "graphic"
    map = "map"
    manuscript = "manuscript"
    personal_communication = "personal_communication"
    patent = "patent"
    standard = "standard"
    software = "software"


class Grade(StrEnum):
    """Admiralty letter (NATO AJP-2.1): how reliable the source is; F means it cannot be judged."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Seen(StrEnum):
    """How much of it the analyst read."""

    whole = "whole"
    opening = "opening"
    through_copies = "through-copies"
    not_seen = "not-seen"


class How(StrEnum):
    """In what way a source repeats another."""

    copies = "copies"
    summarises = "summarises"
    translates = "translates"
    uses = "uses"


class Reliability(Record):
    """A grade, when it was given and why."""

    short = "grade"

    grade: Grade = required("A to F.", "B")
    on: Edtf | None = optional("Since when.", "2026-11-23")
    because: Prose | None = optional("Why.", "Named reporter, on the record.")


class Derivation(Record):
    """A source that this one got its content from."""

    short = "id"

    id: SourceId = required("That source.", "reuters-sber-2025-02-06")
    how: How | None = optional("In what way.", "copies")
    inferred: Flag | None = optional("Whether that is our inference.", "true")
    because: Prose | None = optional("What shows it.", "Same wording, no source named.")


class VoiceKind(StrEnum):
    """Whose knowledge a document carries."""

    named = "named"
    unnamed = "unnamed"
    document = "document"
    data = "data"
    observation = "observation"


class Voice(Record):
    """Whose knowledge it carries: people who are named or not, papers, figures, or what its author
    saw."""

    short = "kind"

    kind: VoiceKind = required("Whose.", "named")
    who: OneOrMany[EntityId] = listed("Those who are named.", ["vedyakhin"])
    count: Number | None = optional("How many people.", "1")


class Access(StrEnum):
    """Whether it tells what it knows itself."""

    first_hand = "first-hand"
    second_hand = "second-hand"


class Independent(Record):
    """That it is an origin apart from others of its publisher."""

    because: Prose = required("Why.", "Another desk, with interviews of its own.")


class Source(Identified):
    """One document."""

    title: Text = required("Its title.", "Russia's Sberbank to work with China on AI research")
    translated_title: Text | None = optional("The title in English.", "Sber joins forces")
    type: SourceType | None = optional("A CSL type.", "article-newspaper")
    url: Url | None = optional("Its address.", "https://example.org/article")
    archived_url: Url | None = optional("An archived copy.", "https://web.archive.org/web/2025/x")
    doi: Doi | None = optional("Its DOI.", "10.1000/182")
    isbn: Isbn | None = optional("Its ISBN.", "978-0-9544529-3-3")
    publisher: Text | None = optional("Who published it.", "Business Day")
    authors: OneOrMany[Text] = listed("Who wrote it.", ["Gleb Bryanski"])
    published: Edtf | None = optional("When.", "2025-02-06")
    dated: Edtf | None = optional("The document's own date, where it differs.", "2024-12-30")
    accessed: Edtf | None = optional("When it was read.", "2026-11-23")
    language: Language | None = optional("Its language.", "en")
    reliability: OneOrMany[Reliability] = listed(
        "Its grade; a list keeps the history, the newest last.", "B"
    )
    interest: Prose | None = optional("A stake to know of.", "State news agency.")
    speaker: OneOrMany[EntityId] = listed("Whose words it carries.", ["vedyakhin"])
    voice: Voice | None = optional("Whose knowledge it carries.", "unnamed")
    access: Access | None = optional("Whether it knows it at first hand.", "second-hand")
    independent: Independent | None = optional(
        "Why it is an origin apart from others of its publisher.",
        {"because": "Another desk, with interviews of its own."},
    )
    derives_from: OneOrMany[Derivation] = listed("What it repeats.", ["reuters-sber-2025-02-06"])
    seen: Seen | None = optional("How much of it was read.", "opening")
    held: Prose | None = optional(
        "A recording, photo, letter or interview of our own: where it is kept, who may see it.",
        "In the newsroom's archive; on request.",
    )
    snapshot: OneOrMany[TextHash] = listed(
        "Hashes of its texts as they were stored, the newest first: quotations are checked against "
        "them.",
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    )
    key: Code | None = optional("Its key in a reference manager.", "Bryanski2025")

    @property
    def address(self) -> str | None:
        """Where it is read: its `url`, else the address of its DOI."""
        return self.url or self.doi_address

    @property
    def doi_address(self) -> str | None:
        """Its DOI as an address."""
        return doi_address(self.doi) if self.doi else None
