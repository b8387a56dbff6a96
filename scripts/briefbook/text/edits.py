"""Replacing stretches of a file and nothing else: byte-order mark and line ends stay."""

from collections.abc import Iterable

from briefbook.text.document import Document, Span

_MARK = "\ufeff"


def apply_edits(raw: bytes, document: Document, edits: Iterable[tuple[Span, str]]) -> bytes | None:
    """The bytes of a file with stretches of its document replaced.

    Edits keep the number of lines. Of two that overlap the first one is made. Returns None where
    the document is not the file's own text (characters were composed on reading), because offsets
    would then lie.
    """
    text = raw.decode("utf-8")
    mark = text[: len(text) - len(text.lstrip(_MARK))]
    lines = text[len(mark) :].split("\n")
    ends = ["\r" if line.endswith("\r") else "" for line in lines]
    plain = "\n".join(line.removesuffix("\r") for line in lines)
    if plain != document.text:
        return None
    parts, done = [], 0
    for span, replacement in sorted(edits):
        if span.start < done:
            continue
        parts += [plain[done : span.start], replacement]
        done = span.end
    mended = "".join([*parts, plain[done:]]).split("\n")
    if len(mended) > len(ends):  # a newline added at the end is like the first one
        ends[-1:] = [ends[0]] * (len(mended) - len(ends) + 1)
    ends[len(mended) - 1 :] = [""]
    return (mark + "\n".join(map("".join, zip(mended, ends, strict=True)))).encode()
