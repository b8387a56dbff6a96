"""Files as they come from the web: made-up PDFs, WARCs and WACZs, good and bad."""

import gzip
import io
import zipfile
import zlib

ADDRESS = "https://example.org/agency"


def pdf(*lines: str, tail: int | None = None) -> bytes:
    """A PDF with one page on which these lines stand; cut off after `tail` bytes if asked."""
    shown = "\n".join(
        f"BT /F1 12 Tf 72 {720 - 20 * n} Td ({line}) Tj ET" for n, line in enumerate(lines)
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown.encode("latin-1")),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    return _pdf_of(objects)[:tail]


def pdf_bomb(megabytes: int, *, twice: bool = False) -> bytes:
    """A PDF whose page's content grows to so much when it is unpacked, once or `twice`."""
    packed = zlib.compress(b"q Q " * (megabytes * 1024 * 256), 9)
    packed = zlib.compress(packed, 9) if twice else packed
    how = b"[ /FlateDecode\n/FlateDecode ]" if twice else b"/FlateDecode"
    return _pdf_of([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>",
        b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(packed), how, packed),
    ])  # fmt: skip


def _pdf_of(objects: list[bytes]) -> bytes:
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    out.write(
        b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    )
    return out.getvalue()


def warc_record(
    address: str, body: bytes, kind: str = "text/html", day: str = "2026-01-12", more: str = ""
) -> bytes:
    """A WARC record of a page that was answered."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\n%s\r\n%s" % (
        kind.encode(), more.encode(), body,
    )  # fmt: skip
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: {address}\r\nWARC-Date: {day}T10:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def wacz(*records: bytes, name: str = "archive/data.warc.gz", **more: bytes) -> bytes:
    """A WACZ with one WARC file of these records, and more files by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr(name, b"".join(map(gzip.compress, records)))
        for path, content in more.items():
            archive.writestr(path, content)
    return out.getvalue()
