"""The nouns: what a brief and its library consist of, one type a file."""

from briefbook.model.brief import Brief, Status
from briefbook.model.claim import Actor, Claim, ClaimKind, Confidence, Flaw, Verdict
from briefbook.model.decode import decode_record
from briefbook.model.edtf import Edtf
from briefbook.model.entity import Entity
from briefbook.model.evidence import Evidence, Stance
from briefbook.model.judgment import Judgment, Likelihood
from briefbook.model.prose import Prose, parse_prose
from briefbook.model.question import Question
from briefbook.model.record import Record
from briefbook.model.source import Source
from briefbook.model.topic import Topic

__all__ = [
    "Actor",
    "Brief",
    "Claim",
    "ClaimKind",
    "Confidence",
    "Edtf",
    "Entity",
    "Evidence",
    "Flaw",
    "Judgment",
    "Likelihood",
    "Prose",
    "Question",
    "Record",
    "Source",
    "Stance",
    "Status",
    "Topic",
    "Verdict",
    "decode_record",
    "parse_prose",
]
