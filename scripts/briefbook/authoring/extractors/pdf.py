"""A PDF file: the text of its pages."""

import re

from briefbook.authoring.extractors import Extractor, NoText, Taken, Wanted, lacking, version_of

_MOST_PAGES = 3_000
_HYPHEN = re.compile("[\ufffe\x02]\r?\n?")
"""How PDFium gives a hyphen at a line's end."""
_PACKED_TWICE = re.compile(
    rb"/(?:FlateDecode|LZWDecode|Fl|LZW)\s*/(?:FlateDecode|LZWDecode|Fl|LZW)\b"
)
"""Nobody gains by it but who wants to fill memory: a megabyte so becomes a million."""
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def _take(raw: bytes, wanted: Wanted) -> Taken:
    try:
        import pypdfium2  # noqa: PLC0415 an extra
    except ImportError:
        raise lacking("pypdfium2", "PDF files") from None
    if _PACKED_TWICE.search(raw):
        raise NoText("a part of it is packed twice over, which can fill any memory; print it anew "
                     "as PDF, and store that")  # fmt: skip
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise NoText("it is locked with a password; store it unlocked" if locked
                     else "it is damaged or cut off; fetch it again") from None  # fmt: skip
    try:
        if len(document) > _MOST_PAGES:
            raise NoText(
                f"it has more than {_MOST_PAGES:,} pages; store the chapter that you quote"
            )
        pages = [_page(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError:
        raise NoText("a page of it is damaged or cut off; fetch it again") from None
    finally:
        document.close()
    text = "\n".join(page for page in pages if page.strip())
    if not re.search(r"\w", text):
        raise NoText("it holds pictures and no text; have its text recognised (OCR), and store "
                     "that")  # fmt: skip
    return Taken(text, "application/pdf", "pdf", version_of("pypdfium2"), raw)


def _page(document, number: int) -> str:  # type: ignore[no-untyped-def]  # noqa: ANN001
    page = document[number]
    try:
        text = page.get_textpage().get_text_range()
    finally:
        page.close()
    text = _HYPHEN.sub("-\n", text).replace("\r\n", "\n").replace("\r", "\n")
    return _UNREADABLE.sub("", text)


EXTRACTOR = Extractor("pdf", lambda raw, name: raw[:1024].lstrip().startswith(b"%PDF-"), _take)
