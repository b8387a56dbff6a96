"""Signs a brief, or a record of one: an entry that is bound to the meaning of what it signs."""

import json
from dataclasses import dataclass
from datetime import date

from briefbook.analysis.people import People, Person
from briefbook.analysis.signoffs import SignedBrief
from briefbook.corpus import BriefFile, Corpus, gather
from briefbook.diff.git import Repository
from briefbook.diff.git_command import GitTrouble
from briefbook.diff.signing import Writers
from briefbook.findings import Severity
from briefbook.model import Brief
from briefbook.model.canonical_form import folded
from briefbook.model.signoff import Signoff
from briefbook.project.edition import read_edition
from briefbook.project.files import write_whole
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.syntax import ListNode, MappingNode, TextNode
from briefbook.text.document import Document, Span
from briefbook.text.edits import apply_edits
from briefbook.text.suggest import nearest

_FIELD = "signoffs"


@dataclass(frozen=True, slots=True)
class SignedFile:
    """What was signed, and where: `path` below the project; `written` unless it stood there."""

    path: str
    entry: str
    written: bool
    authors_unchecked_because: str
    """Why git could not tell who wrote it; empty where it did."""


def sign(project: Project, reference: str, by: str, today: date) -> SignedFile:
    """Add a sign-off of “brief” or “brief#record” to the brief's file, and nothing else.

    Raises WrongUse for what cannot be signed, for a signer who wrote the brief (by its `authors`,
    or by a commit in git), and where the entry cannot be placed without touching other lines.
    """
    name, _, record = reference.partition("#")
    by = folded(by)
    edition = read_edition(project, today)
    corpus = edition.corpus
    file = _file(corpus, name)
    brief = _readable(corpus, file)
    signed = SignedBrief(brief, edition.sources)
    mark = signed.hash(record or None)
    if mark is None:
        raise WrongUse(f"the brief “{name}” has no record “{record}”{_near(record, signed)}")
    why = _refuse_authors(project, edition.people, file, brief, by)
    entry = _entry(record, by, today, mark)
    same = (item for item in brief.signoffs if (item.record or "", item.hash) == (record, mark))
    if any(folded(item.by).casefold() == by.casefold() for item in same):
        return SignedFile(file.path, entry, written=False, authors_unchecked_because=why)
    _write(project, corpus, file, brief, entry)
    return SignedFile(file.path, entry, written=True, authors_unchecked_because=why)


def _file(corpus: Corpus, name: str) -> BriefFile:
    for file in corpus.files:
        if file.id == name:
            return file
    guess = nearest(name, [file.id for file in corpus.files])
    hint = f"; did you mean “{guess}”?" if guess else ""
    raise WrongUse(f"there is no brief “{name}”{hint}")


def _readable(corpus: Corpus, file: BriefFile) -> Brief:
    errors = [
        finding
        for finding in corpus.findings
        if finding.place.path == file.path and finding.kind.severity is Severity.error
    ]
    if file.brief is None or errors:
        raise WrongUse(f"{file.path} has errors; see briefbook check, and sign when it has none")
    return file.brief


def _near(record: str, signed: SignedBrief) -> str:
    guess = nearest(record, signed.records)
    return f"; did you mean “{guess}”?" if guess else ""


def _refuse_authors(
    project: Project, people: People, file: BriefFile, brief: Brief, by: str
) -> str:  # fmt: skip
    """Refuse who wrote the file; why git could not be asked for all of them, if so."""
    if not by:
        raise WrongUse("--by needs the name of the person who signs")
    who = Person(by)
    if any(people.same(who, Person(name)) for name in brief.authors):
        raise WrongUse(f"{by} is an author of “{file.id}”: somebody who did not write it must sign")
    if not people.is_reviewer(who):
        raise WrongUse(f"{by} is none of the reviewers that mkdocs.yml lists (rules: reviewers)")
    try:
        repository = Repository.of(project.root)
        wrote = Writers(repository, file.path, brief.renamed_from, people).wrote(who)
    except GitTrouble as error:
        return str(error)
    if wrote:
        raise WrongUse(
            f"{by} committed changes to {file.path} ({wrote}): somebody who did not write it must "
            "sign"
        )
    if repository.is_shallow:
        return "this clone is shallow, so git knows only the latest commits"
    return ""


def _entry(record: str, by: str, today: date, mark: str) -> str:
    who = json.dumps(by, ensure_ascii=False)
    start = f"record: {record}, " if record else ""
    return f'{{{start}by: {who}, on: {today.isoformat()}, hash: "{mark}"}}'


def _write(project: Project, corpus: Corpus, file: BriefFile, brief: Brief, entry: str) -> None:
    document = corpus.texts[file.path].document
    path = project.root / file.path
    raw = path.read_bytes()
    offset, text = _place(document, file, entry)
    mended = apply_edits(raw, document, [(Span(offset, offset), text)])
    if mended is not None:
        read = gather([(file.path, mended)])
        found = read.briefs.get(file.id)
        wanted = Signoff.model_validate(_fields(entry))
        if (
            found is not None
            and found.brief is not None
            and found.brief.signoffs == (*brief.signoffs, wanted)
            and found.brief.replace(signoffs=()) == brief.replace(signoffs=())
        ):
            write_whole(path, mended)
            return
    raise WrongUse(
        f"{file.path} is written in a form that cannot be added to; put this under {_FIELD}: "
        f"{entry}"
    )


def _fields(entry: str) -> dict[str, str]:
    """The entry read back as its fields."""
    made = gather([("briefings/entry.yml", f"{_FIELD}:\n  - {entry}\n".encode())])
    node = made.node("briefings/entry.yml")
    if not isinstance(node, MappingNode):
        return {}
    listed = node.entries[_FIELD].value
    item = listed.items[0] if isinstance(listed, ListNode) else None
    if not isinstance(item, MappingNode):
        return {}
    return {
        key: one.value.value for key, one in item.entries.items() if isinstance(one.value, TextNode)
    }


def _place(document: Document, file: BriefFile, entry: str) -> tuple[int, str]:
    """Where the entry goes, and what is written there."""
    text = document.text
    found = file.node.entries.get(_FIELD) if isinstance(file.node, MappingNode) else None
    if found is None:
        end = len(text.rstrip("\n"))
        return end, f"\n{_FIELD}:\n  - {entry}"
    value = found.value
    if not isinstance(value, ListNode) or not value.items:
        end = value.span.end if isinstance(value, ListNode) else found.key.span.end + 1
        if isinstance(value, ListNode):
            return end - 1, entry
        return end, f"\n  - {entry}"
    if text[value.span.start] == "[":
        return value.span.end - 1, f", {entry}"
    last = value.items[-1].span
    line = text.rfind("\n", 0, last.start) + 1
    indent = text[line : text.index("-", line)]
    stop = last.start + len(text[last.start : last.end].rstrip())
    end = text.find("\n", stop)
    return (len(text) if end < 0 else end), f"\n{indent}- {entry}"
