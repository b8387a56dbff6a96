"""What plug-ins and scripts may import. Everything else may change with any release.

Read a project and ask what it holds, run the rules, compare two states, and make the values that
entry points carry (rules, page types, exporters, forms, profiles, scales, slots, engines). A name
that is to go stays here for one release, warns, and says what to use instead.
"""

from briefbook import __version__
from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change, Comparison
from briefbook.analysis.edition import Edition
from briefbook.corpus import Corpus, Placed, Target
from briefbook.diff.compare import compare
from briefbook.exporters import Exporter, exporters
from briefbook.findings import (
    Deprecated,
    Edit,
    Finding,
    Kind,
    Label,
    Life,
    LocatedFinding,
    Place,
    Region,
    Report,
    Severity,
)
from briefbook.findings.render import Renderer
from briefbook.lint import FindingsOfFiles, Policy, Selection, run
from briefbook.lint.profiles import Profile
from briefbook.model import (
    Brief,
    Claim,
    Edtf,
    Entity,
    Evidence,
    Judgment,
    Question,
    Record,
    Source,
    Topic,
)
from briefbook.model.barrier import Barrier
from briefbook.model.canonical_form import canonical, digest
from briefbook.model.record_types import RECORD_TYPES, RecordType
from briefbook.model.scales import Band, Scale
from briefbook.pages import Page, PageType, SearchRecord
from briefbook.pages.slots import Slot
from briefbook.project.edition import read_edition, read_policy
from briefbook.project.project import Project, open_project
from briefbook.project.wrong_use import WrongUse
from briefbook.publish.compile import Compiled, compile_project
from briefbook.publish.engines import Engine
from briefbook.rules import Check, Rule, all_rules, each, whole
from briefbook.text.artifact import Artifact
from briefbook.text.html import Html, tag

__all__ = [
    "RECORD_TYPES",
    "Artifact",
    "Band",
    "Barrier",
    "Brief",
    "Change",
    "ChangeKind",
    "Check",
    "Claim",
    "Comparison",
    "Compiled",
    "Corpus",
    "Deprecated",
    "Edit",
    "Edition",
    "Edtf",
    "Engine",
    "Entity",
    "Evidence",
    "Exporter",
    "Finding",
    "FindingsOfFiles",
    "Html",
    "Judgment",
    "Kind",
    "Label",
    "Life",
    "LocatedFinding",
    "Page",
    "PageType",
    "Place",
    "Placed",
    "Policy",
    "Profile",
    "Project",
    "Question",
    "Record",
    "RecordType",
    "Region",
    "Renderer",
    "Report",
    "Rule",
    "Scale",
    "SearchRecord",
    "Selection",
    "Severity",
    "Slot",
    "Source",
    "Target",
    "Topic",
    "WrongUse",
    "__version__",
    "all_rules",
    "canonical",
    "compare",
    "compile_project",
    "digest",
    "each",
    "exporters",
    "open_project",
    "read_edition",
    "read_policy",
    "run",
    "tag",
    "whole",
]
